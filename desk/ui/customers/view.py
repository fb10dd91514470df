"""Draws the find field, the list of customers, and beside it the customer shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.customers.asking import Asking, Changing
from desk.ui.customers.person_page import PersonPage
from desk.ui.customers.presenter import CustomersPresenter
from desk.ui.customers.screen import CustomersScreen, Mode
from desk.ui.empty import EmptyWords
from desk.ui.screen_view import ScreenView
from desk.ui.shortcuts import install_in_list
from desk.ui.widgets.table import Table
from desk.ui.widgets.text import LineField

SHARES = (9, 11)
"""How the window is parted between list and customer."""
WIDE = 60


class CustomersView(ScreenView):
    """Finding at the left, the customer at the right."""

    def __init__(self, presenter: CustomersPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._mode = Mode.READ
        self.setObjectName("customers")
        self._words = LineField("find_customer", _("The last four digits or a name"), self)
        self._words.setPlaceholderText(_("The last four digits or a name"))
        self._words.setClearButtonEnabled(True)
        self._found = QLabel(self)
        self._found.setObjectName("customers_found")
        self.table = Table("customers_list", _("Customers"), presenter.model, parent=self)
        self._empty = EmptyWords(self.table)
        self.page = PersonPage(presenter.complaints, self)
        self.asking = Asking(self)
        self.changing = Changing(self)
        self._right = QStackedWidget(self)
        for part in (self.page, self.asking, self.changing):
            self._right.addWidget(part)
        self._pages: dict[Mode, Asking | Changing] = {
            Mode.CHANGE: self.changing, Mode.COMPARE: self.asking, Mode.UNMERGE: self.asking,
        }  # fmt: skip
        bar = QHBoxLayout()
        bar.addWidget(self._words, 1)
        bar.addWidget(self._found)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        halves = QSplitter(Qt.Orientation.Horizontal, self)
        halves.setChildrenCollapsible(False)
        halves.addWidget(left)
        halves.addWidget(self._right)
        for place, share in enumerate(SHARES):
            halves.setStretchFactor(place, share)
        halves.setSizes([share * WIDE for share in SHARES])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 8, 8, 8)
        whole.addWidget(halves)
        self._connect()
        presenter.model.retitle()
        presenter.complaints.retitle()
        self.show_screen(presenter.screen)

    def show_screen(self, screen: CustomersScreen) -> None:
        """Draw everything; may be called any number of times."""
        self._words.set_text(screen.words)
        self._found.setText(screen.found)
        self._empty.say(screen.empty)
        self.page.show_sheet(screen.sheet)
        self.page.say_choosing(screen.kept if screen.mode is Mode.CHOOSE else "")
        if screen.mode in {Mode.COMPARE, Mode.UNMERGE}:
            title = _("Merge {name} with {other}: which holds?")
            other = screen.sheet.title if screen.sheet is not None else ""
            compared = title.format(name=screen.kept, other=other)
            words, verb = compared, _("Merge")
            if screen.mode is Mode.UNMERGE:
                words, verb = _("Take a merge back"), _("Take back")
            self.asking.ask(words, verb, screen.choices)
        if screen.mode is Mode.CHANGE and self._mode is not Mode.CHANGE:
            self.changing.fill(screen.texts)
        self._turn_to(screen.mode)
        if (self.table.current_id() or "") != screen.at:
            self.table.select(self._presenter.model.number_near(screen.at, 0) or 0)

    def take_focus(self) -> None:
        """Put the keys where a customer is looked for, or on the list of who was found."""
        is_empty = self._presenter.model.rowCount() == 0
        (self._words if is_empty else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        return [self._words, self.table, self._pages.get(self._mode, self.page)]

    def hints(self) -> str:
        """Say the keys of this screen."""
        return _("Enter complaints   S show contact   C change   M merge   U take back   Esc back")

    def commit(self) -> None:
        """Save or merge what is asked (Ctrl+Enter)."""
        if self._mode is Mode.CHANGE:
            self._presenter.save_change(self.changing.said())
        elif self._mode in {Mode.COMPARE, Mode.UNMERGE}:
            self._decide()

    def step_back(self) -> bool:
        """Leave what is asked, else the words sought; tell whether anything was left."""
        if self.page.complaints.hasFocus():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self._presenter.step_back()

    def _turn_to(self, mode: Mode) -> None:
        """Show the page of a mode, and put the keys there when it is a new one."""
        if mode is self._mode:
            return
        was, self._mode = self._mode, mode
        page = self._pages.get(mode)
        self._right.setCurrentWidget(page or self.page)
        if page is not None:
            page.take_focus()
        elif mode is Mode.CHOOSE:
            self._words.setFocus(Qt.FocusReason.OtherFocusReason)
            self._words.selectAll()
        elif was is not Mode.READ:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_screen)
        self._words.edited.connect(presenter.type_words)
        self._words.returnPressed.connect(presenter.reload)  # Enter itself goes on to the list
        self.table.current_changed.connect(presenter.stand_on)
        self.table.opened.connect(self._open)
        self.page.complaints.opened.connect(presenter.open_complaint)
        self.asking.decided.connect(self._decide)
        self.changing.saved.connect(self.commit)
        keys = {
            "show_contact": presenter.show_contact,
            "change_customer": presenter.begin_change,
            "merge_customers": presenter.begin_merge,
            "unmerge_customers": presenter.begin_unmerge,
            "keep_customer": presenter.keep_customer,
        }
        for part in (self.table, self.page.complaints, *self.page.buttons.values()):
            install_in_list(part, keys)
        for command, button in self.page.buttons.items():
            button.clicked.connect(keys[command])

    def _open(self, line: str) -> None:
        if self._presenter.open(line):
            self.page.complaints.setFocus(Qt.FocusReason.OtherFocusReason)
            self.page.complaints.select(0)

    def _decide(self) -> None:
        chosen = self.asking.chosen()
        if self._mode is Mode.COMPARE:
            self._presenter.merge(chosen)
        elif merge := next(iter(chosen.values()), ""):
            self._presenter.unmerge(merge)
