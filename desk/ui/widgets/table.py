"""A list of rows: opened by Enter, copied by Ctrl+C, its columns as wide as last time."""

from collections.abc import MutableMapping
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desk.ui.table_model import PagedTableModel

MOST_COPIED = 1000
"""Rows that one Ctrl+C takes; whole registers are what reports are for."""

Index = QModelIndex | QPersistentModelIndex
_FORMULA_STARTS = "=+-@＝＋－＠\t\r"


class Table(QTableView):
    """Shows a `PagedTableModel`. One tab stop; the selection survives a reload, by id.

    `widths` remembers column widths by column id, in pixels; the caller keeps it.
    """

    opened = Signal(str)
    """The id of the row that Enter or a double click opens."""

    current_changed = Signal(str)
    """The id of the row the keys stand on, empty when there is none."""

    copied = Signal(int, int)
    """How many rows were copied, of how many that were selected."""

    def __init__(
        self,
        name: str,
        label: str,
        model: PagedTableModel[Any],
        widths: MutableMapping[str, int] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self._rows = model
        self._widths = {} if widths is None else widths
        self._kept: tuple[str, int] | None = None
        self._is_fitting = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.setModel(model)
        self.fit()
        header.sectionResized.connect(self._remember_width)
        self.doubleClicked.connect(self._open)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)

    def fit(self) -> None:
        """Size rows and columns to the text size in force."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(max(28, metrics.height() + 12))
        self._is_fitting = True
        for place, column in enumerate(self._rows.columns):
            usual = metrics.horizontalAdvance("0") * column.width + 16
            self.setColumnWidth(place, self._widths.get(column.id, usual))
        self._is_fitting = False

    def current_id(self) -> str | None:
        """Give the id of the row the keys stand on."""
        return self._rows.id_at(self.currentIndex().row())

    def selected_ids(self) -> tuple[str, ...]:
        """Give the ids of the selected rows, at most `MOST_COPIED`."""
        ids = (self._rows.id_at(row) for row in self._selected_rows()[:MOST_COPIED])
        return tuple(id_ for id_ in ids if id_ is not None)

    def select(self, number: int) -> None:
        """Put the keys on a row, the nearest there is."""
        if self._rows.rowCount():
            self.selectRow(max(0, min(number, self._rows.rowCount() - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, copy by Ctrl+C."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
            self._open(self.currentIndex())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell the new row."""
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.current_changed.emit(self._rows.id_at(current.row()) or "")

    def copy(self) -> None:
        """Put the selected rows on the clipboard, as text that a spreadsheet takes as text."""
        numbers = self._selected_rows()
        lines = []
        for number in numbers[:MOST_COPIED]:
            row = self._rows.row(number)
            if row is not None:
                lines.append("\t".join(tsv_cell(c.text(row)) for c in self._rows.columns))
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
            self.copied.emit(len(lines), len(numbers))

    def _selected_rows(self) -> list[int]:
        chosen = self.selectionModel().selection()
        parts = [chosen.at(place) for place in range(chosen.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def _open(self, index: QModelIndex) -> None:
        id_ = self._rows.id_at(index.row()) if index.isValid() else None
        if id_ is not None:
            self.opened.emit(id_)

    def _remember_width(self, section: int, _old: int, new: int) -> None:
        is_last = section == len(self._rows.columns) - 1
        if not self._is_fitting and not is_last and new > 0:
            self._widths[self._rows.columns[section].id] = new

    def _keep(self) -> None:
        id_ = self.current_id()
        self._kept = None if id_ is None else (id_, self.currentIndex().row())

    def _restore(self) -> None:
        if self._kept is None:
            return
        id_, number = self._kept
        found = self._rows.number_near(id_, number)
        self.select(number if found is None else found)


def tsv_cell(text: str) -> str:
    """Write a cell for pasting: never a formula, never more than one cell.

    A leading apostrophe marks text that a spreadsheet would otherwise calculate (OWASP, CSV
    injection), also where the sign is full-width.
    """
    if text.lstrip(" ")[:1] and text.lstrip(" ")[0] in _FORMULA_STARTS:
        text = "'" + text
    if any(sign in text for sign in '\t\r\n"'):
        text = '"' + text.replace('"', '""') + '"'
    return text
