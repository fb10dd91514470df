"""What staff do on a side path: lines of a card done one by one, words kept as they were said."""

import dataclasses
import os
from datetime import date, tzinfo

from desk.domain.answers import Answers
from desk.domain.complaint import Complaint
from desk.domain.errors import AlreadyClosed
from desk.domain.identity import derived_id, new_id
from desk.domain.linked import Link, Why
from desk.domain.promise import Promise, PromiseKind
from desk.domain.referral import NEXT_LOOK, QUESTIONS, Referral
from desk.domain.side_path import TOLD_SUPERVISOR, Path, SidePath
from desk.domain.text import storable
from desk.i18n import _
from desk.services.besides import must, said
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction


class SidePaths:
    """The side paths of complaints: opened by what staff do on them, never closed by anybody."""

    def __init__(
        self, database: Database, settings: SettingsService, clock: Clock, zone: tzinfo
    ) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._zone = zone

    def today(self) -> date:
        """Give the branch's day."""
        return self._clock().astimezone(self._zone).date()

    def of(self, complaint_id: str) -> list[SidePath]:
        """Read the side paths a complaint went along, oldest first."""
        with self._database.reading() as tx:
            return tx.records(SidePath).of(complaint_id)

    def on(self, complaint_id: str, path: Path) -> SidePath | None:
        """Read one side path of a complaint, None when it was not opened."""
        with self._database.reading() as tx:
            return tx.records(SidePath).get(_name(complaint_id, path))

    def tick(self, complaint_id: str, path: Path, line: str, done: bool) -> SidePath:
        """Take a line of a card as done, or not.

        The line that tells the supervisor writes when that was into the complaint. Raises
        NotFound and AlreadyClosed.
        """
        with self._database.writing(self._settings.author()) as tx:
            complaint = _open(tx, complaint_id)
            opened = _opened(tx, complaint_id, path)
            lines = tuple(kept for kept in opened.lines if kept != line) + ((line,) if done else ())
            if path is Path.SAFETY and line == TOLD_SUPERVISOR:
                told = (complaint.supervisor_told_at or tx.at) if done else None
                tx.complaints.save(dataclasses.replace(complaint, supervisor_told_at=told))
            changed = dataclasses.replace(opened, lines=lines)
            return tx.records(SidePath).save(changed, root=complaint_id)

    def write(self, complaint_id: str, path: Path, words: str, person: str = "") -> SidePath:
        """Keep what was said, word for word, and whom it was passed to. Raises as `tick`."""
        with self._database.writing(self._settings.author()) as tx:
            _open(tx, complaint_id)
            opened = _opened(tx, complaint_id, path)
            changed = dataclasses.replace(opened, words=storable(words), person=storable(person))
            return tx.records(SidePath).save(changed, root=complaint_id)

    def refer(self, complaint_id: str, answers: Answers) -> Referral:
        """Take a complaint somewhere else because the customer does not accept; it stays open.

        The day on which we look at it again becomes a promise, so that it stands on Today and in
        the follow-ups. Raises AnswersMissing and as `tick`.
        """
        told = said((*QUESTIONS, NEXT_LOOK), answers, self.today())
        look_on = told.pop(NEXT_LOOK.name)
        with self._database.writing(self._settings.author()) as tx:
            _open(tx, complaint_id)
            referral = Referral(
                id=new_id(tx.at, os.urandom(10)),
                complaint=complaint_id,
                referred_at=tx.at,
                referred_by=tx.author.name,
                **told,
            )
            self._promise(tx, complaint_id, _("Look at it again: not accepted"), look_on)
            opened = _opened(tx, complaint_id, Path.DOES_NOT_ACCEPT)
            tx.records(SidePath).save(opened, root=complaint_id)
            return tx.records(Referral).save(referral, root=complaint_id)

    def leave(self, complaint_id: str, words: str, call_on: date | None) -> SidePath:
        """Keep why the customer left and, where a day is given, that we call them then.

        Raises as `tick`.
        """
        with self._database.writing(self._settings.author()) as tx:
            _open(tx, complaint_id)
            if call_on is not None:
                what = _("Call them: they left before we were done")
                self._promise(tx, complaint_id, what, call_on, PromiseKind.CALL)
            opened = _opened(tx, complaint_id, Path.LEFT)
            changed = dataclasses.replace(opened, words=storable(words))
            return tx.records(SidePath).save(changed, root=complaint_id)

    def _promise(
        self,
        tx: Transaction,
        complaint_id: str,
        what: str,
        due_on: date,
        kind: PromiseKind = PromiseKind.OTHER,
    ) -> None:
        promise = Promise(
            id=new_id(tx.at, os.urandom(10)),
            complaint=complaint_id,
            kind=kind,
            what=what,
            by=tx.author.name,
            due_on=due_on,
            made_on=self.today(),
        )
        tx.records(Promise).save(promise, root=complaint_id)

    def link(self, complaint_id: str, other_id: str, why: Why, on: bool) -> Link:
        """Link a complaint to an earlier one, or take the link back. Raises NotFound."""
        with self._database.writing(self._settings.author()) as tx:
            must(tx, complaint_id)
            must(tx, other_id)
            name = derived_id(complaint_id, other_id, why.value)
            new = Link(id=name, complaint=complaint_id, other=other_id, why=why)
            kept = tx.records(Link).get(name) or new
            return tx.records(Link).save(dataclasses.replace(kept, on=on), root=complaint_id)

    def links(self, complaint_id: str) -> list[Link]:
        """Read the links in force of a complaint to earlier ones."""
        with self._database.reading() as tx:
            return [link for link in tx.records(Link).of(complaint_id) if link.on]


def _name(complaint_id: str, path: Path) -> str:
    return derived_id(complaint_id, f"path {path.value}")


def _open(tx: Transaction, complaint_id: str) -> Complaint:
    complaint = must(tx, complaint_id)
    if not complaint.is_open:
        raise AlreadyClosed(complaint.reference)
    return complaint


def _opened(tx: Transaction, complaint_id: str, path: Path) -> SidePath:
    name = _name(complaint_id, path)
    return tx.records(SidePath).get(name) or SidePath(
        id=name,
        complaint=complaint_id,
        path=path,
        opened_at=tx.at,
        opened_by=tx.author.name,
    )
