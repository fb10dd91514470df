"""What ended in a span, counted by the database: lives that are over, outcomes, wishes, marks."""

from collections import Counter
from typing import Any

import sqlalchemy as sa

from desk.domain.closing import Closing
from desk.domain.complaint import Kind
from desk.domain.expectation import Gap, gap
from desk.domain.rating import Asked, Rating
from desk.domain.report import Ends, Satisfaction, Span, rating
from desk.domain.response import Outcome
from desk.storage.beside_tables import TABLES
from desk.storage.tables import complaint as table

c = table.c
k = TABLES[Closing].c
r = TABLES[Rating].c

last_begun = sa.func.coalesce(c.reopened_at, c.arrived_at)
"""When the life of a complaint began that its own record tells of: the last one."""
_begun_then = sa.func.coalesce(k.since_at, c.arrived_at)
_IS_COMPLAINT = sa.or_(c.kind.is_(None), c.kind == Kind.COMPLAINT)


class Ended:
    """Reads over one connection. A life of a complaint lasts from its arrival, or from being
    opened again, to its closing; those before the last are told by closings."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def lives(self, span: Span, groups: tuple[str, ...]) -> list[dict[str, Any]]:
        """Count the lives before the last by some columns of their complaints."""
        due, closed = k.due_at, k.closed_at
        ran_out = (due >= span.start, due < span.cut, closed > due)
        measures = {
            "at_start": (_begun_then < span.start,),
            "reopened": (k.since_at >= span.start, k.since_at < span.end),
            "closed": (closed >= span.start, closed < span.end),
            "at_end": (closed >= span.end,),
            "final_in_time": (closed >= span.start, closed < span.end, closed <= due),
            "final_late": ran_out,
            "final_waiting": (closed >= span.end, due >= span.cut),
            "final_overdue": (closed >= span.end, due < span.cut),
        }
        columns = [c[name] for name in groups]
        counts = [
            sa.func.sum(sa.case((sa.and_(*conditions), 1), else_=0)).label(name)
            for name, conditions in measures.items()
        ]
        rows = self._connection.execute(
            sa.select(*columns, *counts)
            .join(table, c.id == k.complaint)
            .where(k.reopened_at.is_not(None), _begun_then < span.end, closed >= span.start)
            .group_by(*columns)
        )
        return [dict(row._mapping) for row in rows]

    def durations(self, span: Span) -> list[float]:
        """Read the seconds of the lives before the last that ended in a span."""
        rows = self._connection.execute(
            sa.select(_begun_then, k.closed_at)
            .join(table, c.id == k.complaint)
            .where(_IS_COMPLAINT, k.reopened_at.is_not(None))
            .where(k.closed_at >= span.start, k.closed_at < span.end)
        )
        return [(ended - begun).total_seconds() for begun, ended in rows]

    def ends(self, span: Span) -> Ends:
        """Count how complaints ended in a span, and how their customers found it."""
        return Ends(outcomes=self._outcomes(span), gaps=self._gaps(span), asked=self._asked(span))

    def _outcomes(self, span: Span) -> Counter[Outcome | None]:
        now = sa.select(c.outcome, sa.func.count()).where(
            _IS_COMPLAINT, c.closed_at >= span.start, c.closed_at < span.end
        )
        then = (
            sa.select(k.outcome, sa.func.count())
            .join(table, c.id == k.complaint)
            .where(_IS_COMPLAINT, k.reopened_at.is_not(None))
            .where(k.closed_at >= span.start, k.closed_at < span.end)
        )
        found: Counter[Outcome | None] = Counter()
        for asked, outcome in ((now, c.outcome), (then, k.outcome)):
            for row in self._connection.execute(asked.group_by(outcome)):
                found[row[0]] += row[1]
        return found

    def _gaps(self, span: Span) -> Counter[Gap]:
        columns = (c.wish, c.offer, c.answer)
        rows = self._connection.execute(
            sa.select(*columns, sa.func.count())
            .where(_IS_COMPLAINT, c.closed_at >= span.start, c.closed_at < span.end)
            .group_by(*columns)
        )
        found: Counter[Gap] = Counter()
        for wish, offer, answer, n in rows:
            if (met := gap(wish, offer, answer)) is not None:
                found[met] += n
        return found

    def _asked(self, span: Span) -> Satisfaction:
        rows = self._connection.execute(
            sa.select(r.asked, r.result, r.handling, sa.func.count())
            .join(table, c.id == r.complaint)
            .where(_IS_COMPLAINT, r.asked_at >= span.start, r.asked_at < span.end)
            .group_by(r.asked, r.result, r.handling)
        )
        tally: Counter[Asked] = Counter()
        result: Counter[int] = Counter()
        handling: Counter[int] = Counter()
        for asked, result_mark, handling_mark, n in rows:
            tally[asked] += n
            if result_mark is not None:
                result[result_mark] += n
            if handling_mark is not None:
                handling[handling_mark] += n
        return Satisfaction(
            answered=tally[Asked.ANSWERED],
            declined=tally[Asked.DECLINED],
            not_asked=tally[Asked.NOT_ASKED],
            result=rating(result),
            handling=rating(handling),
        )
