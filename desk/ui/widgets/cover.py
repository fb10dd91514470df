"""A page over the whole window; while it is up nothing that lies below is seen or reached."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget


class Cover(QWidget):
    """Lies over `window`. The keys of `leaves` ask to leave; all others are answered or swallowed.

    Whoever put it up decides and calls `lower_cover`. Dialogs and menus are windows of their own:
    close them before.
    """

    left = Signal()
    leaves: frozenset[Qt.Key] = frozenset({Qt.Key.Key_Escape})

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAutoFillBackground(True)
        self._window = window
        self._back: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Cover the window at once."""
        if not self.isVisible():
            self._back = self.window().focusWidget()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def lower_cover(self) -> None:
        """Show the window again, the focus where it was."""
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
            self._back = None

    def answer(self, key: Qt.Key, text: str) -> None:
        """Take a key that does not leave."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window when its size changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._window.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Keep every shortcut of the window from acting behind the cover."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask to leave, or answer; let nothing through."""
        if event.key() in self.leaves:
            self.left.emit()
        else:
            self.answer(Qt.Key(event.key()), event.text())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow clicks: what lies below must not be pressed."""
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus here."""
        return True
