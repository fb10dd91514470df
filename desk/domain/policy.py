"""A change of the clocks: what it does to complaints that are open, and how it is told apart."""

import dataclasses
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from desk.domain.complaint import Complaint
from desk.domain.content_version import CalendarDay, DayKind
from desk.domain.deadline import DueDates, WorkCalendar, due_dates
from desk.domain.settings import Settings

CLOCKS = frozenset(
    {
        *("urgent_hours", "first_word_days", "progress_days", "final_days"),
        *("statutory_calendar_days", "region"),
    }
)
"""The settings by which due dates are set."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rules:
    """What due dates are set by."""

    settings: Settings
    calendar: WorkCalendar


def with_days(calendar: WorkCalendar, days: Iterable[CalendarDay]) -> WorkCalendar:
    """Put a branch's own days over a region's calendar."""
    own = {one.day: one.kind for one in days if one.day is not None and one.kind}
    if not own:
        return calendar
    rest = {day for day, kind in own.items() if kind == DayKind.REST}
    worked = own.keys() - rest
    return dataclasses.replace(
        calendar,
        rest=(calendar.rest - worked) | rest,
        make_up=(calendar.make_up - rest) | worked,
    )


def next_policy(policy: str, year: int) -> str:
    """Name the policy after this one: ``2026-2`` after ``2026-1``."""
    said, _dash, number = policy.partition("-")
    if said == str(year) and number.isdecimal():
        return f"{year}-{int(number) + 1}"
    return f"{year}-1"


def under(complaint: Complaint, before: Rules, after: Rules, zone: tzinfo) -> Complaint:
    """Move the due dates of an open complaint by what the rules differ; give it with them.

    A clock that was stopped by a pause keeps what the pause gave it. What has happened stays: a
    first reply that was given, and everything of a closed complaint.
    """
    base = complaint.reopened_at or complaint.received_at
    if base is None or complaint.closed_at is not None or complaint.final_due_at is None:
        return complaint
    was, now = (_due(complaint, base, rules, zone) for rules in (before, after))

    def moved(stored: datetime | None, old: datetime, new: datetime) -> datetime | None:
        return stored and (stored + (new - old)).astimezone(UTC)

    first = complaint.first_word_due_at
    if complaint.acknowledged_at is None:
        first = moved(first, was.first_word, now.first_word)
    return dataclasses.replace(
        complaint,
        first_word_due_at=first,
        progress_due_at=moved(complaint.progress_due_at, was.progress, now.progress),
        final_due_at=moved(complaint.final_due_at, was.final, now.final),
    )


def _due(complaint: Complaint, base: datetime, rules: Rules, zone: tzinfo) -> DueDates:
    return due_dates(
        received_at=base,
        priority=complaint.priority or 3,
        calendar=rules.calendar,
        settings=rules.settings,
        zone=zone,
    )
