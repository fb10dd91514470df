"""One phrase, large enough to be read across the counter."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QVBoxLayout, QWidget

from desk.i18n import _

LARGE = 20
"""Points of the phrase that is shown large."""


class PhraseSheet(QWidget):
    """Type to filter, Up and Down to choose; the chosen one stands large above. Esc leaves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setObjectName("phrase_sheet")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(_("Phrases"))
        self.resize(760, 420)
        self._phrases: Sequence[tuple[str, str]] = ()
        self._large = QLabel(self)
        self._large.setTextFormat(Qt.TextFormat.PlainText)
        self._large.setWordWrap(True)
        self._large.setMinimumHeight(140)
        font = self._large.font()
        font.setPointSize(LARGE)
        self._large.setFont(font)
        self._filter = QLineEdit(self)
        self._filter.setObjectName("phrase_filter")
        self._filter.setAccessibleName(_("Type to filter"))
        self._filter.setPlaceholderText(_("Type to filter"))
        self._filter.textChanged.connect(self._narrow)
        self._list = QListWidget(self)
        self._list.setAccessibleName(_("What to say"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.currentTextChanged.connect(self._large.setText)
        column = QVBoxLayout(self)
        for part in (self._large, self._filter, self._list):
            column.addWidget(part)

    def show_phrases(self, phrases: Sequence[tuple[str, str]]) -> None:
        """Open with these phrases."""
        self._phrases = phrases
        self._filter.clear()
        self._narrow("")
        self.show()
        self._filter.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the phrases while typing; leave at Esc or Enter."""
        key = event.key()
        if key in {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            step = 1 if key == Qt.Key.Key_Down else -1
            row = self._list.currentRow() + step
            self._list.setCurrentRow(max(0, min(self._list.count() - 1, row)))
        else:
            super().keyPressEvent(event)

    def _narrow(self, typed: str) -> None:
        self._list.clear()
        wanted = typed.casefold()
        self._list.addItems([words for _id, words in self._phrases if wanted in words.casefold()])
        self._list.setCurrentRow(0)
