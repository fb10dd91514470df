"""Draws the filter bar and the table of complaints."""

import dataclasses
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desk.domain.complaint import Stage
from desk.domain.options import choices
from desk.i18n import _
from desk.ui.complaints.filling import Filling
from desk.ui.complaints.filter import Dates
from desk.ui.complaints.presenter import ComplaintsPresenter, ListScreen
from desk.ui.empty import EmptyWords
from desk.ui.screen_view import ScreenView
from desk.ui.widgets.table import Table
from desk.ui.widgets.text import LineField


class ComplaintsView(ScreenView):
    """A list of all complaints."""

    def __init__(self, presenter: ComplaintsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("complaints")
        self._table_widths = dict(presenter.widths)
        self.table = Table(
            "complaints_list", _("Complaints"), presenter.model, self._table_widths, self
        )
        self._empty = EmptyWords(self.table)
        self._words = LineField("words", _("Words"), self)
        self._words.setPlaceholderText(_("Words, name, reference, end of the phone number"))
        self._words.setClearButtonEnabled(True)
        self._stage = _choice(self, "stage", _("Stage"), [("", _("All stages")), *_stages()])
        self._category = _choice(self, "category", _("Category"), [])
        self._offered: tuple[tuple[str, str], ...] = ()
        self._dates = _choice(self, "dates", _("Came"), _dates())
        self._overdue = QCheckBox(_("Only overdue"), self)
        self._overdue.setObjectName("only_overdue")
        self._found = QLabel(self)
        self._found.setObjectName("found_count")
        bar = QHBoxLayout()
        bar.setSpacing(6)
        bar.addWidget(self._words, 1)
        for part in (self._stage, self._category, self._dates, self._overdue, self._found):
            bar.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self.table, 1)
        self._connect()
        presenter.model.retitle()
        self.show_screen(presenter.screen)
        self.table.select(0)
        Filling(self.table, presenter.model.columns, presenter.widths, self._table_widths)

    def show_screen(self, screen: ListScreen) -> None:
        """Draw everything; may be called any number of times."""
        self._words.set_text(screen.chosen.words)
        _show_choice(self._stage, screen.chosen.stage)
        self._offer_categories()
        _show_choice(self._category, screen.chosen.category)
        _show_choice(self._dates, screen.chosen.dates)
        self._overdue.setChecked(screen.chosen.overdue)
        self._found.setText(screen.found)
        self._empty.say(screen.empty)
        if not self.table.currentIndex().isValid():
            self.table.select(0)

    def take_focus(self) -> None:
        """Put the keys on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        return [self.table, self._words]

    def hints(self) -> str:
        """Say the keys of this screen."""
        return _("Enter open   Ctrl+C copy   F6 filter   Esc clear the filter, then back")

    def step_back(self) -> bool:
        """Clear the filter; tell whether there was one."""
        return self._presenter.clear()

    def _offer_categories(self) -> None:
        """Offer the category tree as it is now."""
        offered = self._presenter.categories()
        if offered != self._offered:
            self._offered = offered
            self._category.clear()
            for code, words in (("", _("All categories")), *offered):
                self._category.addItem(words, code)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_screen)
        self.table.opened.connect(presenter.open)
        self.table.copied.connect(presenter.copied)
        self._words.edited.connect(presenter.type_words)
        for choice in (self._stage, self._category, self._dates):
            choice.activated.connect(self._choose)
        self._overdue.clicked.connect(self._choose)

    def _choose(self, _what: object = None) -> None:
        self._presenter.choose(
            dataclasses.replace(
                self._presenter.screen.chosen,
                stage=self._stage.currentData(),
                category=self._category.currentData(),
                dates=Dates(self._dates.currentData()),
                overdue=self._overdue.isChecked(),
            )
        )


def _choice(
    parent: QWidget, name: str, label: str, options: Iterable[tuple[str, str]]
) -> QComboBox:
    box = QComboBox(parent)
    box.setObjectName(name)
    box.setAccessibleName(label)
    for code, words in options:
        box.addItem(words, code)
    return box


def _show_choice(box: QComboBox, code: str) -> None:
    box.setCurrentIndex(max(0, box.findData(str(code))))


def _stages() -> list[tuple[str, str]]:
    return [("open", _("Open"))] + [(c.code, _(c.label)) for c in choices(Stage)]


def _dates() -> list[tuple[str, str]]:
    return [
        (Dates.ALL.value, _("Any day")),
        (Dates.TODAY.value, _("Today")),
        (Dates.WEEK.value, _("This week")),
        (Dates.MONTH.value, _("This month")),
    ]
