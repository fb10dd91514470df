"""Proves that the tables of names hold just the names there are."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from desk.domain.complainant import Complainant
from desk.domain.label import N_
from desk.domain.sentence import Sentence, sentence
from desk.storage.beside_tables import TABLES
from desk.storage.name_index import person_keys
from desk.storage.name_tables import search_name, search_person
from desk.storage.names import name_keys
from desk.storage.tables import complaint

AT_ONCE = 1000
_HELD = TABLES[Complainant]
_MEND = sentence(
    N_("Nothing is lost: only finding is wrong, and “desk check --mend” puts it right.")
)


def problems_of_names(connection: sa.Connection) -> Iterator[Sentence]:
    """Say which of the two tables does not fit.

    Compared by sums over all entries, so memory does not grow with them.
    """
    named = sa.select(complaint.c.id, complaint.c.name).where(complaint.c.name != "")
    rows: sa.Result[Any] = _all(connection, named)
    wanted = ((key, row.id) for row in rows for key in name_keys(row.name))
    if _sum(wanted) != _sum(_held(connection, search_name)):
        yield sentence(
            N_("The search index does not find the names of complaints. {todo}"), todo=_MEND
        )
    people = sa.select(_HELD.c.id, _HELD.c.name, _HELD.c.phones)
    known = (Complainant(**row._mapping) for row in _all(connection, people))
    if _sum((key, person.id) for person in known for key in person_keys(person)) != _sum(
        _held(connection, search_person)
    ):
        yield sentence(
            N_("The search index does not find customers by name and number. {todo}"), todo=_MEND
        )


def _held(connection: sa.Connection, table: sa.Table) -> Iterator[tuple[str, str]]:
    rows: sa.Result[Any, Any] = _all(connection, sa.select(*table.c))
    return ((key, of) for key, of in rows)


def _all(connection: sa.Connection, query: sa.Select[*tuple[Any, ...]]) -> sa.Result[Any]:
    return connection.execute(query, execution_options={"yield_per": AT_ONCE})


def _sum(entries: Iterable[tuple[str, str]]) -> int:
    """Add up entries so that neither their order nor the number of rows between them matters."""
    return sum(
        int.from_bytes(hashlib.blake2b(f"{key}\x1f{of}".encode(), digest_size=8).digest())
        for key, of in entries
    )
