"""The line on top of the guide: which complaint, what it is about, how long they are here."""

from html import escape

from PySide6.QtCore import QDateTime, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from desk.domain.side_path import Path
from desk.i18n import _
from desk.ui.guide.path_calls import path_keys
from desk.ui.guide.screen import GuideScreen


class GuideHeader(QFrame):
    """Which complaint, what it is about, and how long the customer has been here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._left = QLabel(self)
        self._left.setProperty("role", "heading")
        self._about = QLabel(self)
        self._about.setObjectName("about")
        self._clock = QLabel(self)
        self._earlier = QLabel(self)
        self._earlier.setObjectName("earlier")
        for label in (self._left, self._about, self._clock, self._earlier):
            label.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(16)
        row.addWidget(self._left)
        row.addWidget(self._clock)
        row.addWidget(self._about)
        row.addWidget(self._earlier)
        row.addStretch(1)
        self._opened_at: float | None = None
        timer = QTimer(self)
        timer.setInterval(1000)
        timer.timeout.connect(self._tick)
        timer.start()

    def show_screen(self, screen: GuideScreen) -> None:
        """Show what a screen says."""
        self._left.setText(screen.reference)
        self._about.setText(screen.about)
        self._about.setToolTip("<br>".join(map(escape, screen.clocks)))
        self._about.setAccessibleDescription("\n".join(screen.clocks))
        self._earlier.setText(_earlier_words(screen.earlier))
        self._opened_at = screen.opened_at
        self._tick()

    def _tick(self) -> None:
        if self._opened_at is None or not self.isVisible():
            return
        seconds = max(0, int(QDateTime.currentMSecsSinceEpoch() / 1000 - self._opened_at))
        self._clock.setText(
            _("here {minutes}").format(minutes=f"{seconds // 60:02}:{seconds % 60:02}")
        )


def _earlier_words(count: int) -> str:
    """Say how often the customer was here before, in words that they may read (ux.md §3.6)."""
    if not count:
        return _("earlier visits: -")
    keys = path_keys(Path.CAME_BEFORE)
    return _("earlier visits {count}  ({keys})").format(count=count, keys=keys)
