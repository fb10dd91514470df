"""What came of a person's complaints: counts of what happened, never words about the person."""

from dataclasses import dataclass

from desk.domain.complaint_list import ComplaintSummary
from desk.domain.person import Person
from desk.domain.response import Outcome


@dataclass(frozen=True, slots=True)
class Product:
    """A product more than one of a person's complaints is about."""

    name: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A person and what happened so far.

    `kept`, `late`, `broken` and `waiting` count promises (a moved one was broken for its first
    day); `last_outcome` is that of the complaint closed last; `complaints` are the newest ones.
    """

    person: Person
    count: int
    still_open: int
    last_outcome: Outcome | None
    kept: int
    late: int
    broken: int
    waiting: int
    again: tuple[Product, ...]
    complaints: tuple[ComplaintSummary, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A line of the list of customers: a person, or a complaint that is linked to nobody.

    `complaint` is empty for a person, `person` None for a complaint.
    """

    person: Person | None = None
    complaint: ComplaintSummary | None = None
    phone: str = ""
    count: int = 0
    still_open: int = 0

    @property
    def id(self) -> str:
        """Name the line."""
        if self.person is not None:
            return self.person.id
        return self.complaint.id if self.complaint is not None else ""
