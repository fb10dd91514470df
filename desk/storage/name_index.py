"""Keeps the tables of names in the transaction that saves a complaint or a customer."""

from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from desk.domain.complainant import Complainant
from desk.domain.text import digits
from desk.storage.columns import RecordName
from desk.storage.name_tables import search_name, search_person
from desk.storage.names import LONGEST_KEY, asked_name, name_keys
from desk.storage.tables import complaint

AT_ONCE = 1000
BEYOND = chr(0x10FFFF)
"""Sorts behind every key that begins alike."""

_NAME = search_name.insert()
_DROP_NAME = search_name.delete().where(
    search_name.c.key == sa.bindparam("was"),
    search_name.c.complaint == sa.bindparam("of", type_=RecordName),
)
_PERSON = search_person.insert()
_DROP_PERSON = search_person.delete().where(
    search_person.c.key == sa.bindparam("was"),
    search_person.c.complainant == sa.bindparam("of", type_=RecordName),
)


def put_complaint(connection: sa.Connection, of: str, name: str, before: str) -> None:
    """Let a complaint be found by its name as it is now, and no more by the one before."""
    if name != before:
        now, was = name_keys(name), name_keys(before)
        _put(connection, of, now - was, was - now, (_NAME, "complaint", _DROP_NAME))


def put_complaints(connection: sa.Connection, names: Mapping[str, str]) -> None:
    """Let many complaints, which were not found by name so far, be found by theirs."""
    rows = [{"key": key, "complaint": of} for of, name in names.items() for key in name_keys(name)]
    if rows:
        connection.execute(_NAME, rows)


def put_person(connection: sa.Connection, now: Complainant, before: Complainant | None) -> None:
    """Let a customer be found by name, by any part of a Chinese name, and by the phones' ends."""
    keys, was = person_keys(now), person_keys(before) if before else frozenset()
    _put(connection, now.id, keys - was, was - keys, (_PERSON, "complainant", _DROP_PERSON))


def person_keys(person: Complainant) -> frozenset[str]:
    """Give the keys a customer is found by."""
    ends = {digits(phone)[-LONGEST_KEY:][::-1] for phone in person.phones} - {""}
    return name_keys(person.name, inner=True) | ends


def _put(
    connection: sa.Connection,
    of: str,
    new: Iterable[str],
    gone: Iterable[str],
    how: tuple[sa.Insert, str, sa.Delete],
) -> None:
    add, column, drop = how
    if rows := [{"was": key, "of": of} for key in gone]:
        connection.execute(drop, rows)
    if rows := [{"key": key, column: of} for key in new]:
        connection.execute(add, rows)


def index_complaints(connection: sa.Connection) -> None:
    """Make the names of all complaints findable anew."""
    connection.execute(search_name.delete())
    said = sa.select(complaint.c.id, complaint.c.name).where(complaint.c.name != "")
    for some in connection.execute(said).partitions(AT_ONCE):
        put_complaints(connection, {row.id: row.name for row in some})


def index_persons(connection: sa.Connection) -> None:
    """Make all people findable anew."""
    from desk.storage.beside_tables import TABLES  # the first picture needs none of them

    held = TABLES[Complainant]
    connection.execute(search_person.delete())
    said = sa.select(held.c.id, held.c.name, held.c.phones)
    for some in connection.execute(said).partitions(AT_ONCE):
        for row in some:
            put_person(connection, Complainant(**row._mapping), None)


def sounding(asked: str) -> sa.Select[Any] | None:
    """Select complaints whose names sound as what was typed; None for what is no sound."""
    letters = asked_name(asked).replace(" ", "")
    if not (letters.isascii() and letters.isalpha()):
        return None
    return sa.select(search_name.c.complaint).where(beginning(search_name.c.key, letters))


def beginning(column: sa.Column[str], asked: str) -> sa.ColumnElement[bool]:
    """Say that a key begins as what was asked."""
    start = asked_name(asked)
    return sa.and_(column >= start, column < start + BEYOND)
