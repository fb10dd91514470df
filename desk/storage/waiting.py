"""What customers of open complaints wait for, in SQL: the same as `coming_next` of the domain."""

from datetime import date, datetime

from desk.domain.investigation import Finding
from desk.domain.response import Done
from desk.storage.plain import as_text

IS_OPEN = "closed_at is null"
"""Written as the index of open complaints is, so that it is used."""

_NO_WORD = "(acknowledged_at is null and first_word_at is null)"
_CLOCKS = (
    ("first_word_due_at", f"{_NO_WORD} and paused_at is null"),
    ("progress_due_at", f"not {_NO_WORD} and paused_at is null"),
    ("final_due_at", "paused_at is null"),
    ("statutory_due_at", "true"),
)
_DAYS = (
    ("done_on", f"done = '{Done.BY_DATE}'"),
    ("check_back_on", "true"),
    ("next_on", f"finding = '{Finding.CANNOT_TELL}' and responded_at is null"),
)

# Days and moments lie in SQLite as text that sorts by time; PostgreSQL would want least().
_EACH = (f"coalesce(case when {holds} then {due} end, '9999')" for due, holds in (*_CLOCKS, *_DAYS))
# Joined to nothing, the state would be looked up first: every open promise, for every row.
_IS_HELD = "promise.state || '' = 'open'"
_OPEN_PROMISE = f"from promise where promise.complaint = complaint.id and {_IS_HELD}"
_SOONEST = f"{_OPEN_PROMISE} and promise.due_on is not null order by promise.due_on, promise.id"
PROMISED_ON = f"(select promise.due_on {_SOONEST} limit 1)"
PROMISED_BY = f"coalesce((select promise.by {_SOONEST} limit 1), '')"
"""The soonest open promise of the complaint of a row."""
EARLIEST = f"min({', '.join(_EACH)}, coalesce({PROMISED_ON}, '9999'))"

_OVER = (
    *(f"({due} < :now and {holds})" for due, holds in _CLOCKS),
    *(f"({due} <= :day and {holds})" for due, holds in _DAYS),
    "complaint.id in (select complaint from promise where state = 'open' and due_on <= :day)",
)
ANY_OVER = f"({' or '.join(_OVER)})"
"""A clock ran out before the moment ``:now``, or a promised day is ``:day`` or before it."""


def over(now: datetime, day: date) -> dict[str, str]:
    """Say what `ANY_OVER` is asked with."""
    return {"now": as_text(now), "day": day.isoformat()}
