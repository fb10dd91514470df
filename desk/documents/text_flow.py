"""A text as a reportlab Flowable: places its lines, justifies them, parts them over pages."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from desk.documents.blocks import Align
from desk.documents.text_layout import Layout, Line, Text

# Characters between which a Chinese line opens up. Dashes and dots come in pairs that must touch.
_HAN_RUN = re.compile(
    "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef‘’“”\U00020000-\U0003ffff]+"
)
# Thousandths of an em. With wider gaps readers of the PDF see a blank between two Han characters.
_WIDEST_HAN_GAP = 90.0
_WIDEST_BLANK = 750.0
# Of the leading, whatever the size: texts side by side stand on one base line.
_BASE_LINE = 0.745


class TextFlow(Flowable):
    """A text, or a part of its lines, placed by reportlab."""

    def __init__(self, text: Text, first: int = 0, last: int | None = None) -> None:
        super().__init__()
        style = text.style
        self._text = text
        self._first = first
        self._last = last
        self._wide = 0.0
        self.spaceBefore = style.space_before if first == 0 else 0.0
        self.spaceAfter = style.space_after if last is None else 0.0
        self.keepWithNext = int(style.keep_with_next)

    def _layout(self) -> tuple[Layout, int, int]:
        layout = self._text.layout(self._wide)
        last = len(layout.lines) if self._last is None else self._last
        return layout, self._first, last

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - reportlab
        """Break for the width; give width and height."""
        self._wide = aW
        layout, first, last = self._layout()
        self.width, self.height = aW, _height(layout, first, last, self._text.style.leading)
        return aW, self.height

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """Part into what fits and the rest, never one line of a longer paragraph alone."""
        self._wide = aW
        layout, first, last = self._layout()
        style = self._text.style
        bottom = layout.tops[first] + aH - style.leading + 1e-6
        cut = min(bisect_right(layout.tops, bottom, first, last), last)
        if cut == last:
            return [self]
        lines = layout.lines
        if cut > first and lines[cut].closes and not lines[cut].opens:
            cut -= 1
        if cut > first and lines[cut - 1].opens and not lines[cut - 1].closes:
            cut -= 1
        if cut <= first or (style.keep_together and first == 0 and self._last is None):
            return []
        return self.parted(cut)

    def parted(self, cut: int) -> list[Flowable]:
        """Part before line `cut`, counted from the beginning of the whole text."""
        head = TextFlow(self._text, self._first, cut)
        tail = TextFlow(self._text, cut, self._last)
        head.keepWithNext = 0
        return [head, tail]

    def natural_width(self) -> float:
        """Give the width of the longest paragraph when it is one line, in points."""
        return self._text.widest()

    def longest_piece(self) -> float:
        """Give the width of the longest piece that should stay on one line, in points."""
        return self._text.longest_piece()

    def least(self) -> float:
        """Give the height of the part that stays with a heading above: two lines, or all three."""
        layout, first, last = self._layout()
        kept = first + 2 if last - first > 3 else last
        return _height(layout, first, kept, self._text.style.leading)

    def with_tail(self) -> list[Flowable]:
        """Part so that two lines can go along with what follows; whole when the text is short."""
        layout, first, last = self._layout()
        cut = last - 2
        if cut > first and layout.lines[cut - 1].opens and not layout.lines[cut - 1].closes:
            cut -= 1
        return self.parted(cut) if cut >= first + 2 else [self]

    def draw(self) -> None:
        """Draw the lines, the first with its top at the top."""
        layout, first, last = self._layout()
        style = self._text.style
        if first == last:
            return
        base = _BASE_LINE * style.leading - layout.tops[first]
        pen: PDFTextObject = self.canv.beginText()
        pen.setFillGray(style.ink)
        pen.setFont(self._text.fonts.face(style.role).fontName, style.size)
        for index in range(first, last):
            y = self.height - base - layout.tops[index]
            self._draw_line(pen, layout, layout.lines[index], y)
        self.canv.drawText(pen)

    def _draw_line(self, pen: PDFTextObject, layout: Layout, line: Line, y: float) -> None:
        style, stops = self._text.style, layout.stops
        em = style.size / 1000
        ink = stops[line.end] - stops[line.start]
        spare = self._wide / em - line.left / em - ink
        x = line.left
        han = blank = 0.0
        if line.justified:
            han, blank = _spread(layout.glyphs[line.start : line.end], spare)
        elif style.align is Align.RIGHT:
            x += spare * em
        elif style.align is Align.CENTRE:
            x += spare * em / 2
        for start, end, opened in _pieces(layout.glyphs, line, spread=bool(han)):
            piece = layout.glyphs[start:end]
            if line.justified:
                pen.setCharSpace(han * em if opened else 0)
                pen.setWordSpace(blank * em)
            self._draw_piece(pen, piece, x, y, strangers=layout.strangers)
            x += (stops[end] - stops[start]) * em
            x += han * em * (len(piece) - 1) if opened else blank * em * _blanks(piece)
        if line.justified:
            pen.setCharSpace(0)
            pen.setWordSpace(0)

    def _draw_piece(
        self, pen: PDFTextObject, piece: str, x: float, y: float, *, strangers: bool
    ) -> None:
        pen.setTextOrigin(x, y)
        if not strangers:
            pen.textLine(piece)
            return
        style, fonts = self._text.style, self._text.fonts
        own = fonts.face(style.role)
        for font, run in groupby(piece, lambda c: fonts.strangers.get((style.role, c), own)):
            pen.setFont(font.fontName, style.size)
            pen.textOut("".join(run))
        pen.setFont(own.fontName, style.size)


def _height(layout: Layout, first: int, last: int, leading: float) -> float:
    return layout.tops[last - 1] + leading - layout.tops[first] if last > first else 0.0


def _blanks(text: str) -> int:
    return text.count(" ") + text.count("\u00a0")


def _pieces(glyphs: str, line: Line, *, spread: bool) -> Iterator[tuple[int, int, bool]]:
    """Part a line into runs of Han characters, to be opened, and what lies between them."""
    place = line.start
    if spread:
        for run in _HAN_RUN.finditer(glyphs, line.start, line.end):
            if run.start() > place:
                yield place, run.start(), False
            yield run.start(), run.end(), True
            place = run.end()
    if place < line.end:
        yield place, line.end, False


def _spread(glyphs: str, spare: float) -> tuple[float, float]:
    """Share out a line's spare width: the gap between two Han characters, and at a blank.

    Both open alike until Han characters would fall apart; blanks take what is left. A line that
    cannot be filled this way stays as it is.
    """
    gaps = sum(len(run) - 1 for run in _HAN_RUN.findall(glyphs))
    blanks = _blanks(glyphs)
    if spare <= 0 or not gaps + blanks:
        return 0.0, 0.0
    han = min(spare / (gaps + blanks), _WIDEST_HAN_GAP)
    blank = (spare - han * gaps) / blanks if blanks else 0.0
    if blank > _WIDEST_BLANK or (not blanks and han * gaps < spare - 1e-6):
        return 0.0, 0.0
    return han, blank
