"""The answers that can be chosen, in the order of their digits, with the words people read."""

from dataclasses import dataclass
from enum import Enum

from desk.domain.assessment import Affected, Parts, Safety, Severity
from desk.domain.complaint_choices import Agreed, Category, Channel, Kind, Known, ReceivedVia, Stage
from desk.domain.draft import ParkReason
from desk.domain.investigation import Cause, Checked, Finding
from desk.domain.label import LANGUAGES, N_, Coded
from desk.domain.paper import PaperKind
from desk.domain.response import Answer, Apology, Done, Outcome, Remedy
from desk.domain.step import Step

LABELS: dict[type[Enum], dict[Enum, str]] = {
    Kind: {
        Kind.COMPLAINT: N_("Complaint"),
        Kind.SUGGESTION: N_("Suggestion"),
        Kind.PRAISE: N_("Praise"),
        Kind.QUESTION: N_("Question"),
    },
    ReceivedVia: {
        ReceivedVia.COUNTER: N_("At the counter"),
        ReceivedVia.PHONE: N_("By phone"),
        ReceivedVia.LETTER: N_("By letter"),
        ReceivedVia.OPINION_BOOK: N_("Opinion book"),
        ReceivedVia.ONLINE: N_("Online"),
        ReceivedVia.SURVEY: N_("Survey"),
        ReceivedVia.VISIT: N_("Visit"),
        ReceivedVia.PASSED_ON: N_("Passed on"),
        ReceivedVia.OTHER: N_("Another way"),
    },
    Category: {
        Category.PRODUCT: N_("Product"),
        Category.SERVICE: N_("Service"),
        Category.PRICE: N_("Price or bill"),
        Category.OFFER: N_("Offer or advert"),
        Category.MANNER: N_("Staff manner"),
        Category.RULE: N_("Our rule"),
        Category.WAITING: N_("Waiting, delivery"),
        Category.PREMISES: N_("Premises"),
        Category.OTHER: N_("Other"),
    },
    Safety: {Safety.NO: N_("No"), Safety.YES: N_("Yes"), Safety.NOT_SURE: N_("Not sure")},
    Remedy: {
        Remedy.EXPLANATION: N_("Explanation"),
        Remedy.APOLOGY: N_("Apology"),
        Remedy.REPAIR: N_("Repair"),
        Remedy.EXCHANGE: N_("Exchange"),
        Remedy.REFUND: N_("Refund"),
        Remedy.MONEY_OFF: N_("Money off"),
        Remedy.CHANGE: N_("Not happen again"),
        Remedy.NOT_SAID: N_("Not said yet"),
        Remedy.OTHER: N_("Other"),
    },
    Agreed: {
        Agreed.YES: N_("Yes"),
        Agreed.CORRECTED: N_("Corrected it"),
        Agreed.DECLINED: N_("Did not want to"),
    },
    Apology: {
        Apology.TROUBLE: N_("The trouble"),
        Apology.MISTAKE: N_("Our mistake"),
        Apology.NOT_YET: N_("Not yet"),
    },
    Channel: {
        Channel.PHONE: N_("Phone"),
        Channel.TEXT: N_("Text message"),
        Channel.EMAIL: N_("Email"),
        Channel.POST: N_("Post"),
        Channel.COMES_BACK: N_("Comes back"),
        Channel.NO_NEED: N_("No need"),
    },
    Known: {Known.YES: N_("Yes"), Known.NO: N_("No"), Known.UNKNOWN: N_("Not known")},
    Checked: {
        Checked.RECEIPT: N_("Sales receipt"),
        Checked.ITEM: N_("Item seen"),
        Checked.RECORDS: N_("Records"),
        Checked.COLLEAGUE: N_("Colleague"),
        Checked.RULE: N_("Rule read"),
        Checked.OTHER: N_("Other"),
    },
    Finding: {
        Finding.CONFIRMED: N_("Confirmed"),
        Finding.PARTLY: N_("Partly"),
        Finding.NOT_CONFIRMED: N_("Not confirmed"),
        Finding.CANNOT_TELL: N_("Cannot tell yet"),
    },
    Cause: {
        Cause.PRODUCT: N_("Product"),
        Cause.SERVICE: N_("Service"),
        Cause.INFORMATION: N_("Unclear information"),
        Cause.EXPECTATION: N_("Expectation"),
        Cause.RULE: N_("Our rule"),
        Cause.THIRD_PARTY: N_("Third party"),
        Cause.MIX_UP: N_("Mix-up"),
        Cause.UNKNOWN: N_("Not known"),
    },
    Severity: {
        Severity.MINOR: N_("Minor"),
        Severity.MODERATE: N_("Moderate"),
        Severity.SERIOUS: N_("Serious"),
        Severity.CRITICAL: N_("Critical"),
    },
    Parts: {
        Parts.ONE: N_("One part"),
        Parts.SEVERAL: N_("Several parts"),
        Parts.SPECIALIST: N_("Needs a specialist"),
    },
    Affected: {
        Affected.ONE: N_("One person"),
        Affected.SEVERAL: N_("Several"),
        Affected.MANY: N_("Many"),
    },
    Answer: {
        Answer.ACCEPTS: N_("Accepts"),
        Answer.ACCEPTS_PART: N_("Accepts part"),
        Answer.DOES_NOT_ACCEPT: N_("Does not accept"),
        Answer.WANTS_TO_THINK: N_("Wants to think"),
        Answer.HAS_LEFT: N_("Has left"),
    },
    Done: {Done.NOW: N_("Done now"), Done.BY_DATE: N_("By a date")},
    Outcome: {
        Outcome.RESOLVED: N_("Resolved"),
        Outcome.ROUTES_EXHAUSTED: N_("All routes used"),
        Outcome.WITHDRAWN: N_("Withdrawn"),
        Outcome.NO_CONTACT: N_("No contact"),
    },
    Stage: {
        Stage.RECEIVED: N_("Received"),
        Stage.ACKNOWLEDGED: N_("Acknowledged"),
        Stage.ASSESSED: N_("Assessed"),
        Stage.INVESTIGATED: N_("Investigated"),
        Stage.RESPONDED: N_("Responded"),
        Stage.CLOSED: N_("Closed"),
    },
    Step: {
        Step.LISTEN: N_("Listen"),
        Step.EMPATHISE: N_("Empathise"),
        Step.INVESTIGATE: N_("Investigate"),
        Step.RESOLVE: N_("Resolve"),
    },
    ParkReason: {
        ParkReason.STEPPED_AWAY: N_("Customer stepped away"),
        ParkReason.CHECKING: N_("Checking"),
        ParkReason.QUEUE: N_("Queue"),
        ParkReason.PHONE: N_("On the phone"),
        ParkReason.OTHER: N_("Other"),
    },
    PaperKind: {
        PaperKind.SLIP: N_("Slip"),
        PaperKind.RECEIPT: N_("Receipt"),
        PaperKind.LETTER: N_("Letter"),
    },
}


