"""A pause: our own clocks stand still while we wait for somebody; the law's and promises do not."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.label import N_
from desk.domain.questions import Form, Question


class WaitingFor(StrEnum):
    """Whom we wait for."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    LAB = "lab"
    HEAD_OFFICE = "head_office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """One pause; it lasts until `until_at` is set."""

    id: str
    complaint: str
    waiting_for: WaitingFor | None = None
    reason: str = ""
    from_at: datetime | None = None
    until_at: datetime | None = None
    heads: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether we still wait."""
        return self.until_at is None


QUESTIONS = (
    Question(
        name="waiting_for",
        form=Form.CHOICE,
        options=WaitingFor,
        label=N_("Whom do we wait for?"),
        problem=N_("Choose whom we wait for"),
    ),
    Question(
        name="reason",
        form=Form.LINE,
        limit=500,
        label=N_("What for?"),
        problem=N_("Write what we wait for"),
    ),
)
