"""A contact: one word that went to the customer or came from them, and whether it arrived."""

import dataclasses
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from desk.domain.complaint import Complaint
from desk.domain.label import N_
from desk.domain.questions import Form, Question


class Direction(StrEnum):
    """Who turned to whom."""

    OUT = "out"
    IN = "in"


class Way(StrEnum):
    """How a word went."""

    COUNTER = "counter"
    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    POST = "post"
    VISIT = "visit"


class Reached(StrEnum):
    """Whether a word arrived. What did not reach anybody stops no clock."""

    YES = "yes"
    NO_ANSWER = "no_answer"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One line of the contact log; never changed afterwards."""

    id: str
    complaint: str
    direction: Direction | None = None
    way: Way | None = None
    reached: Reached | None = None
    words: str = ""
    made_at: datetime | None = None
    made_by: str = ""
    heads: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        name="direction",
        form=Form.CHOICE,
        options=Direction,
        label=N_("Who turned to whom?"),
        problem=N_("Choose who turned to whom"),
    ),
    Question(
        name="way",
        form=Form.CHOICE,
        options=Way,
        label=N_("By which way?"),
        problem=N_("Choose by which way"),
    ),
    Question(
        name="reached",
        form=Form.CHOICE,
        options=Reached,
        label=N_("Did it reach them?"),
        problem=N_("Choose whether it reached them"),
    ),
    Question(
        name="words",
        form=Form.STORY,
        limit=4000,
        label=N_("What was said"),
        problem=N_("Write what was said, in a few words"),
    ),
)


def reached_customer(contact: Contact) -> bool:
    """Tell whether a contact counts as our word: it went out and arrived or was sent."""
    return contact.direction is Direction.OUT and contact.reached in {Reached.YES, Reached.SENT}


def heard(complaint: Complaint, contact: Contact, next_word: datetime | None) -> Complaint:
    """Give a complaint after a contact: what reached nobody stops and moves nothing.

    The first word that reached the customer is their first reply (features.md C3); every one
    moves the day of the next to `next_word` (aware; None: none is due), never to an earlier day.
    """
    if not reached_customer(contact) or contact.made_at is None:
        return complaint
    due = complaint.progress_due_at
    if next_word is not None and (due is None or due < next_word):
        due = next_word.astimezone(UTC)
    return dataclasses.replace(
        complaint,
        first_word_at=complaint.first_word_at or complaint.acknowledged_at or contact.made_at,
        progress_due_at=due,
    )


@dataclass(frozen=True, slots=True)
class Tried:
    """Contacts to a customer that nobody answered: how many, and on how many days."""

    times: int = 0
    days: int = 0
