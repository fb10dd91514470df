"""The complaint: everything known about one expression of dissatisfaction, as one value."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desk.domain.assessment import Affected, Help, Parts, Safety, Severity
from desk.domain.investigation import Cause, Checked, Finding
from desk.domain.response import Answer, Apology, Done, Outcome, Remedy


class Stage(StrEnum):
    """Where a complaint stands (ISO 10002 activities; each follows a step of the guide)."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    ASSESSED = "assessed"
    INVESTIGATED = "investigated"
    RESPONDED = "responded"
    CLOSED = "closed"


class Kind(StrEnum):
    """What was brought: only complaints run complaint clocks; all kinds are counted apart."""

    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    PRAISE = "praise"
    QUESTION = "question"


class ReceivedVia(StrEnum):
    """How the complaint reached the branch."""

    COUNTER = "counter"
    PHONE = "phone"
    LETTER = "letter"
    OPINION_BOOK = "opinion_book"
    ONLINE = "online"
    SURVEY = "survey"
    VISIT = "visit"
    PASSED_ON = "passed_on"
    OTHER = "other"


class OnlineVia(StrEnum):
    """Where on the net it was said."""

    WEBSITE = "website"
    WECHAT = "wechat"
    WEIBO = "weibo"
    DOUYIN = "douyin"
    PLATFORM = "platform"
    OTHER = "other"


class Category(StrEnum):
    """What the complaint is about."""

    PRODUCT = "product"
    SERVICE = "service"
    PRICE = "price"
    OFFER = "offer"
    MANNER = "manner"
    RULE = "rule"
    WAITING = "waiting"
    PREMISES = "premises"
    OTHER = "other"


class Agreed(StrEnum):
    """Whether the customer agreed to the summary when it was read back."""

    YES = "yes"
    CORRECTED = "corrected"
    DECLINED = "declined"


class Channel(StrEnum):
    """How the customer wishes to be reached."""

    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    POST = "post"
    COMES_BACK = "comes_back"
    NO_NEED = "no_need"


class Repeat(StrEnum):
    """Whether the same thing came up before."""

    ONCE = "once"
    AGAIN = "again"


class Known(StrEnum):
    """A plain yes or no that may also not be known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One complaint. An empty text, empty tuple or None means: not said, not known, not yet.

    Money is in minor units of the shop's currency; moments (`…_at`) are aware, days (`…_on`)
    are plain dates. `heads` names the newest ops of this record and is kept by storage.
    Never printed for the customer: what `INSIDE_ONLY` names.
    """

    id: str
    reference: str
    branch: str
    handler: str
    arrived_at: datetime
    stage: Stage = Stage.RECEIVED
    kind: Kind | None = None
    received_via: ReceivedVia | None = None
    source: str = ""
    online_via: OnlineVia | None = None
    source_number: str = ""
    source_due_on: date | None = None
    source_demand: str = ""
    form_number: str = ""
    visited_at: datetime | None = None
    complainant: str = ""
    tier: str = ""
    guide: str = ""

    story: str = ""
    category: Category | None = None
    category_other: str = ""
    subcategory: str = ""
    safety: Safety | None = None
    pace: int | None = None
    wish: tuple[Remedy, ...] = ()
    wish_other: str = ""
    happened_on: date | None = None
    place: str = ""
    paid: int | None = None
    proof: Known | None = None

    summary: str = ""
    agreed: Agreed | None = None
    apology: Apology | None = None
    language: str = ""
    channel: Channel | None = None
    phone: str = ""
    email: str = ""
    address: str = ""
    name: str = ""
    consent: Known | None = None
    affected_name: str = ""
    relation: str = ""
    authority: Known | None = None
    help_needed: tuple[Help, ...] = ()

    product: str = ""
    receipt: str = ""
    bought_on: date | None = None
    checked: tuple[Checked, ...] = ()
    checked_other: str = ""
    finding: Finding | None = None
    cause: Cause | None = None
    severity: Severity | None = None
    parts: Parts | None = None
    affected: Affected | None = None
    found: str = ""
    undisputed: str = ""
    person: str = ""
    person_staff: str = ""
    immediate: Known | None = None
    supervisor_told_at: datetime | None = None
    next_on: date | None = None
    next_by: str = ""

    offer: tuple[Remedy, ...] = ()
    offer_other: str = ""
    amount: int | None = None
    offered: str = ""
    answer: Answer | None = None
    done: Done | None = None
    done_on: date | None = None
    done_by: str = ""
    check_back_on: date | None = None
    check_back_via: Channel | None = None
    refusal: str = ""
    refusal_basis: str = ""
    refusal_next: str = ""
    pace_end: int | None = None
    rating_result: int | None = None
    rating_handling: int | None = None
    lesson: str = ""

    priority: int | None = None
    priority_by_hand: int | None = None
    priority_reason: str = ""
    repeat: Repeat | None = None
    first_word_due_at: datetime | None = None
    progress_due_at: datetime | None = None
    final_due_at: datetime | None = None
    statutory_due_at: datetime | None = None
    policy: str = ""
    received_at: datetime | None = None
    acknowledged_at: datetime | None = None
    first_word_at: datetime | None = None
    investigated_at: datetime | None = None
    responded_at: datetime | None = None
    closed_at: datetime | None = None
    reopened_at: datetime | None = None
    outcome: Outcome | None = None

    heads: tuple[str, ...] = ()

    @property
    def is_complaint(self) -> bool:
        """Tell whether complaint clocks and gates apply; what has no kind yet is taken as one."""
        return self.kind in {None, Kind.COMPLAINT}

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still owes the customer something."""
        return self.stage is not Stage.CLOSED


INSIDE_ONLY = frozenset({
    "pace", "pace_end", "person", "person_staff", "lesson", "severity", "parts", "affected",
    "immediate", "priority", "priority_by_hand", "priority_reason", "repeat", "tier",
    "supervisor_told_at",
})  # fmt: skip
"""Fields that no paper for a customer may ever show."""


@dataclass(frozen=True, slots=True)
class ComplaintSummary:
    """A line of a list: only what a list shows, read by its own SELECT."""

    id: str
    reference: str
    arrived_at: datetime
    kind: Kind | None
    category: Category | None
    summary: str
    story: str
    stage: Stage
    priority: int | None
    first_word_due_at: datetime | None
    final_due_at: datetime | None
    acknowledged_at: datetime | None
    handler: str
    answer: Answer | None
    name: str
    finding: Finding | None
    responded_at: datetime | None
    next_on: date | None
    next_by: str
    offer: tuple[Remedy, ...]
    done: Done | None
    done_on: date | None
    done_by: str
    check_back_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFilter:
    """Which complaints a list shows. `words` are found in reference, phone, name and texts."""

    words: str = ""
    stages: tuple[Stage, ...] = ()
    category: Category | None = None
    only_overdue: bool = False
    arrived_from: datetime | None = None
    arrived_before: datetime | None = None
