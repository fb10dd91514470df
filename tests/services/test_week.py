"""The weekly workbook of a lived-through database: every number against a count by hand."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desk.domain.complaint import Complaint, Kind
from desk.domain.errors import FileNotWritten
from desk.domain.report import Period
from desk.i18n import catalogue
from desk.services.app import App
from tests.conftest import HERE, StandingClock
from tests.make import a_draft
from tests.weeks import live_through

LAST = Period.parse("2026-W47")
QUIET = Period.parse("2026-W45")


def load_workbook(path: Path) -> Any:  # noqa: ANN401 - a cell read back may hold anything
    return openpyxl.load_workbook(path)


def everyone(app: App) -> list[Complaint]:
    with app.database.reading() as tx:
        return tx.complaints.all()


def within(moment: datetime | None, week: Period) -> bool:
    return moment is not None and Period.of(moment.astimezone(HERE).date()) == week


def summary(book: Any) -> dict[str, tuple[Any, ...]]:  # noqa: ANN401 - as above
    """Read the figures: label -> this week, last week, median, change."""
    rows = book["Summary"].iter_rows(min_col=1, max_col=5, values_only=True)
    return {str(row[0]): row[1:] for row in rows if row[1] is not None}


@pytest.fixture
def lived(app: App, clock: StandingClock) -> App:
    app.settings.change(shop="City Store", handler="Lin")
    live_through(app, clock)
    return app


def test_the_summary_shows_this_week_beside_earlier_ones(lived: App, tmp_path: Path) -> None:
    made = lived.week.workbook(LAST, tmp_path / "week.xlsx", "en")
    own = [c for c in everyone(lived) if c.kind is Kind.COMPLAINT]
    weeks = [LAST.shifted(-n) for n in range(5)]
    opened = [sum(within(c.arrived_at, week) for c in own) for week in weeks]
    closed = [sum(within(c.closed_at, week) for c in own) for week in weeks]
    figures = summary(load_workbook(made.path))
    for label, counts in (("Opened", opened), ("Closed", closed)):
        this, last, middle, change = figures[label]
        assert (this, last) == tuple(counts[:2])
        assert middle == sum(sorted(counts[1:])[1:3]) / 2
        more = this - last
        words = f"{more} more" if more > 0 else f"{-more} fewer" if more else "the same"
        assert change == words
    at_start, opened_now, closed_now, at_end = (
        figures[label][0] for label in ("Open at the start", "Opened", "Closed", "Open at the end")
    )
    assert at_start + opened_now - closed_now == at_end
    money = sum(
        c.amount
        for c in own
        if within(c.responded_at, LAST) and c.amount and {"refund", "money_off"} & set(c.offer)
    )
    assert figures["Money offered"][0] == money / 100 > 0


def test_the_register_and_the_tables_agree_with_the_summary(lived: App, tmp_path: Path) -> None:
    made = lived.week.workbook(LAST, tmp_path / "week.xlsx", "en")
    book = load_workbook(made.path)
    lines = list(book["Register"].iter_rows(values_only=True))
    rows = [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]
    arrived = [c for c in everyone(lived) if within(c.arrived_at, LAST)]
    assert sorted(row["Reference"] for row in rows) == sorted(c.reference for c in arrived)
    assert made.rows == len(arrived) > 20
    complaints = [row for row in rows if row["Kind"] == "Complaint"]
    figures = summary(book)
    assert len(complaints) == figures["Opened"][0]
    assert sum(row["Kind"] == "Praise" for row in rows) == figures["Praise"][0]
    table = {row[0]: row[1:] for row in book["By category"].iter_rows(min_row=4, values_only=True)}
    for about in ("Product", "Service", "Other"):
        assert table[about][0] == sum(row["About"] == about for row in complaints)
        assert sum(table[about][1:]) == table[about][0]
    assert table["Together"][0] == len(complaints)
    clocks = {row[0]: row[1:] for row in book["Deadlines"].iter_rows(min_row=5, values_only=True)}
    together = clocks.pop("Together")
    assert together[:2] == (figures["First reply in time"][0], figures["First reply late"][0])
    assert together[5] == figures["Final answer late"][0]
    numbers = [row for row in clocks.values() if isinstance(row[0], int)]
    assert tuple(map(sum, zip(*(row[:8] for row in numbers), strict=True))) == together[:8]
    days = [row[7] for row in book["Summary"].iter_rows(values_only=True) if "11-" in str(row[6])]
    assert sum(days) == len(complaints)


def test_a_quiet_week_says_that_nobody_came(lived: App, tmp_path: Path) -> None:
    made = lived.week.workbook(QUIET, tmp_path / "quiet.xlsx", "en")
    book = load_workbook(made.path)
    assert str(book["Summary"]["A4"].value).startswith("No complaints were opened; ")
    assert book["Register"]["A2"].value == "Nothing arrived."
    assert made.rows == 0


def test_weeks_before_the_first_complaint_are_not_compared(lived: App, tmp_path: Path) -> None:
    first = lived.week.workbook(Period.parse("2026-W43"), tmp_path / "first.xlsx", "en")
    assert summary(load_workbook(first.path))["Opened"][1:] == ("–", "–", None)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_both_languages_open_again_with_their_own_sheet_names(
    lived: App, tmp_path: Path, language: str
) -> None:
    made = lived.week.workbook(LAST, tmp_path / "week.xlsx", language)
    say = catalogue(language).gettext
    assert load_workbook(made.path).sheetnames == [
        say(name)
        for name in ("Summary", "By category", "Deadlines", "Late", "Register", "How counted")
    ]


def test_names_come_only_when_asked_for(lived: App, tmp_path: Path) -> None:
    plain = lived.week.workbook(LAST, tmp_path / "plain.xlsx", "en").path.read_bytes()
    named = lived.week.workbook(LAST, tmp_path / "named.xlsx", "en", names=True)
    titles = [cell.value for cell in load_workbook(named.path)["Register"][1]]
    assert titles[-6:] == ["Handler", "Name", "Phone", "Email", "Address", "More exactly"]
    (tmp_path / "plain.xlsx").write_bytes(plain)
    values = {
        cell
        for sheet in load_workbook(tmp_path / "plain.xlsx").worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    assert not {"Sam Example", "555-0117", "Lin"} & values


def test_everything_holds_every_complaint(lived: App, tmp_path: Path) -> None:
    made = lived.week.everything(tmp_path / "all.xlsx", "en")
    book = load_workbook(made.path)
    assert made.rows == len(everyone(lived)) == book["Register"].max_row - 1
    assert book["Summary"]["A1"].value == "All complaints"
    own = [c for c in everyone(lived) if c.kind is Kind.COMPLAINT]
    assert summary(book)["Opened"][0] == len(own)
    assert summary(book)["Open at the end"][0] == sum(c.closed_at is None for c in own)


def test_an_empty_desk_still_makes_both_workbooks(app: App, tmp_path: Path) -> None:
    for path in (
        app.week.workbook(app.week.last_week(), tmp_path / "week.xlsx", "en").path,
        app.week.everything(tmp_path / "all.xlsx", "en").path,
    ):
        assert load_workbook(path)["Summary"]["A4"].value == (
            "Nothing was opened, closed or left open."
        )


def test_hostile_customers_do_not_break_the_workbook(app: App, tmp_path: Path) -> None:
    story = '=HYPERLINK("x")\x07\uffff' + "漏" * 40_000
    draft = a_draft({"story": story, "summary": "@x", "product": "+1"})
    app.complaints.save(draft)
    made = app.week.workbook(app.week.this_week(), tmp_path / "week.xlsx", "en")
    row = [cell.value for cell in load_workbook(made.path)["Register"][2]]
    assert {"@x", "+1"} < set(row)
    assert any(str(value).startswith('=HYPERLINK("x")\ufffd\ufffd漏') for value in row)
    assert made.replaced_characters == 2


def test_this_week_and_last_week_are_the_branchs_own(app: App, clock: StandingClock) -> None:
    assert app.week.this_week() == Period(date(2026, 11, 23))
    clock.at -= timedelta(hours=11)  # Sunday 23:42 in Shanghai
    assert app.week.this_week() == LAST
    assert app.week.last_week() == LAST.shifted(-1)


def test_an_unwritable_place_is_named(app: App, tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten):
        app.week.workbook(LAST, tmp_path / "nowhere" / "week.xlsx", "en")


def test_the_screen_gets_the_same_figures(lived: App, tmp_path: Path) -> None:
    made = lived.week.workbook(LAST, tmp_path / "week.xlsx", "en")
    shown = summary(load_workbook(made.path))
    figures = lived.week.figures(LAST)
    assert figures.stock.opened == shown["Opened"][0]
    assert figures.first_word.late == shown["First reply late"][0]
