"""A plain page over the whole window: the time and the shop's name, and nothing of anybody's."""

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.widgets.cover import Cover


class Shield(Cover):
    """F9 and Esc ask to leave (`left`); whoever put it up decides and calls `lower_shield`."""

    leaves = frozenset({Qt.Key.Key_F9, Qt.Key.Key_Escape})

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("shield_page")
        self._clock = QLabel(self)
        self._shop = QLabel(self)
        self._way_back = QLabel(self)
        column = QVBoxLayout(self)
        column.addStretch(2)
        for label in (self._clock, self._shop):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(3)
        self._way_back.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._way_back.setProperty("role", "muted")
        column.addWidget(self._way_back)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    def raise_shield(self, shop: str) -> None:
        """Cover the window at once. `shop` is the name to show."""
        self._shop.setText(shop)
        self._way_back.setText(_("F9 or Esc: back"))
        self.setAccessibleName(_("Hidden. F9 goes back."))
        self._size_letters()
        self._tick()
        self._timer.start()
        self.cover()

    def lower_shield(self) -> None:
        """Show the window again, the focus where it was."""
        self._timer.stop()
        self.lower_cover()

    def _size_letters(self) -> None:
        for label, factor in ((self._clock, 5), (self._shop, 2)):
            font = self.font()
            font.setPointSize(font.pointSize() * factor)
            label.setFont(font)

    def _tick(self) -> None:
        now = QDateTime.currentDateTime().time()
        self._clock.setText(QLocale().toString(now, "HH:mm"))
