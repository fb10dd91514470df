"""Plain text as a reportlab Flowable: broken by line_break, justified, parted over pages."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, groupby
from typing import NamedTuple

from reportlab.pdfgen.textobject import PDFTextObject
from reportlab.platypus import Flowable

from desk.documents.blocks import Align, TextStyle
from desk.documents.fonts import FontSet, NoGlyphError
from desk.documents.line_break import break_lines, line_ends
from desk.documents.printable import printable
from desk.documents.truetype import form_of
from desk.domain.errors import MissingGlyph

# Characters between which a Chinese line opens up. Dashes and dots come in pairs that must touch.
_HAN_RUN = re.compile(
    "[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef‘’“”\U00020000-\U0003ffff]+"
)
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-z]")
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
_BLANK_LINES = re.compile("\n(?:[ \u00a0\u3000]*\n)+")
_NARROW = str.maketrans({c: form_of(c) for c in "‘’“”…"})
_JOINED = str.maketrans({"—": form_of("—")})
# Thousandths of an em. With wider gaps readers of the PDF see a blank between two Han characters.
_WIDEST_HAN_GAP = 90.0
_WIDEST_BLANK = 750.0
# Of the leading, whatever the size: texts side by side stand on one base line.
_BASE_LINE = 0.745


class Line(NamedTuple):
    """A line of a text: its ink, how far in it begins (points), its place in its paragraph."""

    start: int
    end: int
    left: float
    opens: bool
    closes: bool
    justified: bool


class Layout(NamedTuple):
    """A text broken for one width. All indexes are into `glyphs`."""

    lines: list[Line]
    tops: list[float]
    """Distance of each line's top from the first one's, and at last of the end, in points."""
    stops: list[float]
    """Left edge of each character in its paragraph, in thousandths of an em."""
    glyphs: str
    """The text, with the forms its characters are drawn by."""
    strangers: bool
    """Whether some characters come from another face."""


class Text:
    """One text in one style and language; breaks itself for a width and remembers the lines."""

    def __init__(
        self, text: str, style: TextStyle, *, field: str, fonts: FontSet, language: str
    ) -> None:
        self.text = _BLANK_LINES.sub("\n\n", printable(text)).strip("\n")
        self.style = style
        self.fonts = fonts
        self._field = field
        self._language = language
        self._known: tuple[float, Layout] | None = None

    def widest(self) -> float:
        """Give the width of the longest paragraph when it is one line, in points."""
        widths = (self._stops(self._as_drawn(p))[-1] for p in self.text.split("\n"))
        return max(widths) * self.style.size / 1000

    def longest_piece(self) -> float:
        """Give the width of the longest piece that should stay on one line, in points."""
        longest = 0.0
        for paragraph in self.text.split("\n"):
            stops = self._stops(self._as_drawn(paragraph))
            ends, _ = line_ends(paragraph, self._language)
            for start, inked in zip([0, *ends.places], ends.inked, strict=False):
                longest = max(longest, stops[inked] - stops[start])
        return longest * self.style.size / 1000

    def layout(self, width: float) -> Layout:
        """Break the text for a width in points; raise MissingGlyph when a font is wanting."""
        if self._known is None or self._known[0] != width:
            self._known = (width, self._broken(width))
        return self._known[1]

    def _broken(self, width: float) -> Layout:
        style = self.style
        lines: list[Line] = []
        tops: list[float] = []
        stops: list[float] = []
        drawn: list[str] = []
        top, start = 0.0, 0
        for number, paragraph in enumerate(self.text.split("\n")):
            glyphs = self._as_drawn(paragraph)
            own = self._stops(glyphs)
            chinese = self._is_chinese(paragraph)
            left = min(style.first_indent * style.size, width / 2) if chinese else 0.0
            spread = style.align is Align.JUSTIFY or (chinese and style.align is Align.NATURAL)
            if number:
                top += style.paragraph_gap
            if paragraph:
                em = style.size / 1000
                ends = break_lines(
                    paragraph, own, width / em, language=self._language, indent=left / em
                )
                last = len(ends) - 1
                for place, (first, end) in enumerate(ends):
                    opens, closes = place == 0, place == last
                    lines.append(
                        Line(
                            start + first,
                            start + end,
                            left if opens else 0.0,
                            opens,
                            closes,
                            spread and not closes,
                        )
                    )
                    tops.append(top)
                    top += style.leading
            stops += own
            drawn.append(glyphs)
            start += len(paragraph) + 1
        tops.append(top)
        glyphs = "\n".join(drawn)
        foreign = {c for role, c in self.fonts.strangers if role is style.role}
        return Layout(lines, tops, stops, glyphs, not foreign.isdisjoint(glyphs))

    def _stops(self, glyphs: str) -> list[float]:
        measure = self.fonts.measures[self.style.role]
        try:
            return list(accumulate(map(measure.__getitem__, glyphs), initial=0.0))
        except NoGlyphError as none:
            raise MissingGlyph(self._field, none.character) from none

    def _is_chinese(self, paragraph: str) -> bool:
        if paragraph.isascii():
            return False
        han = len(_HAN.findall(paragraph))
        return han > 0 if self._language.startswith("zh") else han > len(_LATIN.findall(paragraph))

    def _as_drawn(self, paragraph: str) -> str:
        """Choose the forms of marks that Chinese and Latin text share: “ ” ‘ ’ … and —."""
        if paragraph.isascii():
            return paragraph
        face = self.fonts.face(self.style.role)
        if face.width(form_of("’")) is None:  # the face keeps no other forms
            return paragraph
        if self._is_chinese(paragraph):
            return _APOSTROPHE.sub(form_of("’"), paragraph).translate(_JOINED)
        return paragraph.translate(_NARROW)


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
        for name, run in groupby(piece, lambda c: fonts.font(style.role, c).fontName):
            pen.setFont(name, style.size)
            pen.textOut("".join(run))
        pen.setFont(fonts.face(style.role).fontName, style.size)


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
