"""Every screen can be read: by eye at any size, by a screen reader, and by keys alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk.services.app import App
from desk.ui.shell import Shell
from desk.ui.theme import Mode
from tests.ui.saved import LONG, closed, parked, received
from tests.ui.walking import SCREENS, press, show


def focusable(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


@pytest.mark.parametrize("name", SCREENS)
def test_every_place_of_the_keys_has_a_name_for_a_screen_reader(
    app: App, shell: Shell, qtbot: QtBot, name: str
) -> None:
    closed(app, 1)
    received(app, 2)
    show(shell, name, qtbot)
    for widget in focusable(shell):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        said = interface.text(QAccessible.Text.Name)
        assert said, f"{type(widget).__name__} {widget.objectName()!r} on {name} has no name"
        assert widget.objectName(), f"{said!r} on {name} has no object name"


@pytest.mark.parametrize("name", SCREENS)
def test_tab_goes_through_everything_and_returns(
    app: App, shell: Shell, qtbot: QtBot, name: str
) -> None:
    received(app, 1)
    show(shell, name, qtbot)
    start = shell.focusWidget()
    seen: list[QWidget | None] = []
    for _press in range(120):
        press(shell, Qt.Key.Key_Tab)
        seen.append(shell.focusWidget())
        if shell.focusWidget() is start:
            break
    assert shell.focusWidget() is start
    left_out = [w.objectName() for w in focusable(shell) if w not in seen]
    assert left_out == []


def cut(root: QWidget) -> Iterator[str]:
    """Name labels and buttons whose words do not fit, and parts outside what holds them."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget.parentWidget(), QComboBox):
            continue
        words = ""
        if isinstance(widget, QLabel):
            words = widget.text()
        elif isinstance(widget, QPushButton):
            words = widget.text().replace("&&", "&")
        if not words:
            continue
        metrics = QFontMetrics(widget.font())
        if isinstance(widget, QLabel) and widget.wordWrap():
            room = QRect(0, 0, widget.contentsRect().width(), 10_000)
            needed = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height()
            if needed > widget.height() + 2:
                yield f"{widget.objectName()} {words[:40]!r}: {needed} > {widget.height()} high"
        elif metrics.horizontalAdvance(words) > widget.width() + 1:
            yield f"{widget.objectName()} {words[:40]!r}: too wide for {widget.width()}"


def outside(root: QWidget) -> Iterator[str]:
    for button in root.findChildren(QAbstractButton):
        scrolled = any(isinstance(p, QScrollArea) for p in above(button))
        if not button.isVisible() or scrolled or not button.objectName():
            continue
        corner = button.mapTo(root, QPoint(0, 0))
        if not root.rect().contains(QRect(corner, button.size())):
            yield f"{button.objectName()} lies outside"


def above(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


@pytest.mark.parametrize("size", [10, 14])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_is_cut_on_any_screen(
    app: App, shell: Shell, qtbot: QtBot, *, language: str, mode: Mode, size: int
) -> None:
    app.settings.change(shop="City Store, service desk", handler="Lin Example-Longname")
    closed(app, 1)
    parked(app, 2)
    received(app, 3, story=LONG)
    shell.change_language(language)
    shell.parts.look.choose(mode=mode, size=size)
    for name in SCREENS:
        show(shell, name, qtbot)
        assert list(cut(shell)) == [], f"{name}"
        assert list(outside(shell)) == [], f"{name}"
        assert shell.width() == 1366
        assert shell.height() == 728


def test_combo_boxes_and_fields_have_room_for_their_words(
    app: App, shell: Shell, qtbot: QtBot
) -> None:
    received(app)
    show(shell, "complaints", qtbot)
    for box in shell.stage.view().findChildren(QComboBox):
        words = max(
            QFontMetrics(box.font()).horizontalAdvance(box.itemText(n)) for n in range(box.count())
        )
        assert words < box.width() - 20
    assert QApplication.focusWidget() is not None
    assert shell.findChild(QLineEdit, "find") is not None
