"""Fields for typing, in one line or many; they tell changes of text, never steps of composing."""

import re
from collections.abc import Callable

from PySide6.QtCore import QDateTime, QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from desk.ui.widgets.carried import is_for_the_complaint

_BREAKS = re.compile("[\n\r\u2028\u2029]")
LEAST_LINE = 12
"""Digits that a field of one line shows however narrow the window is."""

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


def now_stamp() -> str:
    """Write the local date and time as people sort them: ``2026-11-23 10:42``."""
    return QDateTime.currentDateTime().toString("yyyy-MM-dd HH:mm")


class _OneLine(QValidator):
    """Turns line breaks, which pasted text may bring, into blanks."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, _BREAKS.sub(" ", text), position


class LineField(QLineEdit):
    """One line; Enter goes on to the next field."""

    edited = Signal(str)
    """The whole text, when staff changed it; not while they compose."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._last = ""
        self._composing = False
        self.setValidator(_OneLine(self))
        self.textChanged.connect(self._look)

    def set_text(self, text: str) -> None:
        """Show a text; the cursor stays when it is the same, and composing is not disturbed."""
        if self._composing or text == self.text():
            return
        self._last = text
        self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)  # a long text is seen from its beginning
        # What is shown may differ: line breaks have become blanks.
        self._last = self.text()

    def minimumSizeHint(self) -> QSize:
        """Keep room for a phone number at every text size."""
        least = super().minimumSizeHint()
        return least.expandedTo(QSize(self.fontMetrics().horizontalAdvance("0") * LEAST_LINE, 0))

    def event(self, event: QEvent) -> bool:
        """Leave files and pictures on the clipboard to the window, and undo when there is none."""
        if _is_undo(event) and not self.isUndoAvailable():
            event.ignore()
            return False
        return _is_paste_of_files(event) or super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files and pictures to the screen."""
        if is_for_the_complaint(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow the composition."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at Enter."""
        if event.key() in _ENTER and not _is_held(event):
            self.returnPressed.emit()
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def _look(self, text: str) -> None:
        if text != self._last:
            self._last = text
            self.edited.emit(text)


class TextField(QPlainTextEdit):
    """Many lines of plain text: Tab goes on, Enter is a new line, Ctrl+N writes date and time."""

    edited = Signal(str)
    """The whole text, when staff changed it; not while they compose."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        lines: int = 3,
        stamp: Callable[[], str] = now_stamp,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._stamp = stamp
        self._last = ""
        self._composing = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._fit_height()
        self.textChanged.connect(self._look)

    def text(self) -> str:
        """Give the whole text, without what is still being composed."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text; the cursor stays when it is the same, and composing is not disturbed."""
        if self._composing or text == self.toPlainText():
            return
        self._last = text
        self.setPlainText(text)
        self._last = self.toPlainText()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+N here."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_stamp(event):
            event.accept()
            return True
        if _is_undo(event) and not self.document().isUndoAvailable():
            event.ignore()  # the window takes the last action back
            return False
        return _is_paste_of_files(event) or super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow the composition."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write date and time at Ctrl+N; Ctrl+Enter is the window's."""
        if _is_stamp(event):
            self.insertPlainText(self._stamp() + " ")
        elif event.key() in _ENTER and _is_held(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only: files go beside the complaint."""
        return source.hasText() and not is_for_the_complaint(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste the words without their looks."""
        if self.canInsertFromMimeData(source):
            self.insertPlainText(source.text())

    def sizeHint(self) -> QSize:
        """Ask for the wanted lines; a screen may give more."""
        return QSize(240, self.minimumHeight())

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for the wanted lines when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_height()

    def _fit_height(self) -> None:
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * self._lines + 18)

    def _look(self) -> None:
        # Qt tells of every step of composing too, though the text is the same.
        text = self.toPlainText()
        if text != self._last:
            self._last = text
            self.edited.emit(text)


def _is_paste_of_files(event: QEvent) -> bool:
    """Tell a Ctrl+V that is the window's; such an event is left unaccepted for its shortcut."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not event.matches(QKeySequence.StandardKey.Paste):
        return False
    is_ours = is_for_the_complaint(QGuiApplication.clipboard().mimeData())
    if is_ours:
        event.ignore()
    return is_ours


def _is_held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)


def _is_stamp(event: QEvent) -> bool:
    return (
        isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_N
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    )


def _is_undo(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.matches(QKeySequence.StandardKey.Undo)
    )
