"""Rows and columns of flowables, parted between rows and, where a row is long, inside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.platypus import Flowable

Row = tuple[Flowable | None, ...]
# A row up to this height, in points, goes to the next page whole.
_WHOLE_ROW = 160.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GridLook:
    """Columns for an available width in points, and how rows are set apart."""

    columns: Callable[[float], Sequence[float]]
    gutter: float = 8.0
    padding: float = 3.0
    ruled: bool = True
    space_after: float = 8.0


class Grid(Flowable):
    """Rows of cells; the heading row, if any, comes again after every page end."""

    def __init__(self, rows: Sequence[Row], look: GridLook, *, heading: Row | None = None) -> None:
        super().__init__()
        self._rows = rows
        self._look = look
        self._heading = heading
        self._columns: Sequence[float] = ()
        self._heights: list[float] = []
        self.spaceBefore = 2.0
        self.spaceAfter = look.space_after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - reportlab
        """Give width and height of all rows."""
        self._columns = self._look.columns(aW)
        self._heights = [self._row_height(row) for row in self._all_rows()]
        self.width, self.height = aW, sum(self._heights)
        return aW, self.height

    def least(self) -> float:
        """Give the height that stays with a heading above: the first row or its beginning."""
        count = 2 if self._heading else 1
        return sum(min(height, _WHOLE_ROW) for height in self._heights[:count])

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: N803 - reportlab's names
        """Part after the last row that fits, or inside the first that is too long for that."""
        self.wrap(aW, aH)
        repeated = 1 if self._heading else 0
        used, fitting = sum(self._heights[:repeated]), 0
        for height in self._heights[repeated:]:
            if used + height > aH + 1e-6:
                break
            used += height
            fitting += 1
        if fitting == len(self._rows):
            return [self]
        head, rest = list(self._rows[:fitting]), list(self._rows[fitting:])
        if self._heights[repeated + fitting] > _WHOLE_ROW:
            parts = self._parted(rest[0], aH - used - 2 * self._look.padding)
            if parts:
                head.append(parts[0])
                rest[0] = parts[1]
        if not head:
            return []
        return [Grid(part, self._look, heading=self._heading) for part in (head, rest)]

    def draw(self) -> None:
        """Draw the rows from the top, a hairline under each."""
        top = self.height
        rows = self._all_rows()
        for index, (row, height) in enumerate(zip(rows, self._heights, strict=True)):
            x = 0.0
            for cell, width in zip(row, self._columns, strict=True):
                if cell is not None:
                    cell.wrapOn(self.canv, width, height)
                    cell.drawOn(self.canv, x, top - self._look.padding - cell.height)
                x += width + self._look.gutter
            top -= height
            if self._look.ruled:
                heavy = self._heading is not None and index == 0
                self.canv.setLineWidth(0.7 if heavy else 0.3)
                self.canv.setStrokeGray(0.2 if heavy else 0.7)
                self.canv.line(0, top, self.width, top)

    def _all_rows(self) -> list[Row]:
        return [*([self._heading] if self._heading else []), *self._rows]

    def _row_height(self, row: Row) -> float:
        cells = zip(row, self._columns, strict=True)
        inner = max((c.wrap(width, 0)[1] for c, width in cells if c is not None), default=0.0)
        return inner + 2 * self._look.padding

    def _parted(self, row: Row, room: float) -> tuple[Row, Row] | None:
        head: list[Flowable | None] = []
        rest: list[Flowable | None] = []
        for cell, width in zip(row, self._columns, strict=True):
            if cell is None or cell.wrap(width, 0)[1] <= room:
                head.append(cell)
                rest.append(None)
                continue
            parts = cell.split(width, room)
            if len(parts) != 2:
                return None
            head.append(parts[0])
            rest.append(parts[1])
        return tuple(head), tuple(rest)
