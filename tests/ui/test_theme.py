"""Both looks can be read: every pair of colours in use is measured."""

from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit

from desk.config import resources
from desk.ui import theme
from desk.ui.icons import icon
from desk.ui.style_sheet import style_sheet
from desk.ui.theme import Mode
from desk.ui.tokens import DARK, LIGHT, Tokens

TEXT = 4.5
SHAPE = 3.0
STATES = [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled]

PAIRS = [
    *[(ink, back, TEXT) for ink in ("text", "muted") for back in ("window", "surface")],
    *[(ink, back, TEXT) for ink in ("text", "muted") for back in ("chosen", "hover")],
    ("placeholder", "window", TEXT),
    ("placeholder", "surface", TEXT),
    ("on_accent", "accent", TEXT),
    *[("accent", back, TEXT) for back in ("window", "surface", "chosen", "danger_back")],
    *[
        (tone, back, TEXT)
        for tone in ("danger", "warning", "done")
        for back in ("window", "surface", f"{tone}_back")
    ],
    *[("text", f"{tone}_back", TEXT) for tone in ("danger", "warning", "done")],
    *[("edge", back, SHAPE) for back in ("window", "surface", "chosen", "hover")],
    *[("focus", back, SHAPE) for back in ("window", "surface", "chosen", "danger_back")],
]


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_contrast_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "back", "least"), PAIRS)
def test_every_pair_of_colours_in_use_can_be_told_apart(
    tokens: Tokens, ink: str, back: str, least: float
) -> None:
    measured = contrast(getattr(tokens, ink), getattr(tokens, back))
    assert measured >= least, f"{ink} on {back} is {measured:.2f}:1"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("group", STATES)
def test_the_palette_is_legible_in_every_state(tokens: Tokens, group: QPalette.ColorGroup) -> None:
    role = QPalette.ColorRole
    made = theme.palette(tokens)
    for ink, back in [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Window),
    ]:
        names = made.color(group, ink).name(), made.color(group, back).name()
        assert contrast(*names) >= TEXT, f"{group} {ink} on {back}: {names}"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_token_is_an_opaque_colour(tokens: Tokens) -> None:
    for field in fields(tokens):
        assert QColor(getattr(tokens, field.name)).alpha() == 255


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_is_filled_and_its_pictures_exist(tokens: Tokens) -> None:
    rules = style_sheet(tokens, 10)
    assert "$" not in rules
    pictures = [part.split('"')[0] for part in rules.split('url("')[1:]]
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_the_system_decides_only_when_asked_and_when_it_knows() -> None:
    dark, unknown = Qt.ColorScheme.Dark, Qt.ColorScheme.Unknown
    assert theme.tokens_for(Mode.SYSTEM, dark) is DARK
    assert theme.tokens_for(Mode.SYSTEM, unknown) is LIGHT
    assert theme.tokens_for(Mode.LIGHT, dark) is LIGHT
    assert theme.tokens_for(Mode.DARK, unknown) is DARK


def test_a_look_reaches_the_widgets_and_the_text_size_is_held_in_bounds(
    qapp: QApplication,
) -> None:
    field = QLineEdit()
    theme.apply(qapp, Mode.DARK, 99)
    field.ensurePolished()
    assert field.palette().color(QPalette.ColorRole.Base).name() == DARK.surface.lower()
    assert theme.tokens_of(field) is DARK
    assert field.font().pointSize() == theme.LARGEST
    theme.apply(qapp, Mode.LIGHT, theme.USUAL)
    assert theme.tokens_of(field) is LIGHT
    field.deleteLater()
    QCoreApplication.processEvents()


def test_the_own_chinese_face_is_lent_only_where_the_machine_has_none(qapp: QApplication) -> None:
    file = resources() / "fonts" / "NotoSansSC-Regular.ttf"
    if not file.is_file():
        pytest.skip("the build hook has not made the fonts")
    lacked = theme.lacks_chinese_face()
    assert theme.add_chinese_face(file) is lacked
    assert not theme.lacks_chinese_face()
    assert theme.add_chinese_face(file) is False
    held = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    assert set(held) & set(theme.CHINESE_FAMILIES)


@pytest.mark.parametrize(
    "file", sorted((resources() / "icons").glob("*.svg")), ids=lambda f: f.stem
)
def test_every_drawing_shows_something_in_the_colour_asked_for(
    qapp: QApplication, file: Path
) -> None:
    image = icon(file.stem, "#B3261E").pixmap(20, 20).toImage()
    pixels = [image.pixelColor(x, y) for x in range(20) for y in range(20)]
    inked = [colour for colour in pixels if colour.alpha() > 200]
    assert len(inked) >= 8
    if "currentColor" in file.read_text("utf-8"):
        asked = QColor("#B3261E")
        for ink in inked:
            assert abs(ink.red() - asked.red()) <= 2
            assert abs(ink.green() - asked.green()) <= 2
            assert abs(ink.blue() - asked.blue()) <= 2
