"""Typing: changes are told, steps of composing are not, and no keystroke is lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk.config import resources
from desk.ui import theme
from desk.ui.watchdog import Watchdog
from desk.ui.widgets.text import LineField, TextField

Show = Callable[..., QWidget]
FIELDS = pytest.mark.parametrize("kind", [LineField, TextField], ids=["line", "text"])
Kind = type[LineField | TextField]


def compose(field: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(field, event)


def made(kind: Kind, show: Show) -> tuple[LineField | TextField, list[str]]:
    field = kind("story", "What happened")
    show(field)
    field.setFocus()
    told: list[str] = []
    field.edited.connect(told.append)
    return field, told


@FIELDS
def test_every_change_is_told_once(kind: Kind, show: Show) -> None:
    field, told = made(kind, show)
    QTest.keyClicks(field, "leak")
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert told == ["l", "le", "lea", "leak", "lea"]


@FIELDS
def test_steps_of_composing_are_not_told(kind: Kind, show: Show) -> None:
    field, told = made(kind, show)
    compose(field, "lou")
    compose(field, "lou'shui")
    assert told == []
    compose(field, "", commit="漏水")
    assert told == ["漏水"]


@FIELDS
def test_showing_a_text_is_not_told(kind: Kind, show: Show) -> None:
    field, told = made(kind, show)
    field.set_text("kettle leaks")
    assert field.text() == "kettle leaks"
    assert told == []


@FIELDS
def test_showing_the_same_text_again_leaves_the_cursor(kind: Kind, show: Show) -> None:
    field, told = made(kind, show)
    field.set_text("kettle leaks")
    QTest.keyClick(field, Qt.Key.Key_Home)
    field.set_text("kettle leaks")
    QTest.keyClicks(field, "the ")
    assert told[-1] == "the kettle leaks"


@FIELDS
def test_a_redraw_during_composing_takes_nothing_away(kind: Kind, show: Show) -> None:
    field, told = made(kind, show)
    field.set_text("水壶")
    QTest.keyClick(field, Qt.Key.Key_End)
    compose(field, "lou'shui")
    field.set_text("")
    compose(field, "", commit="漏水")
    assert told == ["水壶漏水"]


@FIELDS
def test_the_field_is_found_by_its_name_and_said_by_its_label(kind: Kind) -> None:
    field = kind("story", "What happened")
    assert field.objectName() == "story"
    assert field.accessibleName() == "What happened"


def test_enter_goes_on_from_a_line(show: Show) -> None:
    field, after = LineField("product", "Product"), QLineEdit()
    show(field, after)
    field.setFocus()
    pressed: list[bool] = []
    field.returnPressed.connect(lambda: pressed.append(True))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert after.hasFocus()
    assert pressed == [True]


def test_a_line_stays_one_line_whatever_is_pasted(show: Show) -> None:
    field = LineField("product", "Product")
    show(field)
    QGuiApplication.clipboard().setText("kettle\nKX-2\r\nred\u2029new")
    field.paste()
    assert field.text() == "kettle KX-2  red new"
    field.set_text("a\nb")
    assert field.text() == "a b"


def test_in_many_lines_tab_goes_on_and_enter_is_a_new_line(show: Show) -> None:
    field, after = TextField("story", "What happened"), QLineEdit()
    show(field, after)
    field.setFocus()
    QTest.keyClicks(field, "a")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "b")
    assert field.text() == "a\nb"
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert field.text() == "a\nb"


def test_ctrl_n_writes_date_and_time(show: Show) -> None:
    field = TextField("story", "What happened", stamp=lambda: "2026-11-23 10:42")
    show(field)
    field.setFocus()
    told: list[str] = []
    field.edited.connect(told.append)
    QTest.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "called")
    assert told[0] == "2026-11-23 10:42 "
    assert field.text() == "2026-11-23 10:42 called"


def test_only_the_words_of_what_is_pasted_come_in(show: Show) -> None:
    field = TextField("story", "What happened")
    show(field)
    rich = QMimeData()
    rich.setHtml("<b>kettle</b>")
    rich.setText("kettle <para>&amp;")
    QGuiApplication.clipboard().setMimeData(rich)
    field.paste()
    assert field.text() == "kettle <para>&amp;"


@pytest.mark.alone
@pytest.mark.parametrize(
    "text",
    ["水壶底座漏水第二次了，" * 9091, "kettle leaks " * 7693, "one line of words\n" * 5556],
    ids=["chinese in one line", "english in one line", "many lines"],
)
def test_100_000_characters_do_not_hold_the_window_up(
    show: Show, qapp: QApplication, text: str
) -> None:
    theme.add_chinese_face(resources() / "fonts" / "NotoSansSC-Regular.ttf")
    field = TextField("story", "What happened")
    show(field)
    field.set_text(text)
    QApplication.processEvents()
    field.setFocus()
    with Watchdog() as watchdog:
        for _ in range(5):
            QTest.keyClick(field, Qt.Key.Key_A)
            QApplication.processEvents()
    assert len(field.text()) >= 100_000
    assert watchdog.worst < 0.15, f"{watchdog.worst * 1000:.0f} ms for a key"


def test_a_long_text_is_shown_from_its_beginning(show: Callable[..., QWidget]) -> None:
    field = LineField("found", "Found")
    show(field)
    field.clearFocus()
    field.set_text("The base seal is worn. " * 40)
    assert field.cursorPosition() == 0
