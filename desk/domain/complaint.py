"""The complaint: everything known about one expression of dissatisfaction, as one value.

Who knows the complaint knows its choices and its lists by the same door.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.assessment import Affected, Help, Parts, Safety, Severity
from desk.domain.complaint_choices import Agreed as Agreed
from desk.domain.complaint_choices import Category as Category
from desk.domain.complaint_choices import Channel as Channel
from desk.domain.complaint_choices import Kind as Kind
from desk.domain.complaint_choices import Known as Known
from desk.domain.complaint_choices import OnlineVia as OnlineVia
from desk.domain.complaint_choices import ReceivedVia as ReceivedVia
from desk.domain.complaint_choices import Repeat as Repeat
from desk.domain.complaint_choices import Stage as Stage
from desk.domain.complaint_list import ComplaintFilter as ComplaintFilter
from desk.domain.complaint_list import ComplaintSummary as ComplaintSummary
from desk.domain.investigation import Cause, Checked, Finding
from desk.domain.response import Answer, Apology, Done, Outcome, Remedy


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
    passed_on_by: str = ""
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
    help_consent: Known | None = None

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
    paused_at: datetime | None = None
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
