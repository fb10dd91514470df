"""Waiting, in the report: which clocks stood still, and whose time the closed ones took."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

import sqlalchemy as sa

from desk.domain.clocks import customers_waiting_time, our_time
from desk.domain.closing import Closing
from desk.domain.complaint import Kind
from desk.domain.pause import Pause, WaitingFor
from desk.domain.report import HandlingTime, Span, spread
from desk.storage.beside_tables import TABLES
from desk.storage.tables import complaint as table

c = table.c
k = TABLES[Closing].c
p = TABLES[Pause].c

Life = tuple[str, datetime, datetime]
"""A complaint, when a life of it began, and when that was closed."""
_Moment = sa.ColumnElement[datetime | None]
_IS_COMPLAINT = sa.or_(c.kind.is_(None), c.kind == Kind.COMPLAINT)


def stood_still(at: _Moment | datetime) -> sa.ColumnElement[bool]:
    """Tell of a row of complaints whether its own clocks stood still at a moment."""
    return sa.exists().where(
        p.complaint == c.id, p.from_at <= at, sa.or_(p.until_at.is_(None), p.until_at > at)
    )


class Waited:
    """Reads over one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def handling(self, span: Span) -> HandlingTime:
        """Measure what was closed in a span, each life from its beginning to its closing."""
        lives = [*self._last(span), *self._earlier(span)]
        pauses = self._pauses({life[0] for life in lives}) if lives else {}
        ours: list[float] = []
        theirs: list[float] = []
        for name, begun, closed in lives:
            beside = pauses.get(name, [])
            ours.append(_seconds(our_time(begun, closed, beside)))
            theirs.append(_seconds(customers_waiting_time(begun, closed, beside)))
        return HandlingTime(spread(ours), spread(theirs))

    def _last(self, span: Span) -> Iterable[Life]:
        begun = sa.func.coalesce(c.reopened_at, c.arrived_at)
        closed = sa.select(c.id, begun, c.closed_at).where(
            _IS_COMPLAINT, c.closed_at >= span.start, c.closed_at < span.end
        )
        return self._lives(closed)

    def _earlier(self, span: Span) -> Iterable[Life]:
        begun = sa.func.coalesce(k.since_at, c.arrived_at)
        closed = (
            sa.select(k.complaint, begun, k.closed_at)
            .join(table, c.id == k.complaint)
            .where(_IS_COMPLAINT, k.reopened_at.is_not(None))
            .where(k.closed_at >= span.start, k.closed_at < span.end)
        )
        return self._lives(closed)

    def _lives(self, asked: sa.Executable) -> Iterable[Life]:
        return ((row[0], row[1], row[2]) for row in self._connection.execute(asked))

    def _pauses(self, complaints: set[str]) -> dict[str, list[Pause]]:
        """Read the pauses of some complaints; few have any, so all are read and sorted out."""
        found: defaultdict[str, list[Pause]] = defaultdict(list)
        asked = sa.select(p.complaint, p.waiting_for, p.from_at, p.until_at)
        for complaint, waiting_for, from_at, until_at in self._connection.execute(asked):
            if complaint in complaints:
                found[complaint].append(
                    Pause(
                        id="", complaint=complaint, waiting_for=WaitingFor(waiting_for),
                        from_at=from_at, until_at=until_at,
                    )
                )  # fmt: skip
        return found


def _seconds(time: timedelta) -> float:
    return time.total_seconds()
