"""One TrueType file as reportlab embeds it: copyable text, and the glyph forms English needs."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from reportlab.pdfbase import ttfonts

from desk.documents.glyph_forms import single_substitutions

# A form of a character is reached by this many code points above it, in the last private plane.
# A text that holds such a code point by itself is refused like any private use character.
FORM = 0x100000
_NARROW = "‘’“”…"
_JOINED = "—"
# What a character that could not be kept is shown as; it still copies out as U+FFFD.
_STAND_IN = {0xFFFD: 0x25A1}


def form_of(character: str) -> str:
    """Give the code point by which a character's other form is drawn."""
    return chr(ord(character) + FORM)


def is_form(character: str) -> bool:
    """Tell whether a code point is one of those by which forms are drawn."""
    return ord(character) >= FORM


class PaperFont(ttfonts.TTFont):
    """A font whose text copies out of the PDF as it was written, in every plane of Unicode."""

    def __init__(self, name: str, file: Path) -> None:
        """Raise reportlab's TTFError when the file is no TrueType or may not be embedded."""
        super().__init__(name, str(file), asciiReadable=0)
        face: Any = self.face
        face.get_table = partial(_table, face, face.get_table)
        self._glyphs: dict[int, int] = face.charToGlyph
        self._widths: dict[int, float] = face.charWidths
        for code, other in _STAND_IN.items():
            if code not in self._glyphs and other in self._glyphs:
                self._glyphs[code] = self._glyphs[other]
                self._widths[code] = self._widths[other]
        gsub: bytes = face.get_table("GSUB") if "GSUB" in face.table else b""
        for feature, characters in (("pwid", _NARROW), ("fwid", _JOINED)):
            swaps = single_substitutions(gsub, feature)
            for code in map(ord, characters):
                glyph = swaps.get(self._glyphs.get(code, 0))
                if glyph:
                    self._glyphs[code + FORM] = glyph
                    # hmetrics: (advance in font units, left bearing) for each glyph.
                    self._widths[code + FORM] = face.hmetrics[glyph][0] * 1000 / face.unitsPerEm

    def width(self, character: str) -> float | None:
        """Advance in thousandths of an em, None when the font cannot show the character."""
        code = ord(character)
        return self._widths.get(code) if self._glyphs.get(code) else None

    def addObjects(self, doc: Any) -> None:  # noqa: ANN401, N802 - reportlab's name
        """Embed the subsets as reportlab does, then say rightly which text they mean.

        reportlab writes characters beyond U+FFFF as five hexadecimal digits, which readers take
        for something else; PDF 32000-1, 9.10.3 asks for UTF-16.
        """
        subsets: list[list[int]] = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            font = doc.idToObject["BasicFonts"].dict[
                f"{doc.fontMapping[self.fontName][1:]}+{number}"
            ]
            stream = doc.idToObject[font.ToUnicode.name]
            stream.content = _to_unicode(subset)


class _Outlines:
    """A face's outlines, cut out one by one; reportlab would copy all 13 MB for every subset."""

    def __init__(self, face: Any) -> None:  # noqa: ANN401 - a reportlab face
        self._face = face
        self._start: int = face.get_table_pos("glyf")[0]

    def __getitem__(self, part: slice) -> bytes:
        outline: bytes = self._face.get_chunk(self._start + part.start, part.stop - part.start)
        return outline


def _table(face: Any, whole: Callable[[str], bytes], tag: str) -> bytes | _Outlines:  # noqa: ANN401
    return _Outlines(face) if tag == "glyf" else whole(tag)


def _to_unicode(subset: list[int]) -> str:
    pairs = [
        f"<{place:02X}> <{chr(_meant(code)).encode('utf-16-be').hex().upper()}>"
        for place, code in enumerate(subset)
        if code
    ]
    blocks: list[str] = []
    for first in range(0, len(pairs), 100):  # the format allows a hundred in one block
        block = pairs[first : first + 100]
        blocks += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *blocks,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )


def _meant(code: int) -> int:
    return code - FORM if code >= FORM else code
