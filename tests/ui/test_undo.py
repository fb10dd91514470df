"""Ctrl+Z in the real window: text first, then the last action."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.domain.guide import Step
from desk.domain.staff import Role
from desk.services.app import App
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, RESOLVED, a_draft
from tests.ui.walking import notice, settled

CONTROL = Qt.KeyboardModifier.ControlModifier


def close_by_keys(app: App, shell: Shell, qtbot: QtBot) -> str:
    """Close a complaint as at the desk, without a paper."""
    app.settings.change(handler="Lin")
    answers = {**LISTENED, **EMPATHISED, **INVESTIGATED, **RESOLVED, "paper": ("none",)}
    saved = app.complaints.record_finding(a_draft(answers))
    shell.go("guide", saved.id)
    shell.stage.view().open_step(Step.RESOLVE)
    hand = Hand(shell)
    hand.commit()
    hand.commit()
    settled(shell, qtbot)
    return saved.id


def test_a_complaint_closed_by_mistake_is_open_again_by_one_key(
    app: App, shell: Shell, qtbot: QtBot
) -> None:
    complaint = close_by_keys(app, shell, qtbot)
    closed = app.complaints.get(complaint)
    assert closed is not None
    assert not closed.is_open
    assert "Ctrl+Z takes it back" in notice(shell)
    hand = Hand(shell)
    hand.press(Qt.Key.Key_Z, CONTROL)
    settled(shell, qtbot)
    stands = app.complaints.get(complaint)
    assert stands is not None
    assert stands.is_open
    assert "Taken back." in notice(shell)
    hand.press(Qt.Key.Key_Y, CONTROL)
    again = app.complaints.get(complaint)
    assert again is not None
    assert not again.is_open
    assert app.check.run() == ()


def test_ctrl_z_takes_words_back_while_there_are_any_and_no_action(
    app: App, shell: Shell, qtbot: QtBot
) -> None:
    complaint = close_by_keys(app, shell, qtbot)
    hand = Hand(shell)
    hand.press(Qt.Key.Key_F2)
    hand.type("leaks")
    hand.press(Qt.Key.Key_Z, CONTROL)
    closed = app.complaints.get(complaint)
    assert closed is not None
    assert not closed.is_open
    hand.press(Qt.Key.Key_Z, CONTROL)  # the field has no words left to take back
    stands = app.complaints.get(complaint)
    assert stands is not None
    assert stands.is_open


def test_with_nothing_done_there_is_nothing_to_take_back(shell: Shell) -> None:
    Hand(shell).press(Qt.Key.Key_Z, CONTROL)
    assert "nothing to take back" in notice(shell)


def test_nobody_takes_back_what_another_did_at_this_desk(
    app: App, shell: Shell, qtbot: QtBot
) -> None:
    complaint = close_by_keys(app, shell, qtbot)
    chen = app.people.add("Chen", Role.SUPERVISOR, "271828")
    app.settings.gate.let_in(chen)
    shell.undo.undo()
    closed = app.complaints.get(complaint)
    assert closed is not None
    assert not closed.is_open
