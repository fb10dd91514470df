"""The list of Today: sections under headings, one selection through all of them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desk.i18n import _
from desk.ui.empty import EmptyWords
from desk.ui.theme import tokens_of
from desk.ui.today.rows import Row, Section

_Index = QModelIndex | QPersistentModelIndex
_COLUMNS = ("reference", "who", "category", "standing", "detail", "priority", "due")
_WIDEST = (24, 6, 24, 20, 0, 4, 34)
"""Digits a column may be wide at most; 0 takes what is left."""


class BoardModel(QAbstractTableModel):
    """Headings and rows in one column of lines; headings cannot be chosen."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.lines: list[Section | Row] = []

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = []
        for section in sections:
            self.lines += [section, *section.rows]
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """Give a row, None for a heading."""
        line = self.lines[number] if 0 <= number < len(self.lines) else None
        return line if isinstance(line, Row) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Count the columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let keys pass over headings."""
        if not index.isValid() or self.row(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Write a cell."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if isinstance(line, Section):
            return self._heading(line, index.column(), role)
        column = _COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return getattr(line, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken()
        if role == Qt.ItemDataRole.ForegroundRole:
            tokens = tokens_of(self._view)
            if column == "due" and line.overdue:
                return QColor(tokens.danger)
            if column in {"detail", "who"} or not line.open:
                return QColor(tokens.muted)
        return None

    def _heading(self, section: Section, column: int, role: int) -> Any:
        if column:
            return None
        words = f"{section.title}  {section.note}" if section.note else section.title
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return words
        if role == Qt.ItemDataRole.FontRole:
            font = QFont(self._view.font())
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(tokens_of(self._view).accent)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        return None


class Board(QTableView):
    """One tab stop; Enter or a double click opens a row; the selection survives news."""

    opened = Signal(object)
    """The Row to open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today_list")
        self.setAccessibleName(_("What waits today"))
        self._lines = BoardModel(self)
        self._empty = EmptyWords(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(0)
        self.verticalHeader().hide()
        self.setModel(self._lines)
        self.doubleClicked.connect(lambda index: self._open(index.row()))

    def show_sections(self, sections: Sequence[Section], empty: str) -> None:
        """Show what waits; the row the keys stand on stays, or the nearest to it."""
        kept, number = self.current(), self.currentIndex().row()
        self._lines.show_sections(sections)
        self.clearSpans()
        for at, line in enumerate(self._lines.lines):
            if isinstance(line, Section):
                self.setSpan(at, 0, 1, len(_COLUMNS))
        self._fit()
        self._empty.say(empty)
        self._stand_on(kept.key if kept else "", number)

    def current(self) -> Row | None:
        """Give the row the keys stand on."""
        return self._lines.row(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter; leave Esc to the window."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
            self._open(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their room."""
        super().resizeEvent(event)
        self._fit()

    def _open(self, number: int) -> None:
        row = self._lines.row(number)
        if row is not None:
            self.opened.emit(row)

    def _stand_on(self, key: str, number: int) -> None:
        rows = [at for at in range(len(self._lines.lines)) if self._lines.row(at) is not None]
        if not rows:
            return
        found = [at for at in rows if (row := self._lines.row(at)) is not None and row.key == key]
        self.selectRow(found[0] if found else min(rows, key=lambda at: abs(at - max(number, 0))))

    def _fit(self) -> None:
        """Give each column what its longest text needs, within bounds, and the rest to one."""
        metrics = QFontMetrics(self.font())
        tall = max(28, metrics.height() + 12)
        self.verticalHeader().setDefaultSectionSize(tall)
        rows = [line for line in self._lines.lines if isinstance(line, Row)]
        left = self.viewport().width()
        for place, (column, widest) in enumerate(zip(_COLUMNS, _WIDEST, strict=True)):
            if not widest:
                continue
            texts = {getattr(row, column) for row in rows}
            longest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            width = min(longest, metrics.horizontalAdvance("0") * widest) + 20
            self.setColumnWidth(place, width)
            left -= width
        self.setColumnWidth(_WIDEST.index(0), max(left, 60))
