"""A line of the register: what the workbook says about one complaint, and no more than that."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from desk.domain.assessment import Safety, Severity
from desk.domain.complaint import Category, Kind, ReceivedVia, Repeat, Stage
from desk.domain.investigation import Cause, Finding
from desk.domain.response import Answer, Done, Outcome, Remedy

NOTHING: Mapping[str, str] = {}


class RegisterRow(NamedTuple):
    """One complaint as the register prints it; fields mean what they mean in Complaint.

    A named tuple, because a hundred thousand of them are made in one go. Those of `NAMES` say
    who somebody is and are empty unless names were asked for. `own` are the answers to own fields
    by code.
    """

    reference: str
    arrived_at: datetime
    stage: Stage
    kind: Kind | None
    received_via: ReceivedVia | None
    story: str
    category: Category | None
    category_other: str
    safety: Safety | None
    wish: tuple[Remedy, ...]
    summary: str
    language: str
    product: str
    finding: Finding | None
    cause: Cause | None
    severity: Severity | None
    found: str
    offer: tuple[Remedy, ...]
    amount: int | None
    offered: str
    answer: Answer | None
    done: Done | None
    done_on: date | None
    rating_result: int | None
    rating_handling: int | None
    lesson: str
    priority: int | None
    first_word_due_at: datetime | None
    final_due_at: datetime | None
    acknowledged_at: datetime | None
    responded_at: datetime | None
    closed_at: datetime | None
    outcome: Outcome | None
    handler: str
    name: str
    phone: str
    email: str
    address: str
    subcategory: str = ""
    repeat: Repeat | None = None
    first_word_at: datetime | None = None
    paused_at: datetime | None = None
    own: Mapping[str, str] = NOTHING


NAMES = frozenset({"handler", "name", "phone", "email", "address"})
"""Fields that say who somebody is."""
