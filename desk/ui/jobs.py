"""Slow work off the GUI thread, one job after the other, its results back on the GUI thread."""

from collections.abc import Callable
from functools import partial
from threading import Event
from time import monotonic
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

from desk.domain.errors import Cancelled, DeskError

Result = TypeVar("Result")
Progress = Callable[[int, int], None]
"""Called by the work as ``progress(done, total)``; raises `Cancelled` when staff asked for it."""

_TOLD_EVERY = 0.05


class Executor(Protocol):
    """Where tasks run: a thread pool, or a list that a test empties."""

    def submit(self, task: Callable[[], None]) -> None:
        """Run `task` some time, after all tasks submitted before."""

    def close(self) -> None:
        """Wait until every submitted task has run."""


class PoolExecutor:
    """Runs tasks one after the other on a thread of Qt's."""

    def __init__(self) -> None:
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)

    def submit(self, task: Callable[[], None]) -> None:
        """Queue `task` for the thread."""
        self._pool.start(task)

    def close(self) -> None:
        """Wait for the thread: Python must not end before it does."""
        self._pool.waitForDone()


class Job:
    """One piece of work that was asked for."""

    def __init__(self) -> None:
        self._stop = Event()

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked this job to stop."""
        return self._stop.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next progress; work that has not begun never begins."""
        self._stop.set()


class Jobs(QObject):
    """Runs work and brings back results. Lives on the GUI thread; `run` is called there too."""

    working = Signal(bool)
    """True when work begins, False when none is left."""

    _posted = Signal(object)

    def __init__(self, executor: Executor | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = executor or PoolExecutor()
        self._open: list[Job] = []
        self._is_closed = False
        # The receiver lives on the GUI thread, so calls from a worker are queued to it.
        self._posted.connect(self._deliver)

    def run(
        self,
        work: Callable[[Progress], Result],
        done: Callable[[Result], None],
        failed: Callable[[DeskError], None],
        progress: Progress | None = None,
    ) -> Job:
        """Run `work(progress)` after all earlier work, then `done(result)` or `failed(error)`.

        `failed` gets what staff can do something about, `Cancelled` included; any other error is
        a defect and is raised on the GUI thread for the excepthook. `progress`, if given, is told
        at most 20 times a second. Raises RuntimeError after `close`.
        """
        if self._is_closed:
            raise RuntimeError("no work is taken after close()")
        job = Job()
        self._open.append(job)
        if len(self._open) == 1:
            self.working.emit(True)
        tell = self._teller(job, progress)

        def task() -> None:
            try:
                tell(0, 0)
                result = work(tell)
            except DeskError as error:
                self._post(job, partial(failed, error))
            except BaseException as error:  # noqa: BLE001 - raised again on the GUI thread
                self._post(job, partial(_raise, error))
            else:
                self._post(job, partial(done, result))

        self._executor.submit(task)
        return job

    @property
    def is_busy(self) -> bool:
        """Whether work is running or waiting."""
        return bool(self._open)

    def cancel(self) -> None:
        """Ask all work that is running or waiting to stop."""
        for job in self._open:
            job.cancel()

    def close(self) -> None:
        """Take no more work and wait for what was taken; its results are not delivered."""
        self._is_closed = True
        self._executor.close()

    def _teller(self, job: Job, progress: Progress | None) -> Progress:
        told = 0.0

        def tell(done: int, total: int) -> None:
            nonlocal told
            if job.is_cancelled:
                raise Cancelled
            now = monotonic()
            if progress and total and (done >= total or now - told >= _TOLD_EVERY):
                told = now
                self._posted.emit(partial(progress, done, total))

        return tell

    def _post(self, job: Job, deliver: Callable[[], None]) -> None:
        def last() -> None:
            self._open.remove(job)
            if not self._open:
                self.working.emit(False)
            deliver()

        self._posted.emit(last)

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        if not self._is_closed:
            call()


def _raise(error: BaseException) -> None:
    raise error
