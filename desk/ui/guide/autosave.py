"""Every change on disk within a second, without the window waiting for the disk."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desk.domain.draft import Draft
from desk.services.drafts import DraftWriter

WRITE_AFTER = 300
"""Milliseconds from a change to its writing; what changes meanwhile is written with it."""
CLOSE_SECONDS = 5.0


class Autosave(QObject):
    """Gathers changes of one draft after the other for the writer's thread."""

    kept = Signal(object)
    """The Draft as it now is on disk, with its reference."""
    failed = Signal(object)
    """The DeskError for which it is not; it is tried again."""

    def __init__(self, keep: Callable[[Draft], Draft], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = DraftWriter(keep, self.kept.emit, self.failed.emit)
        self._newest: Draft | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_AFTER)
        self._timer.timeout.connect(self._write)

    def put(self, draft: Draft) -> None:
        """Have the newest state written soon; an empty guide is never written."""
        if not draft.answers:
            return
        self._newest = draft
        if not self._timer.isActive():
            self._timer.start()

    def forget(self, complaint_id: str) -> None:
        """Write no more of a complaint that a service is about to save."""
        self._timer.stop()
        self._newest = None
        self._writer.forget(complaint_id)

    def close(self) -> None:
        """Write what waits, and stop."""
        self._timer.stop()
        self._write()
        self._writer.close(CLOSE_SECONDS)

    def _write(self) -> None:
        if self._newest is not None:
            self._writer.put(self._newest)
            self._newest = None
