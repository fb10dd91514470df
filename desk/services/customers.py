"""Customers: their earlier complaints, who they are, and which records are the same person."""

import dataclasses
import os
from collections.abc import Collection

from desk.domain.complainant import Complainant, Detail, Merge, Unmasking
from desk.domain.complaint import Complaint, Known
from desk.domain.earlier import Earlier
from desk.domain.errors import NotFound, Refused
from desk.domain.identity import new_id
from desk.domain.label import N_
from desk.domain.past import Found, Past
from desk.domain.person import Person, edited, usually_taken
from desk.domain.rights import Right
from desk.domain.sentence import sentence
from desk.domain.text import LINE_LIMIT, storable
from desk.services.besides import must
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction

EARLIER = 5
LISTED = 100
"""Complaints of one person that are listed; all of them are counted."""
LOOSE = 50
"""Complaints linked to nobody that are listed beside the people found."""

_NO_CONSENT = N_(
    "The customer did not agree that we keep their details, so no customer record was made of "
    "them. The complaint stands without one."
)
_SAME = N_("These are one customer already.")
_TWO = N_(
    "The two complaints belong to two customers. If they are one person, merge them under "
    "Customers (Ctrl+3)."
)


class CustomersService:
    """Suggests, shows and links; nothing here ever happens by itself."""

    def __init__(self, database: Database, settings: SettingsService, clock: Clock) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock

    def earlier(
        self,
        *,
        phone: str = "",
        name: str = "",
        product: str = "",
        without: str = "",
        limit: int = EARLIER,
    ) -> tuple[Earlier, ...]:
        """Suggest earlier complaints by what is typed so far; empty when too little is."""
        with self._database.reading() as tx:
            return tx.customers.earlier(
                phone=phone, name=name, product=product, without=without, limit=limit
            )

    def find(self, asked: str) -> tuple[Found, ...]:
        """Find people by the end of a number (four digits on), a name, or the sound of one.

        After the people, by name, come the newest complaints that are linked to nobody.
        """
        with self._database.reading() as tx:
            persons, loose = tx.persons.found(asked)
            counts = tx.persons.counts(persons.values())
            lines = tx.complaints.lines(loose[:LOOSE])
            phones = {line.id: tx.complaints.get(line.id) for line in lines}
        named = sorted(persons.values(), key=lambda person: (person.name.casefold(), person.id))
        return (
            *(Found(person=p, phone=_phone(p), count=counts[p.id][0], still_open=counts[p.id][1])
              for p in named),
            *(Found(complaint=line, phone=held.phone if (held := phones[line.id]) else "", count=1,
                    still_open=int(held.is_open) if held else 0) for line in lines),
        )  # fmt: skip

    def person(self, person_id: str) -> Person:
        """Give the person an id stands for, also that of a record merged into another.

        Raises NotFound.
        """
        with self._database.reading() as tx:
            return _person(tx, person_id)

    def past(self, person_id: str) -> Past:
        """Give a person with everything that happened so far. Raises NotFound."""
        with self._database.reading() as tx:
            return _past(tx, person_id)

    def merges(self, person_id: str) -> tuple[tuple[Merge, Person], ...]:
        """Give the merges a person was made by, newest first, each with what was merged into it.

        Raises NotFound.
        """
        with self._database.reading() as tx:
            parts = _joined(_person(tx, person_id))
        return tuple(
            sorted(parts, key=lambda one: (str(one[0].merged_at), one[0].id), reverse=True)
        )

    def link(self, complaint_id: str, person_id: str) -> Past:
        """Say that a complaint is a person's, and tell what happened with them so far.

        Raises NotFound.
        """
        with self._database.writing(self._settings.author()) as tx:
            person = _person(tx, person_id)
            _link(tx, must(tx, complaint_id), person.id)
            return _past(tx, person.id)

    def unlink(self, complaint_id: str) -> None:
        """Say that a complaint is nobody's; the person stays. Raises NotFound."""
        with self._database.writing(self._settings.author()) as tx:
            _link(tx, must(tx, complaint_id), "")

    def same_person(self, complaint_id: str, earlier_id: str) -> Past:
        """Say that two complaints are the same person's, who gets a record if there is none yet.

        Raises NotFound, or Refused when each belongs to somebody already, or when the customer
        did not agree that details are kept.
        """
        with self._database.writing(self._settings.author()) as tx:
            complaint, earlier = must(tx, complaint_id), must(tx, earlier_id)
            held = {c.complainant for c in (complaint, earlier)} - {""}
            persons = {person.id: person for person in tx.persons.of(held).values()}
            if len(persons) > 1:
                raise Refused(sentence(_TWO))
            person_id = next(iter(persons), "") or _new(tx, earlier, complaint).id
            for one in (complaint, earlier):
                if one.complainant not in persons:
                    _link(tx, one, person_id)
            return _past(tx, person_id)

    def begin(self, complaint_id: str) -> Past:
        """Make a record of the person a complaint is from, and link the complaint to it.

        Raises NotFound, and Refused when the customer did not agree that details are kept.
        """
        with self._database.writing(self._settings.author()) as tx:
            complaint = must(tx, complaint_id)
            person = _new(tx, complaint)
            _link(tx, complaint, person.id)
            return _past(tx, person.id)

    def change(self, person_id: str, **details: str | Collection[str]) -> Person:
        """Change what is stored of a person; names as in `Detail`. Raises NotFound."""
        wanted = {Detail(name): _said(value) for name, value in details.items()}
        with self._database.writing(self._settings.author()) as tx:
            records, merges = edited(_person(tx, person_id), wanted)
            for record in records:
                tx.records(Complainant).save(record, root=record.id)
            for merge in merges:
                tx.records(Merge).save(merge, root=merge.id)
            return _person(tx, person_id)

    def merge(self, kept_id: str, merged_id: str, taken: Collection[Detail] | None = None) -> Merge:
        """Say that two people are one, and which details are shown of the second one.

        Without `taken` all phones are shown, and of the rest what the first one lacks. Neither
        record is changed. Raises NotFound, or Refused when they are one already.
        """
        with self._database.writing(self._settings.author(Right.MERGE_CUSTOMERS)) as tx:
            kept, merged = _person(tx, kept_id), _person(tx, merged_id)
            if kept.id == merged.id:
                raise Refused(sentence(_SAME))
            chosen = usually_taken(kept, merged) if taken is None else taken
            merge = Merge(
                id=new_id(tx.at, os.urandom(10)),
                kept=kept.id,
                merged=merged.id,
                taken=tuple(detail for detail in Detail if detail in chosen),
                merged_at=tx.at,
                merged_by=tx.author.name,
            )
            return tx.records(Merge).save(merge, root=merge.id)

    def unmerge(self, merge_id: str) -> None:
        """Take a merge back, at any later time: what was changed since stays. Raises NotFound."""
        self._set_undone(merge_id, undone=True)

    def merge_again(self, merge_id: str) -> None:
        """Let a merge that was taken back hold again. Raises NotFound."""
        self._set_undone(merge_id, undone=False)

    def unmask(self, person_id: str) -> Person:
        """Give a person to be shown in full, and write down who looked. Raises NotFound."""
        with self._database.writing(self._settings.author(Right.READ_ALL)) as tx:
            person = _person(tx, person_id)
            look = Unmasking(
                id=new_id(tx.at, os.urandom(10)),
                person=person.id,
                shown_at=tx.at,
                shown_by=tx.author.name,
            )
            tx.records(Unmasking).save(look, root=look.id)
            return person

    def _set_undone(self, merge_id: str, *, undone: bool) -> None:
        with self._database.writing(self._settings.author(Right.MERGE_CUSTOMERS)) as tx:
            merge = tx.records(Merge).get(merge_id)
            if merge is None:
                raise NotFound(merge_id)
            tx.records(Merge).save(dataclasses.replace(merge, undone=undone), root=merge.id)


