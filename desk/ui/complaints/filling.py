"""Fits the columns into the window: one takes what is left, those needed least make room."""

from collections.abc import MutableMapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from desk.domain.complaint import ComplaintSummary
from desk.ui.complaints.columns import FILLER, MAKE_ROOM
from desk.ui.table_model import Column
from desk.ui.widgets.table import Table


class Filling(QObject):
    """Remembers in `chosen` the widths that staff drag; `held` is the table's own copy."""

    def __init__(
        self,
        table: Table,
        columns: tuple[Column[ComplaintSummary], ...],
        chosen: MutableMapping[str, int],
        held: MutableMapping[str, int],
    ) -> None:
        super().__init__(table)
        self._table = table
        self._columns = columns
        self._chosen = chosen
        self._held = held
        self._filler = [column.id for column in columns].index(FILLER)
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)
        table.horizontalHeader().sectionResized.connect(self._on_resized)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of the window and of its letters."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.FontChange}:
            self._fill()
        return False

    def _on_resized(self, section: int, _old: int, new: int) -> None:
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton and section != self._filler:
            self._chosen[self._columns[section].id] = new
            self._fill()

    def _fill(self) -> None:
        """Leave columns out while they do not fit; one complaint shows everything."""
        self._held.clear()
        self._held.update(self._chosen)
        widths = {column.id: self._width(column) for column in self._columns}
        room = self._table.viewport().width()
        shown = dict(widths)
        for name in MAKE_ROOM:
            if sum(shown.values()) > room:
                del shown[name]
        self._held[FILLER] = widths[FILLER] + max(0, room - sum(shown.values()))
        for place, column in enumerate(self._columns):
            self._table.setColumnHidden(place, column.id not in shown)
        self._table.fit()

    def _width(self, column: Column[ComplaintSummary]) -> int:
        """Give a column's width: as staff left it, else as it is at first."""
        usual = self._table.fontMetrics().horizontalAdvance("0") * column.width + 16
        return usual if column.id == FILLER else self._chosen.get(column.id, usual)
