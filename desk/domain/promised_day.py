"""Which days can be promised: days the branch is open or that are worked (ux.md §5)."""

from datetime import date, timedelta

from desk.domain.deadline import WorkCalendar

PROMISED = frozenset({"done_on", "check_back_on", "next_on", "due_on"})
"""The questions whose answer is a day that is promised to somebody."""


def can_be_promised(day: date, calendar: WorkCalendar, open_weekdays: str) -> bool:
    """Tell whether somebody is there on a day; `open_weekdays` as in the settings (1 is Monday)."""
    return str(day.isoweekday()) in open_weekdays or calendar.is_working(day)


def next_open(day: date, calendar: WorkCalendar, open_weekdays: str) -> date:
    """Give the day itself or the first one after it on which the branch is open.

    Make-up working days are open. A branch that never opens is open on working days.
    """
    for ahead in range(7):
        later = day + timedelta(days=ahead)
        if str(later.isoweekday()) in open_weekdays or later in calendar.make_up:
            return later
    return day if calendar.is_working(day) else calendar.after(day, 1)
