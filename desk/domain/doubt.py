"""Doubts about a file: what in its name or its content a person should know before opening it."""

from enum import StrEnum

from desk.domain.attachment import TURNS_TEXT, TYPES, WITH_MACROS, ending
from desk.domain.label import N_


class Doubt(StrEnum):
    """Why a file is not opened without a word."""

    PROGRAM = "program"
    MACROS = "macros"
    TWO_ENDINGS = "two_endings"
    HIDDEN = "hidden"
    UNKNOWN = "unknown"


PROGRAMS = frozenset({
    "app", "apk", "appimage", "application", "bat", "bin", "chm", "class", "cmd", "com", "command",
    "cpl", "deb", "desktop", "dll", "dmg", "elf", "exe", "gadget", "hta", "htm", "html", "img",
    "inf", "iso", "jar", "js", "jse", "lnk", "mht", "mhtml", "msc", "msi", "msp", "pif", "pkg",
    "ps1", "psm1", "py", "pyw", "reg", "rpm", "run", "scf", "scr", "sh", "svg", "sys", "url", "vb",
    "vbe", "vbs", "wsf", "wsh", "xhtml", "xll",
})  # fmt: skip
"""Endings of what a machine may run when it is opened; pages that run scripts among them."""

_RUNS = (b"MZ", b"\x7fELF", b"#!", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe")
"""How programs begin: Windows, Linux, scripts, macOS, Java."""
_MACRO_SIGNS = (b"vbaProject.bin", "_VBA_PROJECT".encode("utf-16-le"))

WORDS: dict[Doubt, str] = {
    Doubt.PROGRAM: N_("It can run as a program: desk keeps it and never opens it."),
    Doubt.MACROS: N_("It holds macros, which can act on this machine: let nobody enable them."),
    Doubt.TWO_ENDINGS: N_("Its name has two endings, so it may not be what it looks like."),
    Doubt.HIDDEN: N_("Its name hides how it ends, so it may not be what it looks like."),
    Doubt.UNKNOWN: N_("desk does not know this kind of file; it is kept as it came."),
}


def doubts(name: str, content: bytes = b"") -> tuple[Doubt, ...]:
    """Give what is doubtful about a file, the worst first."""
    last = ending(name)
    known = last in TYPES or last in PROGRAMS or last in WITH_MACROS
    found = {
        Doubt.PROGRAM: last in PROGRAMS or content.startswith(_RUNS),
        Doubt.MACROS: last in WITH_MACROS or any(sign in content for sign in _MACRO_SIGNS),
        Doubt.TWO_ENDINGS: known and _before(name, last) not in {"", last},
        Doubt.HIDDEN: bool(TURNS_TEXT.search(name)),
        Doubt.UNKNOWN: not known,
    }
    return tuple(doubt for doubt, is_so in found.items() if is_so)


def _before(name: str, last: str) -> str:
    """Give the ending before the last one where that is one of a known kind."""
    earlier = ending(name.rstrip(" .\t\n")[: -len(last) - 1]) if last else ""
    return earlier if earlier in TYPES or earlier in PROGRAMS or earlier in WITH_MACROS else ""
