"""The questions a report asks, counted by the database, and the register as a stream."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

import sqlalchemy as sa

from desk.domain.complaint import Kind
from desk.domain.register_row import NAMES, NOTHING, RegisterRow
from desk.domain.report import (
    ON_THE_SPOT,
    CategoryCount,
    ClockCount,
    Figures,
    LateComplaint,
    Span,
    Stock,
    spread,
)
from desk.storage.answered import Answered
from desk.storage.columns import RecordName
from desk.storage.ended import Ended, last_begun
from desk.storage.given import Given
from desk.storage.passed import Passed
from desk.storage.search import own_value
from desk.storage.tables import complaint as table
from desk.storage.waited import Waited, stood_still

c = table.c
CHUNK = 1000
"""Rows of the register held in memory at a time."""

_OWN = sa.select(own_value.c.complaint, own_value.c.field, own_value.c.value).where(
    own_value.c.complaint.in_(sa.bindparam("of", type_=RecordName, expanding=True)),
    own_value.c.value != "",
)
_IS_COMPLAINT = sa.or_(c.kind.is_(None), c.kind == Kind.COMPLAINT)
_GROUPS = ("kind", "category", "cause", "priority", "safety")
_FIRST_WORD = sa.func.coalesce(c.first_word_at, c.acknowledged_at)
"""The first word that reached the customer; before desk kept it, that was acknowledging."""
_CLOCKS = {
    "first_word": (_FIRST_WORD, c.first_word_due_at),
    "final": (c.closed_at, c.final_due_at),
}


class Reports:
    """Counting queries over complaints. Everything is counted from moments, so that a week
    that is over gives the same figures whenever it is asked."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def figures(self, span: Span, midnights: Sequence[datetime] = ()) -> Figures:
        """Count everything in a span; `midnights` bound the days to count openings by."""
        ended = Ended(self._connection)
        rows = self._grouped(span, midnights)
        rows += [{**dict.fromkeys(rows[0], 0), **life} for life in ended.lives(span, _GROUPS)]
        complaints = [row for row in rows if row["kind"] in {None, Kind.COMPLAINT}]
        to_first_word = self._durations(_FIRST_WORD, span)
        kinds: Counter[Kind] = Counter()
        for row in rows:
            kinds[row["kind"] or Kind.COMPLAINT] += row["opened"]
        return Figures(
            stock=Stock(**{n: _sum(complaints, n) for n in Stock.__dataclass_fields__}),
            kinds=kinds,
            priorities=_tally(complaints, "priority"),
            safety=_tally(complaints, "safety"),
            categories=_by_category(complaints),
            first_word=_clock(complaints, "first_word"),
            final=_clock(complaints, "final"),
            on_the_spot=sum(seconds <= ON_THE_SPOT.total_seconds() for seconds in to_first_word),
            to_first_word=spread(to_first_word),
            to_closing=spread([*self._durations(c.closed_at, span), *ended.durations(span)]),
            answers=Answered(self._connection).answers(span),
            promises=Given(self._connection).promises(span.start.date(), span.end.date()),
            ends=ended.ends(span),
            handling=Waited(self._connection).handling(span),
            passed=Passed(self._connection).gates(span),
            per_day=tuple(_sum(complaints, f"day{n}") for n in range(len(midnights) - 1)),
        )

    def late(self, span: Span, limit: int) -> list[LateComplaint]:
        """Read complaints that are open and late at the end of a span, longest late first."""
        ran_out = {
            name: sa.case(
                (sa.and_(_not_yet(given, span), due < span.cut, ~stood_still(span.cut)), due),
                else_=None,
            )
            for name, (given, due) in _CLOCKS.items()
        }
        # SQLite calls the lesser of two values min(), PostgreSQL least(), hence a case.
        first, final = ran_out["first_word"], ran_out["final"]
        earliest = sa.case((final.is_(None), first), (first < final, first), else_=final)
        rows = self._connection.execute(
            sa.select(c.reference, c.category, c.priority, c.summary, first, final)
            .where(_IS_COMPLAINT, *_alive(span), _not_yet(c.closed_at, span))
            .where(sa.or_(first.is_not(None), final.is_not(None)))
            .order_by(earliest, c.id)
            .limit(limit)
        )
        return [LateComplaint(*row) for row in rows]

    def bounds(self) -> tuple[datetime, datetime] | None:
        """Give when the first and the newest complaint arrived, or None without any."""
        row = self._connection.execute(
            sa.select(sa.func.min(c.arrived_at), sa.func.max(c.arrived_at))
            .select_from(table)
            .having(sa.func.count() > 0)
        ).first()
        return None if row is None else (row[0], row[1])

    def count_register(self, span: Span) -> int:
        """Count what arrived in a span, of every kind."""
        return self._connection.execute(
            sa.select(sa.func.count()).select_from(table).where(*_arrived(span))
        ).scalar_one()

    def register(self, span: Span, *, names: bool, own: bool = False) -> Iterator[RegisterRow]:
        """Stream what arrived in a span, of every kind, in that order; flat in memory.

        Without `names` nothing that says who somebody is leaves the database; with `own` the
        answers to own fields are read too.
        """
        columns = [
            sa.literal("").label(field) if field in NAMES and not names else c[field]
            for field in RegisterRow._fields
            if field != "own"
        ]
        rows = self._connection.execution_options(yield_per=CHUNK).execute(
            sa.select(*columns, c.id).where(*_arrived(span)).order_by(c.arrived_at, c.id)
        )
        if not own:
            return (RegisterRow._make((*row[:-1], NOTHING)) for row in rows)
        return self._with_own(rows)

    def _with_own(self, rows: sa.Result[Any]) -> Iterator[RegisterRow]:
        for some in rows.partitions(CHUNK):
            said: dict[str, dict[str, str]] = {}
            asked = {"of": [row[-1] for row in some]}
            for of, field, value in self._connection.execute(_OWN, asked):
                said.setdefault(of, {})[field] = value
            for row in some:
                yield RegisterRow._make((*row[:-1], said.get(row[-1], NOTHING)))

    def own_said(self, span: Span) -> frozenset[str]:
        """Name the own fields that have an answer on something that arrived in a span."""
        found = self._connection.execute(
            sa.select(own_value.c.field)
            .distinct()
            .join(table, c.id == own_value.c.complaint)
            .where(own_value.c.value != "", *_arrived(span))
        )
        return frozenset(found.scalars())

    def kinds_opened(self, span: Span) -> Counter[str]:
        """Count complaints that arrived in a span by the second level of their category."""
        rows = self._connection.execute(
            sa.select(c.subcategory, sa.func.count())
            .where(_IS_COMPLAINT, c.subcategory != "", *_arrived(span))
            .group_by(c.subcategory)
        )
        return Counter({row[0]: row[1] for row in rows})

    def _grouped(self, span: Span, midnights: Sequence[datetime]) -> list[dict[str, Any]]:
        measures = {
            "at_start": _n(last_begun < span.start),
            "opened": _n(c.arrived_at >= span.start),
            "reopened": _n(c.reopened_at >= span.start, c.reopened_at < span.end),
            "closed": _n(c.closed_at >= span.start, c.closed_at < span.end),
            "at_end": _n(last_begun < span.end, _not_yet(c.closed_at, span)),
        }
        still = {"first_word": sa.true(), "final": last_begun < span.end}
        for name, (given, due) in _CLOCKS.items():
            measures |= {
                f"{name}_in_time": _n(given >= span.start, given < span.end, given <= due),
                f"{name}_late": _n(
                    due >= span.start,
                    due < span.cut,
                    sa.or_(given.is_(None), given > due),
                    ~stood_still(due),
                ),
                f"{name}_waiting": _n(
                    still[name], _not_yet(given, span), sa.or_(due >= span.cut, stood_still(due))
                ),
                f"{name}_overdue": _n(
                    still[name], _not_yet(given, span), due < span.cut, ~stood_still(span.cut)
                ),
            }
        for n, (midnight, next_one) in enumerate(pairwise(midnights)):
            measures[f"day{n}"] = _n(c.arrived_at >= midnight, c.arrived_at < next_one)
        groups = [c[name] for name in _GROUPS]
        rows = self._connection.execute(
            sa.select(*groups, *(counted.label(name) for name, counted in measures.items()))
            .where(*_alive(span))
            .group_by(*groups)
        )
        return [dict(row._mapping) for row in rows]

    def _durations(self, until: sa.ColumnElement[datetime | None], span: Span) -> list[float]:
        """Read seconds to a moment in a span: from arriving, to a closing from the last opening."""
        begun = last_begun if until is c.closed_at else c.arrived_at
        rows = self._connection.execute(
            sa.select(begun, until).where(
                _IS_COMPLAINT, *_alive(span), until >= span.start, until < span.end
            )
        )
        return [(moment - start).total_seconds() for start, moment in rows if moment and start]


