"""How much of a complaint's time was ours and how much we waited, and what that moves."""

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from desk.domain.deadline import WorkCalendar, first_word

if TYPE_CHECKING:
    from desk.domain.complaint import Complaint
    from desk.domain.pause import Pause

Stretch = tuple[datetime, datetime]
"""A stretch of time, both ends aware."""


def stretches(pauses: Iterable["Pause"], until: datetime) -> list[Stretch]:
    """Give when we waited, each moment once, in order; a pause still open lasts until then."""
    found = sorted(
        (pause.from_at, min(pause.until_at or until, until))
        for pause in pauses
        if pause.from_at is not None and pause.from_at < until
    )
    joined: list[Stretch] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def our_time(start: datetime, until: datetime, pauses: Sequence["Pause"]) -> timedelta:
    """Give the time a complaint was in our hands: from start to end, less all pauses."""
    return until - start - waited(start, until, pauses)


def customers_waiting_time(
    start: datetime, until: datetime, pauses: Sequence["Pause"]
) -> timedelta:
    """Give the time the customer waited: from start to end, less what we waited for them."""
    for_them = [pause for pause in pauses if pause.waiting_for == "customer"]
    return until - start - waited(start, until, for_them)


def waited(start: datetime, until: datetime, pauses: Iterable["Pause"]) -> timedelta:
    """Give the time within a stretch in which our clocks stood still."""
    inside = ((max(a, start), b) for a, b in stretches(pauses, until))
    return sum((b - a for a, b in inside if b > a), timedelta())


def longer(
    due: datetime, waits: Iterable[Stretch], calendar: WorkCalendar, *, by_the_hour: bool = False
) -> datetime:
    """Give a due moment after pauses: later by each working day that began while we waited.

    A clock of hours (the first reply of what is urgent) is later by the pauses' own length. The
    zone of `due` says where a day begins.
    """
    for start, end in waits:
        if by_the_hour:
            due += end - start
            continue
        begun, ended = (at.astimezone(due.tzinfo).date() for at in (start, end))
        days = sum(
            calendar.is_working(begun + timedelta(days=n + 1)) for n in range((ended - begun).days)
        )
        due = datetime.combine(calendar.after(due.date(), days), due.timetz())
    return due


def after_waiting(
    complaint: "Complaint", waits: Sequence[Stretch], calendar: WorkCalendar, zone: tzinfo
) -> "Complaint":
    """Give a complaint's own clocks the working time of pauses that ended.

    The law's clock and promises stay, and the final answer is never later than the law's day.
    """
    if not waits:
        return complaint

    def moved(due: datetime | None, *, by_the_hour: bool = False) -> datetime | None:
        if due is None:
            return None
        there = due.astimezone(zone)
        return longer(there, waits, calendar, by_the_hour=by_the_hour).astimezone(UTC)

    first, final = complaint.first_word_due_at, moved(complaint.final_due_at)
    if first_word(complaint) is None:
        first = moved(first, by_the_hour=complaint.priority == 1)
    if final is not None and complaint.statutory_due_at is not None:
        final = min(final, complaint.statutory_due_at)
    return dataclasses.replace(
        complaint,
        first_word_due_at=first,
        progress_due_at=moved(complaint.progress_due_at),
        final_due_at=final,
    )


def without_clocks(complaint: "Complaint") -> "Complaint":
    """Take the clocks off what is no complaint (or not any more)."""
    return dataclasses.replace(
        complaint,
        first_word_due_at=None,
        progress_due_at=None,
        final_due_at=None,
        statutory_due_at=None,
        policy="",
    )
