"""What was given to customers, counted by the database: sums of a month, and earlier ones."""

from datetime import date, datetime, tzinfo
from typing import Any

import sqlalchemy as sa

from desk.domain.complaint import Complaint
from desk.domain.contact import Contact, Direction, Reached, Tried
from desk.domain.follow_up import FollowUp, FollowUpKind
from desk.domain.kept_item import KeptItem
from desk.domain.like_this import SHOWN, LikeThis
from desk.domain.offer import AGREED, Approval, Offer
from desk.domain.promise import Promise, PromiseState
from desk.domain.report import PromiseCount
from desk.domain.task import Task
from desk.storage.beside_tables import TABLES
from desk.storage.tables import complaint as table

_offer = TABLES[Offer]
_approval = TABLES[Approval]
_contact = TABLES[Contact]
_promise = TABLES[Promise]
_task = TABLES[Task]
_item = TABLES[KeptItem]

MOST_FOLLOW_UPS = 2000
LOOKED_AT = 1000


class Given:
    """Reads over one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def in_span(self, staff: str, start: datetime, end: datetime, *, without: str) -> int:
        """Add up what somebody offered in a span of time and was accepted, in minor units."""
        return self._sum(
            _offer.c.amount,
            _offer.c.staff == staff,
            _offer.c.offered_at >= start,
            _offer.c.offered_at < end,
            _offer.c.complaint != without,
            _offer.c.answer.in_(AGREED),
        )

    def granted_in_span(self, staff: str, start: datetime, end: datetime, *, without: str) -> int:
        """Add up what somebody granted others to offer in a span of time, in minor units."""
        return self._sum(
            _approval.c.amount,
            _approval.c.staff == staff,
            _approval.c.decided_at >= start,
            _approval.c.decided_at < end,
            _approval.c.complaint != without,
            _approval.c.granted.is_(True),
        )

    def like_this(self, complaint: Complaint) -> list[LikeThis]:
        """Read what was offered last for the same category and severity, newest first.

        Looks among the newest of the category only, so that it stays quick at any size.
        """
        c = table.c
        newest = (
            sa.select(c.id)
            .where(c.category == complaint.category)
            .order_by(c.arrived_at.desc(), c.id.desc())
            .limit(LOOKED_AT)
        )
        rows = self._connection.execute(
            sa.select(c.responded_at, c.offer, c.amount, c.answer)
            .where(c.id.in_(newest), c.id != complaint.id)
            .where(c.severity == complaint.severity, c.responded_at.is_not(None))
            .order_by(c.responded_at.desc(), c.id.desc())
            .limit(SHOWN)
        )
        return [LikeThis(*row) for row in rows]

    def promises(self, start: date, end: date) -> PromiseCount:
        """Count what became of promises from a day on, until before another."""
        c = _promise.c
        rows = self._connection.execute(
            sa.select(c.state, sa.func.count())
            .where(c.ended_on >= start, c.ended_on < end)
            .group_by(c.state)
        )
        ended: dict[PromiseState, int] = {row[0]: row[1] for row in rows}
        return PromiseCount(
            kept=ended.get(PromiseState.KEPT, 0),
            late=ended.get(PromiseState.LATE, 0),
            broken=ended.get(PromiseState.BROKEN, 0) + ended.get(PromiseState.MOVED, 0),
        )

    def tried(self, complaint_id: str, zone: tzinfo) -> Tried:
        """Count words to a customer that nobody answered, and the branch's days they fall on."""
        c = _contact.c
        moments = self._connection.execute(
            sa.select(c.made_at).where(
                c.complaint == complaint_id,
                c.direction == Direction.OUT,
                c.reached == Reached.NO_ANSWER,
            )
        ).scalars()
        days = [at.astimezone(zone).date() if at else None for at in moments]
        return Tried(len(days), len(set(days) - {None}))

    def alike(self, complaint: Complaint, *, since: datetime) -> int:
        """Count other complaints of its category about its product (or, without one, its place).

        Those that arrived since a moment and not after it; none where neither is known.
        """
        c, about = table.c, "product" if complaint.product else "place"
        if complaint.category is None or not getattr(complaint, about):
            return 0
        asked = (
            sa.select(sa.func.count())
            .select_from(table)
            .where(
                c[about] == getattr(complaint, about),
                c.category == complaint.category,
                c.arrived_at >= since,
                c.arrived_at <= complaint.arrived_at,
                c.id != complaint.id,
            )
        )
        return int(self._connection.execute(asked).scalar_one())

    def follow_ups(self) -> list[FollowUp]:
        """Read what is open of promises, tasks and items, soonest first, what has no day last."""
        promise, task, item = _promise.c, _task.c, _item.c
        found = [
            FollowUp(
                kind=FollowUpKind.PROMISE, what=row.what, owner=row.by or row.handler,
                due_on=row.due_on, at_time=row.at_time, promise=row.kind, **_whose(row),
            )
            for row in self._open(
                _promise,
                (promise.what, promise.by, promise.due_on, promise.at_time, promise.kind),
                promise.state == PromiseState.OPEN,
                promise.due_on,
            )
        ]  # fmt: skip
        found += [
            FollowUp(
                kind=FollowUpKind.TASK, what=row.question, owner=row.asked_of, due_on=row.due_on,
                task=row.kind, **_whose(row),
            )
            for row in self._open(
                _task,
                (task.question, task.asked_of, task.due_on, task.kind),
                task.answered_on.is_(None),
                task.due_on,
            )
        ]  # fmt: skip
        found += [
            FollowUp(
                kind=FollowUpKind.KEPT_ITEM, what=row.what, owner=row.kept_by or row.handler,
                due_on=None, **_whose(row),
            )
            for row in self._open(
                _item, (item.what, item.kept_by), item.back_on.is_(None), item.kept_on
            )
        ]  # fmt: skip
        return sorted(found, key=lambda one: (one.due_on is None, one.due_on or date.max))

    def _open(
        self,
        of: sa.Table,
        columns: tuple[sa.Column[Any], ...],
        is_open: sa.ColumnElement[bool],
        soonest: sa.Column[Any],
    ) -> list[sa.Row[Any]]:
        whose = (table.c.reference, table.c.name, table.c.handler)
        asked = (
            sa.select(of.c.id, of.c.complaint, *columns, *whose)
            .join(table, table.c.id == of.c.complaint)
            .where(is_open)
            .order_by(soonest, of.c.id)
            .limit(MOST_FOLLOW_UPS)
        )
        return list(self._connection.execute(asked))

    def _sum(self, amount: sa.Column[Any], *where: sa.ColumnElement[bool]) -> int:
        asked = sa.select(sa.func.coalesce(sa.func.sum(amount), 0)).where(*where)
        return int(self._connection.execute(asked).scalar_one())


def _whose(row: Any) -> dict[str, Any]:  # noqa: ANN401 - a row of any of the three
    return {
        "id": row.id, "complaint": row.complaint, "reference": row.reference, "name": row.name,
    }  # fmt: skip
