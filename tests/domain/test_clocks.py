"""Clocks as pure rules: how far they ran, what a pause gives back, and what it never touches."""

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.clocks import (
    after_waiting,
    customers_waiting_time,
    longer,
    our_time,
    stretches,
)
from desk.domain.complaint import Stage
from desk.domain.deadline import (
    Coming,
    Due,
    Heat,
    WorkCalendar,
    coming,
    coming_next,
    due_dates,
    heat,
)
from desk.domain.pause import Pause, WaitingFor
from desk.domain.response import Done
from desk.domain.settings import Settings
from tests.make import a_complaint

HERE = ZoneInfo("Asia/Shanghai")
WEEKENDS = WorkCalendar()
MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=HERE)


def evening(day: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, 18, tzinfo=HERE)


@pytest.mark.parametrize(
    ("hours", "how_far"),
    [
        (0, Heat.CALM), (49.9, Heat.CALM), (50, Heat.HALF), (74.9, Heat.HALF), (75, Heat.CLOSE),
        (100, Heat.CLOSE), (100.1, Heat.OVER), (100 + 5 * 24, Heat.OVER),
    ],
)  # fmt: skip
def test_a_clock_warns_at_half_at_three_quarters_and_when_it_is_out(
    hours: float, how_far: Heat
) -> None:
    """D6: also after the desk was off for five days, because only moments count."""
    assert heat(MONDAY, MONDAY + timedelta(hours=100), MONDAY + timedelta(hours=hours)) is how_far


@given(st.timedeltas(timedelta(0), timedelta(days=60)), st.timedeltas(timedelta(1), timedelta(40)))
def test_a_warning_never_goes_back_while_time_goes_on(passed: timedelta, length: timedelta) -> None:
    """D6."""
    order = list(Heat)
    seen = [heat(MONDAY, MONDAY + length, MONDAY + part * passed / 10) for part in range(11)]
    assert seen == sorted(seen, key=order.index)


def a_pause(start: datetime, end: datetime | None, whom: WaitingFor = WaitingFor.LAB) -> Pause:
    return Pause(id="", complaint="", waiting_for=whom, from_at=start, until_at=end)


def test_our_time_and_the_customers_waiting_time_are_told_apart() -> None:
    """D4: two pauses that lie over each other count once; what we wait for them is not theirs."""
    end = MONDAY + timedelta(hours=100)
    pauses = [
        a_pause(MONDAY + timedelta(hours=10), MONDAY + timedelta(hours=30)),
        a_pause(MONDAY + timedelta(hours=20), MONDAY + timedelta(hours=40), WaitingFor.CUSTOMER),
        a_pause(MONDAY + timedelta(hours=90), None),
    ]
    assert our_time(MONDAY, end, pauses) == timedelta(hours=60)
    assert customers_waiting_time(MONDAY, end, pauses) == timedelta(hours=80)
    assert len(stretches(pauses, end)) == 2


@pytest.mark.parametrize(
    ("start", "end", "due"),
    [
        # Within one day no working day begins.
        (MONDAY, MONDAY + timedelta(hours=7), evening(26)),
        # Tuesday and Wednesday begin: two working days more, from Thursday to Monday.
        (MONDAY, MONDAY + timedelta(days=2), evening(30)),
        # A weekend that was waited through gives nothing but its Monday.
        (MONDAY - timedelta(days=3), MONDAY, evening(27)),
    ],
)
def test_a_pause_adds_the_working_days_that_began_in_it(
    start: datetime, end: datetime, due: datetime
) -> None:
    """D4."""
    assert longer(evening(26), [(start, end)], WEEKENDS) == due


def test_an_urgent_first_reply_is_longer_by_the_very_hours_we_waited() -> None:
    """D4."""
    urgent = a_complaint(
        priority=1, first_word_due_at=MONDAY + timedelta(hours=24), final_due_at=evening(7, 12)
    )
    waits = [(MONDAY, MONDAY + timedelta(hours=5))]
    moved = after_waiting(urgent, waits, WEEKENDS, HERE)
    assert moved.first_word_due_at == MONDAY + timedelta(hours=29)
    assert moved.final_due_at == evening(7, 12)


