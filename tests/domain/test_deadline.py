"""Due dates by the printed rule, on a calendar that agrees with an independent one day by day."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.complaint import Stage
from desk.domain.deadline import (
    Coming,
    Due,
    DueDates,
    WorkCalendar,
    coming_next,
    due_dates,
    is_overdue,
    last_day_over,
)
from desk.domain.investigation import Finding
from desk.domain.response import Done
from desk.domain.settings import Settings
from desk.services.calendar import Calendars
from tests.make import a_complaint

HERE = ZoneInfo("Asia/Shanghai")
MADE_UP = [
    date(2026, 1, 4), date(2026, 2, 14), date(2026, 2, 28), date(2026, 5, 9), date(2026, 9, 20),
    date(2026, 10, 10),
]  # fmt: skip
"""The weekend days worked in China in 2026, as the State Council published them."""


@pytest.fixture(scope="module")
def china(tmp_path_factory: pytest.TempPathFactory) -> WorkCalendar:
    """The calendar desk makes for itself, for 2025 to 2027."""
    return Calendars(tmp_path_factory.mktemp("calendar")).of("CN", 2026)


@pytest.mark.parametrize("year", [2025, 2026])
def test_every_day_agrees_with_an_independent_calendar(china: WorkCalendar, year: int) -> None:
    day = date(year, 1, 1)
    while day.year == year:
        assert china.is_working(day) == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_the_weekend_days_of_2026_that_are_worked_are_exactly_these(china: WorkCalendar) -> None:
    assert sorted(day for day in china.make_up if day.year == 2026) == MADE_UP


def test_a_year_whose_made_up_days_are_not_published_is_not_known(china: WorkCalendar) -> None:
    assert {2025, 2026} <= china.known
    assert 2027 not in china.known


def test_a_calendar_file_is_made_once_and_then_read_as_edited(tmp_path: Path) -> None:
    Calendars(tmp_path).of("CN", 2026)
    file = tmp_path / "CN.toml"
    file.write_text(file.read_text("utf-8").replace("rest = [", "rest = [ 2026-11-24,"), "utf-8")
    assert not Calendars(tmp_path).of("CN", 2026).is_working(date(2026, 11, 24))


def due(
    received: datetime, calendar: WorkCalendar, weight: int = 3, settings: Settings | None = None
) -> DueDates:
    return due_dates(
        received_at=received, priority=weight, calendar=calendar,
        settings=settings or Settings(), zone=HERE,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("received", "first", "progress", "final"),
    [
        # An ordinary Monday.
        ("2026-11-23 10:42", "2026-11-26", "2026-11-30", "2026-12-07"),
        # A Friday evening: the weekend does not count.
        ("2026-11-20 21:00", "2026-11-25", "2026-11-27", "2026-12-04"),
        # Before the Spring Festival: 14 February is worked, 15 to 23 are not; day 15 comes first.
        ("2026-02-12 09:00", "2026-02-24", "2026-02-26", "2026-02-27"),
        # Sunday 4 January is worked.
        ("2026-01-01 12:00", "2026-01-06", "2026-01-08", "2026-01-15"),
        # National Day, 1 to 7 October, and the worked Saturday of 10 October; day 15 comes first.
        ("2026-09-30 12:00", "2026-10-10", "2026-10-13", "2026-10-15"),
        # A Saturday that is worked counts as the next working day.
        ("2026-05-08 12:00", "2026-05-12", "2026-05-14", "2026-05-21"),
        # Late at night in London, the next day in Shanghai.
        ("2026-11-24 00:30", "2026-11-27", "2026-12-01", "2026-12-08"),
    ],
)
def test_due_dates_by_hand(
    china: WorkCalendar, received: str, first: str, progress: str, final: str
) -> None:
    found = due(datetime.fromisoformat(received).replace(tzinfo=HERE), china)
    for moment, day in (
        (found.first_word, first),
        (found.progress, progress),
        (found.final, final),
    ):
        assert moment == datetime.combine(date.fromisoformat(day), time(18), HERE)
    assert found.policy == "2026-1"


def test_an_urgent_first_word_is_due_in_a_day_of_24_hours(china: WorkCalendar) -> None:
    received = datetime(2026, 11, 21, 23, 0, tzinfo=HERE)  # a Saturday
    assert due(received, china, weight=1).first_word == received + timedelta(hours=24)
    assert due(received, china, weight=2).first_word > received + timedelta(hours=24)


@given(
    received=st.datetimes(datetime(2025, 1, 2), datetime(2026, 10, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - the zone is beside it
    final_days=st.integers(1, 30),
    calendar_days=st.integers(1, 40),
)  # fmt: skip
def test_the_final_answer_is_due_at_the_earlier_of_both_limits(
    china: WorkCalendar, received: datetime, final_days: int, calendar_days: int
) -> None:
    settings = Settings(final_days=final_days, statutory_calendar_days=calendar_days)
    day = received.astimezone(HERE).date()
    worked = [
        later
        for later in (day + timedelta(days=n) for n in range(1, 70))
        if chinese_calendar.is_workday(later)
    ][final_days - 1]
    last = min(worked, day + timedelta(days=calendar_days))
    assert due(received, china, settings=settings).final.date() == last


@pytest.mark.parametrize(("year", "earlier"), [(2025, 60), (2026, 58)])
def test_the_fifteenth_calendar_day_comes_before_ten_working_days_round_long_holidays(
    china: WorkCalendar, year: int, earlier: int
) -> None:
    """D3: of the first 330 start days of a year; the worst of 2026 waits 21 days instead of 15."""
    starts = [date(year, 1, 1) + timedelta(days=n) for n in range(330)]
    ten = {day: china.after(day, 10) - day for day in starts}
    assert sum(length > timedelta(days=15) for length in ten.values()) == earlier
    for day in starts:
        received = datetime.combine(day, time(12), HERE)
        assert due(received, china).final.date() - day == min(ten[day], timedelta(days=15))
    if year == 2026:
        assert max(ten.values()) == ten[date(2026, 9, 24)] == timedelta(days=21)


@given(st.dates(date(2025, 1, 1), date(2026, 11, 1)), st.integers(0, 30))
def test_counting_working_days_counts_what_the_calendar_works(
    china: WorkCalendar, day: date, count: int
) -> None:
    end = china.after(day, count)
    span = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(map(china.is_working, span)) == count
    assert count == 0 or china.is_working(end)


@pytest.mark.parametrize(
    ("due_at", "late"),
    [
        (None, False),
        (timedelta(0), False),
        (timedelta(microseconds=-1), True),
        (timedelta(1), False),
    ],
)
def test_a_clock_has_run_out_only_after_its_moment(due_at: timedelta | None, late: bool) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    assert is_overdue(None if due_at is None else now + due_at, now) is late


FIRST, FINAL = datetime(2026, 11, 26, 10, tzinfo=UTC), datetime(2026, 12, 7, 10, tzinfo=UTC)


def evening(day: int) -> datetime:
    return datetime(2026, 11, day, 18, tzinfo=HERE)


@pytest.mark.parametrize(
    ("changes", "coming"),
    [
        ({}, Coming(Due.FIRST_WORD, FIRST)),
        ({"acknowledged_at": FIRST}, Coming(Due.FINAL, FINAL)),
        ({"done": Done.BY_DATE, "done_on": date(2026, 11, 25), "done_by": "Chen"},
         Coming(Due.PROMISE, evening(25), "Chen")),
        # Of equals the promise: Thursday 18:00 in Shanghai is 10:00 UTC.
        ({"done": Done.BY_DATE, "done_on": date(2026, 11, 26)}, Coming(Due.PROMISE, evening(26))),
        ({"done": Done.BY_DATE, "done_on": date(2026, 11, 27)}, Coming(Due.FIRST_WORD, FIRST)),
        ({"done": Done.NOW, "done_on": date(2026, 11, 25)}, Coming(Due.FIRST_WORD, FIRST)),
        ({"done": Done.NOW, "check_back_on": date(2026, 11, 25)},
         Coming(Due.CHECK_BACK, evening(25))),
        ({"finding": Finding.CANNOT_TELL, "next_on": date(2026, 11, 24), "next_by": "Ma"},
         Coming(Due.ANSWER, evening(24), "Ma")),
        ({"finding": Finding.CONFIRMED, "next_on": date(2026, 11, 24)},
         Coming(Due.FIRST_WORD, FIRST)),
        ({"stage": Stage.CLOSED, "check_back_on": date(2026, 11, 25)}, None),
    ],
)  # fmt: skip
def test_next_is_the_earliest_of_what_is_still_to_come(
    changes: dict[str, object], coming: Coming | None
) -> None:
    complaint = a_complaint(first_word_due_at=FIRST, final_due_at=FINAL, **changes)
    assert coming_next(complaint, HERE) == coming


def test_an_answer_that_was_given_is_waited_for_no_longer() -> None:
    given_at = datetime(2026, 11, 23, tzinfo=UTC)
    complaint = a_complaint(
        finding=Finding.CANNOT_TELL, next_on=date(2026, 11, 24), responded_at=given_at
    )
    assert coming_next(complaint, HERE) is None


def test_a_promised_day_is_over_when_the_working_day_is() -> None:
    assert last_day_over(evening(25)) == date(2026, 11, 24)
    assert last_day_over(evening(25) + timedelta(seconds=1)) == date(2026, 11, 25)
