"""The weekly workbook, read back: real dates and numbers, words, names, pages and charts."""

import gettext
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk.documents.sheet import Words
from desk.documents.week_register import COLUMNS, columns
from desk.documents.week_xlsx import write
from desk.domain.complaint import Category, Kind
from desk.domain.errors import Cancelled, FileNotWritten
from desk.domain.report import LateComplaint, Stock
from desk.domain.response import Remedy
from tests.documents.workbooks import (
    ENGLISH,
    NOW,
    a_report,
    a_row,
    figures,
    load_workbook,
    made,
    register,
)
from tests.make import ARRIVED


class Marked(gettext.NullTranslations):
    """A language in which every sentence is visibly translated."""

    def gettext(self, message: str) -> str:
        return f"译{message}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"译{msgid1 if n == 1 else msgid2}"


def test_dates_are_dates_and_money_is_a_number(tmp_path: Path) -> None:
    row = a_row(amount=1250, done_on=date(2026, 12, 1), priority=2, acknowledged_at=NOW)
    _, book = made(tmp_path, row, a_row(amount=0))
    first, second = register(book)
    assert str(first["Arrived"]) == "2026-11-23 10:42:00"
    assert str(first["Acknowledged"]) == "2026-11-24 12:00:00"
    assert first["Done by which day?"].date() == date(2026, 12, 1)
    assert (first["Amount"], first["Priority"], second["Amount"]) == (12.5, 2, 0)
    cell = next(c for c in book["Register"][2] if c.value == 12.5)
    assert cell.number_format == '#,##0.00 "CNY"'


def test_answers_are_written_in_words(tmp_path: Path) -> None:
    row = a_row(
        kind=Kind.PRAISE,
        category=Category.PRODUCT,
        offer=(Remedy.REFUND, Remedy.APOLOGY),
        language="zh_CN",
        first_word_due_at=ARRIVED,
        final_due_at=NOW,
    )
    _, book = made(tmp_path, row)
    line = register(book)[0]
    assert (line["Kind"], line["About"], line["Stage"]) == ("Praise", "Product", "Received")
    assert line["What we offer"] == "Refund, Apology"
    assert line["Their language"] == "中文"
    assert (line["First reply"], line["Final answer"]) == ("Late", "Not due yet")


def test_names_are_left_out_unless_asked_for(tmp_path: Path) -> None:
    row = a_row(name="Sam Example", phone="555-0117", handler="Lin")
    _, book = made(tmp_path, row)
    assert not {"Sam Example", "555-0117", "Lin"} & set(register(book)[0].values())
    _, book = made(tmp_path, row, names=True)
    line = register(book)[0]
    assert (line["Name"], line["Phone"], line["Handler"]) == ("Sam Example", "555-0117", "Lin")


def test_a_full_sheet_is_followed_by_another(tmp_path: Path) -> None:
    rows = [a_row(reference=f"BR01-26-{n:04}") for n in range(7)]
    path = tmp_path / "week.xlsx"
    done = write(path, a_report(7), rows, ENGLISH, rows_per_sheet=3)
    book = load_workbook(path)
    names = [name for name in book.sheetnames if name.startswith("Register")]
    assert names == ["Register", "Register 2", "Register 3"]
    found = [cell.value for name in names for cell in book[name]["A"][1:]]
    assert found == [row.reference for row in rows]
    assert done.rows == 7
    assert book["Register 2"].auto_filter.ref.endswith("4")
    assert [cell.value for cell in book["Register 3"][1]] == [c.value for c in book["Register"][1]]


def test_every_sheet_prints_on_a4_with_its_page_number(tmp_path: Path) -> None:
    _, book = made(tmp_path, a_row())
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth == 1
        assert sheet.oddFooter.center.text == "Page &P of &N"
    page = book["Register"]
    assert page.freeze_panes == "B2"
    assert page.print_title_rows == "$1:$1"
    assert page.auto_filter.ref == f"A1:{page.cell(1, page.max_column).coordinate[:-1]}2"
    assert page.print_area == "'Register'!$A$1:$L$2"


