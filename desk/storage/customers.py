"""Customers: the complaints that may be somebody's, and who is found by name or number."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from desk.domain.earlier import Alike, Earlier
from desk.domain.text import digits, first_sentence
from desk.storage.name_index import BEYOND, beginning
from desk.storage.name_tables import search_name
from desk.storage.names import asked_name
from desk.storage.search import LONGEST_TAIL
from desk.storage.tables import complaint, search_tail

SHORTEST_PHONE = 4
WHOLE_PHONE = 7
"""From so many digits on a stored number may also be the end of what was typed (+86 138...)."""
SHORTEST_NAME = 2
SHORTEST_PRODUCT = 2
LOOKED_AT = 200
"""How many that may be alike are read for each thing asked; the newest of them are shown."""
SUMMARY = 160

_SHOWN = tuple(
    complaint.c[name]
    for name in (
        "id", "reference", "category", "summary", "arrived_at", "stage", "complainant",
        "phone", "name", "product",
    )
)  # fmt: skip
_STORY = sa.func.substr(complaint.c.story, 1, 4 * SUMMARY).label("story")


class Customers:
    """What is asked about people across all complaints."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def earlier(
        self, *, phone: str = "", name: str = "", product: str = "", without: str = "", limit: int
    ) -> tuple[Earlier, ...]:
        """Find complaints that may be by the same person or about the same thing.

        By the end of a phone number from four digits on, by how a name or a product begins; most
        alike first, then the newest. `without` is the complaint in hand.
        """
        found: dict[str, Earlier] = {}
        for alike, query in self._alike(phone, name, product):
            for row in self._connection.execute(query):
                if row.id == without or not _is_alike(alike, row, phone, name):
                    continue
                why = found[row.id].why if row.id in found else ()
                if alike not in why:
                    found[row.id] = _earlier(row, (*why, alike))
        # Of sorts that keep the order of equals the last is the first to be looked at.
        newest = sorted(found.values(), key=lambda one: one.arrived_at, reverse=True)
        return tuple(sorted(newest, key=lambda one: _rank(one.why))[:limit])

    def _alike(self, phone: str, name: str, product: str) -> Iterator[tuple[Alike, sa.Select[Any]]]:
        """Give what is to be read; each walks one index, so that none sorts thousands."""
        number = digits(phone)[-LONGEST_TAIL:][::-1]
        if len(number) >= SHORTEST_PHONE:
            tail, of = search_tail.c.tail, search_tail.c.complaint
            yield Alike.PHONE, _read(sa.select(of).where(tail == number).order_by(of.desc()))
            longer = sa.and_(tail > number, tail < number + ":")
            yield Alike.PHONE, _read(sa.select(of).where(longer).order_by(tail.desc(), of.desc()))
            ends = [number[:n] for n in range(WHOLE_PHONE, len(number))]
            yield Alike.PHONE, _read(sa.select(of).where(tail.in_(ends)))
        asked = asked_name(name)
        if len(asked) >= SHORTEST_NAME:
            key, of = search_name.c.key, search_name.c.complaint
            yield Alike.NAME, _read(sa.select(of).where(key == asked).order_by(of.desc()))
            yield Alike.NAME, _read(sa.select(of).where(beginning(key, asked)).order_by(key))
        said = product.strip()
        if len(said) >= SHORTEST_PRODUCT:
            of, on, at = complaint.c.id, complaint.c.product, complaint.c.arrived_at
            yield Alike.PRODUCT, _read(sa.select(of).where(on == said).order_by(at.desc()))
            longer = sa.and_(on > said, on < said + BEYOND)
            yield Alike.PRODUCT, _read(sa.select(of).where(longer).order_by(on.desc(), at.desc()))


def _read(ids: sa.Select[Any]) -> sa.Select[Any]:
    return sa.select(*_SHOWN, _STORY).where(complaint.c.id.in_(ids.limit(LOOKED_AT)))


def _is_alike(alike: Alike, row: sa.Row[Any], phone: str, name: str) -> bool:
    """Tell whether what the index gave is so: a tail may also be a reference's."""
    if alike is Alike.PHONE:
        asked, held = digits(phone)[-LONGEST_TAIL:], digits(row.phone)[-LONGEST_TAIL:]
        return held.endswith(asked) or (len(held) >= WHOLE_PHONE and asked.endswith(held))
    if alike is Alike.NAME:
        return asked_name(row.name).startswith(asked_name(name))
    return True


def _rank(why: tuple[Alike, ...]) -> int:
    """Order by the surest thing alike, and before that how many things are."""
    return min(map(list(Alike).index, why)) * 3 - len(why)


def _earlier(row: sa.Row[Any], why: tuple[Alike, ...]) -> Earlier:
    return Earlier(
        id=row.id,
        reference=row.reference,
        category=row.category,
        summary=row.summary or first_sentence(row.story, SUMMARY),
        arrived_at=row.arrived_at,
        stage=row.stage,
        complainant=row.complainant,
        why=why,
    )
