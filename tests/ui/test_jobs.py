"""Slow work leaves the window free, comes back to its thread, and can be stopped."""

import threading
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QThread
from pytestqt.qtbot import QtBot

from desk.domain.errors import Cancelled, DeskError, DiskFull
from desk.ui.jobs import Jobs, Progress
from desk.ui.refresh import Refresh
from desk.ui.watchdog import Watchdog


class ManualExecutor:
    """Runs tasks when the test says so."""

    def __init__(self) -> None:
        self.tasks: deque[Callable[[], None]] = deque()

    def submit(self, task: Callable[[], None]) -> None:
        self.tasks.append(task)

    def close(self) -> None:
        self.drain()

    def drain(self) -> None:
        while self.tasks:
            self.tasks.popleft()()


class Heard:
    """Collects what came back."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.failed: list[DeskError] = []
        self.progress: list[tuple[int, int]] = []

    def tell(self, done: int, total: int) -> None:
        self.progress.append((done, total))


@pytest.fixture
def executor() -> ManualExecutor:
    return ManualExecutor()


@pytest.fixture
def jobs(executor: ManualExecutor, qtbot: QtBot) -> Jobs:
    return Jobs(executor)


@pytest.fixture
def heard() -> Heard:
    return Heard()


def nothing(progress: Progress) -> None:
    """Work that has nothing to do."""


def given(number: int, progress: Progress) -> int:
    """Work that gives back what it was given."""
    return number


def test_work_runs_later_and_its_result_comes_back(
    jobs: Jobs, executor: ManualExecutor, heard: Heard
) -> None:
    jobs.run(lambda _: 6 * 7, heard.done.append, heard.failed.append)
    assert heard.done == []
    executor.drain()
    assert (heard.done, heard.failed) == ([42], [])


def test_work_is_done_in_the_order_it_was_asked_for(
    jobs: Jobs, executor: ManualExecutor, heard: Heard
) -> None:
    for number in range(3):
        jobs.run(partial(given, number), heard.done.append, heard.failed.append)
    executor.drain()
    assert heard.done == [0, 1, 2]


def test_an_expected_error_goes_to_the_one_who_asked(
    jobs: Jobs, executor: ManualExecutor, heard: Heard
) -> None:
    def work(progress: Progress) -> None:
        raise DiskFull(Path("/full"))

    jobs.run(work, heard.done.append, heard.failed.append)
    executor.drain()
    assert [type(error) for error in heard.failed] == [DiskFull]
    assert heard.done == []


def test_a_defect_in_work_reaches_the_excepthook_and_ends_the_work(
    jobs: Jobs, executor: ManualExecutor, heard: Heard, qtbot: QtBot
) -> None:
    states: list[bool] = []
    jobs.working.connect(states.append)

    def work(progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        jobs.run(work, heard.done.append, heard.failed.append)
        executor.drain()
    assert [kind for kind, _error, _traceback in caught] == [ZeroDivisionError]
    assert (heard.done, heard.failed, states) == ([], [], [True, False])


def test_progress_is_told_but_not_more_often_than_anyone_can_see(
    jobs: Jobs, executor: ManualExecutor, heard: Heard
) -> None:
    def work(progress: Progress) -> None:
        for done in range(1, 10_001):
            progress(done, 10_000)

    jobs.run(work, heard.done.append, heard.failed.append, heard.tell)
    executor.drain()
    assert heard.progress[-1] == (10_000, 10_000)
    assert len(heard.progress) < 100
    assert heard.progress == sorted(heard.progress)


def test_cancelling_stops_work_at_its_next_progress(
    jobs: Jobs, executor: ManualExecutor, heard: Heard
) -> None:
    reached: list[int] = []

    def work(progress: Progress) -> None:
        for done in range(10):
            progress(done, 10)
            reached.append(done)
            if done == 3:
                jobs.cancel()

    jobs.run(work, heard.done.append, heard.failed.append)
    executor.drain()
    assert reached == [0, 1, 2, 3]
    assert [type(error) for error in heard.failed] == [Cancelled]


def test_work_cancelled_while_it_waits_never_begins(
    jobs: Jobs, executor: ManualExecutor, heard: Heard
) -> None:
    began: list[int] = []
    jobs.run(lambda _: 1, heard.done.append, heard.failed.append)
    jobs.run(lambda _: began.append(1), heard.done.append, heard.failed.append).cancel()
    executor.drain()
    assert began == []
    assert heard.done == [1]
    assert [type(error) for error in heard.failed] == [Cancelled]


def test_working_is_true_from_the_first_work_to_the_last(
    jobs: Jobs, executor: ManualExecutor, heard: Heard
) -> None:
    states: list[bool] = []
    jobs.working.connect(states.append)
    jobs.run(nothing, heard.done.append, heard.failed.append)
    jobs.run(nothing, heard.done.append, heard.failed.append)
    assert states == [True]
    executor.drain()
    assert states == [True, False]


def test_after_closing_no_work_is_taken_and_nothing_comes_back(
    jobs: Jobs, executor: ManualExecutor, heard: Heard
) -> None:
    ran: list[int] = []
    jobs.run(lambda _: ran.append(1), heard.done.append, heard.failed.append)
    jobs.close()
    assert ran == [1]
    assert heard.done == []
    with pytest.raises(RuntimeError):
        jobs.run(nothing, heard.done.append, heard.failed.append)


def test_real_work_leaves_the_window_alive_and_answers_on_its_thread(qtbot: QtBot) -> None:
    jobs = Jobs()
    release = threading.Event()
    where: dict[str, QThread] = {}
    with Watchdog() as watchdog:

        def work(progress: Progress) -> str:
            where["work"] = QThread.currentThread()
            assert release.wait(5)
            return "done"

        def done(result: str) -> None:
            where[result] = QThread.currentThread()

        jobs.run(work, done, lambda error: pytest.fail(str(error)))
        qtbot.waitUntil(lambda: "work" in where)
        release.set()
        qtbot.waitUntil(lambda: "done" in where)
    jobs.close()
    main = QCoreApplication.instance()
    assert main is not None
    assert where["done"] is main.thread()
    assert where["work"] is not main.thread()
    assert 0 < watchdog.worst < 1


def test_the_watchdog_sees_a_held_up_loop(qtbot: QtBot) -> None:
    held = threading.Event()
    with Watchdog() as watchdog:
        held.wait(0.08)
        QCoreApplication.processEvents()
    assert watchdog.worst >= 0.08


def test_news_of_commits_from_any_thread_arrive_on_the_gui_thread(qtbot: QtBot) -> None:
    refresh = Refresh()
    told: list[tuple[frozenset[str], bool]] = []
    here = QThread.currentThread()
    refresh.changed.connect(lambda tables: told.append((tables, QThread.currentThread() is here)))
    worker = threading.Thread(target=refresh.committed, args=(frozenset({"complaint"}),))
    worker.start()
    worker.join()
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(frozenset({"complaint"}), True)]


def test_commits_in_a_row_are_told_once_and_never_inside_the_commit(qtbot: QtBot) -> None:
    refresh = Refresh()
    told: list[frozenset[str]] = []
    refresh.changed.connect(told.append)
    refresh.committed(frozenset({"complaint"}))
    refresh.committed(frozenset({"tick"}))
    refresh.committed(frozenset())
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    refresh.committed(frozenset())
    refresh.committed(frozenset({"draft"}))
    qtbot.waitUntil(lambda: len(told) > 1)
    assert told == [frozenset({"complaint", "tick"}), frozenset({"draft"})]
