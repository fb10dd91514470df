"""An offer and the customer's answer to it, and the supervisor's word on what is over a limit."""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.response import Answer, Remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer as it was made; a later one stands beside it, never over it.

    `amount` is in minor units. `number` counts from 1 within a complaint.
    """

    id: str
    complaint: str
    number: int = 1
    offer: tuple[Remedy, ...] = ()
    offered: str = ""
    amount: int | None = None
    answer: Answer | None = None
    offered_at: datetime | None = None
    offered_by: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A supervisor's answer to an offer over the handler's limit; refusals are kept as well."""

    id: str
    complaint: str
    amount: int | None = None
    offered: str = ""
    asked_by: str = ""
    decided_by: str = ""
    granted: bool | None = None
    reason: str = ""
    decided_at: datetime | None = None
    heads: tuple[str, ...] = ()