@given(
    st.timedeltas(timedelta(0), timedelta(days=30)),
    st.dates(date(2026, 12, 1), date(2027, 1, 15)),
)
def test_a_pause_never_moves_the_laws_clock_a_promise_or_the_answer_beyond_the_law(
    length: timedelta, law: date
) -> None:
    """D4, D3."""
    complaint = a_complaint(
        first_word_due_at=evening(26), progress_due_at=evening(30), final_due_at=evening(1, 12),
        statutory_due_at=datetime.combine(law, time(18), HERE), done=Done.BY_DATE,
        done_on=date(2026, 11, 25),
    )  # fmt: skip
    moved = after_waiting(complaint, [(MONDAY, MONDAY + length)], WEEKENDS, HERE)
    assert moved.statutory_due_at == complaint.statutory_due_at
    assert moved.done_on == complaint.done_on
    assert moved.final_due_at is not None
    assert moved.statutory_due_at is not None
    assert evening(1, 12) <= moved.final_due_at <= moved.statutory_due_at
    assert moved.first_word_due_at is not None
    assert moved.first_word_due_at >= evening(26)


def test_while_we_wait_only_promises_and_the_law_can_be_overdue() -> None:
    """D4."""
    complaint = a_complaint(
        first_word_due_at=MONDAY, final_due_at=MONDAY, statutory_due_at=evening(8, 12),
        done=Done.BY_DATE, done_on=date(2026, 12, 9), paused_at=MONDAY,
    )  # fmt: skip
    assert {one.what for one in coming(complaint, HERE)} == {Due.PROMISE, Due.STATUTORY}
    assert coming_next(complaint, HERE) == Coming(Due.STATUTORY, evening(8, 12))


def test_five_clocks_run_apart_and_none_after_closing() -> None:
    """D1."""
    open_one = a_complaint(
        acknowledged_at=MONDAY, first_word_due_at=evening(26), progress_due_at=evening(30),
        final_due_at=evening(7, 12), statutory_due_at=evening(8, 12), done=Done.BY_DATE,
        done_on=date(2026, 12, 1),
    )  # fmt: skip
    assert [one.what for one in sorted(coming(open_one, HERE), key=lambda one: one.at)] == [
        Due.PROGRESS, Due.PROMISE, Due.FINAL, Due.STATUTORY,
    ]  # fmt: skip
    closed = a_complaint(stage=Stage.CLOSED, final_due_at=evening(7, 12))
    assert not list(coming(closed, HERE))


TIERS = "gold=1, silver=2, slow=30"


@pytest.mark.parametrize(
    ("tier", "weight", "ordinary"),
    list(itertools.product(("", "gold", "Silver", "slow", "none such"), (1, 2, 3), (1, 3, 10))),
)
def test_a_tier_shortens_a_clock_and_never_lengthens_one(
    tier: str, weight: int, ordinary: int
) -> None:
    """A4: over all combinations; only the first reply is touched, the weight never is."""
    settings = Settings(first_word_days=ordinary, tier_days=TIERS)
    known, plain = (
        due_dates(
            received_at=MONDAY, priority=weight, calendar=WEEKENDS, settings=settings, zone=HERE,
            tier=said,
        )
        for said in (tier, "")
    )  # fmt: skip
    assert known.first_word <= plain.first_word
    assert (known.progress, known.final) == (plain.progress, plain.final)
    if tier == "gold" and weight > 1 and ordinary > 1:
        assert known.first_word == evening(24)


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "Europe/London", "America/New_York"])
@pytest.mark.parametrize("day", [date(2026, 3, 27), date(2026, 10, 23), date(2026, 10, 30)])
def test_a_deadline_ends_at_six_by_the_branchs_own_clock_also_when_the_hour_changes(
    zone: str, day: date
) -> None:
    """D8: summer time and UTC+8."""
    there = ZoneInfo(zone)
    received = datetime.combine(day, time(10), there).astimezone(UTC)
    due = due_dates(
        received_at=received, priority=3, calendar=WEEKENDS, settings=Settings(), zone=there
    )
    for moment in (due.first_word, due.progress, due.final):
        local = moment.astimezone(UTC).astimezone(there)
        assert (local.hour, local.minute) == (18, 0)
    urgent = due_dates(
        received_at=received, priority=1, calendar=WEEKENDS, settings=Settings(), zone=there
    )
    assert urgent.first_word - received == timedelta(hours=24)
