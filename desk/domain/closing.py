"""A closing: how a complaint ended, kept also when it was opened again."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.label import N_
from desk.domain.questions import Form, Question
from desk.domain.response import Answer, Outcome


class ReopenReason(StrEnum):
    """Why a closed complaint is opened again."""

    NOT_DONE = "not_done"
    AGAIN = "again"
    NEW_FACTS = "new_facts"
    UNHAPPY = "unhappy"
    BY_MISTAKE = "by_mistake"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One closing of a complaint; a reopening is written into it, and nothing is taken away."""

    id: str
    complaint: str
    outcome: Outcome | None = None
    answer: Answer | None = None
    words: str = ""
    closed_at: datetime | None = None
    closed_by: str = ""
    reopened_at: datetime | None = None
    reopened_by: str = ""
    reopened_for: ReopenReason | None = None
    reopened_words: str = ""
    heads: tuple[str, ...] = ()


REOPEN = (
    Question(
        name="reopened_for",
        form=Form.CHOICE,
        options=ReopenReason,
        label=N_("Why is it opened again?"),
        problem=N_("Choose why it is opened again"),
    ),
    Question(
        name="reopened_words",
        form=Form.LINE,
        limit=1000,
        label=N_("In their words"),
        optional=True,
    ),
)
"""What is asked when a closed complaint is opened again."""
