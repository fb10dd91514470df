"""The shield comes by itself when nobody touches the desk, and goes late only by a PIN."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor

from desk.domain.staff import Role
from desk.services.app import App
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from desk.ui.shielding import WHILE_PARKED, WITHOUT_PIN
from tests.make import LISTENED, a_draft

PIN = "271828"


@dataclass
class Running:
    """Seconds of the machine's own running, moved by hand."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def running(shell: Shell) -> Running:
    shell.shielding.stop()
    shell.shielding.running = running = Running()
    Hand(shell).press(Qt.Key.Key_Down)
    shell.shielding.look()
    return running


def test_the_window_is_hidden_after_ninety_seconds_in_which_nobody_touched_it(
    shell: Shell, running: Running
) -> None:
    """ux §3.6: auto-shield."""
    shell.new_complaint()
    running.at += 89
    shell.shielding.look()
    assert not shell.shield.isVisible()
    running.at += 2
    shell.shielding.look()
    assert shell.shield.isVisible()
    assert shell.windowTitle() == "desk"
    Hand(shell).press(Qt.Key.Key_F9)
    assert not shell.shield.isVisible()
    assert shell.windowTitle() != "desk"


@pytest.mark.parametrize("touch", ["key", "mouse"])
def test_a_key_or_the_mouse_keeps_the_window_in_sight(
    shell: Shell, running: Running, touch: str
) -> None:
    shell.new_complaint()
    running.at += 80
    if touch == "key":
        Hand(shell).type("t")
    else:
        QCursor.setPos(QCursor.pos().x() + 7, 11)
    shell.shielding.look()
    running.at += 80
    shell.shielding.look()
    assert not shell.shield.isVisible()


def test_twenty_seconds_are_enough_on_today_while_a_complaint_is_parked(
    app: App, shell: Shell, running: Running
) -> None:
    running.at += WHILE_PARKED + 1
    shell.shielding.look()
    assert not shell.shield.isVisible()  # nobody's complaint is parked
    app.complaints.park(a_draft(LISTENED))
    shell.shielding.look()
    assert shell.shield.isVisible()


def test_the_setting_gives_other_seconds_and_none_never_hides(
    app: App, shell: Shell, running: Running
) -> None:
    app.settings.change(shield_seconds=0)
    running.at += 100_000
    shell.shielding.look()
    assert not shell.shield.isVisible()
    app.settings.change(shield_seconds=30)
    shell.shielding.look()
    assert shell.shield.isVisible()


def entered(app: App, shell: Shell) -> None:
    chen = app.people.add("Chen", Role.SUPERVISOR, PIN)
    if app.settings.gate.person is None:
        app.people.sign_in(chen.id, PIN)
    shell.go("today")


def test_who_comes_back_within_a_minute_needs_no_pin_and_later_one_is_asked(
    app: App, shell: Shell, running: Running
) -> None:
    entered(app, shell)
    shell.new_complaint()
    hand = Hand(shell)
    hand.type("The kettle leaks.")
    hand.press(Qt.Key.Key_F9)
    running.at += WITHOUT_PIN - 1
    hand.press(Qt.Key.Key_Escape)
    assert not shell.locking.is_covered
    assert hand.focused() == "story"
    hand.press(Qt.Key.Key_F9)
    running.at += WITHOUT_PIN + 1
    hand.press(Qt.Key.Key_Escape)
    assert app.settings.gate.is_locked
    assert shell.windowTitle() == "desk"
    assert shell.locking.is_covered


def test_without_people_there_is_no_pin_to_ask_for(
    app: App, shell: Shell, running: Running
) -> None:
    shell.new_complaint()
    hand = Hand(shell)
    hand.press(Qt.Key.Key_F9)
    running.at += 3600
    hand.press(Qt.Key.Key_F9)
    assert not shell.shield.isVisible()
    assert not shell.locking.is_covered
