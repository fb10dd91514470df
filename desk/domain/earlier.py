"""An earlier complaint that may concern the one in hand: suggested, never linked by itself."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.complaint import Category, Stage


class Alike(StrEnum):
    """What an earlier complaint has in common with the one in hand."""

    PHONE = "phone"
    NAME = "name"
    PRODUCT = "product"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """One earlier complaint; `why` says what is alike, the surest first.

    `summary` is the first sentence of the story where none was written. `complainant` is the
    record of the person it is linked to, empty when it is linked to nobody.
    """

    id: str
    reference: str
    category: Category | None
    summary: str
    arrived_at: datetime
    stage: Stage
    complainant: str
    why: tuple[Alike, ...]

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still owes the customer something."""
        return self.stage is not Stage.CLOSED
