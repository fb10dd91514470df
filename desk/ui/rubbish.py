"""Has Python look for rubbish on the window's own thread, and nowhere else."""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1000


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
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Search as far as Python itself would have by now."""
        due = [n for n, limit in enumerate(gc.get_threshold()) if gc.get_count()[n] > limit]
        if due:
            gc.collect(due[-1])

    def end(self) -> None:
        """Let Python search by itself again: nothing works beside a window that is shut."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
