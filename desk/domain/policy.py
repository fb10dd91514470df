"""A change of the clocks: what it does to complaints that are open, and how it is told apart."""

import dataclasses
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo

from desk.domain.complaint import Complaint
from desk.domain.content_version import CalendarDay, DayKind
from desk.domain.deadline import (
    WorkCalendar,
    due_dates,
    first_word,
    next_word_due,
    statutory_due,
)
from desk.domain.settings import Settings

CLOCKS = frozenset(
    {
        *("urgent_hours", "first_word_days", "progress_days", "final_days"),
        *("statutory_calendar_days", "region", "tier_days"),
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


def under(
    complaint: Complaint, before: Rules, after: Rules, *, zone: tzinfo, now: datetime
) -> Complaint:
    """Move the due dates of an open complaint by what the rules differ; give it with them.

    A clock that was stopped by a pause keeps what the pause gave it. What has happened stays: a
    first reply that was given, a clock that ran out (none is moved into the past, so that a week
    that is over reads as before), and everything of a closed complaint.
    """
    base = complaint.reopened_at or complaint.received_at
    if base is None or complaint.closed_at is not None or complaint.final_due_at is None:
        return complaint
    was, then = (_due(complaint, base, rules, zone) for rules in (before, after))

    def moved(stored: datetime | None, name: str) -> datetime | None:
        if stored is None or stored < now or was[name] == then[name]:
            return stored
        return max(stored + (then[name] - was[name]), now).astimezone(UTC)

    first = complaint.first_word_due_at
    return dataclasses.replace(
        complaint,
        first_word_due_at=first if first_word(complaint) else moved(first, "first"),
        progress_due_at=moved(complaint.progress_due_at, "progress"),
        final_due_at=moved(complaint.final_due_at, "final"),
        statutory_due_at=moved(complaint.statutory_due_at, "law"),
    )


def _due(complaint: Complaint, base: datetime, rules: Rules, zone: tzinfo) -> dict[str, datetime]:
    due = due_dates(
        received_at=base,
        priority=complaint.priority or 3,
        calendar=rules.calendar,
        settings=rules.settings,
        zone=zone,
        tier=complaint.tier,
    )
    said_at = complaint.responded_at or first_word(complaint) or base
    return {
        "first": due.first_word,
        "progress": next_word_due(said_at, rules.calendar, rules.settings, zone),
        "final": due.final,
        "law": statutory_due(base, rules.settings, zone),
    }
