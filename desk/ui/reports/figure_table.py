"""The table of figures: sections as headings, this week beside the one before."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from desk.i18n import _
from desk.ui.empty import EmptyWords
from desk.ui.reports.figures import ShownFigure, ShownSection
from desk.ui.theme import tokens_of
from desk.ui.widgets.table import tsv_cell

_Index = QModelIndex | QPersistentModelIndex
_COLUMNS = ("label", "now", "before", "rule")
_NUMBERS = {1, 2}

_PADDING = 24
"""Pixels beside the words of a cell, both sides together, as the style sheet draws it."""


class _Model(QAbstractTableModel):
    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.lines: list[str | ShownFigure] = []
        self._titles = ("", "", "", "")

    def show_sections(self, sections: Sequence[ShownSection], titles: tuple[str, ...]) -> None:
        self.beginResetModel()
        self.lines = []
        for section in sections:
            self.lines += [section.title, *section.figures]
        self._titles = (titles[0], titles[1], titles[2], titles[3])
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(_COLUMNS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self.lines[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        tokens = tokens_of(self._view)
        if isinstance(line, str):
            return _heading(line, index.column(), role, tokens.accent, self._view.font())
        if role == Qt.ItemDataRole.DisplayRole:
            return getattr(line, _COLUMNS[index.column()])
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.label}: {line.now}; {self._titles[2]}: {line.before}. {line.rule}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() >= 2:
            return QColor(tokens.muted)
        return None


class FigureTable(QTableView):
    """One tab stop; Ctrl+C copies all figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figures")
        self.setAccessibleName(_("Figures of the week"))
        self._lines = _Model(self)
        self._shown: tuple[tuple[ShownSection, ...], str, str] | None = None
        self._empty = EmptyWords(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.setModel(self._lines)

    def show_sections(self, sections: Sequence[ShownSection], empty: str, week_before: str) -> None:
        """Show figures, or why there are none; nothing is drawn anew when nothing changed."""
        wanted = (tuple(sections), empty, week_before)
        if wanted == self._shown:
            return
        self._shown = wanted
        row = self.currentIndex().row()
        titles = (_("Figure"), _("This week"), week_before, _("How it is counted"))
        self._lines.show_sections(sections, titles)
        self.clearSpans()
        for at, line in enumerate(self._lines.lines):
            if isinstance(line, str):
                self.setSpan(at, 0, 1, len(_COLUMNS))
        self._empty.say(empty)
        self._fit()
        if self._lines.lines:
            self.selectRow(max(1, min(row, len(self._lines.lines) - 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy by Ctrl+C, leave Esc to the window."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._text())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their room."""
        super().resizeEvent(event)
        self._fit()

    def _text(self) -> str:
        lines = (
            line
            if isinstance(line, str)
            else "\t".join(tsv_cell(part) for part in (line.label, line.now, line.before))
            for line in self._lines.lines
        )
        return "\n".join(lines) + "\n"

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        wide = self.viewport().width()
        label = max(map(metrics.horizontalAdvance, self._texts(0)), default=0)
        self.setColumnWidth(0, max(wide // 5, min(label + 24, wide * 2 // 5)))
        for place in _NUMBERS:
            title = str(self._lines.headerData(place, Qt.Orientation.Horizontal) or "")
            texts = [*self._texts(place), title]
            self.setColumnWidth(place, max(map(metrics.horizontalAdvance, texts)) + 28)
        # Qt gives the last column what is left only later.
        left = wide - sum(self.columnWidth(place) for place in range(len(_COLUMNS) - 1))
        self._fit_rows(max(28, metrics.height() + 10), left)

    def _texts(self, place: int) -> list[str]:
        lines = (line for line in self._lines.lines if not isinstance(line, str))
        return [getattr(line, _COLUMNS[place]) for line in lines]

    def _fit_rows(self, one_line: int, room: int) -> None:
        """Make each row as high as its longest text, so that no rule is cut; rules have `room`.

        Measured here: a row's own hint leaves the padding of the style sheet out of account.
        """
        self.verticalHeader().setDefaultSectionSize(one_line)
        for at, line in enumerate(self._lines.lines):
            high = one_line
            if not isinstance(line, str):
                label = self._height(self.columnWidth(0), line.label)
                high = max(high, label, self._height(room, line.rule))
            self.setRowHeight(at, high)

    def _height(self, width: int, words: str) -> int:
        room = QRect(0, 0, max(1, width - _PADDING), 100_000)
        wrapped = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        return wrapped.height() + _PADDING // 2


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignTrailing if column in _NUMBERS else Qt.AlignmentFlag.AlignLeading
    return side | Qt.AlignmentFlag.AlignVCenter


def _heading(words: str, column: int, role: int, ink: str, font: QFont) -> Any:
    if column:
        return None
    if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
        return words
    if role == Qt.ItemDataRole.FontRole:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        return bold
    if role == Qt.ItemDataRole.ForegroundRole:
        return QColor(ink)
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom
    return None
