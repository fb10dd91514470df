"""The whole database proves itself: the log refolds to the tables, hashes hold, search agrees."""

import base64
import heapq
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

import sqlalchemy as sa

from desk.domain.besides import BESIDES, BY_ENTITY
from desk.domain.field_labels import field_label
from desk.domain.label import N_
from desk.domain.op import Op, fold, op_id, plain, read_op, says_something
from desk.domain.own_field import OwnValue
from desk.domain.own_value import sought
from desk.domain.sentence import Sentence, sentence
from desk.storage.beside_tables import ALL_SYNCED, TABLES
from desk.storage.check_names import problems_of_names
from desk.storage.search import SEARCHED, body_of, spoken, tails
from desk.storage.tables import complaint, op, paper, search_tail, search_text, search_word

AT_ONCE = 1000
NOTHING = (None, "", "[]")
"""How a field that says nothing lies in the file."""
T = TypeVar("T")
U = TypeVar("U")
Key = tuple[bytes, str]
Readers = Mapping[str, Callable[[Any], Any] | None]
Rows = Iterator[tuple[Key, sa.Row[Any]]]


class KeptPaper(NamedTuple):
    """A paper's file, the hash of its bytes, and the reference it belongs to (else record id)."""

    file: str
    sha256: str
    reference: str


_OWN = tuple(TABLES[OwnValue].c[name] for name in ("complaint", "field", "value"))
_AS_IT_LIES = sa.types.NullType()

_RESTORE = sentence(
    N_(
        "Copy the data folder as it is; then, with desk closed, put the last back-up in the place "
        "of desk.sqlite."
    )
)
_FINDING = sentence(
    N_("Nothing is lost: it opens by its reference, and “desk check --mend” makes it findable.")
)
_ONLY_INDEX = sentence(
    N_("Nothing is lost: only finding is wrong, and “desk check --mend” puts it right.")
)

_RECORDS = {
    "complaint": N_("Complaint {reference}"),
    "tick": N_("A tick of complaint {reference}"),
    "note": N_("A note on complaint {reference}"),
    "paper": N_("The record of a paper of complaint {reference}"),
    "setting": N_("The setting “{reference}”"),
}
_BESIDE = N_("{kind} of complaint {reference}")
_OF_ALL = N_("{kind} {reference}")


def problems(connection: sa.Connection) -> Iterator[Sentence]:
    """Name everything that does not hold, one plain sentence each; nothing when all is well.

    Reads tables and log side by side in the order of record ids, so memory does not grow.
    """
    yield from _file(connection)
    yield from _refold(connection)
    yield from _searchable(connection)
    yield from problems_of_names(connection)


def kept_papers(connection: sa.Connection) -> Iterator[KeptPaper]:
    """Give every paper there should be, even from a record that is damaged."""
    columns = _raw(paper.c.file, paper.c.sha256, paper.c.complaint).order_by(paper.c.file)
    for row in _stream(connection, columns):
        of = _bytes(row.complaint)
        yield KeptPaper(str(row.file), str(row.sha256), _reference(connection, of) or _text(of))


def _file(connection: sa.Connection) -> Iterator[Sentence]:
    for (said,) in connection.exec_driver_sql("pragma integrity_check(20)"):
        if said != "ok":
            yield sentence(
                N_("The database file is damaged ({said}). {todo}"), said=str(said), todo=_RESTORE
            )


def _refold(connection: sa.Connection) -> Iterator[Sentence]:
    rows = heapq.merge(*(_rows(connection, table) for table in ALL_SYNCED), key=lambda row: row[0])
    lines = groupby(_lines(connection), key=lambda line: line[0])
    told = ((key, [line for _, line in found]) for key, found in lines)
    readers = {table.name: _readers(connection, table) for table in ALL_SYNCED}
    for (raw, entity), row, ops in _beside(rows, told):
        if entity not in readers:
            continue
        for wrong in _wrong(row, ops, readers[entity]):
            yield sentence(
                N_("{record}: {wrong} {todo}"),
                record=_record(connection, entity, raw, row, ops or []),
                wrong=wrong,
                todo=_RESTORE,
            )


def _wrong(
    row: sa.Row[Any] | None, ops: list[sa.Row[Any]] | None, readers: Readers
) -> Iterator[Sentence]:
    if ops is None:
        yield sentence(N_("it is there, but the log does not say who wrote it."))
        return
    if row is None:
        yield sentence(N_("the log tells of it, but it is gone."))
    damaged = [_text(line.id) for line in ops if not _is_whole(line)]
    for name in damaged:
        yield sentence(N_("entry {entry} of its log is not as it was written."), entry=name)
    if row is not None and not damaged:
        yield from _compare([read_op(line.line) for line in ops], row, readers)


def _record(
    connection: sa.Connection,
    entity: str,
    raw: bytes,
    row: sa.Row[Any] | None,
    ops: list[sa.Row[Any]],
) -> Sentence:
    """Name a record as staff know it: by a reference or a setting's name where either is known."""
    own = {"complaint": "reference", "setting": "name"}.get(entity)
    if own:
        known = row._mapping[own] if row is not None else None
        return _named(entity, str(known or _last_said(ops, own) or _text(raw)))
    roots = [_bytes(line.root) for line in (*([] if row is None else [row]), *ops)]
    known = next(filter(None, (_reference(connection, root) for root in roots)), _text(roots[0]))
    return _named(entity, known)


