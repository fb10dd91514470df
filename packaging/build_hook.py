"""Makes what nobody writes by hand: the paper fonts, the message catalogues, the pinyin table.

Hatchling runs it for every wheel, editable installs too, and it puts `resources/` into the wheel
as `desk/_resources`. `python packaging/build_hook.py` runs it by hand.
"""

import hashlib
import inspect
import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import fontTools
import pylopdf_fonts_zh_cn
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, TTLibError, newTable
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from pypinyin.pinyin_dict import pinyin_dict

FONTS = {
    "NotoSansSC-Regular.ttf": "faa6c9df652116dde789d351359f3d7e5d2285a2b2a1f04a2d7244df706d5ea9",
    "NotoSerifSC-Regular.ttf": "e8f396decc1f0963a016a989c3d8852e863d1350996f573860a80767c83a1cd3",
}
"""The file made -> the sha256 of the OpenType file it is made from, same name, `.otf`."""

UNIQUE_ID = 3
"""The `name` record that carries the identity of a made font (OpenType: unique font identifier)."""

WINDOWS_ENGLISH = (3, 1, 0x409)
"""Platform, encoding and language of that record."""


class BuildError(Exception):
    """A resource cannot be made; the message says why."""


class ResourcesHook(BuildHookInterface[BuilderConfig]):
    """What hatchling calls."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make everything; name the files for a real wheel (an editable one reads the checkout)."""
        resources = Path(self.root) / "resources"
        make(resources)
        if version != "editable":
            build_data["force_include"].update(shipped(resources))


def make(resources: Path) -> None:
    """Make whatever is missing or out of date under `resources`.

    Raises BuildError when a font is not the one this was written for.
    """
    make_fonts(Path(pylopdf_fonts_zh_cn.__file__).parent, resources / "fonts", font_cache())
    for catalogue in sorted(resources.glob("languages/*/desk.po")):
        compile_catalogue(catalogue)
    write(resources / "pinyin.txt", pinyin_table(pinyin_dict).encode())
    write(resources / "pinyin-licence.txt", licence("pypinyin").encode())


def shipped(resources: Path) -> dict[str, str]:
    """Map each file a wheel carries to its place in it; translators' sources stay out."""
    return {
        str(path): f"desk/_resources/{path.relative_to(resources).as_posix()}"
        for path in sorted(resources.rglob("*"))
        if path.is_file() and path.suffix not in {".po", ".pot"} and not path.name.startswith(".")
    }


# --- fonts ----------------------------------------------------------------------------------


