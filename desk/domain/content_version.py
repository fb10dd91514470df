"""A version of the guide's content as a supervisor or head office changed it."""

from dataclasses import dataclass
from datetime import date

SHIPPED = "0"
"""The version of the guide that desk came with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentVersion:
    """One language's guide file as text, whole. Complaints keep the version they began with."""

    id: str
    language: str = ""
    version: str = ""
    text: str = ""
    words: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day that differs from the region's calendar: worked, rested or made up."""

    id: str
    day: date | None = None
    kind: str = ""
    words: str = ""
    heads: tuple[str, ...] = ()
