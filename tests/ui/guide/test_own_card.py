"""Own fields and another kind, answered by keyboard through the real window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.domain.complaint import Kind
from desk.domain.own_field import OwnForm
from desk.services.app import App
from desk.ui.complaint.view import ComplaintView
from desk.ui.shell import Shell
from desk.ui.widgets.choice import ChoiceGroup
from tests.make import LISTENED, a_draft
from tests.ui.walking import notice, press, settled

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_an_own_field_is_answered_on_its_card_and_then_found_and_read(
    shell: Shell, app: App, qtbot: QtBot
) -> None:
    """N2: in the form, in search, and in the view, by keyboard."""
    app.own_fields.add(OwnForm.TEXT, en="Batch", zh="批号")
    app.own_fields.add(OwnForm.CHOICE, en="Colour", zh="颜色", options="Red | 红色\nBlue | 蓝色")
    shell.new_complaint()
    story = shell.focusWidget()
    assert story is not None
    QTest.keyClicks(story, "The kettle leaks at the base.")
    shell.stage.view().open_card("own")
    settled(shell, qtbot)
    batch = shell.focusWidget()
    assert batch is not None
    assert batch.objectName() == "own_batch"
    QTest.keyClicks(batch, "LOT7a")
    press(shell, Qt.Key.Key_Tab)
    assert isinstance(shell.focusWidget(), ChoiceGroup)
    press(shell, Qt.Key.Key_2)
    press(shell, Qt.Key.Key_Return, CONTROL)
    settled(shell, qtbot)
    assert notice(shell).endswith("More about it is written down.")
    (found,) = app.complaints.find("LOT7a", limit=5)
    shell.go("complaint", found.reference)
    settled(shell, qtbot)
    view = shell.stage.view()
    assert isinstance(view, ComplaintView)
    words = {label.objectName(): label.text() for label in view.findChildren(QLabel)}
    assert words["fact_own_batch"] == "LOT7a"
    assert words["fact_own_colour"] == "Blue"


def test_praise_taken_in_as_a_complaint_becomes_praise_by_keyboard(
    shell: Shell, app: App, qtbot: QtBot
) -> None:
    """I8: kind can change later with reason."""
    saved = app.complaints.receive(a_draft(LISTENED))
    shell.go("guide", saved.id)
    settled(shell, qtbot)
    shell.stage.view().open_card("kind")
    settled(shell, qtbot)
    press(shell, Qt.Key.Key_3)
    press(shell, Qt.Key.Key_Return, CONTROL)
    assert app.complaints.whole(saved.reference).complaint.kind is None
    shell.stage.view().open_card("kind")
    settled(shell, qtbot)
    press(shell, Qt.Key.Key_3)
    press(shell, Qt.Key.Key_Tab)
    reason = shell.focusWidget()
    assert reason is not None
    QTest.keyClicks(reason, "She only wanted to say thank you.")
    press(shell, Qt.Key.Key_Return, CONTROL)
    settled(shell, qtbot)
    changed = app.complaints.whole(saved.reference).complaint
    assert changed.kind is Kind.PRAISE
    assert changed.first_word_due_at is None