def make_fonts(package: Path, folder: Path, cache: Path) -> None:
    """Turn the package's fonts into TrueType, each in a process of its own.

    A font that was made before from the same source is left alone, or copied from `cache`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    running: list[tuple[subprocess.Popen[bytes], Path, Path]] = []
    for name, sha256 in FONTS.items():
        source, target = package / Path(name).with_suffix(".otf"), folder / name
        identity = font_identity(source, sha256)
        cached = cache / f"{identity}.ttf"
        if carries(target, identity):
            continue
        if carries(cached, identity):
            shutil.copyfile(cached, beside(target))
            beside(target).replace(target)
            continue
        command = [sys.executable, __file__, str(source), str(target), identity]
        running.append((subprocess.Popen(command), target, cached))
    for process, target, cached in running:
        if process.wait() != 0:
            raise BuildError(f"{target.name} could not be made: see the lines above")
        keep(target, cached)
    notes = [f"{name}: {copyright_of(folder / name)}" for name in FONTS]
    notes.append(
        "Changed for desk: outlines turned from CFF into TrueType, vertical tables left out."
    )
    write(folder / "OFL.txt", ("\n".join(notes) + "\n\n" + licence("pylopdf-fonts-zh-cn")).encode())


def font_identity(source: Path, sha256: str) -> str:
    """Return what a made font depends on: its source, the way it is turned, fontTools.

    Raises BuildError when the source is not the file that was tried.
    """
    found = hashlib.sha256(source.read_bytes()).hexdigest()
    if found != sha256:
        raise BuildError(f"{source.name} is not the font desk was tried with (sha256 {found})")
    recipe = found + fontTools.version + inspect.getsource(to_truetype) + inspect.getsource(convert)
    return hashlib.sha256(recipe.encode()).hexdigest()[:32]


def to_truetype(font: TTFont) -> TTFont:
    """Change cubic CFF outlines into quadratic TrueType ones, at most 1 unit of 1000 away.

    reportlab takes TrueType only. Tables for vertical setting, signatures and glyph positions
    are dropped: neither paper nor screen here uses them. Substitution stays, for it names the
    narrow quotation marks of Latin text and the joined halves of a Chinese dash.
    """
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    outlines = newTable("glyf")
    outlines.glyphs, outlines.glyphOrder = {}, order
    for name in order:
        pen = TTGlyphPen(None)
        # TrueType fills clockwise contours, CFF the other way round.
        glyphs[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        outlines.glyphs[name] = pen.glyph()
    font["glyf"], font["loca"] = outlines, newTable("loca")
    font["maxp"].tableVersion = 0x00010000
    for field in (
        *("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs"),
        *("maxStackElements", "maxSizeOfInstructions", "maxComponentElements"),
    ):
        setattr(font["maxp"], field, 0)
    font["maxp"].maxZones = 1
    font["post"].formatType = 3.0
    for tag in ("CFF ", "VORG", "vhea", "vmtx", "BASE", "DSIG", "GDEF", "GPOS"):
        if tag in font:
            del font[tag]
    for name in order:
        outlines.glyphs[name].recalcBounds(outlines)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(outlines.glyphs[name], "xMin", 0))
    font.sfntVersion = "\x00\x01\x00\x00"
    return font


def convert(source: Path, target: Path, identity: str) -> None:
    """Write `source` as TrueType to `target`, marked with `identity`; the same bytes every time."""
    with TTFont(source, recalcTimestamp=False) as font:
        to_truetype(font)
        font["name"].removeNames(nameID=UNIQUE_ID)
        font["name"].setName(identity, UNIQUE_ID, *WINDOWS_ENGLISH)
        font.save(beside(target))
    beside(target).replace(target)


def carries(path: Path, identity: str) -> bool:
    """Tell whether `path` is a font made with this identity."""
    try:
        with path.open("rb") as file, TTFont(file, lazy=True) as font:
            return bool(font["name"].getDebugName(UNIQUE_ID) == identity)
    except (OSError, TTLibError):
        return False


def copyright_of(path: Path) -> str:
    """Return the copyright line inside a font."""
    with TTFont(path, lazy=True) as font:
        return str(font["name"].getDebugName(0))


def font_cache() -> Path:
    """Return the folder where made fonts outlive this checkout."""
    home = os.environ.get("XDG_CACHE_HOME")
    return (Path(home) if home else Path.home() / ".cache") / "desk-build"


def keep(target: Path, cached: Path) -> None:
    """Copy a made font into the cache; a cache that cannot be written only costs time."""
    try:
        cached.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(target, beside(cached))
        beside(cached).replace(cached)
    except OSError as error:
        print(f"desk: the fonts are not kept for the next build: {error}", file=sys.stderr)


# --- languages and pinyin -------------------------------------------------------------------


def compile_catalogue(source: Path) -> None:
    """Write the `.mo` beside a `.po`, always newer than it. Raises PoFileError on a broken line."""
    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    target = source.with_suffix(".mo")
    with beside(target).open("wb") as file:
        write_mo(file, catalogue)
    beside(target).replace(target)


def pinyin_table(readings: Mapping[int, str]) -> str:
    """Return lines of `syllables characters`: every way a character is read, as it is typed.

    `readings` maps a code point to comma-separated syllables, the commonest first; so are the
    syllables of a line: `dan,chan,shan` holds 单 (dān, chán, shàn).
    """
    rows: dict[str, list[str]] = {}
    for point in sorted(readings):
        rows.setdefault(typed(readings[point].split(",")), []).append(chr(point))
    return "".join(f"{letters} {''.join(rows[letters])}\n" for letters in sorted(rows))


def typed(syllables: Iterable[str]) -> str:
    """Return syllables as they are typed, without tones and with v for ü, each once, in order."""
    marked = (unicodedata.normalize("NFD", s.strip().lower()) for s in syllables)
    plain = (s.replace("u\N{COMBINING DIAERESIS}", "v") for s in marked)
    letters = ("".join(c for c in s if c.isascii() and c.isalpha()) for s in plain)
    return ",".join(dict.fromkeys(filter(None, letters)))


# --- files ----------------------------------------------------------------------------------


def licence(package: str) -> str:
    """Return the licence text an installed package brings."""
    for file in distribution(package).files or ():
        if file.name.upper().startswith("LICENSE"):
            return file.read_text(encoding="utf-8")
    raise BuildError(f"{package} brings no licence text")


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    beside(path).write_bytes(content)
    beside(path).replace(path)


def beside(path: Path) -> Path:
    """Return this process's own name for a file that is not whole yet."""
    return path.with_name(f".{path.name}.{os.getpid()}")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        convert(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
    else:
        make(Path(__file__).parent.parent / "resources")
