"""Which card: it stands where the card will stand; one digit chooses, Esc goes back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.ui.cards.registry import CardEntry, title
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import Option

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""What opens the cards of a menu, in their order."""


class CardMenu(QFrame):
    """The cards of one menu; a digit, or a letter after the ninth, opens its card at once."""

    chosen = Signal(str)
    """The name of a card."""

    def __init__(
        self, name: str, words: str, entries: tuple[CardEntry, ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        options = [Option(e.name, title(e), k) for k, e in zip(KEYS, entries, strict=False)]
        self._choice = ChoiceGroup("card_name", words, options)
        self._choice.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(FieldBox(words, self._choice))
        column.addStretch(1)

    def ask(self) -> None:
        """Take the keys with nothing chosen."""
        self._choice.set_value(())
        self._choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, codes: tuple[str, ...]) -> None:
        if codes:
            self.chosen.emit(codes[0])
