"""A machine's clock that jumped, and a calendar that does not know a year: told, never guessed."""

from datetime import date, datetime, timedelta
from enum import StrEnum

from desk.domain.deadline import WorkCalendar

BACK = timedelta(minutes=5)
"""Clocks that are set by the network go back by less."""

AHEAD = timedelta(hours=48)
WARN_FROM_MONTH = 11


class ClockFault(StrEnum):
    """What is wrong with the machine's clock."""

    BACK = "back"
    AHEAD = "ahead"


def clock_fault(last_seen: datetime | None, now: datetime) -> ClockFault | None:
    """Tell whether a clock went back, or is more than 48 hours ahead of when desk was last used."""
    if last_seen is None:
        return None
    if now < last_seen - BACK:
        return ClockFault.BACK
    return ClockFault.AHEAD if now - last_seen > AHEAD else None


def unknown_year(calendar: WorkCalendar, today: date) -> int | None:
    """Give the year whose working days are not known: this one, or from 1 November the next."""
    if today.year not in calendar.known:
        return today.year
    is_time = today.month >= WARN_FROM_MONTH
    return today.year + 1 if is_time and today.year + 1 not in calendar.known else None
