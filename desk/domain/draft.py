"""The draft: what is being typed for a complaint, kept on this desk only until it is saved."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.step import Step


class ParkReason(StrEnum):
    """Why a complaint was set aside."""

    STEPPED_AWAY = "stepped_away"
    CHECKING = "checking"
    QUEUE = "queue"
    PHONE = "phone"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The newest state of one guide: raw answers as typed, hand ticks, and where the cursor was.

    `reference` is empty until the first answer is on disk. `parked_at` is None while the
    complaint is in front of the handler.
    """

    id: str
    opened_at: datetime
    reference: str = ""
    step: Step = Step.LISTEN
    field: str = ""
    cursor: int = 0
    answers: Mapping[str, str | tuple[str, ...]] = dataclasses.field(default_factory=dict)
    ticks: frozenset[str] = frozenset()
    parked_at: datetime | None = None
    parked_for: ParkReason | None = None
    saved_at: datetime | None = None
