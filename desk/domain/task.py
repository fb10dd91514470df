"""A task: a question to somebody who has no desk, or evidence to be kept before it is gone."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desk.domain.label import N_
from desk.domain.questions import Form, Question


class TaskKind(StrEnum):
    """What is to be done."""

    ASK = "ask"
    CAMERA = "camera"
    BATCH = "batch"
    TELL_SUPERVISOR = "tell_supervisor"
    OTHER = "other"


BEFORE_IT_IS_GONE = 3
"""Days kept free between asking for a camera picture and the day it is written over."""


def camera_due(happened_on: date, today: date, keeps_days: int) -> date:
    """Give the day by which a camera picture must be asked for, never before today.

    `keeps_days` is how long the shop's camera keeps pictures; where it is a public-safety system,
    at least 30 (regulation on public safety video systems, State Council order 799, in force
    2025-04-01).
    """
    return max(today, happened_on + timedelta(days=keeps_days - BEFORE_IT_IS_GONE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One inside task. It is open until its answer was typed back in."""

    id: str
    complaint: str
    kind: TaskKind | None = None
    question: str = ""
    asked_of: str = ""
    due_on: date | None = None
    answer: str = ""
    answered_on: date | None = None
    heads: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether an answer is still awaited."""
        return self.answered_on is None


QUESTIONS = (
    Question(
        name="kind",
        form=Form.CHOICE,
        options=TaskKind,
        label=N_("What is to be done?"),
        problem=N_("Choose what is to be done"),
    ),
    Question(
        name="question",
        form=Form.LINE,
        limit=1000,
        label=N_("What exactly?"),
        problem=N_("Write what exactly is to be done or answered"),
    ),
    Question(
        name="asked_of",
        form=Form.LINE,
        limit=200,
        label=N_("Who does it?"),
        problem=N_("Write who does it"),
    ),
    Question(
        name="due_on",
        form=Form.DAY,
        label=N_("By which day?"),
        problem=N_("Write the day as t (today), +3, 26/11 or a date"),
    ),
)

ANSWER = (
    Question(
        name="answer",
        form=Form.STORY,
        limit=4000,
        label=N_("What was answered?"),
        problem=N_("Write what was answered"),
    ),
)
"""What is asked when the answer comes back."""
