"""Plain SQL: what a statement is asked with and what it answers, as values of the domain.

For what the window shows first, so that it need not wait for SQLAlchemy to be loaded. The ways in
which values lie in the database are those of `columns.py`.
"""

import base64
import dataclasses
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from enum import Enum
from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, get_args, get_origin

if TYPE_CHECKING:
    import sqlalchemy as sa

R = TypeVar("R")
Read = Callable[[Any], Any]
"""Makes a value of the domain from a raw one; NULL never reaches it."""


class Ask(Protocol):
    """Asks the database in SQL with named parameters (``:name``); gives rows of raw values."""

    def __call__(self, sql: str, said: Mapping[str, Any], /) -> Iterable[Sequence[Any]]: ...


def asking(connection: "sa.Connection") -> Ask:
    """Let plain SQL be asked over a connection of SQLAlchemy's; all rows are fetched at once."""
    return lambda sql, said: connection.execute(_statement(sql), said).all()


@lru_cache(maxsize=256)
def _statement(sql: str) -> "sa.TextClause":
    """Make a statement once: finding its parameters costs as much as reading some lines."""
    import sqlalchemy as sa

    return sa.text(sql)


def as_bytes(name: str) -> bytes:
    """Give the bytes a record id lies in the database as."""
    return base64.urlsafe_b64decode(name + "==")


def as_name(value: bytes) -> str:
    """Read a record id."""
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def as_text(at: datetime) -> str:
    """Write an aware moment as moments lie in SQLite, which sort by time so."""
    return at.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


_WRITTEN = len("2026-11-23 02:42:00.000000")


def as_moment(value: str | datetime) -> datetime:
    """Read a moment: SQLite keeps text, PostgreSQL gives the moment itself."""
    if isinstance(value, str) and len(value) == _WRITTEN:
        return datetime.fromisoformat(value + "+00:00")  # one call: a list reads some hundred
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return at.replace(tzinfo=at.tzinfo or UTC)


def as_day(value: str | date) -> date:
    """Read a day."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def as_heads(value: bytes) -> tuple[str, ...]:
    """Read op ids of 20 characters each."""
    text = base64.urlsafe_b64encode(value).decode()
    return tuple(text[i : i + 20] for i in range(0, len(text), 20))


def reader(kind: type[R], **special: Read) -> Callable[[Sequence[Any]], R]:
    """Give what makes a record of a dataclass from a row that has its fields in their order.

    `special` reads the fields it names. Raises KeyError for another of a type no record holds.
    """
    fields = dataclasses.fields(kind)  # type: ignore[arg-type] # of a dataclass
    names = tuple(field.name for field in fields)
    reads = tuple(special.get(field.name) or _read(field.name, field.type) for field in fields)

    def read(row: Sequence[Any]) -> R:
        return kind(
            **{
                name: value if read is None or value is None else read(value)
                for name, read, value in zip(names, reads, row, strict=True)
            }
        )

    return read


_NAMES: dict[str, Read] = {"id": as_name, "complaint": as_name, "heads": as_heads}
_READS: dict[Any, Read | None] = {
    str: None,
    int: None,
    bool: bool,
    datetime: as_moment,
    date: as_day,
}


def _read(name: str, hint: Any) -> Read | None:  # noqa: ANN401 - a type, as declared
    if name in _NAMES:
        return _NAMES[name]
    if isinstance(hint, UnionType):
        hint = next(kind for kind in get_args(hint) if kind is not type(None))
    if get_origin(hint) is tuple:
        return _several(get_args(hint)[0])
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else _READS[hint]


def _several(item: Read) -> Read:
    @lru_cache(maxsize=1000)  # the same few choices stand in every line
    def read(value: str) -> tuple[Any, ...]:
        if value in {"", "[]"}:
            return ()
        return tuple(item(one) for one in json.loads(value))

    return read
