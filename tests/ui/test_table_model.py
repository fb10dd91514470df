"""Tables of any length read only what they show and keep their selection."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desk.domain.errors import DatabaseBusy
from desk.ui.table_model import PAGE, Align, Column, PagedTableModel


@dataclass(frozen=True)
class Line:
    id: str
    story: str


@dataclass
class Lines:
    """Rows made on request; remembers which pages were read."""

    total: int
    first: int = 0
    read: list[int] = field(default_factory=list)
    trouble: bool = False

    def count(self) -> int:
        return self.total

    def page(self, offset: int, limit: int) -> Sequence[Line]:
        self.read.append(offset)
        if self.trouble:
            raise DatabaseBusy(Path("desk.sqlite"))
        end = min(offset + limit, self.total)
        return [Line(f"C-{self.first + n}", f"story {self.first + n}") for n in range(offset, end)]


COLUMNS = (
    Column[Line](id="reference", title="Reference", text=lambda line: line.id),
    Column[Line](
        id="story",
        title="Story",
        text=lambda line: line.story,
        tooltip=lambda line: f"<b>{line.story}</b>",
        align=Align.END,
    ),
)


def model_of(lines: Lines) -> PagedTableModel[Line]:
    return PagedTableModel(COLUMNS, lines, key=lambda line: line.id)


def shown(model: PagedTableModel[Line], row: int, column: int) -> object:
    return model.index(row, column).data(Qt.ItemDataRole.DisplayRole)


@pytest.mark.parametrize("total", [0, 1, PAGE, PAGE + 1, 250])
def test_the_model_keeps_to_qts_own_rules(qtbot: QtBot, total: int) -> None:
    lines = Lines(total)
    model = model_of(lines)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.reload()
    lines.total = 3
    model.reload()
    model.reload(Lines(500))
    assert model.rowCount() == 500
    assert tester.model() is model


def test_a_cell_has_no_rows_below_it(qtbot: QtBot) -> None:
    model = model_of(Lines(5))
    assert model.rowCount(QModelIndex()) == 5
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.columnCount(model.index(0, 0)) == 0


def test_only_the_page_of_a_shown_row_is_read(qtbot: QtBot) -> None:
    lines = Lines(100_000)
    model = model_of(lines)
    assert lines.read == []
    assert shown(model, 54_321, 1) == "story 54321"
    assert shown(model, 54_399, 0) == "C-54399"
    assert lines.read == [54_300]


def test_memory_is_bounded_however_far_one_scrolls(qtbot: QtBot) -> None:
    lines = Lines(100_000)
    model = model_of(lines)
    for row in range(0, 100_000, PAGE):
        assert shown(model, row, 0) == f"C-{row}"
    before = len(lines.read)
    shown(model, 99_900, 0)
    assert len(lines.read) == before
    shown(model, 0, 0)
    assert len(lines.read) == before + 1


def test_rows_that_went_meanwhile_are_blank(qtbot: QtBot) -> None:
    lines = Lines(150)
    model = model_of(lines)
    lines.total = 120
    assert shown(model, 119, 0) == "C-119"
    assert shown(model, 149, 0) is None
    assert model.id_at(149) is None
    assert model.id_at(-1) is None


def test_reload_reads_again(qtbot: QtBot) -> None:
    lines = Lines(10)
    model = model_of(lines)
    shown(model, 0, 0)
    lines.total, lines.first = 11, 100
    model.reload()
    assert model.rowCount() == 11
    assert shown(model, 10, 0) == "C-110"


def test_a_row_is_found_again_by_its_id_near_where_it_was(qtbot: QtBot) -> None:
    lines = Lines(1000)
    model = model_of(lines)
    lines.first = -30
    model.reload()
    assert model.number_near("C-250", 250) == 280
    assert model.number_near("C-90", 90) == 120
    assert model.number_near("C-999999", 250) is None


def test_screen_readers_hear_the_column_with_the_cell(qtbot: QtBot) -> None:
    model = model_of(Lines(1))
    said = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Story: story 0"


def test_a_tooltip_shows_customers_words_not_their_markup(qtbot: QtBot) -> None:
    model = model_of(Lines(1))
    tooltip = model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;story 0&lt;/b&gt;" in tooltip
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_failed_read_is_told_once_and_the_rows_stay_blank(qtbot: QtBot) -> None:
    lines = Lines(50)
    model = model_of(lines)
    told: list[object] = []
    model.failed.connect(told.append)
    lines.trouble = True
    for row in range(50):
        assert shown(model, row, 0) is None
    assert [type(error) for error in told] == [DatabaseBusy]
    lines.trouble = False
    model.reload()
    assert shown(model, 49, 0) == "C-49"
