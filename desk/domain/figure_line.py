"""What a figure of the week's report is: its block, its words, its rule, and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desk.domain.label import N_
from desk.domain.report import Figures


class Measure(StrEnum):
    """What a figure counts in: money in minor units, hours and days as fractions, shares as 0-1."""

    COUNT = "count"
    SHARE = "share"
    HOURS = "hours"
    DAYS = "days"
    MONEY = "money"
    RATING = "rating"


class Section(StrEnum):
    """A block of figures that are read together."""

    STOCK = "stock"
    FIRST_WORD = "first_word"
    FINAL = "final"
    WEIGHT = "weight"
    ANSWERS = "answers"
    PROMISES = "promises"
    ENDS = "ends"
    SATISFACTION = "satisfaction"
    GATES = "gates"
    OTHER_KINDS = "other_kinds"


SECTIONS = {
    Section.STOCK: N_("Came, went and stayed"),
    Section.FIRST_WORD: N_("First reply"),
    Section.FINAL: N_("Final answer"),
    Section.WEIGHT: N_("Urgent and safety"),
    Section.ANSWERS: N_("Offers and answers"),
    Section.PROMISES: N_("Promises"),
    Section.ENDS: N_("How they ended"),
    Section.SATISFACTION: N_("How customers found it"),
    Section.GATES: N_("Passed with a reason"),
    Section.OTHER_KINDS: N_("Not complaints"),
}


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure: its value (None: too few cases, or nothing to measure), its words, its rule."""

    section: Section
    measure: Measure
    value: Callable[[Figures], float | None]
    label: str
    rule: str
