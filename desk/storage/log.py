"""The op log: appended to by every save, read for timelines, and folded to prove the tables."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desk.domain.op import Op, Plain, read_op, write_op
from desk.storage.tables import op as log_table

if TYPE_CHECKING:
    from desk.domain.change import Change

_ADD = log_table.insert()


class Log:
    """The log as one author sees it in one transaction."""

    def __init__(
        self,
        connection: sa.Connection,
        *,
        actor: str,
        site: str,
        at: datetime,
        before: Callable[[str], None] = lambda root: None,
    ) -> None:
        """`before` is called with the root of each op of a single record; it may refuse it."""
        self._connection = connection
        self._actor = actor
        self._site = site
        self._at = at
        self._before = before
        self.changes: list[Change] = []
        """What was saved here, record by record; registers taken in whole are not among it."""

    def append(
        self,
        entity: str,
        record: str,
        root: str,
        parents: tuple[str, ...],
        values: Mapping[str, Plain],
    ) -> Op:
        """Write one op made here and now."""
        self._before(root)
        op = self._op(entity, record, root, parents, values)
        self._connection.execute(_ADD, self._row(op))
        return op

    def append_first(
        self, entity: str, records: Iterable[tuple[str, str, Mapping[str, Plain]]]
    ) -> list[Op]:
        """Write the first op of each of many records, given as (record, root, values)."""
        ops = [self._op(entity, record, root, (), values) for record, root, values in records]
        if ops:
            self._connection.execute(_ADD, [self._row(op) for op in ops])
        return ops

    def _op(
        self,
        entity: str,
        record: str,
        root: str,
        parents: tuple[str, ...],
        values: Mapping[str, Plain],
    ) -> Op:
        return write_op(
            at=self._at,
            actor=self._actor,
            site=self._site,
            entity=entity,
            record=record,
            root=root,
            parents=parents,
            values=values,
        )

    def _row(self, op: Op) -> dict[str, str | bytes]:
        return {
            "id": op.id,
            "root": op.root,
            "record": op.record,
            "entity": op.entity,
            "site": self._site,
            "via": "",
            "line": op.line,
        }

    def of_root(self, root: str) -> list[Op]:
        """Read everything that happened to one complaint, oldest arrival first."""
        rows = self._connection.execute(
            sa.select(log_table.c.line).where(log_table.c.root == root).order_by(log_table.c.arr)
        )
        return [read_op(line) for (line,) in rows]

    def last(self) -> int:
        """Tell where the log ends now."""
        newest = sa.select(sa.func.coalesce(sa.func.max(log_table.c.arr), 0))
        return int(self._connection.execute(newest).scalar_one())

    def names_since(self, root: str, end: int) -> list[str]:
        """Name what was written under a root since the log ended at `end`, oldest first."""
        since = sa.select(log_table.c.id).where(log_table.c.root == root, log_table.c.arr > end)
        return list(self._connection.execute(since.order_by(log_table.c.arr)).scalars())

    def count(self) -> int:
        """Count the ops held."""
        return self._connection.execute(
            sa.select(sa.func.count()).select_from(log_table)
        ).scalar_one()
