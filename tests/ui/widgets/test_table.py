"""Tables: opened by Enter, copied as text, the selection kept, any length."""

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk.ui.table_model import Column, PagedTableModel
from desk.ui.watchdog import Watchdog
from desk.ui.widgets.table import MOST_COPIED, Table, tsv_cell

Show = Callable[..., QWidget]
Line = tuple[str, str]


class Lines:
    """Any number of rows, the newest first."""

    def __init__(self, total: int) -> None:
        self.total = total

    def count(self) -> int:
        return self.total

    def page(self, offset: int, limit: int) -> Sequence[Line]:
        newest = self.total - 1
        end = min(offset + limit, self.total)
        return [(f"C-{newest - n}", f"=cmd({newest - n})") for n in range(offset, end)]


COLUMNS = (
    Column[Line](id="reference", title="Reference", text=lambda line: line[0]),
    Column[Line](id="story", title="Story", text=lambda line: line[1], width=30),
    Column[Line](id="more", title="More", text=lambda line: ""),
)


def table_of(lines: Lines, widths: dict[str, int] | None = None) -> Table:
    model = PagedTableModel(COLUMNS, lines, key=lambda line: line[0])
    table = Table("complaints_list", "Complaints", model, widths)
    model.setParent(table)
    return table


def reload(table: Table) -> None:
    model = table.model()
    assert isinstance(model, PagedTableModel)
    model.reload()


def test_enter_and_double_click_open_the_row(show: Show) -> None:
    table = table_of(Lines(10))
    show(table)
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.select(3)
    QTest.keyClick(table, Qt.Key.Key_Return)
    spot = table.visualRect(table.model().index(5, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened[0] == "C-6"
    assert opened[-1] == "C-4"


def test_an_empty_table_opens_and_copies_nothing(show: Show) -> None:
    table = table_of(Lines(0))
    show(table)
    opened: list[str] = []
    table.opened.connect(opened.append)
    table.select(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    table.copy()
    assert opened == []
    assert table.current_id() is None


def test_the_current_row_is_told(show: Show) -> None:
    table = table_of(Lines(10))
    told: list[str] = []
    table.current_changed.connect(told.append)
    show(table)
    table.select(0)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert told == ["C-9", "C-8"]


def test_the_selection_follows_its_row_when_others_come(show: Show) -> None:
    lines = Lines(1000)
    table = table_of(lines)
    show(table)
    table.select(150)
    before = table.current_id()
    lines.total += 7
    reload(table)
    assert table.current_id() == before == "C-849"
    assert table.selected_ids() == ("C-849",)
    assert table.currentIndex().row() == 157


def test_when_its_row_is_gone_the_selection_stays_where_it_was(show: Show) -> None:
    lines = Lines(100)
    table = table_of(lines)
    show(table)
    table.select(99)
    lines.total = 40
    reload(table)
    assert table.currentIndex().row() == 39


def test_copying_gives_text_that_no_spreadsheet_calculates(show: Show) -> None:
    table = table_of(Lines(10))
    show(table)
    table.select(0)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    copied: list[tuple[int, int]] = []
    table.copied.connect(lambda rows, of: copied.append((rows, of)))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "C-9\t'=cmd(9)\t\nC-8\t'=cmd(8)\t\n"
    assert copied == [(2, 2)]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("kettle", "kettle"),
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("+86 10", "'+86 10"),
        ("-5", "'-5"),
        ("@sum", "'@sum"),
        ("＝1", "'＝1"),
        ("a\tb", '"a\tb"'),
        ("two\nlines", '"two\nlines"'),
        ('say "hi"', '"say ""hi"""'),
        ("=a\nb", '"\'=a\nb"'),
        ("", ""),
    ],
)
def test_a_cell_is_pasted_as_one_cell_of_text(text: str, cell: str) -> None:
    assert tsv_cell(text) == cell


def test_copying_everything_is_bounded_and_says_so(show: Show) -> None:
    table = table_of(Lines(100_000))
    show(table)
    table.selectAll()
    copied: list[tuple[int, int]] = []
    table.copied.connect(lambda rows, of: copied.append((rows, of)))
    table.copy()
    assert copied == [(MOST_COPIED, 100_000)]


def test_column_widths_are_remembered(show: Show) -> None:
    widths = {"story": 222}
    table = table_of(Lines(3), widths)
    show(table)
    assert table.columnWidth(1) == 222
    table.horizontalHeader().resizeSection(0, 99)
    assert widths == {"story": 222, "reference": 99}
    again = table_of(Lines(3), widths)
    show(again)
    assert again.columnWidth(0) == 99


def test_fitting_to_another_text_size_is_not_taken_for_a_wish(show: Show) -> None:
    widths: dict[str, int] = {}
    table = table_of(Lines(3), widths)
    show(table)
    table.fit()
    assert widths == {}


def test_tab_leaves_the_table(show: Show) -> None:
    table, after = table_of(Lines(3)), QLineEdit()
    show(table, after)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_rows_are_high_enough_to_hit(show: Show) -> None:
    table = table_of(Lines(3))
    show(table)
    assert table.rowHeight(0) >= 28


@pytest.mark.alone
def test_100_000_rows_are_walked_without_holding_the_window_up(show: Show) -> None:
    table = table_of(Lines(100_000))
    show(table)
    table.select(0)
    with Watchdog() as watchdog:
        for key in [Qt.Key.Key_PageDown] * 20 + [Qt.Key.Key_End] + [Qt.Key.Key_PageUp] * 20:
            QTest.keyClick(table, key)
            QApplication.processEvents()
        table.scrollTo(table.model().index(50_000, 0))
        QApplication.processEvents()
    assert watchdog.worst < 0.1