def _arrived(span: Span) -> tuple[sa.ColumnElement[bool], ...]:
    return c.arrived_at >= span.start, c.arrived_at < span.end


def _alive(span: Span) -> tuple[sa.ColumnElement[bool], ...]:
    """Narrow to complaints that can count: everything counted happens before closing."""
    return c.arrived_at < span.end, sa.or_(c.closed_at.is_(None), c.closed_at >= span.start)


def _not_yet(moment: sa.ColumnElement[datetime | None], span: Span) -> sa.ColumnElement[bool]:
    return sa.or_(moment.is_(None), moment >= span.end)


def _n(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[int]:
    return sa.func.sum(sa.case((sa.and_(*conditions), 1), else_=0))


def _sum(rows: Sequence[dict[str, Any]], measure: str) -> int:
    return sum(int(row[measure]) for row in rows)


def _tally(rows: Sequence[dict[str, Any]], group: str) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for row in rows:
        found[row[group]] += int(row["opened"])
    return +found


def _clock(rows: Sequence[dict[str, Any]], name: str) -> ClockCount:
    states = ("in_time", "late", "waiting", "overdue")
    return ClockCount(**{state: _sum(rows, f"{name}_{state}") for state in states})


def _by_category(rows: Sequence[dict[str, Any]]) -> tuple[CategoryCount, ...]:
    """Add up by category, the most opened first, then in the order of the guide."""
    found = []
    for category in {row["category"] for row in rows}:
        own = [row for row in rows if row["category"] == category]
        found.append(
            CategoryCount(
                category=category,
                opened=_sum(own, "opened"),
                causes=_tally(own, "cause"),
                first_word=_clock(own, "first_word"),
                final=_clock(own, "final"),
            )
        )
    found.sort(key=lambda one: (-one.opened, _place(one)))
    return tuple(found)


def _place(one: CategoryCount) -> int:
    return list(type(one.category)).index(one.category) if one.category else 99
