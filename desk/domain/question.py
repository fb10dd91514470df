"""What a question is: its name, its words, and what its answer looks like."""

from dataclasses import dataclass
from enum import Enum, StrEnum

from desk.domain.step import Step
from desk.domain.text import LINE_LIMIT


class Form(StrEnum):
    """What an answer looks like."""

    STORY = "story"
    LINE = "line"
    CHOICE = "choice"
    CHOICES = "choices"
    SCALE = "scale"
    LANGUAGE = "language"
    DAY = "day"
    MONEY = "money"
    TIME = "time"
    NUMBER = "number"
    CODE = "code"
    PIN = "pin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `problem` says what to do when the answer is missing, in place and in the list.

    `options` names an enumeration, of which `without` are not offered here; a scale counts from
    1 to `highest`; `most` is how many may be chosen; `limit` the longest text, in characters.
    What answers a PIN is shown as dots and never written anywhere.
    A code is one of a list that is data: `offers` are the code and the words of each, where the
    question knows them itself.
    """

    name: str
    form: Form
    label: str
    step: Step | None = None
    problem: str = ""
    options: type[Enum] | None = None
    without: frozenset[Enum] = frozenset()
    highest: int = 0
    most: int = 1
    limit: int = LINE_LIMIT
    optional: bool = False
    offers: tuple[tuple[str, str], ...] = ()