def _person(tx: Transaction, person_id: str) -> Person:
    person = tx.persons.of((person_id,)).get(person_id)
    if person is None:
        raise NotFound(person_id)
    return person


def _past(tx: Transaction, person_id: str) -> Past:
    person = _person(tx, person_id)
    return tx.persons.past(person, tuple(tx.complaints.of_people(person.ids, LISTED)))


def _joined(person: Person) -> tuple[tuple[Merge, Person], ...]:
    return tuple(one for pair in person.joined for one in (pair, *_joined(pair[1])))


def _link(tx: Transaction, complaint: Complaint, person_id: str) -> None:
    tx.complaints.save(dataclasses.replace(complaint, complainant=person_id))


def _new(tx: Transaction, *complaints: Complaint) -> Complainant:
    """Make a record from what complaints say, the first one first. Raises Refused."""
    if any(complaint.consent is Known.NO for complaint in complaints):
        raise Refused(sentence(_NO_CONSENT))

    def said(name: str) -> str:
        return next(filter(None, (str(getattr(c, name)) for c in complaints)), "")

    person = Complainant(
        id=new_id(tx.at, os.urandom(10)),
        phones=tuple(dict.fromkeys(c.phone for c in complaints if c.phone)),
        name=said("name"),
        email=said("email"),
        address=said("address"),
        language=said("language"),
        tier=said("tier"),
    )
    return tx.records(Complainant).save(person, root=person.id)


def _phone(person: Person) -> str:
    return person.phones[0] if person.phones else ""


def _said(value: str | Collection[str]) -> str | tuple[str, ...]:
    """Make what was typed storable; a list of phones without blanks and doubles."""
    if isinstance(value, str):
        return storable(value[:LINE_LIMIT]).strip()
    lines = (storable(one[:LINE_LIMIT]).strip() for one in value)
    return tuple(dict.fromkeys(filter(None, lines)))
