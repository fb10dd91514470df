"""When an answer is due: working days, the clocks, what was promised, how late something is."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING

from desk.domain.complaint_choices import Stage
from desk.domain.investigation import Finding
from desk.domain.response import Done, Remedy
from desk.domain.settings import Settings

if TYPE_CHECKING:
    from desk.domain.complaint import Complaint
    from desk.domain.complaint_list import ComplaintSummary
    from desk.domain.register_row import RegisterRow


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Which days are worked. Weekends rest unless made up; a year not in `known` is guessed so.

    `rest`: public holidays; `make_up`: weekend days worked instead (调休).
    """

    rest: frozenset[date] = frozenset()
    make_up: frozenset[date] = frozenset()
    known: frozenset[int] = frozenset()

    def is_working(self, day: date) -> bool:
        """Tell whether a day is worked."""
        if day in self.make_up:
            return True
        return day.weekday() < 5 and day not in self.rest

    def after(self, day: date, working_days: int) -> date:
        """Give the day `working_days` working days after `day`, the day itself not counted."""
        while working_days > 0:
            day += timedelta(days=1)
            working_days -= self.is_working(day)
        return day


@dataclass(frozen=True, slots=True)
class DueDates:
    """The clocks of one complaint, set once and stamped with the policy they were set by."""

    first_word: datetime
    progress: datetime
    final: datetime
    policy: str


END_OF_WORK = time(18, 0)
"""A deadline that is a day ends with the working day."""


def due_dates(
    *,
    received_at: datetime,
    priority: int,
    calendar: WorkCalendar,
    settings: Settings,
    zone: tzinfo,
    tier: str = "",
) -> DueDates:
    """Set the clocks of a complaint received at an aware moment, in the branch's time zone.

    First reply: 24 h when urgent (priority 1), else 3 working days, or fewer for a customer's
    `tier`. Progress: every 5 working days. Final: the earlier of 10 working days and the 15th
    calendar day (the 15 days of the rules on infringing consumers' rights, art. 8-10). The
    numbers are settings.
    """
    from desk.domain.tier import first_word_days  # the first picture needs no clock set

    local = received_at.astimezone(zone)
    day = local.date()

    def end_of(last: date) -> datetime:
        return datetime.combine(last, END_OF_WORK, zone)

    days = first_word_days(settings.first_word_days, tier, settings.tier_days)
    first = end_of(calendar.after(day, days))
    if priority == 1:
        urgent = received_at + timedelta(hours=settings.urgent_hours)
        first = min(urgent, first) if days < settings.first_word_days else urgent
    final_day = min(
        calendar.after(day, settings.final_days),
        day + timedelta(days=settings.statutory_calendar_days),
    )
    return DueDates(
        first_word=first,
        progress=end_of(calendar.after(day, settings.progress_days)),
        final=end_of(final_day),
        policy=settings.policy,
    )


DEMANDS = frozenset({Remedy.REPAIR, Remedy.EXCHANGE, Remedy.REFUND, Remedy.MONEY_OFF})
"""What starts the law's own clock when a customer demands it."""


def demands(wish: tuple[Remedy, ...]) -> bool:
    """Tell whether a wish starts the law's 15 calendar days."""
    return not DEMANDS.isdisjoint(wish)


def statutory_due(demanded_at: datetime, settings: Settings, zone: tzinfo) -> datetime:
    """Give the end of the 15th calendar day after a demand, in UTC.

    Measures for punishing infringements of consumers' rights (SAMR), art. 8-10.
    """
    day = demanded_at.astimezone(zone).date() + timedelta(days=settings.statutory_calendar_days)
    return datetime.combine(day, END_OF_WORK, zone).astimezone(UTC)


def next_word_due(
    said_at: datetime, calendar: WorkCalendar, settings: Settings, zone: tzinfo
) -> datetime:
    """Give by when the customer hears from us again after a word to them, in UTC."""
    day = calendar.after(said_at.astimezone(zone).date(), settings.progress_days)
    return datetime.combine(day, END_OF_WORK, zone).astimezone(UTC)


