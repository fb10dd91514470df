"""Measures how long the event loop was ever held up; used by tests and benchmarks."""

from time import perf_counter
from types import TracebackType
from typing import Self

from PySide6.QtCore import Qt, QTimer


class Watchdog:
    """Within ``with``, `worst` becomes the longest gap in seconds between two turns of the loop.

    A timer of 10 ms ticks on the GUI thread; an idle loop shows a worst of about 12 ms.
    """

    def __init__(self) -> None:
        self.worst = 0.0
        self._last = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)

    def __enter__(self) -> Self:
        """Begin to measure."""
        self.worst = 0.0
        self._last = perf_counter()
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop, counting the gap that is still open."""
        self._look()
        self._timer.stop()

    def _look(self) -> None:
        now = perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now
