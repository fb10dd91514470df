"""The guide: four steps, the answers each commitment needs, and what is still open."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desk.domain.assessment import Safety
from desk.domain.complaint import Category, Channel, Complaint
from desk.domain.investigation import TANGIBLE, Cause, Finding
from desk.domain.response import MONEY, Answer, Done, Remedy
from desk.domain.step import Step as Step
from desk.domain.text import says_enough


class Need(StrEnum):
    """When an answer is needed: for its step's commitment, or only for closing."""

    STEP = "step"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One answer a commitment waits for: the field, and whether a complaint still lacks it."""

    field: str
    step: Step
    lacks: Callable[[Complaint], bool]
    need: Need = Need.STEP


TEXT_NEEDED = {
    Channel.PHONE: "phone",
    Channel.TEXT: "phone",
    Channel.EMAIL: "email",
    Channel.POST: "address",
}
"""Which contact each channel needs."""

_AGREES = {Answer.ACCEPTS, Answer.ACCEPTS_PART}
_NAMES_PRODUCT = {Category.PRODUCT, Category.PRICE, Category.OFFER, Category.WAITING}


def has_contact(complaint: Complaint) -> bool:
    """Tell whether any detail is held by which the customer can be found."""
    return bool(complaint.phone or complaint.email or complaint.address)


def lacks_contact(field: str) -> Callable[[Complaint], bool]:
    """Ask for a contact only when the chosen channel needs just this one."""
    return lambda c: (
        c.channel is not None and TEXT_NEEDED.get(c.channel) == field and not getattr(c, field)
    )


REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement("story", Step.LISTEN, lambda c: not says_enough(c.story)),
    Requirement("category", Step.LISTEN, lambda c: c.category is None),
    Requirement(
        "category_other",
        Step.LISTEN,
        lambda c: c.category is Category.OTHER and not c.category_other,
    ),
    Requirement("safety", Step.LISTEN, lambda c: c.safety is None),
    Requirement("pace", Step.LISTEN, lambda c: c.pace is None),
    Requirement("wish", Step.LISTEN, lambda c: not c.wish),
    Requirement("summary", Step.EMPATHISE, lambda c: not c.summary),
    Requirement("agreed", Step.EMPATHISE, lambda c: c.agreed is None),
    Requirement("apology", Step.EMPATHISE, lambda c: c.apology is None),
    Requirement("language", Step.EMPATHISE, lambda c: not c.language),
    Requirement("channel", Step.EMPATHISE, lambda c: c.channel is None),
    Requirement("phone", Step.EMPATHISE, lacks_contact("phone")),
    Requirement("email", Step.EMPATHISE, lacks_contact("email")),
    Requirement("address", Step.EMPATHISE, lacks_contact("address")),
    Requirement("consent", Step.EMPATHISE, lambda c: has_contact(c) and c.consent is None),
    Requirement(
        "product", Step.INVESTIGATE, lambda c: c.category in _NAMES_PRODUCT and not c.product
    ),
    Requirement("checked", Step.INVESTIGATE, lambda c: not c.checked),
    Requirement("finding", Step.INVESTIGATE, lambda c: c.finding is None),
    Requirement("cause", Step.INVESTIGATE, lambda c: c.cause is None, Need.CLOSING),
    Requirement("severity", Step.INVESTIGATE, lambda c: c.severity is None),
    Requirement("parts", Step.INVESTIGATE, lambda c: c.parts is None),
    Requirement("affected", Step.INVESTIGATE, lambda c: c.affected is None),
    Requirement("found", Step.INVESTIGATE, lambda c: not c.found),
    Requirement(
        "next_on",
        Step.INVESTIGATE,
        lambda c: c.finding is Finding.CANNOT_TELL and c.next_on is None,
    ),
    Requirement("offer", Step.RESOLVE, lambda c: not c.offer),
    Requirement("amount", Step.RESOLVE, lambda c: bool(MONEY & set(c.offer)) and not c.amount),
    Requirement("offered", Step.RESOLVE, lambda c: not c.offered),
    Requirement("answer", Step.RESOLVE, lambda c: c.answer is None),
    Requirement("done", Step.RESOLVE, lambda c: c.answer in _AGREES and c.done is None),
    Requirement("done_on", Step.RESOLVE, lambda c: c.done is Done.BY_DATE and c.done_on is None),
    Requirement("done_by", Step.RESOLVE, lambda c: c.done is Done.BY_DATE and not c.done_by),
    Requirement(
        "check_back_on",
        Step.RESOLVE,
        lambda c: c.done is Done.BY_DATE and c.check_back_on is None,
        Need.CLOSING,
    ),
)
"""Every gate of the guide, used alike by screen, command line and import."""

NEEDED_TO_CLOSE = frozenset(r.field for r in REQUIREMENTS if r.need is Need.CLOSING)
"""The fields that nothing but closing needs."""


def still_open(complaint: Complaint, step: Step, *, closing: bool = False) -> tuple[str, ...]:
    """Name the fields this step's commitment still waits for, in the order of the guide.

    Responding (`Step.RESOLVE`) also needs everything the earlier steps need; `closing` adds
    what only closing needs. Suggestions, praise and questions need no more than their story.
    """
    if not complaint.is_complaint:
        return tuple(r.field for r in REQUIREMENTS if r.field == "story" and r.lacks(complaint))
    return tuple(
        r.field
        for r in REQUIREMENTS
        if (r.step is step or (step is Step.RESOLVE and r.step < step))
        and (r.need is Need.STEP or (closing and r.need is Need.CLOSING))
        and r.lacks(complaint)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A checklist item of one complaint, ticked or unticked by hand."""

    id: str
    complaint: str
    item: str
    on: bool = False
    guide: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """A line of a step's checklist. `proof` names the rule by which the data ticks it, if any."""

    id: str
    step: Step
    text: str
    proof: str = ""
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence to say. `{slots}` are filled from the record; an unfilled one shows as a gap."""

    id: str
    step: Step | None
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Avoid:
    """Words that harm at the counter, what to say instead, and why where it is not plain."""

    say: str
    better: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Aside:
    """A line the coach shows once the customer has been here for so many minutes."""

    minutes: int
    text: str


@dataclass(frozen=True, slots=True)
class Prefill:
    """Words to start from: in `found` by finding and perhaps cause, in `offered` by remedy."""

    id: str
    text: str
    cause: Cause | None = None
    finding: Finding | None = None
    remedy: Remedy | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """One language's guide: what each step is for, what to say, what to check, what to avoid."""

    version: str
    purposes: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    checklist: tuple[ChecklistItem, ...]
    cards: tuple[tuple[str, tuple[str, ...]], ...]
    avoid: tuple[Avoid, ...]
    asides: tuple[Aside, ...] = ()
    prefills: tuple[Prefill, ...] = ()

    def found(self, finding: Finding, cause: Cause | None) -> str:
        """Give words for a finding: those of its cause, else the general ones, else none."""
        by = {p.cause: p.text for p in self.prefills if p.id == "found" and p.finding is finding}
        return by.get(cause) or by.get(None, "")

    def offered(self, remedy: Remedy) -> str:
        """Give words for an offer, with the slot ``{amount}`` where money is given; else none."""
        return {p.remedy: p.text for p in self.prefills if p.id == "offered"}.get(remedy, "")


