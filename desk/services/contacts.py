"""The contact log: words to customers and from them, and the clocks such a word stops."""

import os
from collections.abc import Callable
from datetime import datetime, tzinfo

from desk.domain.answers import Answers, read_answers
from desk.domain.complaint import Complaint
from desk.domain.contact import QUESTIONS, Contact, Tried, heard
from desk.domain.deadline import WorkCalendar, next_word_due
from desk.domain.errors import AnswersMissing, NotFound
from desk.domain.identity import new_id
from desk.domain.op import says_something
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction


class Contacts:
    """The use cases of contacts."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        calendar: Callable[[], WorkCalendar],
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        self._database = database
        self._settings = settings
        self._calendar = calendar
        self._clock = clock
        self._zone = zone

    def add(self, complaint_id: str, answers: Answers) -> Contact:
        """Write a contact down; one that reached the customer gives them their next day.

        Raises AnswersMissing and NotFound.
        """
        author = self._settings.author()
        day = self._clock().astimezone(self._zone).date()
        said, unreadable = read_answers({q.name: q for q in QUESTIONS}, answers, day)
        lacking = tuple(
            q.name for q in QUESTIONS if q.name in unreadable or not says_something(said[q.name])
        )
        if lacking:
            raise AnswersMissing(lacking)
        with self._database.writing(author) as tx:
            if tx.complaints.get(complaint_id) is None:
                raise NotFound(complaint_id)
            return self.keep(
                tx,
                Contact(
                    id=new_id(tx.at, os.urandom(10)),
                    complaint=complaint_id,
                    made_at=tx.at,
                    made_by=author.name,
                    **said,
                ),
            )

    def keep(self, tx: Transaction, contact: Contact) -> Contact:
        """Write a contact down within a transaction that does more."""
        saved = tx.records(Contact).save(contact, root=contact.complaint)
        self.hear(tx, saved)
        return saved

    def hear(self, tx: Transaction, contact: Contact) -> None:
        """Stop and move the clocks of a complaint that a new contact stops and moves."""
        complaint = tx.complaints.get(contact.complaint)
        if complaint is not None:
            tx.complaints.save(heard(complaint, contact, self._next_word(tx.at, complaint)))

    def tried(self, complaint_id: str) -> Tried:
        """Count in vain tries to reach a customer, and on how many days."""
        with self._database.reading() as tx:
            return tx.given.tried(complaint_id, self._zone)

    def _next_word(self, at: datetime, complaint: Complaint) -> datetime | None:
        """Give the moment of the word after this one, for a complaint that has clocks."""
        if complaint.progress_due_at is None or not complaint.is_open:
            return None
        return next_word_due(at, self._calendar(), self._settings.current(), self._zone)
