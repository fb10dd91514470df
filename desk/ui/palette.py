"""All commands by name, for keyboards whose F keys are locked away: type, Enter."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.widgets.text import LineField

_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_WIDTH, _HEIGHT, _TOP = 520, 420, 48


class Palette(QFrame):
    """A sheet inside the window, so that the shield covers it too."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setProperty("panel", "plain")
        self._actions: list[QAction] = []
        self._back: QWidget | None = None
        self.words = LineField("command", _("Type the name of a command"), self)
        self.words.setPlaceholderText(_("Type the name of a command"))
        self.words.edited.connect(self._filter)
        self.words.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("commands")
        self.list.setAccessibleName(_("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        self.hide()

    def offer(self, actions: Mapping[str, QAction]) -> None:
        """Show every command that can be used now."""
        self._actions = [action for action in actions.values() if action.isEnabled()]
        if not self.isVisible():
            self._back = self.window().focusWidget()
        self.words.set_text("")
        self._filter("")
        around = self.window().rect()
        self.setGeometry(
            (around.width() - _WIDTH) // 2, _TOP, _WIDTH, min(_HEIGHT, around.height() - 2 * _TOP)
        )
        self.show()
        self.raise_()
        self.words.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list, run and leave from the line; the sheet goes when the focus goes."""
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._leave(give_back=False)
        elif event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self._leave(give_back=True)
        elif event.key() in _ENTER:
            item = self.list.currentItem()
            if item is not None:
                self._run(item)
        elif event.key() in _MOVES:
            self.list.keyPressEvent(event)
        else:
            return False
        return True

    def _filter(self, words: str) -> None:
        self.list.clear()
        wanted = words.casefold().split()
        for action in self._actions:
            label = action.text().split("\t")[0].replace("&", "")
            if all(word in label.casefold() for word in wanted):
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(f"{label}    {keys}" if keys else label)
                item.setData(Qt.ItemDataRole.UserRole, action)
                item.setSizeHint(QSize(0, max(28, self.fontMetrics().height() + 12)))
                self.list.addItem(item)
        if not self.list.count():
            self.list.addItem(_("No command has this name."))
        self.list.setCurrentRow(0)

    def _run(self, item: QListWidgetItem) -> None:
        action = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(action, QAction):
            self._leave(give_back=True)
            action.trigger()

    def _leave(self, *, give_back: bool) -> None:
        self.hide()
        if give_back and self._back is not None:
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._back = None
