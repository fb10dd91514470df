"""News of commits: which tables changed, told on the GUI thread whoever committed."""

from threading import Lock

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Refresh(QObject):
    """Turns ``on_commit(tables)`` into a signal for presenters.

    Commits that follow each other before the GUI thread looks are told once, together; nothing
    is told inside the call that committed.
    """

    changed = Signal(frozenset)
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._waiting: frozenset[str] = frozenset()
        self._arrived.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def committed(self, tables: frozenset[str]) -> None:
        """Take the news of a commit; may be called from any thread."""
        with self._lock:
            is_first = not self._waiting
            self._waiting |= tables
            must_post = is_first and bool(self._waiting)
        if must_post:
            self._arrived.emit()

    @Slot()
    def _tell(self) -> None:
        with self._lock:
            tables, self._waiting = self._waiting, frozenset()
        self.changed.emit(tables)
