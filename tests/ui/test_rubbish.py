"""What screens leave behind is cleared away on the window's thread, whatever works beside it."""

import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desk.ui.jobs import Progress
from desk.ui.shell import Shell
from desk.ui.start import open_window, shut


@pytest.fixture
def searched() -> Iterator[list[int]]:
    """The threads on which rubbish was searched for."""
    threads: list[int] = []

    def note(_phase: str, _info: dict[str, int]) -> None:
        threads.append(threading.get_ident())

    gc.callbacks.append(note)
    yield threads
    gc.callbacks.remove(note)


def leave_rubbish(progress: Progress) -> int:
    del progress
    for _one in range(50_000):
        ring: list[object] = []
        ring.append(ring)
    return 1


def test_a_job_that_makes_much_never_clears_away_what_a_screen_left(
    shell: Shell, qtbot: QtBot, searched: list[int]
) -> None:
    done: list[int] = []
    shell.parts.jobs.run(leave_rubbish, done.append, lambda error: None)
    qtbot.waitUntil(lambda: bool(done) and bool(searched), timeout=10_000)
    assert set(searched) == {threading.main_thread().ident}


def test_python_searches_by_itself_again_when_the_window_is_shut(shell: Shell) -> None:
    assert not gc.isenabled()
    second = open_window(shell.parts.app)
    shut(second)
    assert not gc.isenabled()
    shut(shell)
    assert gc.isenabled()
