"""What happens to errors nobody caught: a log without customer text, and one calm dialog."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QMessageBox

from desk.domain.errors import DeskError
from desk.i18n import _


class Uncaught(QObject):
    """Takes every uncaught error of every thread, logs it, and says it in words.

    `explain` turns an expected error into a sentence; `begin_log` opens the log file where that
    was not done yet. Defects get one sentence of ours; while a
    dialog is open, further errors are logged only, so a failing paint cannot bury the desk.
    """

    _caught = Signal(object)

    def __init__(
        self,
        explain: Callable[[DeskError], str],
        show: Callable[[str], None] | None = None,
        begin_log: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._explain = explain
        self._begin_log = begin_log
        self._show = show or show_calmly
        self._is_showing = False
        # Errors of worker threads are queued to the GUI thread, where this object lives.
        self._caught.connect(self._tell)

    def install(self) -> None:
        """Become the process's hook for uncaught errors."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def take(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Handle one uncaught error (the signature of ``sys.excepthook``)."""
        if error is None or not issubclass(kind, Exception):
            sys.__excepthook__(kind, error or kind(), traceback)
            return
        from desk.services.log_file import LOG, describe

        self._begin_log()
        LOG.error("uncaught %s", describe(error))
        self._caught.emit(error)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        if self._is_showing:
            return
        self._is_showing = True
        try:
            self._show(self._words(error))
        finally:
            self._is_showing = False

    def _words(self, error: Exception) -> str:
        if isinstance(error, DeskError):
            return self._explain(error)
        return _(
            "Something in desk went wrong that should not have.\n\n"
            "Whatever was saved is safe. You can go on working; if the same thing happens again, "
            "close desk and start it again.\n\n"
            "What happened was written to desk.log, without any customer's words."
        )


def show_calmly(words: str, icon: QMessageBox.Icon = QMessageBox.Icon.Information) -> None:
    """Show a sentence in a plain dialog over the window in use, and wait for it."""
    box = QMessageBox(QApplication.activeWindow())
    box.setObjectName("trouble")
    box.setIcon(icon)
    box.setWindowTitle("desk")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words)
    box.exec()