REWORDED: dict[str, type[Enum]] = {"cause": Cause, "remedy": Remedy, "category": Category}
"""Whose words a branch may replace by its own, by the first part of the key of each."""

LABELS |= {
    kind: {member: Coded(words, f"{name}.{member.value}") for member, words in LABELS[kind].items()}
    for name, kind in REWORDED.items()
}


def not_offered(said: str, kind: type[Enum]) -> frozenset[Enum]:
    """Read from the setting `not_offered` which answers of a kind are not offered any more."""
    keys = frozenset(said.split())
    own = LABELS[kind] if keys and kind in REWORDED.values() else {}
    return frozenset(member for member, words in own.items() if getattr(words, "key", "") in keys)


def labels(kind: type[Enum]) -> dict[Enum, str]:
    """Give the words for all answers of a kind. Raises KeyError for unknown kinds."""
    if kind in LABELS:
        return LABELS[kind]
    from desk.domain.beside_labels import BESIDE_LABELS  # the first picture needs none of them

    return BESIDE_LABELS[kind]


def label(member: Enum) -> str:
    """Give the words for one answer, still to be translated. Raises KeyError for unknown kinds."""
    return labels(type(member))[member]


@dataclass(frozen=True, slots=True)
class Choice:
    """One option of a question: the digit that chooses it, its code, and its words."""

    digit: str
    code: str
    label: str


def choices(kind: type[Enum], *, without: frozenset[Enum] = frozenset()) -> tuple[Choice, ...]:
    """Give the options of a question; the digits stay the same when some are left out."""
    return tuple(
        Choice(str(number), str(member.value), words)
        for number, (member, words) in enumerate(labels(kind).items(), start=1)
        if member not in without
    )


SCALE_ENDS: dict[str, tuple[str, str]] = {
    "pace": (N_("slow"), N_("fast")),
    "rating_result": (N_("poor"), N_("very good")),
    "rating_handling": (N_("poor"), N_("very good")),
}
"""What the lowest and the highest mark of a scale mean, by question; customers may read it."""


def scale(name: str, highest: int) -> tuple[Choice, ...]:
    """Give the options of a question's scale from 1 to `highest`; only its ends have words."""
    low, high = SCALE_ENDS.get(name, ("", ""))
    ends = {1: low, highest: high}
    return tuple(Choice(str(n), str(n), ends.get(n, "")) for n in range(1, highest + 1))


def languages() -> tuple[Choice, ...]:
    """Give the languages desk speaks as options."""
    return tuple(
        Choice(str(number), code, name)
        for number, (code, name) in enumerate(LANGUAGES.items(), start=1)
    )
