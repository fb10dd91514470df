"""Plain text measured in its faces and broken into lines, before anything is placed or drawn."""

import re
from itertools import accumulate
from typing import NamedTuple

from desk.documents.blocks import Align, TextStyle
from desk.documents.fonts import FontSet, NoGlyphError
from desk.documents.line_break import break_lines, line_ends
from desk.documents.printable import printable
from desk.documents.truetype import form_of, is_form
from desk.domain.errors import MissingGlyph

_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_LATIN = re.compile("[A-Za-z]")
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")
_BLANK_LINES = re.compile("\n(?:[ \u00a0\u3000]*\n)+")
_NARROW = str.maketrans({c: form_of(c) for c in "‘’“”…"})
_JOINED = str.maketrans({"—": form_of("—")})


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
        if is_form(max(paragraph)):
            raise MissingGlyph(self._field, max(paragraph))
        face = self.fonts.face(self.style.role)
        if face.width(form_of("’")) is None:  # the face keeps no other forms
            return paragraph
        if self._is_chinese(paragraph):
            return _APOSTROPHE.sub(form_of("’"), paragraph).translate(_JOINED)
        return paragraph.translate(_NARROW)
