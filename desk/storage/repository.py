"""A table of records as values: read one, read those of a complaint, save one with its op."""

import dataclasses
from typing import Any, ClassVar, Generic, Protocol, TypeVar

import sqlalchemy as sa

from desk.domain.errors import ChangedMeanwhile
from desk.domain.op import plain_fields, says_something
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
    """Records of one synced table. `root` of an op is the complaint the record belongs to."""

    def __init__(
        self, connection: sa.Connection, log: Log, touched: set[str], table: sa.Table, kind: type[R]
    ) -> None:
        self._connection = connection
        self._log = log
        self._touched = touched
        self._table = table
        self._kind = kind
        self._columns = [table.c[field.name] for field in dataclasses.fields(kind)]

    def get(self, record_id: str) -> R | None:
        """Read one record, or None."""
        row = self._connection.execute(
            sa.select(*self._columns).where(self._table.c.id == record_id)
        ).first()
        return None if row is None else self._kind(**row._mapping)

    def of(self, complaint_id: str) -> list[R]:
        """Read the records of one complaint, oldest first."""
        rows = self._connection.execute(
            sa.select(*self._columns)
            .where(self._table.c.complaint == complaint_id)
            .order_by(self._table.c.id)
        )
        return [self._kind(**row._mapping) for row in rows]

    def all(self) -> list[R]:
        """Read every record; for small tables."""
        rows = self._connection.execute(sa.select(*self._columns).order_by(self._table.c.id))
        return [self._kind(**row._mapping) for row in rows]

    def save(self, record: R, *, root: str) -> R:
        """Write what changed as one op and one row; nothing when nothing changed.

        Gives the record with its new heads. Raises ChangedMeanwhile when the stored record is
        newer than the one that was read.
        """
        stored = self.get(record.id)
        if stored is not None and stored.heads != record.heads:
            raise ChangedMeanwhile(record.id)
        after = plain_fields(record)
        if stored is None:
            changed = {name: value for name, value in after.items() if says_something(value)}
        else:
            before = plain_fields(stored)
            changed = {name: value for name, value in after.items() if before[name] != value}
        if not changed and stored is not None:
            return record
        op = self._log.append(self._table.name, record.id, root, record.heads, changed)
        saved: R = dataclasses.replace(record, heads=(op.id,))
        values: dict[str, Any] = {c.name: getattr(saved, c.name) for c in self._columns}
        if stored is None:
            self._connection.execute(self._table.insert(), {**values, "root": root})
        else:
            self._connection.execute(
                self._table.update().where(self._table.c.id == record.id),
                {name: values[name] for name in (*changed, "heads")},
            )
        self._touched.add(self._table.name)
        return saved
