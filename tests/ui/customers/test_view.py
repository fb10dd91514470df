"""The customers by keyboard, in the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.ui.customers.view import CustomersView
from desk.ui.shell import Shell
from tests.services.test_customer_links import someone
from tests.ui.walking import notice, press, settled

CTRL = Qt.KeyboardModifier.ControlModifier


def test_two_records_of_one_person_are_found_merged_and_taken_apart_by_keys(
    shell: Shell, qtbot: QtBot
) -> None:
    """H2: duplicate people merged and unmerged."""
    app = shell.parts.app
    one = someone(app, 1, name="Wei Lin", phone="138 0013 4821").person
    other = someone(app, 2, name="Wei Lin (work)", phone="139 0000 4821").person
    press(shell, Qt.Key.Key_3, CTRL)
    view = shell.stage.view()
    assert isinstance(view, CustomersView)
    QTest.keyClicks(shell.focusWidget(), "4821")
    press(shell, Qt.Key.Key_Return)
    settled(shell, qtbot)
    assert view.table.hasFocus()
    assert view.table.current_id() == one.id
    press(shell, Qt.Key.Key_M)
    press(shell, Qt.Key.Key_Return)  # the same number finds the other one as well
    press(shell, Qt.Key.Key_Down)
    press(shell, Qt.Key.Key_Return)
    press(shell, Qt.Key.Key_2)  # the other one's name
    press(shell, Qt.Key.Key_Return, CTRL)
    settled(shell, qtbot)
    assert notice(shell) == "✓ Merged into one customer."
    person = app.customers.person(other.id)
    assert (person.id, person.name, len(person.phones)) == (one.id, "Wei Lin (work)", 2)
    assert view.table.current_id() == one.id
    assert view.table.hasFocus()
    press(shell, Qt.Key.Key_U)
    settled(shell, qtbot)
    assert app.customers.person(other.id).id == other.id
    assert app.customers.person(one.id).name == "Wei Lin"


def test_a_customer_is_changed_and_a_complaint_opened_by_keys(shell: Shell, qtbot: QtBot) -> None:
    app = shell.parts.app
    someone(app, 1, name="Sam Example", phone="138 0013 4821")
    press(shell, Qt.Key.Key_3, CTRL)
    QTest.keyClicks(shell.focusWidget(), "sam")
    press(shell, Qt.Key.Key_Return)
    settled(shell, qtbot)
    view = shell.stage.view()
    masked = view.findChild(QLabel, "stored_1")
    assert masked is not None
    assert masked.text() == "•••• 4821"
    press(shell, Qt.Key.Key_C)
    assert shell.focusWidget().objectName() == "customer_name"
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_End)
    QTest.keyClicks(shell.focusWidget(), " Junior")
    press(shell, Qt.Key.Key_Return, CTRL)
    settled(shell, qtbot)
    (found,) = app.customers.find("junior")
    assert found.person is not None
    press(shell, Qt.Key.Key_Return)
    press(shell, Qt.Key.Key_Return)
    assert shell.stage.current == "complaint"
    assert shell.stage.title() == "BR01-26-0001"
