"""A rating: how the customer found the result and how they found the way we handled it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.label import N_
from desk.domain.questions import Form, Question


class Occasion(StrEnum):
    """When it was asked."""

    CLOSING = "closing"
    CALL_BACK = "call_back"


class Asked(StrEnum):
    """What came of asking; not having asked is counted as well."""

    ANSWERED = "answered"
    DECLINED = "declined"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """One rating: both marks count from 1 (poor) to 5 (good); None where nothing was answered."""

    id: str
    complaint: str
    occasion: Occasion | None = None
    asked: Asked | None = None
    result: int | None = None
    handling: int | None = None
    words: str = ""
    asked_at: datetime | None = None
    asked_by: str = ""
    heads: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        name="asked",
        form=Form.CHOICE,
        options=Asked,
        label=N_("Did they answer?"),
        problem=N_("Choose whether they answered"),
    ),
    Question(
        name="result",
        form=Form.SCALE,
        highest=5,
        optional=True,
        label=N_("Content with the result"),
        problem=N_("Choose 1 to 5 for the result, or say that they did not answer"),
    ),
    Question(
        name="handling",
        form=Form.SCALE,
        highest=5,
        optional=True,
        label=N_("Content with how we handled it"),
        problem=N_("Choose 1 to 5 for how we handled it"),
    ),
    Question(
        name="words",
        form=Form.LINE,
        limit=1000,
        label=N_("In their words"),
        optional=True,
    ),
)

UNHAPPY = 2
"""Who gives this mark or less is offered to have the complaint opened again (features.md E7)."""


def lacking(asked: Asked | None, result: int | None, handling: int | None) -> tuple[str, ...]:
    """Name what is missing: who answered gave at least one of the two marks."""
    if asked is Asked.ANSWERED and result is None and handling is None:
        return ("result",)
    return ()


def is_unhappy(rating: Rating) -> bool:
    """Tell whether a customer gave a low mark to either question."""
    given = [mark for mark in (rating.result, rating.handling) if mark is not None]
    return bool(given) and min(given) <= UNHAPPY
