"""A promise: what we said we would do, who does it, by when, and what became of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.domain.contact import Reached, Way
from desk.domain.label import N_
from desk.domain.questions import Form, Question


class PromiseKind(StrEnum):
    """What was promised. A remedy is tracked to done: nothing closes while one is open."""

    REMEDY = "remedy"
    ANSWER = "answer"
    CALL = "call"
    OTHER = "other"


class PromiseState(StrEnum):
    """What became of it. A moved one is broken for its first day and open for its new one.

    A dropped one was not wanted any more: the customer chose something else.
    """

    OPEN = "open"
    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    MOVED = "moved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One promise. `at_time` is a time of day such as 12:00; empty means by the end of work.

    `reason` says why it was moved or broken, `proof` by what it was seen to be done, `made_on`
    the day on which it was given.
    """

    id: str
    complaint: str
    kind: PromiseKind | None = None
    what: str = ""
    by: str = ""
    due_on: date | None = None
    at_time: str = ""
    state: PromiseState = PromiseState.OPEN
    ended_on: date | None = None
    reason: str = ""
    proof: str = ""
    made_on: date | None = None
    heads: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether it still has to be kept."""
        return self.state is PromiseState.OPEN


QUESTIONS = (
    Question(
        name="what",
        form=Form.LINE,
        limit=500,
        label=N_("What do we promise?"),
        problem=N_("Write what we promise"),
    ),
    Question(
        name="kind",
        form=Form.CHOICE,
        options=PromiseKind,
        label=N_("What sort of promise?"),
        problem=N_("Choose what sort of promise it is"),
    ),
    Question(
        name="due_on",
        form=Form.DAY,
        label=N_("By which day?"),
        problem=N_("Write the day as t (today), +3, 26/11 or a date"),
    ),
    Question(
        name="at_time",
        form=Form.TIME,
        label=N_("By what time?"),
        optional=True,
        problem=N_("Write the time as 12:00"),
    ),
    Question(
        name="by",
        form=Form.LINE,
        limit=200,
        label=N_("Who does it?"),
        problem=N_("Write who does it"),
    ),
)

KEEP = (
    Question(
        name="proof",
        form=Form.LINE,
        limit=400,
        label=N_("How do we know it is done?"),
        optional=True,
    ),
)
"""What is asked when it was kept."""

MOVE = (
    Question(
        name="due_on",
        form=Form.DAY,
        label=N_("By which new day?"),
        problem=N_("Write the day as t (today), +3, 26/11 or a date"),
    ),
    Question(
        name="reason",
        form=Form.LINE,
        limit=500,
        label=N_("Why is it moved?"),
        problem=N_("Write why it is moved"),
    ),
)
"""What is asked when it gets another day."""

BREAK = (
    Question(
        name="reason",
        form=Form.LINE,
        limit=500,
        label=N_("Why can we not keep it?"),
        problem=N_("Write why we cannot keep it"),
    ),
    Question(
        name="way",
        form=Form.CHOICE,
        options=Way,
        label=N_("By which way were they told?"),
        problem=N_("Choose by which way they were told"),
    ),
    Question(
        name="reached",
        form=Form.CHOICE,
        options=Reached,
        without=frozenset({Reached.NO_ANSWER}),
        label=N_("Did it reach them?"),
        problem=N_("Call or write first: a promise is broken when they were told why"),
    ),
)
"""What is asked when it cannot be kept: why, and the call or letter that told them (004, 二)."""


def how_kept(promise: Promise, today: date) -> PromiseState:
    """Tell whether a promise that is done today was kept on its day or late."""
    is_late = promise.due_on is not None and today > promise.due_on
    return PromiseState.LATE if is_late else PromiseState.KEPT
