"""Handing open complaints over: to a colleague, or from somebody who has left."""

import dataclasses

from desk.domain.complaint import Complaint
from desk.domain.errors import AlreadyClosed, NotFound
from desk.domain.rights import Right, may, may_handle
from desk.domain.staff import Staff
from desk.domain.staff_errors import MayNotTakeOver
from desk.services.settings import SettingsService
from desk.storage.author import Author
from desk.storage.database import Database
from desk.storage.transaction import Transaction


class Handover:
    """One complaint or all of a person's; each is one op, which its timeline tells."""

    def __init__(self, database: Database, settings: SettingsService) -> None:
        self._database = database
        self._settings = settings

    def open_of(self, staff_id: str) -> list[Complaint]:
        """List the open complaints somebody handles, oldest first; also of who has left."""
        with self._database.reading() as tx:
            return tx.complaints.open_of(self._name(staff_id))

    def takers(self, complaint: Complaint) -> tuple[Staff, ...]:
        """Give whom a complaint may be handed to, in the order of their names."""
        people = self._settings.gate.people().values()
        return tuple(
            sorted(
                (person for person in people if _may_take(person, complaint)),
                key=lambda person: person.name.casefold(),
            )
        )

    def hand_over(self, complaint_id: str, staff_id: str) -> Complaint:
        """Give a complaint to somebody; its own handler may, and who has the right for others'.

        Raises NotFound, AlreadyClosed, MayNotTakeOver, NotSignedIn and NoRight.
        """
        author = self._settings.author()
        # Not as this person: whom a complaint is about must be able to hand it over.
        with self._database.writing(Author(author.name, author.branch)) as tx:
            stored = tx.complaints.get(complaint_id)
            if stored is None:
                raise NotFound(complaint_id)
            if stored.handler != author.name:
                self._settings.must(Right.HAND_OVER)
            return self._give(tx, stored, staff_id)

    def hand_over_all(self, from_id: str, staff_id: str) -> list[Complaint]:
        """Give all of a person's open complaints to somebody, or none. Raises as `hand_over`."""
        author = self._settings.author(Right.HAND_OVER)
        with self._database.writing(Author(author.name, author.branch)) as tx:
            of = tx.complaints.open_of(self._name(from_id))
            return [self._give(tx, stored, staff_id) for stored in of]

    def _give(self, tx: Transaction, stored: Complaint, staff_id: str) -> Complaint:
        taker = self._settings.gate.people().get(staff_id)
        if taker is None or not _may_take(taker, stored):
            raise MayNotTakeOver(taker.name if taker else "")
        if not stored.is_open:
            raise AlreadyClosed(stored.reference)
        return tx.complaints.save(dataclasses.replace(stored, handler=taker.name))

    def _name(self, staff_id: str) -> str:
        person = self._settings.gate.people().get(staff_id)
        return person.name if person else ""


def _may_take(person: Staff, complaint: Complaint) -> bool:
    return (
        person.can_sign_in
        and may(person.role, Right.HANDLE)
        and may_handle(person.id, complaint)
        and person.name != complaint.handler
    )
