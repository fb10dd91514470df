"""Draws one complaint: what to do on top, facts at the left, what happened at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.i18n import _
from desk.ui.cards.carrying import FileDrop
from desk.ui.cards.side import CardSide
from desk.ui.complaint.fact_sheet import FactSheet, WholeText
from desk.ui.complaint.paper_sheet import PaperSheet
from desk.ui.complaint.paper_work import PaperScreen
from desk.ui.complaint.presenter import ComplaintPresenter, ComplaintScreen
from desk.ui.complaint.shelf import AttachmentShelf
from desk.ui.complaint.timeline import Timeline
from desk.ui.screen_view import ScreenView
from desk.ui.shortcuts import install_in_list, keys_text
from desk.ui.widgets.tag import Tag, Tone
from desk.ui.widgets.text import TextField


class ComplaintView(ScreenView):
    """A complaint to read."""

    def __init__(self, presenter: ComplaintPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._was_noting = False
        self.setObjectName("complaint")
        self._top = _Top(self)
        self.facts = FactSheet(self)
        self._whole = WholeText(self)
        self._left = QStackedWidget(self)
        self._left.addWidget(self.facts)
        self._left.addWidget(self._whole)
        self.shelf = AttachmentShelf(presenter.shelf, self)
        self.timeline = Timeline(self)
        self._note = _NoteField(self)
        self._sheet = PaperSheet(presenter.papers, self)
        self._right = QStackedWidget(self)
        self._right.addWidget(self._beside_note())
        self._right.addWidget(self._sheet)
        self.cards = CardSide(
            presenter.cards, presenter.app, stack=self._right, complaint=presenter.write_beside
        )
        self.cards.closed.connect(self.timeline.setFocus)
        FileDrop(self, self.cards.take)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._above_shelf())
        split.addWidget(self._right)
        split.setChildrenCollapsible(False)
        split.setSizes([550, 450])
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._top)
        column.addWidget(split, 1)
        self._connect()
        self.show_screen(presenter.screen)
        self._show_sheet(presenter.papers.screen)

    def show_screen(self, screen: ComplaintScreen) -> None:
        """Draw everything; may be called any number of times."""
        self._top.show_screen(screen)
        self.facts.show_groups(screen.groups)
        self.timeline.show_entries(screen.happened)
        self._note.text.set_text(screen.note)
        self._note.setVisible(screen.noting)
        if screen.noting and not self._was_noting:
            self._note.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._was_noting and not screen.noting:
            self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        self._was_noting = screen.noting

    def take_focus(self) -> None:
        """Put the keys where Enter goes on with the complaint."""
        first = self._top.go_on if self._presenter.screen.is_open else self.timeline
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        shelf = [] if self.shelf.isHidden() else [self.shelf.row]
        return [self._top, self._left, *shelf, self._right]

    def hints(self) -> str:
        """Say the keys of this screen: what is closed cannot be continued."""
        if not self._presenter.screen.is_open:
            return _("O open again   Ctrl+G call-back   N note   Ctrl+P papers   Esc back")
        return _("Enter continue   N note   Ctrl+P papers   Ctrl+C copy   Esc back")

    def print_paper(self) -> None:
        """Offer the papers."""
        self._presenter.open_papers()

    def open_paths(self) -> None:
        """Offer the side paths."""
        self.cards.ask_path()

    def open_beside(self) -> None:
        """Offer what can be written down beside the complaint."""
        self.cards.ask_beside()

    def add_files(self) -> None:
        """Choose photos or files for the complaint."""
        self.cards.add_files()

    def paste(self) -> None:
        """Keep the picture or files of the clipboard beside the complaint."""
        self.cards.paste()

    def reopen(self) -> None:
        """Ask why a closed complaint is opened again; nothing for an open one."""
        screen = self._presenter.screen
        if screen.reference and not screen.is_open:
            self.cards.open("reopen")

    def open_card(self, name: str) -> None:
        """Open one card."""
        self.cards.open(name)

    def commit(self) -> None:
        """Save the card the keys are in, or the note being written."""
        if not self.cards.commit() and self._presenter.screen.noting:
            self._presenter.save_note()

    def step_back(self) -> bool:
        """Close what lies on top; tell whether anything did."""
        if self._left.currentWidget() is self._whole:
            self._left.setCurrentWidget(self.facts)
            self.facts.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.cards.step_back() or self._presenter.step_back()

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_screen)
        presenter.papers.changed.connect(self._show_sheet)
        self._top.go_on.clicked.connect(presenter.continue_in_guide)
        self._top.note.clicked.connect(presenter.begin_note)
        self._top.papers.clicked.connect(presenter.open_papers)
        self._top.reopen.clicked.connect(self.reopen)
        self._note.text.edited.connect(presenter.type_note)
        self._note.save.clicked.connect(presenter.save_note)
        self.timeline.paper_wanted.connect(presenter.open_paper)
        self.facts.whole_wanted.connect(self._show_whole)
        keyed = (self.timeline, self.facts, self.shelf.row, self._top.go_on, self._top.note)
        for part in (*keyed, self._top.papers, self._top.reopen):
            install_in_list(part, {"add_note": presenter.begin_note, "reopen": self.reopen})

    def _above_shelf(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._left, 1)
        column.addWidget(self.shelf)
        return page

    def _beside_note(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._note)
        column.addWidget(self.timeline, 1)
        return page

    def _show_whole(self, label: str, text: str) -> None:
        self._whole.show_text(label, text)
        self._left.setCurrentWidget(self._whole)
        self._whole.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheet(self, screen: PaperScreen) -> None:
        was_open = self._right.currentWidget() is self._sheet
        if was_open or screen.is_open:
            self._right.setCurrentIndex(1 if screen.is_open else 0)
        if screen.is_open and not was_open:
            self._sheet.kinds.setFocus(Qt.FocusReason.OtherFocusReason)
        elif was_open and not screen.is_open:
            self.timeline.setFocus(Qt.FocusReason.OtherFocusReason)


class _Top(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reference = QLabel(self)
        self._reference.setObjectName("reference")
        self._reference.setProperty("role", "title")
        self._reference.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facing = QLabel(self)
        self._facing.setObjectName("facing")
        self._facing.setTextFormat(Qt.TextFormat.PlainText)
        self._facing.setWordWrap(True)
        self._due = Tag("", parent=self)
        self.go_on = _button(self, "continue_in_guide", _("Continue in guide"), "Enter")
        self.go_on.setProperty("primary", "true")
        self.note = _button(self, "add_note", _("Add note"), keys_text("add_note"))
        self.papers = _button(self, "open_papers", _("Papers"), keys_text("print"))
        self.reopen = _button(self, "reopen", _("Open again"), keys_text("reopen"))
        self._hint = QLabel(self)
        self._hint.setObjectName("escalation")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._reference)
        row.addWidget(self._due)
        row.addStretch(1)
        for part in (self.go_on, self.reopen, self.note, self.papers):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._facing)
        column.addWidget(self._hint)

    def show_screen(self, screen: ComplaintScreen) -> None:
        self._reference.setText(screen.reference)
        self._facing.setText(screen.facing)
        self._facing.setToolTip(screen.rule)
        self._facing.setAccessibleDescription(screen.rule)
        self._due.say(screen.due, Tone.DANGER if screen.overdue else Tone.PLAIN)
        self.go_on.setVisible(screen.is_open)
        self.reopen.setVisible(bool(screen.reference) and not screen.is_open)
        self._hint.setText(screen.hint)
        self._hint.setVisible(bool(screen.hint))
        for button in (self.note, self.papers):
            button.setEnabled(bool(screen.reference))


class _NoteField(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", "plain")
        label = QLabel(_("Note for colleagues; no customer reads it"), self)
        label.setWordWrap(True)
        self.text = TextField("note", _("Note for colleagues; no customer reads it"), parent=self)
        self.text.setMaximumHeight(140)
        label.setBuddy(self.text)
        self.save = _button(self, "save_note", _("Save note"), "")
        self.save.setProperty("primary", "true")
        column = QVBoxLayout(self)
        column.addWidget(label)
        column.addWidget(self.text)
        column.addWidget(self.save, alignment=Qt.AlignmentFlag.AlignTrailing)


def _button(parent: QWidget, name: str, words: str, keys: str) -> QPushButton:
    button = QPushButton(f"{words}  {keys}".strip(), parent)
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setAutoDefault(True)
    return button
