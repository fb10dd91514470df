"""Draws the card in front: its lines, its questions, its button."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.cards.desk import CardDesk
from desk.ui.cards.screen import CardScreen
from desk.ui.guide.form import StepForm
from desk.ui.shortcuts import keys_text
from desk.ui.widgets.checklist import CheckItem, Checklist
from desk.ui.widgets.error_summary import ErrorSummary


class CardPanel(QFrame):
    """Stands where the coach or the timeline stands while a card is open."""

    opened = Signal()
    closed = Signal()

    def __init__(self, desk: CardDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._shown = ""
        self._by_hand = False
        self._title = _words(self, "title")
        self._note = _words(self, "muted")
        self._summary = ErrorSummary(self)
        self._summary.setObjectName("card_problems")
        self._lines = Checklist("card_lines", _("Lines of this card"), self)
        self._form = StepForm(self, stacked=True)
        self._form.setObjectName("card_form")
        self._commit = QPushButton(self)
        self._commit.setObjectName("save_card")
        self._commit.setProperty("primary", "true")
        self._commit.setAutoDefault(True)
        self._leave = QPushButton(f"{_('Back')}  (Esc)", self)
        self._leave.setObjectName("close_card")
        self._leave.setAutoDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._leave)
        buttons.addStretch(1)
        buttons.addWidget(self._commit)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        for part in (self._title, self._note, self._summary, self._lines):
            column.addWidget(part)
        column.addWidget(self._form, 100)
        column.addStretch(1)  # what a card without questions leaves free
        column.addLayout(buttons)
        desk.changed.connect(self.show_screen)
        desk.problems_wanted.connect(self._summary.take_focus)
        self._form.answered.connect(desk.edit)
        self._lines.toggled.connect(desk.tick)
        self._summary.jump.connect(lambda name: self._form.focus_field(name, 0))
        self._commit.clicked.connect(desk.commit)
        self._leave.clicked.connect(desk.close)

    def show_screen(self, screen: CardScreen | None) -> None:
        """Draw a card; None puts the panel away."""
        if screen is None:
            if self._shown:
                self._shown = ""
                self.closed.emit()
            return
        self._title.setText(screen.title)
        self._note.setText(screen.note)
        self._note.setVisible(bool(screen.note))
        self._summary.show_problems(screen.problems)
        self._lines.show_items([CheckItem(n.id, n.text, n.done, n.by_hand) for n in screen.lines])
        self._lines.setVisible(bool(screen.lines))
        self._by_hand = any(line.by_hand and not line.done for line in screen.lines)
        self._form.setVisible(bool(screen.rows))
        if screen.rows:
            self._form.show_rows(screen.rows)
            self._set_tab_order()
        self._commit.setText(f"{screen.commit_label}  ({keys_text('continue')})")
        self._commit.setVisible(bool(screen.commit_label))
        if self._shown != screen.name:
            self._shown = screen.name
            self.opened.emit()

    def _set_tab_order(self) -> None:
        """Let Tab go as people read: lines, answers, then the buttons below them."""
        stops = [self._lines, *self._form.editors(), self._commit, self._leave]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def take_focus(self) -> None:
        """Put the keys on the first thing to do."""
        if self._lines.isVisibleTo(self) and self._by_hand:
            self._lines.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._form.isVisibleTo(self):
            self._form.focus_field("", 0)
        else:
            (self._commit if self._commit.isVisibleTo(self) else self._leave).setFocus()


def _words(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
