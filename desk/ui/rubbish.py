"""Has Python look for rubbish on the window's own thread, and nowhere else."""

import gc
import time

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1000
WHOLE_AFTER_SECONDS = 60.0
"""Between two searches of everything, which take tens of milliseconds in a window long open."""
OLDEST = 2
"""The generation of what has lived longest, as Python counts them."""


class Rubbish(QObject):
    """Takes the search for cycles over from Python as long as a window is there.

    Python searches on whatever thread happens to make objects. What a screen leaves behind are
    Qt's widgets and timers, which may be destroyed on the window's thread only: found by a job
    that drew a paper, they ended the process (measured, PySide6 6.12).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._searched_all = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Search as far as Python itself would have by now, but everything rarely."""
        due = [n for n, limit in enumerate(gc.get_threshold()) if gc.get_count()[n] > limit]
        if not due:
            return
        now = time.monotonic()
        everything = due[-1] == OLDEST and now - self._searched_all > WHOLE_AFTER_SECONDS
        gc.collect(OLDEST if everything else min(due[-1], OLDEST - 1))
        if everything:
            self._searched_all = now

    def end(self) -> None:
        """Let Python search by itself again: nothing works beside a window that is shut."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
