"""What the settings ask of every page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desk.ui.settings.screen import SettingsScreen


class Page(QWidget):
    """One part of a group of the settings."""

    def show_screen(self, screen: SettingsScreen) -> None:
        """Draw what holds now."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keys where the work of this page begins."""
        raise NotImplementedError

    def go_to(self, name: str) -> None:
        """Put the keys on a field of this page."""
        del name
        self.take_focus()

    def order(self) -> list[QWidget]:
        """Give what takes the keys, in the order of reading."""
        return [w for w in self.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def commit(self) -> None:
        """Save what is being changed (Ctrl+Enter)."""

    def step_back(self) -> bool:
        """Leave what is open inside this page; False when nothing is."""
        return False


def press_button(
    name: str, words: str, press: Callable[[], object], parent: QWidget
) -> QPushButton:
    """Make a button that Enter presses."""
    button = QPushButton(words.replace("&", "&&"), parent)
    button.setObjectName(name)
    button.setAutoDefault(True)
    button.clicked.connect(lambda _checked=False: press())
    return button


def words_label(text: str, parent: QWidget, role: str = "") -> QLabel:
    """Make a label of plain words that wrap; without words it is not seen."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    label.setVisible(bool(text))
    return label