def stamped(complaint: "Complaint", due: DueDates) -> "Complaint":
    """Write due dates into a complaint, in UTC, with the policy they were set by."""
    return dataclasses.replace(
        complaint,
        first_word_due_at=due.first_word.astimezone(UTC),
        progress_due_at=due.progress.astimezone(UTC),
        final_due_at=due.final.astimezone(UTC),
        policy=due.policy,
    )


def is_overdue(due_at: datetime | None, now: datetime) -> bool:
    """Tell whether a clock has run out."""
    return due_at is not None and now > due_at


class Heat(StrEnum):
    """How far a clock has run: less than half, half, three quarters, out."""

    CALM = "calm"
    HALF = "half"
    CLOSE = "close"
    OVER = "over"


def heat(start: datetime | None, due: datetime | None, now: datetime) -> Heat:
    """Tell how far a clock has run, by calendar time from its start to its due moment.

    However long the desk was off: only the three moments count.
    """
    if due is None:
        return Heat.CALM
    if now > due:
        return Heat.OVER
    if start is None or start >= due:
        return Heat.CALM
    run = (now - start) / (due - start)
    return Heat.CLOSE if run >= 0.75 else Heat.HALF if run >= 0.5 else Heat.CALM


class Due(StrEnum):
    """What a customer may wait for."""

    FIRST_WORD = "first_word"
    PROGRESS = "progress"
    ANSWER = "answer"
    PROMISE = "promise"
    CHECK_BACK = "check_back"
    FINAL = "final"
    STATUTORY = "statutory"


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing the customer waits for: until when (aware), and who promised it, if anybody.

    `since` is when its clock began, as far as it is known.
    """

    what: Due
    at: datetime
    by: str = ""
    since: datetime | None = field(default=None, compare=False)


def coming_next(record: "Complaint | ComplaintSummary", zone: tzinfo | None) -> Coming | None:
    """Give the earliest of what an open complaint still waits for; of equals the promise.

    A day that was promised ends with the working day in the branch's time zone, as every deadline
    that is a day. "We answer by" holds until we answered; the other days until closing. While we
    wait for somebody our own clocks stand still; promises and the law's clock do not.
    """
    return min(coming(record, zone), key=lambda one: one.at, default=None)


def first_word(record: "Complaint | ComplaintSummary | RegisterRow") -> datetime | None:
    """Give when the first word reached the customer; once, that was acknowledging (C3)."""
    return record.first_word_at or record.acknowledged_at


def coming(record: "Complaint | ComplaintSummary", zone: tzinfo | None) -> Iterator[Coming]:
    """Give everything an open complaint still waits for; of equals the promise first."""
    if record.stage is Stage.CLOSED:
        return

    def end_of(day: date) -> datetime:
        return datetime.combine(day, END_OF_WORK, zone)

    first = first_word(record)
    came, told = record.arrived_at, record.responded_at or first
    if record.done is Done.BY_DATE and record.done_on is not None:
        yield Coming(Due.PROMISE, end_of(record.done_on), record.done_by, since=told)
    promised_on = getattr(record, "promised_on", None)  # lists know the records of promises
    if promised_on is not None:
        yield Coming(
            Due.PROMISE, end_of(promised_on), getattr(record, "promised_by", ""), since=told
        )
    if record.check_back_on is not None:
        yield Coming(Due.CHECK_BACK, end_of(record.check_back_on), since=told)
    waits = record.finding is Finding.CANNOT_TELL and record.responded_at is None
    if waits and record.next_on is not None:
        yield Coming(Due.ANSWER, end_of(record.next_on), record.next_by, since=told)
    if record.paused_at is None:
        if first is None and record.first_word_due_at is not None:
            yield Coming(Due.FIRST_WORD, record.first_word_due_at, since=came)
        if first is not None and record.progress_due_at is not None:
            yield Coming(Due.PROGRESS, record.progress_due_at, since=told)
        if record.final_due_at is not None:
            yield Coming(Due.FINAL, record.final_due_at, since=came)
    if record.statutory_due_at is not None:
        yield Coming(Due.STATUTORY, record.statutory_due_at, since=came)


def last_day_over(now: datetime) -> date:
    """Give the latest day that has ended as a deadline at a local moment."""
    return now.date() if now.time() > END_OF_WORK else now.date() - timedelta(days=1)
