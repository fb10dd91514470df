"""Persons: their records, who was merged with whom, how they are found, what came of them."""

from collections.abc import Collection, Iterable
from typing import Any

import sqlalchemy as sa

from desk.domain.complainant import Complainant, Merge
from desk.domain.complaint_list import ComplaintSummary
from desk.domain.past import Past, Product
from desk.domain.person import Person, people
from desk.domain.promise import Promise, PromiseState
from desk.domain.text import digits
from desk.storage import name_index
from desk.storage.beside_tables import TABLES
from desk.storage.customers import SHORTEST_PHONE
from desk.storage.name_index import beginning
from desk.storage.name_tables import search_name, search_person
from desk.storage.names import asked_name
from desk.storage.repository import Repository
from desk.storage.search import LONGEST_TAIL
from desk.storage.tables import complaint, search_tail

LOOKED_AT = 200
AGAIN = 2
_merge = TABLES[Merge]
_complainant = TABLES[Complainant]
_promise = TABLES[Promise]
_LINKED = complaint.c.complainant != ""  # so that the index of linked ones alone is used


class Complainants(Repository[Complainant]):
    """The records of people, each its own root, findable by name and number."""

    def save(self, record: Complainant, *, root: str = "") -> Complainant:
        """Save a person and make them findable."""
        before = self.get(record.id)
        saved = super().save(record, root=root or record.id)
        if saved is not record:
            name_index.put_person(self._connection, saved, before)
        return saved


class Persons:
    """What is asked about people."""

    def __init__(
        self,
        connection: sa.Connection,
        complainants: Repository[Complainant],
        merges: Repository[Merge],
    ) -> None:
        self._connection = connection
        self._complainants = complainants
        self._merges = merges

    def of(self, ids: Iterable[str]) -> dict[str, Person]:
        """Give the person each id stands for; ids nobody has are left out."""
        asked = frozenset(ids)
        merges: dict[str, Merge] = {}
        known: set[str] = set()
        fresh = set(asked)
        while fresh:
            known |= fresh
            found = self._merges.where(
                _merge.c.undone.is_(sa.false()),
                sa.or_(_merge.c.kept.in_(fresh), _merge.c.merged.in_(fresh)),
            )
            merges |= {merge.id: merge for merge in found}
            fresh = {of for merge in found for of in (merge.kept, merge.merged)} - known
        records = self._complainants.where(_complainant.c.id.in_(known)) if known else []
        everybody = people(records, merges.values())
        return {of: everybody[of] for of in asked if of in everybody}

    def found(self, asked: str) -> tuple[dict[str, Person], tuple[str, ...]]:
        """Find people by the end of a number or a name, and complaints linked to nobody.

        Gives the people by the id they go by, and the ids of the complaints.
        """
        by_number = _number(asked)
        people_keys = (
            _ending(search_person.c.key, by_number)
            if by_number
            else beginning(search_person.c.key, asked)
        )
        if not by_number and not asked_name(asked):
            return {}, ()
        named = sa.select(search_person.c.complainant).where(people_keys).limit(LOOKED_AT)
        ids = set(self._connection.execute(named).scalars())
        said = (
            sa.select(search_tail.c.complaint).where(_ending(search_tail.c.tail, by_number))
            if by_number
            else sa.select(search_name.c.complaint).where(beginning(search_name.c.key, asked))
        )
        rows = self._connection.execute(
            sa.select(complaint.c.id, complaint.c.complainant, complaint.c.phone)
            .where(complaint.c.id.in_(said.limit(LOOKED_AT)))
            .order_by(complaint.c.arrived_at.desc())
        ).all()
        # The end of a reference is no phone.
        rows = [r for r in rows if not by_number or digits(r.phone)[::-1].startswith(by_number)]
        ids |= {row.complainant for row in rows if row.complainant}
        found = {person.id: person for person in self.of(ids).values()}
        return found, tuple(row.id for row in rows if not row.complainant)

    def counts(self, persons: Iterable[Person]) -> dict[str, tuple[int, int]]:
        """Count each person's complaints, and the open ones of them, by the id they go by."""
        stands_for = {of: person.id for person in persons for of in person.ids}
        counted = (
            sa.select(
                complaint.c.complainant,
                sa.func.count().label("all"),
                sa.func.sum(sa.case((complaint.c.closed_at.is_(None), 1), else_=0)).label("open"),
            )
            .where(_LINKED, complaint.c.complainant.in_(stands_for))
            .group_by(complaint.c.complainant)
        )
        sums = dict.fromkeys(stands_for.values(), (0, 0))
        for row in self._connection.execute(counted):
            was = sums[stands_for[row.complainant]]
            sums[stands_for[row.complainant]] = (was[0] + row.all, was[1] + row.open)
        return sums

    def past(self, person: Person, lines: tuple[ComplaintSummary, ...]) -> Past:
        """Sum up what happened with a person; `lines` are their newest complaints."""
        theirs = sa.and_(_LINKED, complaint.c.complainant.in_(person.ids))
        count, still_open = self.counts((person,))[person.id]
        outcome = self._connection.execute(
            sa.select(complaint.c.outcome)
            .where(theirs, complaint.c.closed_at.is_not(None))
            .order_by(complaint.c.closed_at.desc())
            .limit(1)
        ).scalar()
        of = sa.select(complaint.c.id).where(theirs)
        states: dict[PromiseState, int] = {
            row.state: row.n
            for row in self._connection.execute(
                sa.select(_promise.c.state, sa.func.count().label("n"))
                .where(_promise.c.complaint.in_(of))
                .group_by(_promise.c.state)
            )
        }
        again = self._connection.execute(
            sa.select(complaint.c.product, sa.func.count().label("n"))
            .where(theirs, complaint.c.product != "")
            .group_by(complaint.c.product)
            .having(sa.func.count() >= AGAIN)
            .order_by(sa.func.count().desc(), complaint.c.product)
        )
        return Past(
            person=person,
            count=count,
            still_open=still_open,
            last_outcome=outcome,
            kept=states.get(PromiseState.KEPT, 0),
            late=states.get(PromiseState.LATE, 0),
            broken=states.get(PromiseState.BROKEN, 0) + states.get(PromiseState.MOVED, 0),
            waiting=states.get(PromiseState.OPEN, 0),
            again=tuple(Product(row.product, row.n) for row in again),
            complaints=lines,
        )

    def merges_of(self, ids: Collection[str]) -> list[Merge]:
        """Read every merge that names one of some records, also those taken back."""
        return self._merges.where(sa.or_(_merge.c.kept.in_(ids), _merge.c.merged.in_(ids)))


def _number(asked: str) -> str:
    """Give the digits asked for, last first; nothing when letters or too few digits were."""
    number = digits(asked)[-LONGEST_TAIL:][::-1]
    is_number = len(number) >= SHORTEST_PHONE and not any(map(str.isalpha, asked))
    return number if is_number else ""


def _ending(column: sa.Column[Any], number: str) -> sa.ColumnElement[bool]:
    return sa.and_(column >= number, column < number + ":")
