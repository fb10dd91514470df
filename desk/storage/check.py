"""The whole database proves itself: the log refolds to the tables, hashes hold, search agrees."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import sqlalchemy as sa

from desk.domain.op import Op, fold, op_id, plain, read_op, says_something
from desk.storage.log import Log
from desk.storage.search import SEARCHED
from desk.storage.tables import SYNCED, WORDS, complaint, search_text
from desk.storage.words import folded

LOCAL_COLUMNS = frozenset({"id", "root", "heads"})


def problems(connection: sa.Connection, log: Log) -> Iterator[str]:
    """Name everything that does not hold, one plain sentence each; nothing when all is well."""
    yield from _file(connection)
    yield from _refold(connection, log)
    yield from _searchable(connection)


def _file(connection: sa.Connection) -> Iterator[str]:
    for (said,) in connection.exec_driver_sql("pragma integrity_check(20)"):
        if said != "ok":
            yield f"file: {said}"


def _refold(connection: sa.Connection, log: Log) -> Iterator[str]:
    """Fold the log record by record beside the tables, both in the order of record ids."""
    tables = {table.name: table for table in SYNCED}
    seen = dict.fromkeys(tables, 0)
    for record, found in groupby(log.by_record(), key=lambda line: line[1]):
        ops: list[Op] = []
        for entity, _, name, line in found:
            if op_id(line) != name:
                yield f"op {name}: its bytes were changed"
            ops.append(read_op(line))
        if entity not in tables:
            continue
        seen[entity] += 1
        row = connection.execute(
            sa.select(tables[entity]).where(tables[entity].c.id == record)
        ).first()
        if row is None:
            yield f"{entity} {record}: in the log but not in the table"
        else:
            yield from _compare(entity, record, ops, dict(row._mapping))
    for name, table in tables.items():
        held = connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
        if held > seen[name]:
            yield f"{name}: {held - seen[name]} rows that no op explains"


def _compare(entity: str, record: str, ops: list[Op], row: dict[str, Any]) -> Iterator[str]:
    folded_record = fold(ops)
    if tuple(sorted(row["heads"])) != folded_record.heads:
        yield f"{entity} {record}: its newest ops are not the log's"
    for name, value in row.items():
        if name in LOCAL_COLUMNS:
            continue
        stored, told = plain(value), folded_record.values.get(name)
        if stored != told and (says_something(stored) or says_something(told)):
            yield f"{entity} {record}: {name} differs from the log"


def _searchable(connection: sa.Connection) -> Iterator[str]:
    wanted = [complaint.c[name] for name in ("id", *SEARCHED)]
    held = {
        row.complaint: row.body
        for row in connection.execute(sa.select(search_text.c.complaint, search_text.c.body))
    }
    for row in connection.execution_options(yield_per=2000).execute(sa.select(*wanted)):
        body = folded("\n".join(text for text in row[1:] if text))
        if held.pop(row[0], None) != body:
            yield f"search: {row[0]} is not found by what it says"
    if held:
        yield f"search: {len(held)} entries of complaints that do not exist"
    words = connection.exec_driver_sql(f"select count(*) from {WORDS}").scalar_one()
    texts = connection.execute(sa.select(sa.func.count()).select_from(search_text)).scalar_one()
    if words != texts:
        yield f"search: {words} word lists for {texts} texts"