def _named(entity: str, reference: str) -> Sentence:
    if entity in _RECORDS:
        return sentence(_RECORDS[entity], reference=reference)
    beside = BY_ENTITY[entity]
    words = _BESIDE if beside in BESIDES else _OF_ALL
    return sentence(words, kind=sentence(beside.label), reference=reference)


def _last_said(ops: list[sa.Row[Any]], field: str) -> str:
    said = [read_op(line.line).values.get(field) for line in ops if _is_whole(line)]
    return str(next((value for value in reversed(said) if value), ""))


def _reference(connection: sa.Connection, of: bytes) -> str:
    asked = _raw(complaint.c.reference).where(sa.type_coerce(complaint.c.id, _AS_IT_LIES) == of)
    return str(connection.execute(asked).scalar() or "")


def _rows(connection: sa.Connection, table: sa.Table) -> Rows:
    for row in _stream(connection, _raw(*table.c).order_by(table.c.id)):
        yield (_bytes(row.id), table.name), row


def _lines(connection: sa.Connection) -> Rows:
    columns = (op.c.entity, op.c.record, op.c.root, op.c.id, op.c.line)
    for row in _stream(connection, _raw(*columns).order_by(op.c.record, op.c.entity, op.c.arr)):
        yield (_bytes(row.record), str(row.entity)), row


def _raw(*columns: sa.Column[Any]) -> sa.Select[*tuple[Any, ...]]:
    """Select columns as they lie in the file: what was changed by hand may be unreadable."""
    return sa.select(*(sa.type_coerce(c, _AS_IT_LIES).label(c.name) for c in columns))


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


def _compare(ops: list[Op], row: sa.Row[Any], readers: Readers) -> Iterator[Sentence]:
    folded = fold(ops)
    held = {said.id for said in ops}
    if any(parent not in held for said in ops for parent in said.parents):
        yield sentence(N_("an earlier entry of its log is missing."))
    for name, stored in row._mapping.items():
        told = folded.values.get(name)
        if stored in NOTHING and not says_something(told):
            continue
        read = readers[name]
        field = sentence(field_label(name))
        try:
            value = stored if read is None else read(stored)
        except (ValueError, TypeError):
            yield sentence(N_("“{field}” cannot be read."), field=field)
            continue
        if name == "heads":
            if tuple(sorted(value)) != folded.heads:
                yield sentence(N_("its last change is not the last one in its log."))
        elif name == "root":
            if {value} != {said.root for said in ops}:
                yield sentence(N_("it is filed under something else than its log says."))
        elif name != "id" and plain(value) != told:
            yield sentence(N_("“{field}” is not what its log says."), field=field)


def _is_whole(line: sa.Row[Any]) -> bool:
    """Tell whether an op's bytes are those it is named by, and lie where they say they belong."""
    if op_id(_bytes(line.line)) != base64.urlsafe_b64encode(_bytes(line.id)).decode():
        return False
    said = read_op(_bytes(line.line))
    there = (line.entity, _text(line.record), _text(line.root))
    return isinstance(line.line, bytes) and (said.entity, said.record, said.root) == there


def _searchable(connection: sa.Connection) -> Iterator[Sentence]:
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
    own: dict[bytes, list[str]] = {}
    for line in _stream(connection, _raw(*_OWN).order_by(*_OWN[:2])):
        if line.value:
            own.setdefault(_bytes(line.complaint), []).append(sought(line.value))
    for (raw, _), row, entry in _beside(
        (((_bytes(r.id), ""), r) for r in _stream(connection, said.order_by(complaint.c.id))),
        (((_bytes(r.complaint), ""), r) for r in _stream(connection, held)),
    ):
        if row is None:
            yield sentence(
                N_("The search index finds a complaint that is not there ({record}). {todo}"),
                record=_text(raw),
                todo=_ONLY_INDEX,
            )
            continue
        texts = (*filter(None, (row._mapping[name] for name in SEARCHED)), *own.get(raw, ()))
        if entry is None or entry.body != body_of(texts) or entry.words != spoken(texts):
            yield _unfound(N_("its words do not find it."), row)
        if ends.pop(raw, set()) != tails(row.phone, row.reference):
            yield _unfound(N_("the end of its phone number or reference does not find it."), row)
    if ends:
        yield sentence(
            N_("The search index holds numbers of complaints that are not there: {n}. {todo}"),
            n=len(ends),
            todo=_ONLY_INDEX,
        )


def _unfound(wrong: str, row: sa.Row[Any]) -> Sentence:
    return sentence(
        N_("{record}: {wrong} {todo}"),
        record=sentence(_RECORDS["complaint"], reference=str(row.reference or _text(row.id))),
        wrong=sentence(wrong),
        todo=_FINDING,
    )
