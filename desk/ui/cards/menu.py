"""Which card: one digit chooses, Esc goes back."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.ui.cards.registry import CardEntry, title
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import Option


class CardMenu(QWidget):
    """A sheet over the window; a digit opens its card at once."""

    chosen = Signal(str)
    """The name of a card."""

    def __init__(
        self, name: str, words: str, entries: tuple[CardEntry, ...], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog)
        self.setObjectName(name)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(words)
        options = [Option(e.name, title(e), str(n)) for n, e in enumerate(entries, 1)]
        self._choice = ChoiceGroup("card_name", words, options)
        self._choice.chosen.connect(self._choose)
        self._choice.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(FieldBox(words, self._choice))
        self.setMinimumWidth(560)

    def ask(self) -> None:
        """Open with nothing chosen."""
        self._choice.set_value(())
        self.show()
        self._choice.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back at Esc."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        ):
            self.close()
            return True
        return super().eventFilter(watched, event)

    def _choose(self, codes: tuple[str, ...]) -> None:
        if codes:
            self.close()
            self.chosen.emit(codes[0])
