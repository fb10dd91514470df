"""The window is never held up, however many complaints there are."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.services.app import App
from desk.ui.shell import Shell
from desk.ui.watchdog import Watchdog
from tests.conftest import StandingClock
from tests.ui.saved import many
from tests.ui.walking import press, settled

if TYPE_CHECKING:
    from collections.abc import Callable

HELD_UP = 0.05
"""decisions.md §5: seconds the window may be held up."""


@pytest.mark.alone
def test_no_screen_holds_the_window_up_with_5000_complaints(
    app: App, clock: StandingClock, shell: Shell, qtbot: QtBot
) -> None:
    many(app, clock, 5000)
    steps: tuple[Callable[[], object], ...] = (
        lambda: shell.go("complaints"),
        lambda: press(shell, Qt.Key.Key_End),
        lambda: shell.seek("the"),
        lambda: shell.seek("漏水"),
        lambda: shell.go("complaint", "BR09-26-0001"),
        lambda: shell.go("reports"),
        lambda: shell.go("settings"),
        lambda: shell.go("today"),
    )
    for step in steps:  # the first time includes loading the screen's code
        step()
        settled(shell, qtbot)
    worst = {}
    for place, step in enumerate(steps):
        with Watchdog() as dog:
            step()
            settled(shell, qtbot)
        worst[place] = dog.worst
    assert max(worst.values()) < HELD_UP, worst
