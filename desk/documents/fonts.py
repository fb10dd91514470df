"""The faces papers are set in, which characters they show, and who stands in when they cannot."""

import os
import threading
import unicodedata
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from desk.documents.printable import printable
from desk.documents.truetype import PaperFont, is_form


class Role(Enum):
    """What a face is for. Chinese office paper sets text in Song and headings in Hei."""

    BODY = "NotoSerifSC-Regular.ttf"
    HEADING = "NotoSansSC-Regular.ttf"


class NoGlyphError(LookupError):
    """No face here shows `character`; whoever knows the field turns it into MissingGlyph."""

    def __init__(self, character: str) -> None:
        super().__init__(f"U+{ord(character):04X}")
        self.character = character


def known_places() -> tuple[Path, ...]:
    """Where machines keep faces for what Noto SC lacks: ł ş ğ, rare Han characters, symbols."""
    windows = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
    debian = Path("/usr/share/fonts/truetype")
    macos = Path("/System/Library/Fonts/Supplemental")
    return (
        debian / "dejavu/DejaVuSerif.ttf",
        windows / "times.ttf",
        macos / "Times New Roman.ttf",
        debian / "dejavu/DejaVuSans.ttf",
        debian / "hanazono/HanaMinA.ttf",
        debian / "hanazono/HanaMinB.ttf",
        windows / "simsunb.ttf",
        windows / "SimsunExtG.ttf",
        debian / "noto/NotoEmoji-Regular.ttf",
        windows / "seguisym.ttf",
    )


class Measure(dict[str, float]):
    """Advance of each character in thousandths of an em, filled as characters are met."""

    def __init__(self, fonts: "FontSet", role: Role) -> None:
        super().__init__()
        self._fonts = fonts
        self._role = role

    def __missing__(self, character: str) -> float:
        fonts, role = self._fonts, self._role
        font = fonts.face(role) if is_form(character) else fonts.font(role, character)
        width = font.width(character) or 0.0
        self[character] = width
        return width


class FontSet:
    """The two faces of desk's papers and, for what they lack, those of the machine.

    Faces are registered with reportlab under their path; a fallback only when a text needs it.
    """

    def __init__(self, folder: Path, fallbacks: Sequence[Path]) -> None:
        """Read both faces from `folder`; raise reportlab's TTFError when they are not there."""
        self._faces = {role: _registered(folder / role.value) for role in Role}
        self._waiting = list(fallbacks)
        self._fallbacks: list[PaperFont] = []
        self._lock = threading.Lock()
        # Characters that are not in the face of their role, with the one that has them.
        self.strangers: dict[tuple[Role, str], PaperFont] = {}
        self.measures = {role: Measure(self, role) for role in Role}

    def face(self, role: Role) -> PaperFont:
        """Give the face of a role."""
        return self._faces[role]

    def font(self, role: Role, character: str) -> PaperFont:
        """Give the font that shows a character, the role's own first, else raise NoGlyphError."""
        own = self._faces[role]
        if not _needs_shaping(character) and own.width(character) is not None:
            return own
        stranger = self.strangers.get((role, character))
        if stranger is None:
            stranger = self.strangers[role, character] = self._other(role, character)
        return stranger

    def missing(self, text: str) -> tuple[str, ...]:
        """Give the characters of a text that no font can show, each once, in their order."""
        return tuple(c for c in dict.fromkeys(printable(text)) if c != "\n" and not self._shows(c))

    def _shows(self, character: str) -> bool:
        try:
            self.font(Role.BODY, character)
        except NoGlyphError:
            return False
        return True

    def _other(self, role: Role, character: str) -> PaperFont:
        if _needs_shaping(character):
            raise NoGlyphError(character)
        with self._lock:
            others = [face for other, face in self._faces.items() if other is not role]
            for font in others + self._fallbacks:
                if font.width(character) is not None:
                    return font
            while self._waiting:
                place = self._waiting.pop(0)
                if not place.is_file():
                    continue
                try:
                    font = _registered(place)
                except TTFError:  # not TrueType, or its maker forbids embedding
                    continue
                self._fallbacks.append(font)
                if font.width(character) is not None:
                    return font
        raise NoGlyphError(character)


@lru_cache(maxsize=4)
def load(folder: Path, fallbacks: tuple[Path, ...] | None = None) -> FontSet:
    """Register the faces of a folder, once per process; about 0.1 s the first time."""
    return FontSet(folder, known_places() if fallbacks is None else fallbacks)


def _registered(file: Path) -> PaperFont:
    font = PaperFont(str(file), file)
    pdfmetrics.registerFont(font)
    return font


def _needs_shaping(character: str) -> bool:
    """Tell whether a character printed by itself would print wrong, or as somebody's guess.

    Right-to-left and Indic scripts change shape and order in a word, which is not done here;
    private use and unassigned characters have no agreed shape.
    """
    if character < "\u0590":
        return False
    if unicodedata.category(character) in ("Co", "Cn"):
        return True
    if unicodedata.bidirectional(character) in ("R", "AL", "AN"):
        return True
    return "\u0900" <= character < "\u10a0" or "\u1780" <= character < "\u18b0"
