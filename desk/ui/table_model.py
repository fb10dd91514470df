"""A table over any number of rows: only the pages that are painted are read."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from html import escape
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desk.domain.errors import DeskError
from desk.i18n import _

Row = TypeVar("Row")
Row_co = TypeVar("Row_co", covariant=True)

PAGE = 100
_PAGES_KEPT = 20
_Index = QModelIndex | QPersistentModelIndex


class Align(Enum):
    """How a column's text stands in its cell."""

    START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    END = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, kw_only=True)  # with slots, Column[Row](...) raises on Python 3.11
class Column(Generic[Row]):
    """A column: its id, its title (marked with ``N_``), and how a row is written in it.

    `width` is the width at first, in characters; staff may change it.
    """

    id: str
    title: str
    text: Callable[[Row], str]
    tooltip: Callable[[Row], str] | None = None
    align: Align = Align.START
    width: int = 12


class Source(Protocol[Row_co]):
    """Where rows come from: how many there are, and any stretch of them in a fixed order."""

    def count(self) -> int:
        """Count all rows."""

    def page(self, offset: int, limit: int) -> Sequence[Row_co]:
        """Read up to `limit` rows from `offset`; fewer when rows have gone meanwhile."""


class PagedTableModel(QAbstractTableModel, Generic[Row]):
    """Holds at most `_PAGES_KEPT` pages of rows; knows nothing but `columns` and `source`.

    `key` gives a row's id, by which a view keeps its selection over `reload`.
    """

    failed = Signal(object)
    """The DeskError of a read; the rows concerned stay blank until the next `reload`."""

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        source: Source[Row],
        key: Callable[[Row], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._source = source
        self._key = key
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self._count = 0
        self._count_again()

    def reload(self, source: Source[Row] | None = None) -> None:
        """Read everything again, from `source` if given (another filter or order)."""
        self.beginResetModel()
        self._source = source or self._source
        self._pages.clear()
        self._count_again()
        self.endResetModel()

    def retitle(self) -> None:
        """Write the headers again, in the language the screen has now."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def row(self, number: int) -> Row | None:
        """Give a row, reading its page if need be; None when it is out of range or gone."""
        if not 0 <= number < self._count:
            return None
        at, within = divmod(number, PAGE)
        page = self._page(at)
        return page[within] if within < len(page) else None

    def id_at(self, number: int) -> str | None:
        """Give the id of a row, None when there is no such row."""
        row = self.row(number)
        return None if row is None else self._key(row)

    def number_near(self, id_: str, number: int) -> int | None:
        """Find the row with an id in the page of `number` and the two beside it."""
        at = number // PAGE
        for page in (at, at - 1, at + 1):
            if page < 0 or page * PAGE >= self._count:
                continue
            for within, row in enumerate(self._page(page)):
                if self._key(row) == id_:
                    return page * PAGE + within
        return None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        """Count the rows; a cell has none below it."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        """Count the columns; a cell has none below it."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Write a cell for the eye, a tooltip, or a screen reader."""
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align.value
        if role not in _TEXT_ROLES:
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return _plain(column.tooltip(row)) if column.tooltip else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{_(column.title)}: {column.text(row)}"
        return column.text(row)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Write a column's title."""
        if orientation is not Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return _(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align.value
        return None

    def _count_again(self) -> None:
        try:
            self._count = self._source.count()
        except DeskError as error:
            self._count = 0
            self.failed.emit(error)

    def _page(self, at: int) -> Sequence[Row]:
        if at in self._pages:
            self._pages.move_to_end(at)
            return self._pages[at]
        try:
            page = self._source.page(at * PAGE, PAGE)
        except DeskError as error:
            # Kept as read, or every repaint would fail and say so again.
            page = ()
            self._pages[at] = page
            self.failed.emit(error)
            return page
        self._pages[at] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        return page


_TEXT_ROLES = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
}


def _plain(text: str) -> str:
    """Write text so that a tooltip, which takes markup, shows it as it is."""
    return f'<div style="white-space: pre-wrap">{escape(text)}</div>' if text else ""
