"""Lists of complaints: a line, and which complaints a list shows."""

from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.complaint_choices import Category, Kind, Stage
from desk.domain.investigation import Finding
from desk.domain.response import Answer, Done, Remedy


@dataclass(frozen=True, slots=True)
class ComplaintSummary:
    """A line of a list: only what a list shows, read by its own SELECT.

    `promised_on` is the soonest day of its open promises, `promised_by` who keeps that one.
    """

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
    progress_due_at: datetime | None
    final_due_at: datetime | None
    statutory_due_at: datetime | None
    paused_at: datetime | None
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
    first_word_at: datetime | None = None
    promised_on: date | None = None
    promised_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintFilter:
    """Which complaints a list shows. `words` are found in reference, phone, name and texts."""

    words: str = ""
    stages: tuple[Stage, ...] = ()
    category: Category | None = None
    subcategory: str = ""
    only_overdue: bool = False
    arrived_from: datetime | None = None
    arrived_before: datetime | None = None
