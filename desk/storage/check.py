"""The whole database proves itself: the log refolds to the tables, hashes hold, search agrees."""

import base64
import heapq
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any, TypeVar

import sqlalchemy as sa

from desk.domain.op import Op, fold, op_id, plain, read_op, says_something
from desk.storage.search import SEARCHED, body_of, spoken, tails
from desk.storage.tables import SYNCED, complaint, op, search_tail, search_text, search_word

AT_ONCE = 1000
NOTHING = (None, "", "[]")
"""How a field that says nothing lies in the file."""
T = TypeVar("T")
U = TypeVar("U")
Key = tuple[bytes, str]
Readers = Mapping[str, Callable[[Any], Any] | None]
Rows = Iterator[tuple[Key, sa.Row[Any]]]


def problems(connection: sa.Connection) -> Iterator[str]:
    """Name everything that does not hold, one plain sentence each; nothing when all is well.

    Reads tables and log side by side in the order of record ids, so memory does not grow.
    """
    yield from _file(connection)
    yield from _refold(connection)
    yield from _searchable(connection)


def _file(connection: sa.Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("pragma integrity_check(20)"):
        if said != "ok":
            yield f"file: {said}"


def _refold(connection: sa.Connection) -> Iterator[str]:
    rows = heapq.merge(*(_rows(connection, table) for table in SYNCED), key=lambda row: row[0])
    lines = groupby(_lines(connection), key=lambda line: line[0])
    told = ((key, [line for _, line in found]) for key, found in lines)
    readers = {table.name: _readers(connection, table) for table in SYNCED}
    for (raw, entity), row, ops in _beside(rows, told):
        if entity not in readers:
            continue
        record = _text(raw)
        if ops is None:
            yield f"{entity} {record}: in the table, and no op explains it"
            continue
        if row is None:
            yield f"{entity} {record}: in the log but not in the table"
        damaged = [_text(line.id) for line in ops if not _is_whole(line)]
        for name in damaged:
            yield f"{entity} {record}: the bytes of op {name} were changed"
        if row is not None and not damaged:
            for problem in _compare([read_op(line.line) for line in ops], row, readers[entity]):
                yield f"{entity} {record}: {problem}"


def _rows(connection: sa.Connection, table: sa.Table) -> Rows:
    for row in _stream(connection, _raw(*table.c).order_by(table.c.id)):
        yield (_bytes(row.id), table.name), row


def _lines(connection: sa.Connection) -> Rows:
    columns = (op.c.entity, op.c.record, op.c.root, op.c.id, op.c.line)
    for row in _stream(connection, _raw(*columns).order_by(op.c.record, op.c.entity, op.c.arr)):
        yield (_bytes(row.record), str(row.entity)), row


def _raw(*columns: sa.Column[Any]) -> sa.Select[*tuple[Any, ...]]:
    """Select columns as they lie in the file: what was changed by hand may be unreadable."""
    return sa.select(*(sa.type_coerce(c, sa.types.NullType()).label(c.name) for c in columns))


def _readers(connection: sa.Connection, table: sa.Table) -> Readers:
    dialect = connection.dialect
    return {
        column.name: column.type.dialect_impl(dialect).result_processor(dialect, None)
        for column in table.c
    }


def _bytes(found: object) -> bytes:
    return found if isinstance(found, bytes) else str(found).encode()


def _text(raw: object) -> str:
    return base64.urlsafe_b64encode(_bytes(raw)).rstrip(b"=").decode()


def _stream(connection: sa.Connection, query: sa.Select[*tuple[Any, ...]]) -> sa.Result[Any]:
    return connection.execute(query, execution_options={"yield_per": AT_ONCE})


def _beside(
    left: Iterator[tuple[Key, T]], right: Iterator[tuple[Key, U]]
) -> Iterator[tuple[Key, T | None, U | None]]:
    """Walk two sorted streams at once; a side that lacks a key gives None."""
    one, other = next(left, None), next(right, None)
    while one is not None or other is not None:
        if other is None or (one is not None and one[0] < other[0]):
            assert one is not None  # noqa: S101 - mypy cannot see it from the loop's condition
            yield one[0], one[1], None
            one = next(left, None)
        elif one is None or other[0] < one[0]:
            yield other[0], None, other[1]
            other = next(right, None)
        else:
            yield one[0], one[1], other[1]
            one, other = next(left, None), next(right, None)


def _compare(ops: list[Op], row: sa.Row[Any], readers: Readers) -> Iterator[str]:
    folded = fold(ops)
    held = {said.id for said in ops}
    if any(parent not in held for said in ops for parent in said.parents):
        yield "an earlier op is missing"
    for name, stored in row._mapping.items():
        told = folded.values.get(name)
        if stored in NOTHING and not says_something(told):
            continue
        read = readers[name]
        try:
            value = stored if read is None else read(stored)
        except (ValueError, TypeError):
            yield f"{name} cannot be read"
            continue
        if name == "heads":
            if tuple(sorted(value)) != folded.heads:
                yield "its newest ops are not the log's"
        elif name == "root":
            if {value} != {said.root for said in ops}:
                yield "belongs to another root than its ops"
        elif name != "id" and plain(value) != told:
            yield f"{name} differs from the log"


def _is_whole(line: sa.Row[Any]) -> bool:
    """Tell whether an op's bytes are those it is named by, and lie where they say they belong."""
    if op_id(_bytes(line.line)) != base64.urlsafe_b64encode(_bytes(line.id)).decode():
        return False
    said = read_op(_bytes(line.line))
    there = (line.entity, _text(line.record), _text(line.root))
    return isinstance(line.line, bytes) and (said.entity, said.record, said.root) == there


def _searchable(connection: sa.Connection) -> Iterator[str]:
    said = _raw(complaint.c.id, complaint.c.phone, *(complaint.c[name] for name in SEARCHED))
    held = (
        _raw(search_text.c.complaint, search_text.c.body)
        .add_columns(search_word.c.words)
        .outerjoin(search_word, search_word.c.rowid == search_text.c.n)
        .order_by(search_text.c.complaint)
    )
    ends: dict[bytes, set[str]] = {}
    for end in _stream(connection, _raw(search_tail.c.complaint, search_tail.c.tail)):
        ends.setdefault(_bytes(end.complaint), set()).add(end.tail)
    for (raw, _), row, entry in _beside(
        (((_bytes(r.id), ""), r) for r in _stream(connection, said.order_by(complaint.c.id))),
        (((_bytes(r.complaint), ""), r) for r in _stream(connection, held)),
    ):
        if row is None:
            yield f"search: {_text(raw)} is found but does not exist"
            continue
        texts = tuple(filter(None, (row._mapping[name] for name in SEARCHED)))
        if entry is None or entry.body != body_of(texts) or entry.words != spoken(texts):
            yield f"search: {_text(raw)} is not found by what it says"
        if ends.pop(raw, set()) != tails(row.phone, row.reference):
            yield f"search: {_text(raw)} is not found by the end of its numbers"
    if ends:
        yield f"search: {len(ends)} numbers of complaints that do not exist"
