"""Waiting and weighing by keys alone, in the real window."""

from PySide6.QtCore import Qt

from desk.services.app import App
from desk.ui.cards.menu import KEYS
from desk.ui.cards.registry import BESIDE
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from tests.make import LISTENED, a_draft

CONTROL = Qt.KeyboardModifier.ControlModifier


def key_of(name: str) -> str:
    return KEYS[[entry.name for entry in BESIDE].index(name)]


def open_card(window: Shell, hand: Hand, name: str) -> None:
    hand.press(Qt.Key.Key_G, CONTROL)
    hand.choose(key_of(name))


def test_our_clocks_are_stopped_and_go_on_by_keys_alone(app: App, shell: Shell) -> None:
    """D4: whom we wait for, and what for."""
    complaint = app.complaints.receive(a_draft(LISTENED))
    shell.go("complaint", complaint.reference)
    hand = Hand(shell)
    open_card(shell, hand, "pause")
    hand.choose("3")
    hand.on()
    hand.type("the test report")
    hand.commit()
    kept = app.complaints.get(complaint.id)
    assert kept is not None
    assert kept.paused_at is not None
    (pause,) = app.pauses.of(complaint.id)
    assert (pause.reason, pause.is_open) == ("the test report", True)


def test_a_priority_by_hand_asks_its_reason_in_the_window_too(app: App, shell: Shell) -> None:
    """A1."""
    complaint = app.complaints.receive(a_draft(LISTENED))
    shell.go("complaint", complaint.reference)
    hand = Hand(shell)
    open_card(shell, hand, "priority")
    hand.choose("1")
    hand.commit()
    assert hand.focused() == "card_problems"
    kept = app.complaints.get(complaint.id)
    assert kept is not None
    assert kept.priority == 3
