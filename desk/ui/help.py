"""F1: how priorities are given, and every command with its keys from the one table of keys."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.i18n import _
from desk.services.app import App
from desk.ui.priority_words import priority_table
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.screen_view import ScreenView
from desk.ui.shortcuts import HelpRow, help_rows


class HelpPresenter(ScreenPresenter):
    """Holds nothing but the tables, written in the language of the screen."""

    changed = Signal(object)

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app

    @property
    def rows(self) -> tuple[HelpRow, ...]:
        """Give all commands."""
        return help_rows()

    @property
    def priorities(self) -> tuple[str, ...]:
        """Give the table by which a priority is derived, a line each."""
        return tuple(words for _number, words in priority_table(self._app.settings.current()))

    def enter(self, argument: str = "") -> bool:
        """Come into view; there is nothing to choose from."""
        del argument
        return True

    def reload(self) -> None:
        """Tell the view to write the table again."""
        self.changed.emit(self.rows)


class HelpView(ScreenView):
    """A page to read; Esc goes back to where F1 was pressed."""

    def __init__(self, presenter: HelpPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("help")
        words = QLabel(
            _(
                "A complaint goes through four steps: listen, empathise, investigate, resolve. "
                "F2 begins one. Everything typed is saved within a second; F7 parks a complaint, "
                "Enter on Today takes it up again. Nothing is ever thrown away."
            ),
            self,
        )
        words.setWordWrap(True)
        self._priorities = QLabel(self)
        self._priorities.setObjectName("priority_table")
        self._priorities.setWordWrap(True)
        self._table = QTableWidget(0, 3, self)
        self._table.setObjectName("keys")
        self._table.setAccessibleName(_("All commands and their keys"))
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setTabKeyNavigation(False)
        self._table.setShowGrid(False)
        self._table.setAlternatingRowColors(True)
        self._table.verticalHeader().hide()
        self._table.setHorizontalHeaderLabels([_("Menu"), _("Command"), _("Keys")])
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(words)
        column.addWidget(self._priorities)
        column.addWidget(self._table, 1)
        presenter.changed.connect(self.show_rows)
        self.show_rows(presenter.rows)

    def show_rows(self, rows: tuple[HelpRow, ...]) -> None:
        """Write the tables."""
        table = "\n".join(self._presenter.priorities)
        self._priorities.setText(
            _("The first line that holds gives a complaint its priority:\n{table}").format(
                table=table
            )
        )
        self._table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            for place, text in enumerate((row.menu, row.label, row.keys)):
                self._table.setItem(at, place, QTableWidgetItem(text))
        self._table.selectRow(0)

    def take_focus(self) -> None:
        """Put the keys on the table."""
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        return [self._table]

    def hints(self) -> str:
        """Say the keys of this screen."""
        return _("Esc back")
