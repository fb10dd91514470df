"""The shield hides everything at once and lets nothing through."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.shortcuts import install
from desk.ui.watchdog import Watchdog
from desk.ui.widgets.shield import Shield
from desk.ui.widgets.text import LineField


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def words_shown(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def shielded(qtbot: QtBot) -> tuple[QMainWindow, LineField, Shield, list[str]]:
    window = QMainWindow()
    field = LineField("story", "Story")
    window.setCentralWidget(field)
    calls: list[str] = []
    install(window, {"new_complaint": lambda: calls.append("new")})
    shield = Shield(window)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    return window, field, shield, calls


def test_the_shield_covers_everything_at_once(qtbot: QtBot) -> None:
    window, field, shield, _calls = shielded(qtbot)
    field.set_text("kettle leaks")
    with Watchdog() as watchdog:
        shield.raise_shield("Corner Shop")
        shield.repaint()
    assert watchdog.worst < 0.1
    assert shield.geometry() == window.rect()
    assert "Corner Shop" in words_shown(shield)
    window.resize(1000, 700)
    QApplication.processEvents()
    assert shield.geometry() == window.rect()


def test_nothing_behind_the_shield_can_be_typed_pressed_or_reached(qtbot: QtBot) -> None:
    _window, field, shield, calls = shielded(qtbot)
    shield.raise_shield("Corner Shop")
    QTest.keyClicks(focused(), "secret")
    QTest.keyClick(focused(), Qt.Key.Key_F2)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "secret")
    assert field.text() == ""
    assert calls == []


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_Escape])
def test_leaving_the_shield_brings_back_field_and_focus(qtbot: QtBot, key: Qt.Key) -> None:
    _window, field, shield, calls = shielded(qtbot)
    shield.left.connect(shield.lower_shield)
    shield.raise_shield("Corner Shop")
    QTest.keyClick(shield, key)
    assert not shield.isVisible()
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_F2)
    assert calls == ["new"]
