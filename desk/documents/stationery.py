"""The head of a paper: its title, its number in large figures, and the number's codes.

The codes hold the number and nothing else; the QR code also its check character, because phones
misread more than scanners do.
"""

from dataclasses import dataclass, replace
from typing import Literal

from reportlab.graphics.shapes import Drawing, String
from reportlab.lib.colors import Color
from reportlab.lib.units import mm

from desk.documents.blocks import (
    SECTION,
    SMALL,
    TITLE,
    Align,
    Block,
    Figure,
    Gap,
    Passage,
    Together,
)
from desk.documents.code_shapes import bar_widths, bars, qr_code
from desk.documents.fonts import FontSet, Role
from desk.documents.page import Sheet
from desk.domain.check_digit import with_check
from desk.domain.errors import MissingGlyph

# Width of the thinnest bar: 0.33 mm is read by any hand scanner, 0.25 mm by a good one.
_MODULE = 0.33 * mm
_FINE_MODULE = 0.25 * mm
_BARS = 9 * mm
_LOW_BARS = 7.5 * mm
_QR = 22 * mm
_LABEL_INK = Color(SMALL.ink, SMALL.ink, SMALL.ink)


@dataclass(frozen=True, slots=True)
class Stationery:
    """Sets heads for one sheet and its faces: on a roll in a column, else codes at the right.

    Raises MissingGlyph for a reference with a character the faces lack; beside references only
    our own words and dates stand in a figure.
    """

    sheet: Sheet
    fonts: FontSet

    @property
    def is_roll(self) -> bool:
        """Tell whether the sheet is cut where the text ends."""
        return self.sheet.height is None

    def title(self, text: str) -> Passage:
        """Set the paper's title."""
        align = Align.CENTRE if self.is_roll else Align.LEFT
        return Passage(text, "heading", replace(TITLE, align=align))

    def copy_mark(self, text: str) -> Passage:
        """Set the mark of a reprint on a roll, which has no margin above to hold it."""
        return Passage(text, "mark", replace(SMALL, align=Align.CENTRE, ink=0.0))

    def number_and_codes(self, label: str, reference: str) -> Figure:
        """Set the number over its bar code, and the QR code at the right."""
        scanned = with_check(reference)
        if self.is_roll:
            drawing = self._column(label, reference, below=_QR + 10)
            drawing.add(qr_code(scanned, x=(self._width - _QR) / 2, y=0, size=_QR))
            return Figure(drawing)
        drawing = Drawing(self._width, _QR)
        self._number(drawing, label, reference)
        self._bars(drawing, reference, x=0, y=0, room=self._width * 0.7)
        drawing.add(qr_code(scanned, x=self._width - _QR, y=0, size=_QR))
        return Figure(drawing)

    def number_and_bars(self, label: str, reference: str) -> Figure:
        """Set the number at the left and its bar code at the right."""
        if self.is_roll:
            return Figure(self._column(label, reference, below=0.0))
        drawing = Drawing(self._width, self._number_height)
        self._number(drawing, label, reference)
        self._bars(drawing, reference, x=self._width, y=2.0, room=self._width * 0.48, anchor=1.0)
        return Figure(drawing)

    def letter_head(self, date: str, reference_line: str, reference: str) -> Figure:
        """Set date and reference at the left, a small bar code at the right."""
        self._check(reference, Role.BODY)
        leading = 16.0
        drawing = Drawing(self._width, 2 * leading)
        face = self.fonts.face(Role.BODY).fontName
        for place, line in enumerate((date, reference_line), start=1):
            base = drawing.height - place * leading + 4.5
            drawing.add(String(0, base, line, fontName=face, fontSize=10.5))
        self._bars(
            drawing, reference, x=self._width, y=drawing.height - _LOW_BARS - 3,
            room=self._width * 0.35, anchor=1.0, module=_FINE_MODULE, height=_LOW_BARS,
        )  # fmt: skip
        return Figure(drawing)

    @property
    def _width(self) -> float:
        return (self.sheet.width - 2 * self.sheet.side) * mm

    @property
    def _size(self) -> float:
        return 21.0 * self.sheet.scale

    @property
    def _number_height(self) -> float:
        return self._size + 12.0

    def _check(self, reference: str, role: Role) -> None:
        face = self.fonts.face(role)
        for character in reference:
            if face.width(character) is None:
                raise MissingGlyph("reference", character)

    def _number(self, drawing: Drawing, label: str, reference: str) -> None:
        self._check(reference, Role.HEADING)
        face = self.fonts.face(Role.HEADING).fontName
        anchor: Literal["middle", "start"] = "middle" if self.is_roll else "start"
        x = self._width / 2 if self.is_roll else 0.0
        small = String(
            x, drawing.height - 8.0, label, fontName=face, fontSize=SMALL.size * self.sheet.scale,
            fillColor=_LABEL_INK, textAnchor=anchor,
        )  # fmt: skip
        base = drawing.height - 12.0 - 0.8 * self._size
        large = String(x, base, reference, fontName=face, fontSize=self._size, textAnchor=anchor)
        drawing.add(small)
        drawing.add(large)

    def _column(self, label: str, reference: str, *, below: float) -> Drawing:
        drawing = Drawing(self._width, below + _BARS + 6 + self._number_height)
        self._number(drawing, label, reference)
        self._bars(drawing, reference, x=self._width / 2, y=below, room=self._width, anchor=0.5)
        return drawing

    def _bars(
        self,
        drawing: Drawing,
        reference: str,
        *,
        x: float,
        y: float,
        room: float,
        anchor: float = 0.0,
        module: float = _MODULE,
        height: float = _BARS,
    ) -> None:
        """Add the bar code, as wide as fits; `anchor` is the share of its width left of x."""
        widths = bar_widths(reference)
        if widths:
            module = min(module, room / sum(widths))
            left = x - anchor * module * sum(widths)
            drawing.add(bars(widths, x=left, y=y, module=module, height=height))


def section(text: str) -> Passage:
    """Set the heading of a section."""
    return Passage(text, "heading", SECTION)


def tightened(block: Block) -> Block:
    """Give a block with less air, for a paper whose last lines would need a page of their own."""
    match block:
        case Passage(text, field, style):
            less = replace(
                style,
                leading=style.leading * 0.94,
                space_before=style.space_before * 0.65,
                space_after=style.space_after * 0.5,
                paragraph_gap=style.paragraph_gap * 0.5,
            )
            return Passage(text, field, less)
        case Gap(height):
            return Gap(height * 0.65)
        case Together(inner):
            return Together(tuple(map(tightened, inner)))
        case _:
            return block
