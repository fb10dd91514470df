"""A table of records as values: read one, read those of a complaint, save one with its op."""

import dataclasses
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, ClassVar, Generic, Protocol, TypeVar

import sqlalchemy as sa

from desk.domain.change import Change
from desk.domain.errors import ChangedMeanwhile
from desk.domain.op import NEVER_IN_OPS, Plain, plain, says_something
from desk.storage.log import Log


class Record(Protocol):
    """What every synced dataclass has: its name and the newest ops it came from."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def id(self) -> str: ...
    @property
    def heads(self) -> tuple[str, ...]: ...


R = TypeVar("R", bound=Record)


class Repository(Generic[R]):
    """Records of one synced table. `root` of an op is the complaint the record belongs to.

    What `get` has read is kept until the transaction ends: nobody else can change it meanwhile.
    """

    def __init__(
        self, connection: sa.Connection, log: Log, touched: set[str], table: sa.Table, kind: type[R]
    ) -> None:
        self._connection = connection
        self._log = log
        self._touched = touched
        self._table = table
        self._kind = kind
        self._names = fields_of(kind)
        self._select = _select(table, self._names)
        self._read: dict[str, R | None] = {}

    def get(self, record_id: str) -> R | None:
        """Read one record, or None."""
        if record_id not in self._read:
            found = self._records(_by_id(self._table, self._names), {"wanted": record_id})
            self._read[record_id] = found[0] if found else None
        return self._read[record_id]

    def of(self, complaint_id: str) -> list[R]:
        """Read the records of one complaint, oldest first."""
        return self._records(_of(self._table, self._names), {"wanted": complaint_id})

    def all(self) -> list[R]:
        """Read every record; for small tables."""
        return self._records(self._select.order_by(self._table.c.id))

    def where(self, *wanted: sa.ColumnElement[bool]) -> list[R]:
        """Read the records of which all that is wanted holds, oldest first."""
        return self._records(self._select.where(*wanted).order_by(self._table.c.id))

    def save(self, record: R, *, root: str) -> R:
        """Write what changed as one op and one row; nothing when nothing changed.

        Gives the record with its new heads. Raises ChangedMeanwhile when the stored record is
        newer than the one that was read.
        """
        stored = self.get(record.id)
        if (stored.heads if stored else ()) != record.heads:
            raise ChangedMeanwhile(record.id)
        changed = self._changed(stored, record)
        if not changed and stored is not None:
            return record
        op = self._log.append(self._table.name, record.id, root, record.heads, changed)
        saved: R = dataclasses.replace(record, heads=(op.id,))
        if stored is None:
            values = {name: getattr(saved, name) for name in self._names}
            self._connection.execute(_insert(self._table), {**values, "root": root})
        else:
            self._connection.execute(
                _update(self._table),
                {"wanted": record.id, **{n: getattr(saved, n) for n in (*changed, "heads")}},
            )
        self._read[record.id] = saved
        self._touched.add(self._table.name)
        self._log.changes.append(Change(stored, saved, root))
        return saved

    def add_all(self, records: Sequence[R]) -> list[R]:
        """Write many new records, each its own root, as `save` would one by one but much faster.

        Gives them with their heads, in the same order.
        """
        ops = self._log.append_first(
            self._table.name, [(r.id, r.id, self._changed(None, r)) for r in records]
        )
        saved = [
            dataclasses.replace(record, heads=(op.id,))
            for record, op in zip(records, ops, strict=True)
        ]
        if saved:
            rows = [{name: getattr(r, name) for name in self._names} for r in saved]
            self._connection.execute(
                _insert(self._table), [{**row, "root": row["id"]} for row in rows]
            )
            self._read.update((record.id, record) for record in saved)
            self._touched.add(self._table.name)
        return saved

    def known(self, ids: Iterable[str]) -> frozenset[str]:
        """Tell which of some hundred ids are those of stored records."""
        query = sa.select(self._table.c.id).where(self._table.c.id.in_(list(ids)))
        return frozenset(self._connection.execute(query).scalars())

    def _changed(self, stored: R | None, record: R) -> dict[str, Plain]:
        """Give the fields an op of this save holds."""
        changed = {}
        for name in self._names:
            if name in NEVER_IN_OPS:
                continue
            value = getattr(record, name)
            if says_something(value) if stored is None else value != getattr(stored, name):
                changed[name] = plain(value)
        return changed

    def _records(self, query: sa.Select[Any], asked: dict[str, Any] | None = None) -> list[R]:
        return [self._kind(**row._mapping) for row in self._connection.execute(query, asked)]


@cache
def fields_of(kind: type[Any]) -> tuple[str, ...]:
    """Give the names of a dataclass's fields, in order."""
    return tuple(field.name for field in dataclasses.fields(kind))


# Statements are made once: for 67 columns making one costs more than running it.


@cache
def _select(table: sa.Table, names: tuple[str, ...]) -> sa.Select[Any]:
    return sa.select(*(table.c[name] for name in names))


@cache
def _by_id(table: sa.Table, names: tuple[str, ...]) -> sa.Select[Any]:
    return _select(table, names).where(table.c.id == sa.bindparam("wanted"))


@cache
def _of(table: sa.Table, names: tuple[str, ...]) -> sa.Select[Any]:
    wanted = table.c.complaint == sa.bindparam("wanted")
    return _select(table, names).where(wanted).order_by(table.c.id)


@cache
def _insert(table: sa.Table) -> sa.Insert:
    return table.insert()


@cache
def _update(table: sa.Table) -> sa.Update:
    return table.update().where(table.c.id == sa.bindparam("wanted"))
