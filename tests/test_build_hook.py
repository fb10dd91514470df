"""The build hook: what it makes from the font package, the catalogues and the pinyin data."""

from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import PoFileError
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from reportlab.pdfbase.ttfonts import TTFontFile

import build_hook

RESOURCES = Path(__file__).parent.parent / "resources"
DISC_AREA = 282_743  # of a circle of radius 300


def disc(pen: T2CharStringPen) -> None:
    """Draw a disc of radius 300 as CFF does: anticlockwise, four cubic curves."""
    handle = 165.7
    pen.moveTo((650, 350))
    pen.curveTo((650, 350 + handle), (350 + handle, 650), (350, 650))
    pen.curveTo((350 - handle, 650), (50, 350 + handle), (50, 350))
    pen.curveTo((50, 350 - handle), (350 - handle, 50), (350, 50))
    pen.curveTo((350 + handle, 50), (650, 350 - handle), (650, 350))
    pen.closePath()


def a_cff_font(path: Path) -> Path:
    """Write an OpenType font of two glyphs: nothing, and a disc for 中."""
    blank, drawn = T2CharStringPen(500, None), T2CharStringPen(700, None)
    disc(drawn)
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "disc"])
    builder.setupCharacterMap({ord("中"): "disc"})
    charstrings = {".notdef": blank.getCharString(), "disc": drawn.getCharString()}
    builder.setupCFF("Disc", {}, charstrings, {})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "disc": (700, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Disc", "styleName": "Regular", "psName": "Disc"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)
    return path


def converted(tmp_path: Path) -> Path:
    target = tmp_path / "disc.ttf"
    build_hook.convert(a_cff_font(tmp_path / "disc.otf"), target, "an identity")
    return target


def test_a_cff_outline_becomes_a_truetype_outline_of_the_same_shape(tmp_path: Path) -> None:
    with TTFont(converted(tmp_path)) as font:
        assert "glyf" in font
        assert "CFF " not in font
        pen = AreaPen()
        font.getGlyphSet()[font.getBestCmap()[ord("中")]].draw(pen)
        # Negative: clockwise, as TrueType fills. One unit all round would be 1885.
        assert -pen.value == pytest.approx(DISC_AREA, abs=1885)
        assert font["hmtx"][font.getBestCmap()[ord("中")]] == (700, 50)


def test_a_made_font_is_taken_by_reportlab(tmp_path: Path) -> None:
    face = TTFontFile(str(converted(tmp_path)))
    assert ord("中") in face.charToGlyph


def test_a_made_font_is_the_same_file_every_time(tmp_path: Path) -> None:
    source = a_cff_font(tmp_path / "disc.otf")
    build_hook.convert(source, tmp_path / "one.ttf", "an identity")
    build_hook.convert(source, tmp_path / "two.ttf", "an identity")
    assert (tmp_path / "one.ttf").read_bytes() == (tmp_path / "two.ttf").read_bytes()


def test_a_made_font_is_known_by_its_identity(tmp_path: Path) -> None:
    target = converted(tmp_path)
    assert build_hook.carries(target, "an identity")
    assert not build_hook.carries(target, "another identity")
    assert not build_hook.carries(tmp_path / "absent.ttf", "an identity")
    target.write_bytes(b"not a font")
    assert not build_hook.carries(target, "an identity")


def test_a_font_that_is_not_the_one_tried_is_refused(tmp_path: Path) -> None:
    with pytest.raises(build_hook.BuildError, match=r"disc\.otf is not the font"):
        build_hook.font_identity(a_cff_font(tmp_path / "disc.otf"), "0" * 64)


def test_the_fonts_made_for_this_checkout_hold_every_everyday_character() -> None:
    gb2312 = {
        bytes((row, cell)).decode("gb2312")
        for row in range(0xB0, 0xF8)
        for cell in range(0xA1, 0xFF)
        if not (row == 0xD7 and cell > 0xF9)
    }
    assert len(gb2312) == 6763
    for name in build_hook.FONTS:
        with TTFont(RESOURCES / "fonts" / name, lazy=True) as font:
            assert gb2312 | set("䶮𬍛，。：；？！「」“”") <= set(map(chr, font.getBestCmap()))


def test_the_licence_of_the_fonts_lies_beside_them() -> None:
    text = (RESOURCES / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    assert "© 2014-2021 Adobe" in text


@pytest.mark.parametrize(
    ("syllables", "keys"),
    [
        (["dān", "chán", "shàn"], "dan,chan,shan"),
        (["zhòng", "chóng", "zhōng"], "zhong,chong"),
        (["lǜ", "lù"], "lv,lu"),
        (["ń", "ńg"], "n,ng"),
        (["ḿ", "m̀", "móu"], "m,mou"),
        (["ê̄", "éi"], "e,ei"),
    ],
)
def test_syllables_are_typed_without_tones_each_once(syllables: list[str], keys: str) -> None:
    assert build_hook.typed(syllables) == keys


def test_the_pinyin_table_groups_characters_by_how_they_are_typed() -> None:
    readings = {
        ord("曾"): "céng,zēng", ord("层"): "céng", ord("绿"): "lǜ,lù", ord("女"): "nǚ,rǔ,nǜ",
    }  # fmt: skip
    assert build_hook.pinyin_table(readings) == "ceng 层\nceng,zeng 曾\nlv,lu 绿\nnv,ru 女\n"


def test_the_pinyin_table_of_this_checkout_keeps_every_reading() -> None:
    text = (RESOURCES / "pinyin.txt").read_text(encoding="utf-8")
    table = {
        character: syllables.split(",")
        for syllables, characters in map(str.split, text.splitlines())
        for character in characters
    }
    assert len(table) > 27_000
    assert {c: set(table[c]) for c in "单曾仇李吕"} == {
        "单": {"dan", "chan", "shan"},
        "曾": {"ceng", "zeng"},
        "仇": {"chou", "qiu", "ju"},
        "李": {"li"},
        "吕": {"lv"},
    }
    assert len(text.encode()) < 200_000


PO = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Close"
msgstr "关闭"

#, fuzzy
msgid "Open"
msgstr "猜的"
"""


def test_a_catalogue_is_compiled_beside_its_source_without_guesses(tmp_path: Path) -> None:
    source = tmp_path / "desk.po"
    source.write_text(PO, encoding="utf-8")
    build_hook.compile_catalogue(source)
    with source.with_suffix(".mo").open("rb") as file:
        catalogue = read_mo(file)
    assert {str(message.id): message.string for message in catalogue if message.id} == {
        "Close": "关闭"
    }
    assert source.with_suffix(".mo").stat().st_mtime_ns >= source.stat().st_mtime_ns


def test_a_broken_catalogue_stops_the_build(tmp_path: Path) -> None:
    source = tmp_path / "desk.po"
    source.write_text(PO + "\nParked words\n", encoding="utf-8")
    with pytest.raises(PoFileError):
        build_hook.compile_catalogue(source)


def test_a_wheel_carries_what_was_made_and_not_what_translators_edit(tmp_path: Path) -> None:
    for name in ("languages/en/desk.po", "languages/en/desk.mo", "fonts/A.ttf", ".half.123"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert sorted(build_hook.shipped(tmp_path).values()) == [
        "desk/_resources/fonts/A.ttf",
        "desk/_resources/languages/en/desk.mo",
    ]
