"""The whole database proves itself: the log refolds to the tables, hashes hold, search agrees."""

import heapq
from collections.abc import Iterator
from itertools import groupby
from typing import Any, TypeVar

import sqlalchemy as sa

from desk.domain.op import Op, fold, op_id, plain, read_op, says_something
from desk.storage.search import SEARCHED, body_of, spoken, tails
from desk.storage.tables import SYNCED, complaint, op, search_tail, search_text, search_word

LOCAL_COLUMNS = frozenset({"id", "root", "heads"})
AT_ONCE = 1000
T = TypeVar("T")
U = TypeVar("U")
Key = tuple[bytes, str]
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
    for (_, entity), row, ops in _beside(rows, told):
        if ops is None and row is not None:
            yield f"{entity} {row.id}: in the table, and no op explains it"
        elif ops is not None and entity in {table.name for table in SYNCED}:
            yield from _compare(entity, ops, row)


def _rows(connection: sa.Connection, table: sa.Table) -> Rows:
    raw = sa.type_coerce(table.c.id, sa.LargeBinary).label("raw_id")
    for row in _stream(connection, sa.select(raw, table).order_by(table.c.id)):
        yield (row.raw_id, table.name), row


def _lines(connection: sa.Connection) -> Rows:
    raw = sa.type_coerce(op.c.record, sa.LargeBinary).label("raw_id")
    wanted = sa.select(raw, op.c.entity, op.c.record, op.c.root, op.c.id, op.c.line)
    for row in _stream(connection, wanted.order_by(op.c.record, op.c.entity, op.c.arr)):
        yield (row.raw_id, row.entity), row


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


def _compare(entity: str, lines: list[sa.Row[Any]], row: sa.Row[Any] | None) -> Iterator[str]:
    record = lines[0].record
    damaged = [line.id for line in lines if not _is_whole(line)]
    for name in damaged:
        yield f"{entity} {record}: the bytes of op {name} were changed"
    if row is None:
        yield f"{entity} {record}: in the log but not in the table"
    if row is None or damaged:
        return
    folded = fold([read_op(line.line) for line in lines])
    if tuple(sorted(row.heads)) != folded.heads:
        yield f"{entity} {record}: its newest ops are not the log's"
    if {row.root} != {line.root for line in lines}:
        yield f"{entity} {record}: belongs to another root than its ops"
    for name, value in row._mapping.items():
        if name in LOCAL_COLUMNS or name == "raw_id":
            continue
        told = folded.values.get(name)
        if not (says_something(value) or says_something(told)):
            continue
        if plain(value) != told:
            yield f"{entity} {record}: {name} differs from the log"


def _is_whole(line: sa.Row[Any]) -> bool:
    """Tell whether an op's bytes are those it is named by, and lie where they say they belong."""
    if op_id(line.line) != line.id:
        return False
    said: Op = read_op(line.line)
    return (said.entity, said.record, said.root) == (line.entity, line.record, line.root)


def _searchable(connection: sa.Connection) -> Iterator[str]:
    raw = sa.type_coerce(complaint.c.id, sa.LargeBinary).label("raw_id")
    said = sa.select(raw, complaint.c.phone, *(complaint.c[name] for name in ("id", *SEARCHED)))
    of = sa.type_coerce(search_text.c.complaint, sa.LargeBinary).label("raw_id")
    held = (
        sa.select(of, search_text.c.complaint, search_text.c.body, search_word.c.words)
        .outerjoin(search_word, search_word.c.rowid == search_text.c.n)
        .order_by(search_text.c.complaint)
    )
    ends: dict[bytes, set[str]] = {}
    found = sa.type_coerce(search_tail.c.complaint, sa.LargeBinary)
    for of_complaint, tail in connection.execute(sa.select(found, search_tail.c.tail)):
        ends.setdefault(of_complaint, set()).add(tail)
    for (key, _), row, entry in _beside(
        (((r.raw_id, ""), r) for r in _stream(connection, said.order_by(complaint.c.id))),
        (((r.raw_id, ""), r) for r in _stream(connection, held)),
    ):
        if row is None:
            yield f"search: {entry.complaint if entry else key!r} is found but does not exist"
            continue
        texts = tuple(filter(None, (row._mapping[name] for name in SEARCHED)))
        if entry is None or entry.body != body_of(texts) or entry.words != spoken(texts):
            yield f"search: {row.id} is not found by what it says"
        if ends.pop(key, set()) != tails(row.phone, row.reference):
            yield f"search: {row.id} is not found by the end of its numbers"
    if ends:
        yield f"search: {len(ends)} numbers of complaints that do not exist"
