"""A version of the guide's content as a supervisor or head office changed it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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


class DayKind(StrEnum):
    """What a day of a branch's own is: worked, a rest day, a rest day worked to make up (调休)."""

    WORK = "work"
    REST = "rest"
    MAKE_UP = "make_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day that differs from the region's calendar; without a kind it is as the region's again."""

    id: str
    day: date | None = None
    kind: str = ""
    words: str = ""
    heads: tuple[str, ...] = ()
