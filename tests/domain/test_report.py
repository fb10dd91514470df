"""Weeks, clocks and medians, case by case."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from desk.domain.report import (
    ClockState,
    Period,
    Stock,
    clock_state,
    rating,
    share,
    spread,
)
from desk.domain.report_lines import LINES

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("2026-W47", date(2026, 11, 16)),
        ("2026-w1", date(2025, 12, 29)),
        ("2026W53", date(2026, 12, 28)),
    ],
)
def test_a_week_is_read_as_iso_8601_writes_it(text: str, monday: date) -> None:
    assert Period.parse(text) == Period(monday)
    assert Period.parse(str(Period(monday))) == Period(monday)


@pytest.mark.parametrize("text", ["", "2026", "2026-47", "2025-W53", "2026-W00", "0001-W01", "W47"])
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Period.parse(text)


def test_a_week_starts_at_the_branchs_own_midnight() -> None:
    week = Period.of(date(2026, 11, 22))
    span = week.span(ZoneInfo("Asia/Shanghai"), NOON)
    assert span.start == datetime(2026, 11, 15, 16, tzinfo=UTC)
    assert span.end == span.cut == datetime(2026, 11, 22, 16, tzinfo=UTC)
    assert str(week) == "2026-W47"


def test_a_week_with_a_clock_change_is_as_long_as_it_is() -> None:
    week = Period.of(date(2026, 10, 25))
    span = week.span(ZoneInfo("Europe/Berlin"), NOON)
    assert span.end - span.start == timedelta(hours=169)


def test_clocks_of_a_running_week_are_read_now() -> None:
    running = Period.of(date(2026, 11, 23)).span(UTC, NOON)
    assert running.cut == NOON
    assert running.end == datetime(2026, 11, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "due", "state"),
    [
        (-2, -1, ClockState.IN_TIME),
        (-1, -1, ClockState.IN_TIME),
        (-1, -2, ClockState.LATE),
        (None, -1, ClockState.LATE),
        (None, 0, ClockState.WAITING),
        (None, None, None),
    ],
)
def test_a_clock_is_in_time_late_or_waiting(
    given: int | None, due: int | None, state: ClockState | None
) -> None:
    def moment(hours: int | None) -> datetime | None:
        return None if hours is None else NOON + timedelta(hours=hours)

    assert clock_state(moment(given), moment(due), NOON) is state


def test_what_came_and_went_must_explain_what_stayed() -> None:
    assert Stock(at_start=3, opened=4, closed=2, at_end=5).adds_up
    assert Stock(at_start=3, opened=4, reopened=1, closed=2, at_end=6).adds_up
    assert not Stock(at_start=3, opened=4, closed=2, at_end=6).adds_up


def test_medians_and_ninetieths() -> None:
    assert spread([]).median is None
    assert spread([5]).p90 == 5
    tenth = spread(list(range(10, 0, -1)))
    assert (tenth.count, tenth.median, tenth.p90) == (10, 5.5, 9)
    assert rating({5: 2, 1: 1}).median == 5
    assert rating({}).median is None


def test_few_cases_make_no_share() -> None:
    assert share(9, 9) is None
    assert share(9, 10) == 0.9


def test_every_figure_has_its_own_words_and_a_rule() -> None:
    assert len({line.label for line in LINES}) == len(LINES)
    assert all(line.rule.endswith(".") for line in LINES)