PAPER_PRINTED = "paper_printed"
"""A proof that is not in the complaint but beside it: a printer has taken a paper."""

EFFORT_FITS = "effort_fits"
"""Another: checks, facts and what was kept are enough for the priority (`domain/effort.py`)."""

PROOFS: dict[str, Callable[[Complaint], bool]] = {
    "story_written": lambda c: says_enough(c.story),
    "safety_asked": lambda c: c.safety is not None,
    "pace_noticed": lambda c: c.pace is not None,
    "wish_asked": lambda c: bool(c.wish),
    "summary_agreed": lambda c: c.agreed in {"yes", "corrected"},
    "apology_fits": lambda c: c.apology is not None,
    "number_given": lambda c: c.acknowledged_at is not None,
    "reach_asked": lambda c: (
        c.channel is not None
        and (c.channel not in TEXT_NEEDED or bool(getattr(c, TEXT_NEEDED[c.channel])))
    ),
    "seen_not_hearsay": lambda c: bool(TANGIBLE & set(c.checked)),
    "rule_read": lambda c: "rule" in c.checked,
    "looked_for_earlier": lambda c: c.affected is not None,
    "said_cannot": lambda c: bool(c.found) and bool(c.offered),
    "who_and_when": lambda c: c.done is Done.NOW or (c.done_on is not None and bool(c.done_by)),
    "within_limit": lambda c: not (MONEY & set(c.offer)) or c.amount is not None,
    "fair_asked": lambda c: c.answer is not None,
}
"""The rules by which checklist items tick themselves, by the name content files use."""


PROOF_NAMES = frozenset({*PROOFS, PAPER_PRINTED, EFFORT_FITS})
"""What content files may name as a proof."""


def proven(complaint: Complaint, item: ChecklistItem, *, printed: int, enough: bool) -> bool:
    """Tell whether the data itself ticks an item.

    `printed` papers went to a printer so far; `enough` was looked at for how serious it is.
    """
    if item.proof == PAPER_PRINTED:
        return printed > 0
    if item.proof == EFFORT_FITS:
        return enough
    return bool(item.proof) and PROOFS[item.proof](complaint)


def hands_may_tick(item: ChecklistItem) -> bool:
    """Tell whether a handler may tick an item: those without a rule, and a paper given by hand."""
    return not item.proof or item.proof == PAPER_PRINTED


def suggested_next_step(complaint: Complaint) -> Step:
    """Tell which page to open for a complaint that is continued."""
    for step in Step:
        if still_open(complaint, step):
            return step
    return Step.RESOLVE


def opens_safety(complaint: Complaint) -> bool:
    """Tell whether the safety card must be shown: somebody is, or may be, at risk."""
    return complaint.safety in {Safety.YES, Safety.NOT_SURE}
