"""The buttons below the guide: park, print, and the one big button of the step."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desk.i18n import _
from desk.ui.guide.screen import GuideScreen
from desk.ui.shortcuts import keys_text
from desk.ui.widgets.tag import restyle


class GuideActions(QWidget):
    """Park and print at the left, the commitment at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.park = QPushButton(f"{_('Park')}  ({keys_text('park')})", self)
        self.park.setObjectName("park")
        self.print = QPushButton(self)
        self.print.setObjectName("print")
        self.commit = QPushButton(self)
        self.commit.setProperty("primary", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self.park)
        row.addWidget(self.print)
        row.addStretch(1)
        row.addWidget(self.commit)

    def show_screen(self, screen: GuideScreen, *, in_card: bool) -> None:
        """Name the buttons; `in_card`: the keys of going on are those of a card."""
        self.commit.setObjectName(screen.commit)
        self.print.setText(f"{screen.print_label}  ({keys_text('print')})")
        self.show_commit(screen, in_card=in_card)

    def show_commit(self, screen: GuideScreen, *, in_card: bool) -> None:
        """Name the big button; while a card is open, the keys of going on are the card's."""
        label = screen.commit_label
        self.commit.setText(label if in_card else f"{label}  ({keys_text('continue')})")
        self.commit.setProperty("primary", "false" if in_card else "true")
        restyle(self.commit)
