"""A pair of hands at the keyboard of the real window: for the tour and for whole-window tests."""

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier


class Hand:
    """Presses keys in whatever has the focus, and counts them. Never touches a mouse."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self.presses = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key; modifiers held down with it are not counted apart."""
        self.presses += 1
        QTest.keyPress(self._focus(), key, modifier)
        QCoreApplication.processEvents()
        # What had the focus may be gone by now: a change of language makes every view anew.
        QTest.keyRelease(self._focus(), key, modifier)
        QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        """Type text that the keyboard has; each character is one key."""
        self.presses += len(text)
        QTest.keyClicks(self._focus(), text)
        QCoreApplication.processEvents()

    def compose(self, text: str, keys: int) -> None:
        """Enter text through an input method that took so many key presses."""
        self.presses += keys
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self._focus(), event)
        QCoreApplication.processEvents()

    def paste(self, text: str) -> None:
        """Put in a text at once, as a register's or a colleague's words come; two keys."""
        QApplication.clipboard().setText(text)
        self.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def choose(self, digits: str) -> None:
        """Choose options by their digits."""
        self.type(digits)

    def on(self) -> None:
        """Go on to the next field."""
        self.press(Qt.Key.Key_Tab)

    def commit(self) -> None:
        """Press Ctrl+Enter."""
        self.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def wait(self, milliseconds: int) -> None:
        """Let the window work."""
        # Not QTest.qWait: it keeps Python's lock, so what works beside the window stands still.
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def focused(self) -> str:
        """Tell the name of what has the focus."""
        return self._focus().objectName()

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window
