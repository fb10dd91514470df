"""Draws a week: which one, its figures, and the button for the workbook."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.domain.options import languages
from desk.i18n import _
from desk.ui.reports.figure_table import FigureTable
from desk.ui.reports.presenter import ReportsPresenter, ReportsScreen
from desk.ui.screen_view import ScreenView
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import Option


class ReportsView(ScreenView):
    """The weekly review."""

    def __init__(self, presenter: ReportsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("reports")
        self._week = QLabel(self)
        self._week.setProperty("role", "title")
        self._figures = FigureTable(self)
        self._before = _button(self, "previous_week", _("Previous week"), partial(presenter.go, -1))
        self._after = _button(self, "next_week", _("Next week"), partial(presenter.go, 1))
        self._now = _button(self, "this_week", _("This week"), partial(presenter.go, 0))
        spoken = [Option(c.code, c.label, c.digit) for c in languages()]
        self._language = ChoiceGroup("workbook_language", _("Language of the workbook"), spoken)
        self._language.chosen.connect(lambda codes: presenter.choose_language(codes[0]))
        without = [Option("no", _("No")), Option("yes", _("Yes"))]
        self._names = ChoiceGroup("workbook_names", _("Customers' names in it"), without)
        self._names.chosen.connect(lambda codes: presenter.choose_names(codes == ("yes",)))
        self._write = _button(
            self, "write_workbook", _("Write the Excel workbook"), presenter.write
        )
        self._write.setProperty("primary", "true")
        self._lay_out()
        presenter.changed.connect(self.show_screen)
        self.show_screen(presenter.screen)

    def show_screen(self, screen: ReportsScreen) -> None:
        """Draw everything; may be called any number of times."""
        self._week.setText(screen.week)
        self._figures.show_sections(screen.sections, screen.empty, screen.week_before)
        self._language.set_value((screen.language,))
        self._names.set_value(("yes" if screen.names else "no",))
        self._write.setEnabled(not screen.writing)

    def take_focus(self) -> None:
        """Put the keys on the figures."""
        self._figures.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        return [self._figures, self._before, self._language]

    def hints(self) -> str:
        """Say the keys of this screen."""
        return _("F6 weeks and workbook   Ctrl+C copy the figures   Esc back")

    def _lay_out(self) -> None:
        weeks = QHBoxLayout()
        weeks.setSpacing(6)
        weeks.addWidget(self._week, 1)
        for button in (self._before, self._now, self._after):
            weeks.addWidget(button)
        book = QHBoxLayout()
        book.setSpacing(16)
        book.addWidget(FieldBox(_("Language of the workbook"), self._language))
        book.addWidget(FieldBox(_("Customers' names in it"), self._names))
        book.addStretch(1)
        book.addWidget(self._write, alignment=Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addLayout(weeks)
        column.addWidget(self._figures, 1)
        column.addLayout(book)


def show_folder(folder: Path) -> None:
    """Open a folder in the system's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _button(parent: QWidget, name: str, words: str, press: Callable[[], object]) -> QPushButton:
    button = QPushButton(words, parent)
    button.setObjectName(name)
    button.setAutoDefault(True)
    button.clicked.connect(lambda _checked=False: press())
    return button