def test_the_printed_columns_come_first() -> None:
    printed = [column.printed for column in COLUMNS]
    assert printed == sorted(printed, reverse=True)
    shown = {names: columns(a_report(0, names=names), "en") for names in (False, True)}
    assert len(shown[False]) < len(shown[True]) == len(COLUMNS) + 1  # the kind of its category


def test_an_empty_week_says_so_in_words(tmp_path: Path) -> None:
    _, book = made(tmp_path)
    assert book["Summary"]["A4"].value == "Nothing was opened, closed or left open."
    assert book["By category"]["A2"].value == "No complaints were opened."
    assert book["Late"]["A2"].value == "Nothing is late."
    assert book["Register"]["A2"].value == "Nothing arrived."


def test_charts_are_native_and_show_both_weeks(tmp_path: Path) -> None:
    _, book = made(tmp_path, before=(figures(),))
    chart: Any
    (chart,) = book["Summary"]._charts  # noqa: SLF001 - openpyxl tells its charts nowhere else
    assert len(chart.series) == 1
    assert type(chart).__name__ == "BarChart"
    assert len(chart._charts) == 2  # noqa: SLF001 - as above: the columns and last week's line


def test_late_complaints_are_listed_as_text_and_dates(tmp_path: Path) -> None:
    late = LateComplaint("BR01-26-0001", Category.SERVICE, 1, "=cmd()", None, ARRIVED)
    _, book = made(tmp_path, late=(late,))
    line = [cell.value for cell in book["Late"][4]]
    assert line[:5] == ["BR01-26-0001", "Service", 1, "=cmd()", None]
    assert str(line[5]) == "2026-11-23 10:42:00"
    assert book["Late"]["D4"].data_type == "s"


def test_every_word_is_in_the_language_asked_for(tmp_path: Path) -> None:
    late = LateComplaint("BR01-26-0001", None, 1, "译", None, ARRIVED)
    row = a_row(story="译", kind=Kind.COMPLAINT, offer=(Remedy.REFUND,))
    _, book = made(
        tmp_path, row, words=Words("zh_CN", Marked()), late=(late,), before=(figures(),), shop="译"
    )
    assert book.sheetnames[0] == "译Summary"
    left = [
        f"{sheet.title}!{cell.coordinate}: {cell.value}"
        for sheet in book.worksheets
        for cells in sheet.iter_rows()
        for cell in cells
        if isinstance(cell.value, str) and "译" not in cell.value
        if cell.value not in {"–", "BR01-26-0001"}
    ]
    assert left == []


def test_figures_that_do_not_add_up_are_said_to(tmp_path: Path) -> None:
    _, book = made(tmp_path, figures=figures(stock=Stock(opened=2, at_end=1)))
    said = [cell.value for cell in book["Summary"]["A"]]
    assert "The counts do not add up: run “desk check”." in said


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done >= 500:
            raise Cancelled

    (tmp_path / "week.xlsx").write_text("the last one")
    with pytest.raises(Cancelled):
        write(tmp_path / "week.xlsx", a_report(900), [a_row()] * 900, ENGLISH, stop)
    assert [file.name for file in tmp_path.iterdir()] == ["week.xlsx"]
    assert (tmp_path / "week.xlsx").read_text() == "the last one"


def test_progress_ends_with_all_rows(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    rows = [a_row()] * 1200
    write(tmp_path / "w.xlsx", a_report(1200), rows, ENGLISH, lambda *said: told.append(said))
    assert told == [(0, 1200), (500, 1200), (1000, 1200), (1200, 1200)]


@pytest.mark.parametrize("place", ["missing/week.xlsx", "file/week.xlsx", "folder"])
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder" / "inside").mkdir(parents=True)
    with pytest.raises(FileNotWritten) as refused:
        write(tmp_path / place, a_report(0), [], ENGLISH)
    assert refused.value.path == tmp_path / place
    assert refused.value.reason
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file", "folder"]
