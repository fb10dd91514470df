"""A referral: the complaint goes up inside the company, or to somebody outside it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.domain.label import N_
from desk.domain.questions import Form, Question


class Level(StrEnum):
    """Where a complaint can go: three levels inside, then the ways outside.

    The outside ways are those of China's consumer protection law, article 39, in its order:
    settlement is what desk itself is for, so it is not among them.
    """

    SUPERVISOR = "supervisor"
    AREA = "area"
    HEAD_OFFICE = "head_office"
    ASSOCIATION = "association"
    AUTHORITY = "authority"
    ARBITRATION = "arbitration"
    COURT = "court"
    OTHER = "other"


INSIDE = frozenset({Level.SUPERVISOR, Level.AREA, Level.HEAD_OFFICE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One referral. It is open until its result is known."""

    id: str
    complaint: str
    level: Level | None = None
    where: str = ""
    reason: str = ""
    referred_at: datetime | None = None
    referred_by: str = ""
    their_number: str = ""
    their_due_on: date | None = None
    result: str = ""
    ended_on: date | None = None
    heads: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether its result is still awaited."""
        return self.ended_on is None


QUESTIONS = (
    Question(
        name="level",
        form=Form.CHOICE,
        options=Level,
        label=N_("Where does it go?"),
        problem=N_("Choose where it goes"),
    ),
    Question(
        name="where",
        form=Form.LINE,
        limit=200,
        label=N_("To whom there?"),
        optional=True,
    ),
    Question(
        name="reason",
        form=Form.LINE,
        limit=500,
        label=N_("Why does it go there?"),
        problem=N_("Write why it goes there"),
    ),
    Question(
        name="their_number",
        form=Form.LINE,
        limit=100,
        label=N_("Their number"),
        optional=True,
    ),
    Question(
        name="their_due_on",
        form=Form.DAY,
        label=N_("Their day"),
        optional=True,
        problem=N_("Write the day as t (today), +3, 26/11 or a date"),
    ),
)

NEXT_LOOK = Question(
    name="look_on",
    form=Form.DAY,
    label=N_("When do we look at it again?"),
    problem=N_("Write the day on which we look at it again"),
)
"""Asked of every complaint that stays open because the customer does not accept (ux.md §8)."""

RESULT = (
    Question(
        name="result",
        form=Form.STORY,
        limit=2000,
        label=N_("What came of it?"),
        problem=N_("Write what came of it"),
    ),
)
"""What is asked when the result is known."""
