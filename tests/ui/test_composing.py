"""While an input method composes, no command fires and nothing is lost."""

from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.composing import Composing, fit_input_method
from desk.ui.shortcuts import install
from desk.ui.widgets.text import LineField, TextField

CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A window with two fields that counts its commands."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, kind: type[LineField | TextField]) -> None:
        self.calls: list[str] = []
        self.window = QMainWindow()
        self.field = kind("story", "Story")
        self.other = LineField("product", "Product")
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addWidget(self.field)
        column.addWidget(self.other)
        self.window.setCentralWidget(middle)
        qtbot.addWidget(self.window)
        commands = ("continue", "new_complaint", "stage_2", "back")
        install(self.window, {c: partial(self.calls.append, c) for c in commands})
        self.composing = Composing(qapp)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.field.setFocus()

    def compose(self, preedit: str, commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(self.field, event)


@pytest.fixture(params=[LineField, TextField], ids=["line", "text"])
def desk(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication) -> Desk:
    return Desk(qtbot, qapp, request.param)


def test_no_command_fires_while_composing(desk: Desk) -> None:
    desk.compose("ni'hao")
    QTest.keyClick(desk.field, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(desk.field, Qt.Key.Key_F2)
    QTest.keyClick(desk.field, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(desk.field, Qt.Key.Key_Escape)
    assert desk.calls == []
    assert desk.field.hasFocus()


def test_the_command_fires_once_the_text_is_committed(desk: Desk) -> None:
    desk.compose("ni'hao")
    desk.compose("", commit="你好")
    QTest.keyClick(desk.field, Qt.Key.Key_Return, CTRL)
    assert desk.calls == ["continue"]
    assert desk.field.text() == "你好"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_neither_tab_nor_enter_leaves_a_field_that_composes(desk: Desk, key: Qt.Key) -> None:
    desk.compose("ni'hao")
    QTest.keyClick(desk.field, key)
    assert desk.field.hasFocus()
    desk.compose("", commit="你好")
    assert desk.field.text() == "你好"


def test_leaving_the_field_ends_composing(desk: Desk) -> None:
    desk.compose("ni'hao")
    desk.other.setFocus()
    assert not desk.composing.active
    QTest.keyClick(desk.other, Qt.Key.Key_F2)
    assert desk.calls == ["new_complaint"]


def test_a_field_that_dies_while_composing_does_no_harm(desk: Desk, qtbot: QtBot) -> None:
    desk.compose("ni'hao")
    desk.field.deleteLater()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not desk.field)
    desk.other.setFocus()
    QTest.keyClick(desk.other, Qt.Key.Key_F2)
    assert desk.calls == ["new_complaint"]


@pytest.mark.parametrize(
    ("said", "becomes"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("xim", "xim")]
)
def test_fcitx_is_reached_as_ibus(said: str, becomes: str) -> None:
    environ = {"QT_IM_MODULE": said}
    fit_input_method(environ)
    assert environ == {"QT_IM_MODULE": becomes}


def test_a_machine_without_input_method_stays_as_it_is() -> None:
    environ: dict[str, str] = {}
    fit_input_method(environ)
    assert environ == {}
