"""What customers of open complaints wait for, in SQL: the same as `coming_next` of the domain."""

from datetime import date, datetime

import sqlalchemy as sa

from desk.domain.investigation import Finding
from desk.domain.response import Done
from desk.storage.tables import complaint

c = complaint.c

IS_OPEN = c.closed_at.is_(None)
"""Written as the index of open complaints is, so that it is used."""

_CLOCKS = ((c.first_word_due_at, c.acknowledged_at.is_(None)), (c.final_due_at, sa.true()))
_DAYS = (
    (c.done_on, c.done == Done.BY_DATE),
    (c.check_back_on, sa.true()),
    (c.next_on, sa.and_(c.finding == Finding.CANNOT_TELL, c.responded_at.is_(None))),
)

# Days and moments lie in SQLite as text that sorts by time; PostgreSQL would want least().
EARLIEST: sa.ColumnElement[str] = sa.func.min(
    *(
        sa.func.coalesce(sa.case((holds, due)), sa.literal_column("'9999'"))
        for due, holds in (*_CLOCKS, *_DAYS)
    )
)


def any_over(now: datetime, day: date) -> sa.ColumnElement[bool]:
    """Tell whether a clock ran out before a moment, or a promised day is `day` or before it."""
    return sa.or_(
        *(sa.and_(due < now, holds) for due, holds in _CLOCKS),
        *(sa.and_(due <= day, holds) for due, holds in _DAYS),
    )
