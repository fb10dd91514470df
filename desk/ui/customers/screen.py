"""What the customers' screen shows: its lines, its customer, and what is asked about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from desk.domain.complainant import Detail
from desk.ui.customers.merging import Choice
from desk.ui.customers.sheet import Sheet

Row = TypeVar("Row")


class Mode(StrEnum):
    """What the right side of the screen is for."""

    READ = "read"
    CHANGE = "change"
    CHOOSE = "choose"
    COMPARE = "compare"
    UNMERGE = "unmerge"


@dataclass(frozen=True, slots=True)
class CustomersScreen:
    """What the view draws. `at` is the line shown, `kept` the name of who is merged with another.

    `choices` are what COMPARE and UNMERGE ask; `texts` fill CHANGE.
    """

    words: str = ""
    at: str = ""
    found: str = ""
    empty: str = ""
    mode: Mode = Mode.READ
    sheet: Sheet | None = None
    kept: str = ""
    choices: tuple[Choice, ...] = ()
    texts: tuple[tuple[Detail, str], ...] = ()


class Rows(Generic[Row]):
    """A short list that was read whole."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def count(self) -> int:
        """Count all rows."""
        return len(self._rows)

    def page(self, offset: int, limit: int) -> Sequence[Row]:
        """Give some rows."""
        return self._rows[offset : offset + limit]
