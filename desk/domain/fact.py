"""A fact: something that was looked at, what it shows, who looked and when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.domain.label import N_
from desk.domain.questions import Form, Question


class FactSource(StrEnum):
    """What was looked at, or who was asked."""

    ITEM = "item"
    RECEIPT = "receipt"
    RECORD = "record"
    CAMERA = "camera"
    STAFF = "staff"
    CUSTOMER = "customer"
    WITNESS = "witness"
    RULE = "rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of an investigation; a finding rests on at least one."""

    id: str
    complaint: str
    source: FactSource | None = None
    shows: str = ""
    seen_by: str = ""
    seen_on: date | None = None
    heads: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        name="source",
        form=Form.CHOICE,
        options=FactSource,
        label=N_("What was looked at?"),
        problem=N_("Choose what was looked at"),
    ),
    Question(
        name="shows",
        form=Form.STORY,
        limit=2000,
        label=N_("What does it show?"),
        problem=N_("Write what it shows"),
    ),
    Question(
        name="seen_by",
        form=Form.LINE,
        limit=200,
        label=N_("Who looked?"),
        problem=N_("Write who looked"),
    ),
    Question(
        name="seen_on",
        form=Form.DAY,
        label=N_("When?"),
        optional=True,
        problem=N_("Write the day as t (today), y (yesterday), -3, 16/11 or a date"),
    ),
)
