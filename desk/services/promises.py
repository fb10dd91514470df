"""Promises: keeping one, moving it to another day, breaking it with a word, and what is open."""

import dataclasses
import os
from collections.abc import Mapping
from datetime import date, tzinfo
from typing import Any

from desk.domain.answers import Answers, read_answers
from desk.domain.complaint import Complaint
from desk.domain.contact import Contact, Direction
from desk.domain.errors import AnswersMissing, NotFound, Refused
from desk.domain.follow_up import FollowUp
from desk.domain.identity import new_id
from desk.domain.label import N_
from desk.domain.op import says_something
from desk.domain.promise import (
    BREAK,
    KEEP,
    MOVE,
    QUESTIONS,
    Promise,
    PromiseState,
    how_kept,
)
from desk.domain.promising import CHAINS, after_end, chain_id, chained
from desk.domain.questions import Question
from desk.domain.sentence import sentence
from desk.services.contacts import Contacts
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction


class NotOpen(Refused):
    """A promise that was ended is ended."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                N_(
                    "Nothing was changed: this promise was ended before. Give a new one with "
                    "Ctrl+T if there is more to do."
                )
            )
        )


class SameDay(Refused):
    """A promise is moved to another day, or not at all."""

    def __init__(self) -> None:
        super().__init__(
            sentence(
                N_("Nothing was moved: the promise is for this day already. Write another day.")
            )
        )


class Promises:
    """The use cases of promises. Each ends one record, and says so in the complaint's answers."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        contacts: Contacts,
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        self._database = database
        self._settings = settings
        self._contacts = contacts
        self._clock = clock
        self._zone = zone

    def today(self) -> date:
        """Give the branch's day."""
        return self._clock().astimezone(self._zone).date()

    def of(self, complaint_id: str) -> list[Promise]:
        """Read a complaint's promises, the open ones first, soonest first."""
        with self._database.reading() as tx:
            promises = tx.records(Promise).of(complaint_id)
        return sorted(promises, key=lambda p: (not p.is_open, p.due_on or date.max, p.id))

    def follow_ups(self) -> list[FollowUp]:
        """Read everything somebody waits for: promises, tasks and items kept, soonest first."""
        with self._database.reading() as tx:
            return tx.given.follow_ups()

    def give(self, complaint_id: str, answers: Answers) -> Promise:
        """Write a promise down. Raises AnswersMissing and NotFound."""
        author = self._settings.author()
        said = self._said(QUESTIONS, answers)
        with self._database.writing(author) as tx:
            _complaint(tx, complaint_id)
            promise = Promise(
                id=new_id(tx.at, os.urandom(10)),
                complaint=complaint_id,
                made_on=self.today(),
                **said,
            )
            return tx.records(Promise).save(promise, root=complaint_id)

    def keep(self, promise_id: str, answers: Answers | None = None) -> Promise:
        """Write down that it was done today: kept on its day, or late. Raises NotOpen, NotFound."""
        author = self._settings.author()
        said = self._said(KEEP, answers or {})
        with self._database.writing(author) as tx:
            promise = _open(tx, promise_id)
            today = self.today()
            return self._end(
                tx, dataclasses.replace(
                    promise, state=how_kept(promise, today), ended_on=today, **said
                )
            )  # fmt: skip

    def move(self, promise_id: str, answers: Answers) -> Promise:
        """Give it another day, with the reason; give the new promise.

        The old one counts as broken for its first day. Raises AnswersMissing, SameDay, NotOpen
        and NotFound.
        """
        author = self._settings.author()
        said = self._said(MOVE, answers)
        with self._database.writing(author) as tx:
            promise = _open(tx, promise_id)
            if said["due_on"] == promise.due_on:
                raise SameDay
            today = self.today()
            moved = dataclasses.replace(
                promise, state=PromiseState.MOVED, ended_on=today, reason=said["reason"]
            )
            self._end(tx, moved, moved_to=said["due_on"])
            again = dataclasses.replace(
                promise,
                id=_next_id(tx, promise),
                due_on=said["due_on"],
                made_on=today,
                heads=(),
            )
            return tx.records(Promise).save(again, root=promise.complaint)

    def break_off(self, promise_id: str, answers: Answers) -> Promise:
        """Write down that it cannot be kept, why, and by which call or letter they were told.

        Raises AnswersMissing without the reason or the word that reached them (features.md D7),
        NotOpen and NotFound.
        """
        author = self._settings.author()
        said = self._said(BREAK, answers)
        with self._database.writing(author) as tx:
            promise = _open(tx, promise_id)
            contact = Contact(
                id=new_id(tx.at, os.urandom(10)),
                complaint=promise.complaint,
                direction=Direction.OUT,
                way=said["way"],
                reached=said["reached"],
                words=said["reason"],
                made_at=tx.at,
                made_by=author.name,
            )
            self._contacts.keep(tx, contact)
            broken = dataclasses.replace(
                promise,
                state=PromiseState.BROKEN,
                ended_on=self.today(),
                reason=said["reason"],
            )
            return self._end(tx, broken)

    def _end(self, tx: Transaction, ended: Promise, moved_to: date | None = None) -> Promise:
        saved = tx.records(Promise).save(ended, root=ended.complaint)
        complaint = _complaint(tx, ended.complaint)
        tx.complaints.save(after_end(complaint, saved, moved_to))
        return saved

    def _said(self, questions: tuple[Question, ...], answers: Answers) -> Mapping[str, Any]:
        read, unreadable = read_answers({q.name: q for q in questions}, answers, self.today())
        lacking = tuple(
            q.name
            for q in questions
            if q.name in unreadable
            or read.get(q.name) in q.without
            or (not q.optional and not says_something(read.get(q.name)))
        )
        if lacking:
            raise AnswersMissing(lacking)
        return read


def _open(tx: Transaction, promise_id: str) -> Promise:
    promise = tx.records(Promise).get(promise_id)
    if promise is None:
        raise NotFound(promise_id)
    if not promise.is_open:
        raise NotOpen
    return promise


def _complaint(tx: Transaction, complaint_id: str) -> Complaint:
    complaint = tx.complaints.get(complaint_id)
    if complaint is None:
        raise NotFound(complaint_id)
    return complaint


def _next_id(tx: Transaction, promise: Promise) -> str:
    """Name what takes a promise's place; of one the guide gave, the next in its chain."""
    by_id = {one.id: one for one in tx.records(Promise).of(promise.complaint)}
    for chain in CHAINS:
        links = chained(promise.complaint, chain, by_id)
        if links and links[-1].id == promise.id:
            return chain_id(promise.complaint, chain, len(links) + 1)
    return new_id(tx.at, os.urandom(10))
