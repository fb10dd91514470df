"""What staff write down beside a complaint: contacts, facts, tasks, items, and the rest."""

import dataclasses
import os
from datetime import date, datetime, tzinfo
from typing import Any, TypeVar

from desk.domain.answers import Answers, as_raw, read_answers
from desk.domain.besides import BY_KIND
from desk.domain.complaint import Complaint
from desk.domain.contact import Contact
from desk.domain.errors import AnswersMissing, NotFound
from desk.domain.identity import new_id
from desk.domain.op import says_something
from desk.domain.questions import Question
from desk.services.contacts import Contacts
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.repository import Record
from desk.storage.transaction import Transaction

R = TypeVar("R", bound=Record)


class Besides:
    """Adds and reads records of the kinds that `domain/besides.py` names."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        clock: Clock,
        zone: tzinfo,
        *,
        contacts: Contacts,
    ) -> None:
        self._contacts = contacts
        self._database = database
        self._settings = settings
        self._clock = clock
        self._zone = zone

    def of(self, kind: type[R], complaint_id: str) -> list[R]:
        """Read a complaint's records of one kind, oldest first."""
        with self._database.reading() as tx:
            return tx.records(kind).of(complaint_id)

    def add(
        self, kind: type[R], complaint_id: str, answers: Answers, **known: Any  # noqa: ANN401 - any field
    ) -> R:  # fmt: skip
        """Write a new record from what was answered; `known` is what desk knows by itself.

        Raises AnswersMissing, NotFound for a complaint nothing was saved of, and what writing
        raises.
        """
        author = self._settings.author()
        said = self._said(BY_KIND[kind].questions, answers)
        with self._database.writing(author) as tx:
            must(tx, complaint_id)
            make: Any = kind  # every kind has these two, which no type can say of all
            record: R = make(
                id=new_id(tx.at, os.urandom(10)), complaint=complaint_id, **{**known, **said}
            )
            saved = tx.records(kind).save(record, root=complaint_id)
            if isinstance(saved, Contact):
                self._contacts.hear(tx, saved)
            return saved

    def end(
        self, record: R, complaint_id: str, answers: Answers, **known: Any  # noqa: ANN401 - any field
    ) -> R:  # fmt: skip
        """Write what came of a record (its answer, its way back, its result). Raises as `add`."""
        author = self._settings.author()
        said = self._said(BY_KIND[type(record)].later, answers)
        with self._database.writing(author) as tx:
            ended = dataclasses.replace(record, **{**known, **said})
            return tx.records(type(record)).save(ended, root=complaint_id)

    def put(self, record: R, complaint_id: str) -> R:
        """Write a record as it is now; nothing when nothing changed. Raises what writing raises."""
        with self._database.writing(self._settings.author()) as tx:
            must(tx, complaint_id)
            return tx.records(type(record)).save(record, root=complaint_id)

    def as_answers(self, record: Record) -> dict[str, Any]:
        """Write a record as raw answers, to be shown in a form."""
        return as_raw(BY_KIND[type(record)].asked, record)

    def today(self) -> date:
        """Give the branch's day."""
        return self._clock().astimezone(self._zone).date()

    def now(self) -> datetime:
        """Give the present moment in the branch's time zone."""
        return self._clock().astimezone(self._zone)

    def _said(self, questions: tuple[Question, ...], answers: Answers) -> dict[str, Any]:
        return said(questions, answers, self.today())


def said(questions: tuple[Question, ...], answers: Answers, today: date) -> dict[str, Any]:
    """Read answers. Raises AnswersMissing for what is not there or cannot be read."""
    read, unreadable = read_answers({q.name: q for q in questions}, answers, today)
    lacking = [
        q.name
        for q in questions
        if q.name in unreadable or (not q.optional and not says_something(read.get(q.name)))
    ]
    if lacking:
        raise AnswersMissing(tuple(lacking))
    return read


def must(tx: Transaction, complaint_id: str) -> Complaint:
    """Read a complaint that must be there. Raises NotFound."""
    complaint = tx.complaints.get(complaint_id)
    if complaint is None:
        raise NotFound(complaint_id)
    return complaint
