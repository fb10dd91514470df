"""A further matter: something else the same customer complains about in the same visit."""

from dataclasses import dataclass
from datetime import date

from desk.domain.complaint import Category
from desk.domain.investigation import Finding
from desk.domain.label import N_
from desk.domain.questions import Form, Question
from desk.domain.response import Answer, Done, Remedy

MOST = 4
"""Further matters of one visit: five with the main one, by which the complaint is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One further matter with its own category, finding, remedy and answer.

    `number` counts from 2; the main matter is the complaint itself.
    """

    id: str
    complaint: str
    number: int = 2
    category: Category | None = None
    summary: str = ""
    finding: Finding | None = None
    found: str = ""
    offer: tuple[Remedy, ...] = ()
    offered: str = ""
    amount: int | None = None
    answer: Answer | None = None
    done: Done | None = None
    done_on: date | None = None
    done_by: str = ""
    heads: tuple[str, ...] = ()

    @property
    def is_decided(self) -> bool:
        """Tell whether nothing is owed on it any more: accepted and done."""
        accepted = self.answer in {Answer.ACCEPTS, Answer.ACCEPTS_PART}
        return accepted and self.done is Done.NOW


QUESTIONS = (
    Question(
        name="summary",
        form=Form.LINE,
        limit=300,
        label=N_("In short"),
        problem=N_("Write in short what happened"),
    ),
    Question(
        name="category",
        form=Form.CHOICE,
        options=Category,
        label=N_("What is it about?"),
        problem=N_("Choose what it is about"),
    ),
    Question(
        name="finding",
        form=Form.CHOICE,
        options=Finding,
        label=N_("What did you find?"),
        problem=N_("Choose what you found"),
        optional=True,
    ),
    Question(
        name="found",
        form=Form.LINE,
        limit=300,
        optional=True,
        label=N_("What we found, in words the customer can read"),
    ),
    Question(
        name="offer",
        form=Form.CHOICES,
        options=Remedy,
        most=3,
        optional=True,
        without=frozenset({Remedy.NOT_SAID}),
        label=N_("What we offer"),
    ),
    Question(
        name="amount",
        form=Form.MONEY,
        label=N_("Amount"),
        optional=True,
        problem=N_("Write the amount in figures, for example 12.50"),
    ),
    Question(
        name="offered",
        form=Form.LINE,
        limit=1000,
        label=N_("The offer in words"),
        optional=True,
    ),
    Question(
        name="answer",
        form=Form.CHOICE,
        options=Answer,
        label=N_("Customer's answer"),
        optional=True,
    ),
    Question(
        name="done",
        form=Form.CHOICE,
        options=Done,
        label=N_("When is it done?"),
        optional=True,
    ),
    Question(
        name="done_on",
        form=Form.DAY,
        label=N_("Done by which day?"),
        optional=True,
        problem=N_("Write the day by which it is done"),
    ),
    Question(
        name="done_by",
        form=Form.LINE,
        limit=200,
        label=N_("Who does it?"),
        optional=True,
    ),
)
