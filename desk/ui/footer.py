"""The line at the bottom: the keys of this screen, and how far long work has come."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QWidget

from desk.i18n import _

SHOWN_AFTER_MS = 300
"""Work that is done sooner shows no bar, so that nothing flashes."""


class Footer(QFrame):
    """Shows hints at the left and one bar at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self._hints = QLabel(self)
        self._hints.setProperty("role", "muted")
        self._hints.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._what = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("progress")
        self._bar.setFixedWidth(220)
        self._bar.setTextVisible(True)
        self._way_out = QLabel(self)
        self._way_out.setProperty("role", "muted")
        self._work = (self._what, self._bar, self._way_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.addWidget(self._hints, 1)
        for part in self._work:
            part.hide()
            row.addWidget(part)
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(SHOWN_AFTER_MS)
        self._waiting.timeout.connect(self._appear)

    def show_hints(self, words: str) -> None:
        """Say which keys do what here."""
        self._hints.setText(words)

    def show_work(self, what: str) -> None:
        """Announce work, whose bar appears when it lasts; none takes the bar away."""
        if not what:
            self._waiting.stop()
            for part in self._work:
                part.hide()
            return
        self._what.setText(what)
        self._bar.setAccessibleName(what)
        self._bar.setRange(0, 0)
        self._way_out.setText(_("Esc cancels"))
        self._waiting.start()

    def show_progress(self, done: int, total: int) -> None:
        """Show n of m."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setFormat(_("{done} of {total}").format(done=f"{done:,}", total=f"{total:,}"))

    def _appear(self) -> None:
        for part in self._work:
            part.show()
