"""A plain page over the whole window: the time and the shop's name, and nothing of anybody's."""

from PySide6.QtCore import QDateTime, QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.i18n import _


class Shield(QWidget):
    """Lies over `window`; while it is up no key reaches what lies below.

    F9 and Esc ask to leave (`left`); whoever put it up decides and calls `lower_shield`.
    Dialogs and menus are windows of their own: close them before.
    """

    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("shield_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAutoFillBackground(True)
        self._window = window
        self._back: QWidget | None = None
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
        window.installEventFilter(self)
        self.hide()

    def raise_shield(self, shop: str) -> None:
        """Cover the window at once. `shop` is the name to show."""
        self._back = self.window().focusWidget()
        self._shop.setText(shop)
        self._way_back.setText(_("F9 or Esc: back"))
        self.setAccessibleName(_("Hidden. F9 goes back."))
        self._size_letters()
        self._tick()
        self._timer.start()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lower_shield(self) -> None:
        """Show the window again, the focus where it was."""
        self._timer.stop()
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
            self._back = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window when its size changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Keep every shortcut of the window from acting behind the shield."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to leave at F9 and Esc; swallow the rest."""
        if event.key() in {Qt.Key.Key_F9, Qt.Key.Key_Escape}:
            self.left.emit()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow clicks: what lies below must not be pressed."""
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus here."""
        return True

    def _size_letters(self) -> None:
        for label, factor in ((self._clock, 5), (self._shop, 2)):
            font = self.font()
            font.setPointSize(font.pointSize() * factor)
            label.setFont(font)

    def _tick(self) -> None:
        now = QDateTime.currentDateTime().time()
        self._clock.setText(QLocale().toString(now, "HH:mm"))
