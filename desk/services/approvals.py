"""A supervisor's word on an offer over the limit, given with their PIN on the same screen."""

import dataclasses
import os
from datetime import tzinfo

from desk.domain.complaint import Complaint
from desk.domain.errors import NotFound
from desk.domain.identity import new_id
from desk.domain.limits import CannotGrant, is_covered, limits_of
from desk.domain.offer import Approval
from desk.domain.rights import Right, may_handle
from desk.domain.staff import Staff
from desk.domain.text import storable
from desk.services.agreement import month_of
from desk.services.settings import SettingsService
from desk.services.staff import People
from desk.storage.database import Database
from desk.storage.transaction import Transaction


class Approvals:
    """The use cases of approving; what was refused is kept as what was granted."""

    def __init__(
        self, database: Database, settings: SettingsService, people: People, zone: tzinfo
    ) -> None:
        self._database = database
        self._settings = settings
        self._people = people
        self._zone = zone

    def of(self, complaint_id: str) -> list[Approval]:
        """Read a complaint's approvals, oldest first."""
        with self._database.reading() as tx:
            return tx.records(Approval).of(complaint_id)

    def who_may(self) -> tuple[Staff, ...]:
        """Give who can be asked here: everybody with the right but who is signed in."""
        me = self._settings.gate.person
        able = self._people.who_may(Right.APPROVE_OVER_LIMIT)
        return tuple(person for person in able if me is None or person.id != me.id)

    def ask(self, complaint_id: str, amount: int, offered: str) -> Approval:
        """Write down that an offer waits for a supervisor; `amount` in minor units.

        Raises NotFound.
        """
        author = self._settings.author()
        with self._database.writing(author) as tx:
            _must(tx, complaint_id)
            asked = Approval(
                id=new_id(tx.at, os.urandom(10)),
                complaint=complaint_id,
                amount=amount,
                offered=storable(offered),
                asked_by=author.name,
            )
            return tx.records(Approval).save(asked, root=complaint_id)

    def decide(
        self, approval_id: str, staff_id: str, pin: str, *, granted: bool, reason: str = ""
    ) -> Approval:
        """Have a supervisor grant or refuse by their own PIN; who is signed in stays.

        Raises WrongPin and its kin, NoRight, NotFound, and CannotGrant for who made the offer,
        for whom the complaint is about, and for an amount over their own limits.
        """
        author = self._settings.author()
        person = self._people.confirm(staff_id, pin, Right.APPROVE_OVER_LIMIT)
        with self._database.writing(author) as tx:
            approval = tx.records(Approval).get(approval_id)
            if approval is None:
                raise NotFound(approval_id)
            complaint = _must(tx, approval.complaint)
            self._must_be_able(tx, person, complaint, approval, granted=granted)
            decided = dataclasses.replace(
                approval,
                decided_by=person.name,
                staff=person.id,
                granted=granted,
                reason=storable(reason),
                decided_at=tx.at,
            )
            return tx.records(Approval).save(decided, root=approval.complaint)

    def decide_here(
        self,
        complaint_id: str,
        amount: int,
        offered: str,
        *,
        staff_id: str,
        pin: str,
        granted: bool,
        reason: str = "",
    ) -> Approval:
        """Ask and have it decided at once, on the same screen.

        An open request for the same amount is decided; else one is written down. After a wrong
        PIN it stays open. Raises as `ask` and `decide` do.
        """
        waiting = (a for a in self.of(complaint_id) if a.decided_at is None and a.amount == amount)
        asked = next(waiting, None) or self.ask(complaint_id, amount, offered)
        return self.decide(asked.id, staff_id, pin, granted=granted, reason=reason)

    def is_covered(self, complaint_id: str, amount: int) -> bool:
        """Tell whether a supervisor has granted this much for a complaint."""
        return is_covered(amount, self.of(complaint_id))

    def _must_be_able(
        self,
        tx: Transaction,
        person: Staff,
        complaint: Complaint,
        approval: Approval,
        *,
        granted: bool,
    ) -> None:
        me = self._settings.gate.person
        is_own = me is not None and me.id == person.id
        if is_own or not may_handle(person.id, complaint):
            raise CannotGrant(person.name)
        limits = limits_of(person, self._settings.current())
        if limits is None or not granted:
            return
        start, end = month_of(tx.at, self._zone)
        spent = tx.given.in_span(person.id, start, end, without=complaint.id)
        spent += tx.given.granted_in_span(person.id, start, end, without=complaint.id)
        if limits.is_over(approval.amount or 0, spent):
            raise CannotGrant(person.name)


def _must(tx: Transaction, complaint_id: str) -> Complaint:
    complaint = tx.complaints.get(complaint_id)
    if complaint is None:
        raise NotFound(complaint_id)
    return complaint
