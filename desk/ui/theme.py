"""The look: colour tokens, the palette and style sheet made from them, and fonts with Chinese."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from desk.i18n import language
from desk.ui.style_sheet import style_sheet
from desk.ui.tokens import DARK, LIGHT, Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

SMALLEST, USUAL, LARGEST = 9, 10, 14
"""Text sizes in points that staff may choose from."""

CHINESE_FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "Droid Sans Fallback",
    "WenQuanYi Micro Hei",
)
"""Faces made for Chinese on a screen, best first."""


class Mode(StrEnum):
    """Which look staff asked for."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


def tokens_for(mode: Mode, scheme: Qt.ColorScheme) -> Tokens:
    """Choose the look: the system's only where the system says which it has, else light."""
    if mode is Mode.SYSTEM:
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return DARK if mode is Mode.DARK else LIGHT


def tokens_of(widget: "QWidget") -> Tokens:
    """Tell which look a widget has now, for parts that paint themselves."""
    return DARK if widget.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def palette(tokens: Tokens) -> QPalette:
    """Make the whole palette of a look, the disabled roles included."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.placeholder,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.line,
        role.Mid: tokens.edge,
        role.Dark: tokens.edge,
        role.Shadow: tokens.edge,
    }
    result = QPalette()
    for name, colour in colours.items():
        result.setColor(name, QColor(colour))
    off = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText, role.ToolTipText):
        result.setColor(off, name, QColor(tokens.placeholder))
    for name in (role.Base, role.Button):
        result.setColor(off, name, QColor(tokens.window))
    result.setColor(off, role.Highlight, QColor(tokens.line))
    result.setColor(off, role.HighlightedText, QColor(tokens.text))
    return result


def apply(app: "QApplication", mode: Mode, point_size: int) -> Tokens:
    """Give the whole program a look and a text size; may be called again at any time.

    Returns the tokens in force, which custom icons need. `point_size` is held within
    `SMALLEST` and `LARGEST`.
    """
    point_size = max(SMALLEST, min(LARGEST, point_size))
    hints = app.styleHints()
    # Only the native title bar follows this; offscreen and on bare X it does nothing.
    if mode is Mode.SYSTEM:
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if mode is Mode.DARK else Qt.ColorScheme.Light)
    tokens = tokens_for(mode, hints.colorScheme())
    if not app.styleSheet():
        app.setStyle("Fusion")
        # A font set together with the very first style sheet does not reach existing widgets.
        app.setStyleSheet("QWidget {}")
    app.setPalette(palette(tokens))
    app.setFont(font(point_size))
    app.setStyleSheet(style_sheet(tokens, point_size))
    return tokens


def font(point_size: int) -> QFont:
    """Give the system's own face at a size, with Chinese faces to fall back on.

    A Chinese face gives “ ” · … the width of a Han character; where the screen is not Chinese it is
    asked for the narrow forms (OpenType `pwid`), or English gapes wherever it quotes.
    """
    result = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    result.setFamilies([result.family(), *CHINESE_FAMILIES])
    result.setPointSize(point_size)
    if language() != "zh_CN":
        result.setFeature(QFont.Tag("pwid"), 1)
    return result


def lacks_chinese_face() -> bool:
    """Tell whether no face made for Chinese screens is on this machine.

    A face that merely holds the characters (Debian's HanaMin, a light Ming face) does not count:
    at 10 points it cannot be read.
    """
    held = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return not set(held) & set(CHINESE_FAMILIES)


def add_chinese_face(file: Path) -> bool:
    """Lend the program its own Chinese face where the machine has none; tell whether it did."""
    if not lacks_chinese_face() or not file.is_file():
        return False
    return QFontDatabase.addApplicationFont(str(file)) != -1
