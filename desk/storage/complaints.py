"""Complaints: the records, and the lists staff read."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from desk.domain.check_digit import without_check
from desk.domain.complaint import Complaint, ComplaintFilter, ComplaintSummary
from desk.domain.deadline import last_day_over
from desk.domain.identity import reference
from desk.storage import name_index, waiting
from desk.storage import search as asking
from desk.storage.board import Board
from desk.storage.log import Log
from desk.storage.plain import asking as asking_of
from desk.storage.repository import Repository
from desk.storage.search import Search
from desk.storage.tables import complaint as table
from desk.storage.tables import counter, search_text, search_word

INDEXED_AT_ONCE = 500
READ_AT_ONCE = 100

# Made once: making a statement costs as much as running it.
_COUNT_ON = (
    counter.update()
    .where(counter.c.branch == sa.bindparam("of"), counter.c.year == sa.bindparam("in_year"))
    .values(last=counter.c.last + sa.bindparam("by"))
    .returning(counter.c.last)
)


class Complaints(Repository[Complaint]):
    """The complaint table, its search index, and its references."""

    def __init__(
        self, connection: sa.Connection, log: Log, touched: set[str], search: Search
    ) -> None:
        super().__init__(connection, log, touched, table, Complaint)
        self._search = search

    def save(self, record: Complaint, *, root: str = "") -> Complaint:
        """Save a complaint, which is its own root, and make it findable."""
        before = self.get(record.id)
        saved = super().save(record, root=root or record.id)
        if saved is not record:
            self._search.put(saved, before)
        return saved

    def add_all(self, records: Sequence[Complaint]) -> list[Complaint]:
        """Write many new complaints and make them findable."""
        saved = super().add_all(records)
        self._search.put_new(saved)
        return saved

    def index_anew(self) -> None:
        """Make every complaint findable by what it says now, whatever the index said before."""
        self._search.forget_all()
        ids = self._connection.execute(sa.select(table.c.id).order_by(table.c.id)).scalars().all()
        for start in range(0, len(ids), INDEXED_AT_ONCE):
            some = ids[start : start + INDEXED_AT_ONCE]
            self._search.put_new(self._records(self._select.where(table.c.id.in_(some))))
        name_index.index_persons(self._connection)
        self._touched.add("search_text")

    def by_reference(self, asked: str) -> Complaint | None:
        """Read the complaint with a reference as printed (capitals or not) or as scanned."""
        named = self._select.where(table.c.reference.in_(_references(asked)))
        return next(iter(self._records(named)), None)

    def open_of(self, handler: str) -> list[Complaint]:
        """Read the open complaints somebody handles, by their name, oldest first."""
        if not handler:
            return []
        own = self._select.where(table.c.handler == handler, table.c.closed_at.is_(None))
        return self._records(own.order_by(table.c.id))

    def with_clocks(self) -> list[Complaint]:
        """Read every open complaint that has due dates, oldest first."""
        due = table.c.final_due_at.is_not(None)
        return self._records(self._select.where(table.c.closed_at.is_(None), due))

    def next_reference(self, branch: str, year: int) -> str:
        """Take the next reference of a branch's year; a number is never given twice."""
        return self.next_references(branch, year, 1)[0]

    def next_references(self, branch: str, year: int, count: int) -> list[str]:
        """Take the next references of a branch's year, in order."""
        asked = {"of": branch, "in_year": year, "by": count}
        last = self._connection.execute(_COUNT_ON, asked).scalar()
        if last is None:
            last = count
            row = {"branch": branch, "year": year, "last": last}
            self._connection.execute(counter.insert(), row)
        return [reference(branch, year, number) for number in range(last - count + 1, last + 1)]

    def count(self, wanted: ComplaintFilter, now: datetime) -> int:
        """Count what a filter shows at a local moment."""
        return self._connection.execute(
            sa.select(sa.func.count()).select_from(self._listed(wanted, now).subquery())
        ).scalar_one()

    def page(
        self, wanted: ComplaintFilter, now: datetime, *, offset: int, limit: int
    ) -> list[ComplaintSummary]:
        """Read some lines of a list at a local moment, newest arrival first."""
        ids = (
            self._listed(wanted, now)
            .order_by(table.c.arrived_at.desc(), table.c.id.desc())
            .offset(offset)
            .limit(limit)
        )
        return self._summaries(ids)

    def of_people(self, ids: Collection[str], limit: int) -> list[ComplaintSummary]:
        """Read the newest complaints linked to any of some records of people."""
        linked = table.c.complainant.in_(ids)  # the first condition lets the index be used
        return self._lines(table.c.complainant != "", linked, limit=limit)

    def lines(self, ids: Collection[str]) -> list[ComplaintSummary]:
        """Read some complaints as lines of a list, newest arrival first."""
        return self._lines(table.c.id.in_(ids))

    def like_it(self, product: str, since: datetime, without: str) -> int:
        """Count other complaints on the same product since a moment."""
        if not product:
            return 0
        return self._connection.execute(
            sa.select(sa.func.count())
            .select_from(table)
            .where(table.c.product == product, table.c.arrived_at >= since, table.c.id != without)
        ).scalar_one()

    def same_thing_open(self, product: str, without: str) -> bool:
        """Tell whether another open complaint concerns the same product."""
        return (
            bool(product)
            and self._connection.execute(
                sa.select(
                    sa.exists().where(
                        table.c.product == product,
                        table.c.closed_at.is_(None),
                        table.c.id != without,
                    )
                )
            ).scalar_one()
        )

    def find(self, asked: str, *, limit: int) -> list[ComplaintSummary]:
        """Find complaints: by a number's end, else letter for letter, else by all the words.

        Letters alone may also be how a Chinese name is typed: *zw* or *zhangwei* for 张伟.
        What was scanned is found by its reference.
        """
        asked = self._as_printed(asked)
        tail = asking.ending(asked)
        if tail is not None:
            found = self._lines(table.c.id.in_(tail), limit=limit)
            if found:
                return found
        # Ordered by the word table's own rowid, which it walks backwards without sorting.
        newest = self._matching(asked).order_by(search_word.c.rowid.desc()).limit(limit).subquery()
        written = self._summaries(
            sa.select(table.c.id)
            .join(search_text, search_text.c.complaint == table.c.id)
            .join(newest, newest.c.rowid == search_text.c.n)
            .order_by(search_text.c.n.desc())
        )
        sounding = name_index.sounding(asked)
        if sounding is None or len(written) >= limit:
            return written
        heard = self._lines(table.c.id.in_(sounding), limit=limit)
        known = {line.id for line in written}
        return [*written, *(line for line in heard if line.id not in known)][:limit]

    def _as_printed(self, asked: str) -> str:
        """Give the reference of a scanned code of ours; any other text as it is."""
        scanned = without_check(asked)
        if scanned is None:
            return asked
        known = sa.select(table.c.reference).where(table.c.reference == scanned)
        return self._connection.execute(known).scalar() or asked

    def _matching(self, asked: str) -> sa.Select[int]:
        """Select what holds the words letter for letter, or, where nothing does, all of them."""
        exact = asking.matching(asked)
        found = self._connection.execute(exact.limit(1)).first()
        return asking.matching_all(asked) if found is None else exact

    def _listed(self, wanted: ComplaintFilter, now: datetime) -> sa.Select[Any]:
        query = sa.select(table.c.id)
        if wanted.words.strip():
            words = self._as_printed(wanted.words)
            tail = asking.ending(words)
            worded = sa.select(search_text.c.complaint).where(
                search_text.c.n.in_(self._matching(words))
            )
            found = table.c.id.in_(worded)
            others = [s for s in (tail, name_index.sounding(words)) if s is not None]
            query = query.where(sa.or_(found, *(table.c.id.in_(other) for other in others)))
        if wanted.stages:
            query = query.where(table.c.stage.in_(wanted.stages))
        if wanted.category is not None:
            query = query.where(table.c.category == wanted.category)
        if wanted.subcategory:
            query = query.where(table.c.subcategory == wanted.subcategory)
        if wanted.only_overdue:
            query = query.where(
                sa.text(waiting.IS_OPEN),
                sa.text(waiting.ANY_OVER).bindparams(**waiting.over(now, last_day_over(now))),
            )
        if wanted.arrived_from is not None:
            query = query.where(table.c.arrived_at >= wanted.arrived_from)
        if wanted.arrived_before is not None:
            query = query.where(table.c.arrived_at < wanted.arrived_before)
        return query

    def _plain_lines(self, ids: Sequence[str]) -> list[ComplaintSummary]:
        """Read lines in the order of their ids, as the board does: a third of what a page costs."""
        board = Board(asking_of(self._connection))
        found: dict[str, ComplaintSummary] = {}
        for start in range(0, len(ids), READ_AT_ONCE):
            found |= board.lines(ids[start : start + READ_AT_ONCE])
        return [found[name] for name in ids]

    def _lines(
        self, *where: sa.ColumnElement[bool], order: tuple[Any, ...] = (), limit: int | None = None
    ) -> list[ComplaintSummary]:
        order = order or (table.c.arrived_at.desc(), table.c.id.desc())
        return self._summaries(sa.select(table.c.id).where(*where).order_by(*order).limit(limit))

    def _summaries(self, ids: sa.Select[Any]) -> list[ComplaintSummary]:
        return self._plain_lines(self._connection.execute(ids).scalars().all())


def _references(asked: str) -> list[str]:
    """Give the references a text may mean: itself, or what stands before a check character."""
    return [name for name in (asked.strip().upper(), without_check(asked)) if name]
