"""A closing: how a complaint ended, kept also when it was opened again, and the rule for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.complaint import Complaint
from desk.domain.complaint_choices import Known
from desk.domain.contact import Tried
from desk.domain.errors import MayNotClose
from desk.domain.label import N_
from desk.domain.questions import Form, Question
from desk.domain.response import Answer, Outcome, is_accepted, may_close
from desk.domain.sentence import Sentence, sentence


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
    """One closing of a complaint; a reopening is written into it, and nothing is taken away.

    `told` says whether they were told of the outside routes. `since_at` is when the complaint was
    opened again before this closing (None: never), `due_at` when its final answer was due then.
    """

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
    told: Known | None = None
    since_at: datetime | None = None
    due_at: datetime | None = None
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

WITHOUT_AGREEMENT = (
    Question(
        name="outcome",
        form=Form.CHOICE,
        options=Outcome,
        without=frozenset({Outcome.RESOLVED}),
        label=N_("Why does it end?"),
        problem=N_("Choose why it ends"),
    ),
    Question(
        name="words",
        form=Form.LINE,
        limit=1000,
        label=N_("In their words"),
        problem=N_("Write in their words that they take it back"),
        optional=True,
    ),
    Question(
        name="told",
        form=Form.CHOICE,
        options=Known,
        without=frozenset({Known.UNKNOWN}),
        label=N_("Were they told of the outside routes?"),
        optional=True,
    ),
)
"""What is asked when a complaint ends without the customer's yes."""


NEVER = Tried()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands beside a complaint that is to be closed: counts, and what was said at the end.

    `outside` counts referrals to somebody outside, `awaited` those of them without a result.
    """

    remedies: int = 0
    items: int = 0
    matters: int = 0
    outside: int = 0
    awaited: int = 0
    told: bool = False
    words: str = ""
    tried: Tried = NEVER
    tries: int = 3


def still_open(complaint: Complaint, outcome: Outcome, standing: Standing) -> Iterator[Sentence]:
    """Name what keeps a complaint from ending in a way: the one closing rule (features.md E1).

    It ends accepted and done; with all routes used up and told; withdrawn in the customer's
    words; or where nobody answered on enough days. What is no complaint needs no acceptance.
    Where somebody is at risk `domain/safety.py` asks for more.
    """
    match outcome:
        case Outcome.RESOLVED if complaint.is_complaint:
            if not is_accepted(complaint.answer):
                yield sentence(N_("the customer has not accepted"))
            elif not may_close(complaint.answer, complaint.done):
                yield sentence(N_("what was agreed is not done yet"))
        case Outcome.ROUTES_EXHAUSTED:
            if standing.awaited:
                yield sentence(N_("the result of an outside route is still awaited"))
            elif not standing.outside and not standing.told:
                yield sentence(N_("the customer was not told of the outside routes"))
        case Outcome.WITHDRAWN if not standing.words.strip():
            yield sentence(N_("their own words taking it back are missing"))
        case Outcome.NO_CONTACT if min(standing.tried.times, standing.tried.days) < standing.tries:
            yield sentence(
                N_("they were tried in vain on {days} days, and {tries} are needed"),
                days=standing.tried.days,
                tries=standing.tries,
            )
    agreed = outcome in {Outcome.RESOLVED, Outcome.ROUTES_EXHAUSTED}
    if standing.remedies and agreed:
        yield sentence(N_("something promised is not done ({count})"), count=standing.remedies)
    if standing.items and outcome is not Outcome.NO_CONTACT:
        yield sentence(N_("an item is still kept here ({count})"), count=standing.items)
    if standing.matters and outcome is Outcome.RESOLVED:
        yield sentence(N_("a further matter is not decided ({count})"), count=standing.matters)


def must_be_closable(complaint: Complaint, outcome: Outcome, standing: Standing) -> None:
    """Let a complaint end only by the rule. Raises MayNotClose, which names all that is open."""
    if reasons := tuple(still_open(complaint, outcome, standing)):
        raise MayNotClose(complaint.reference, reasons)
