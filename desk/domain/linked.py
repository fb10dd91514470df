"""A link: two complaints of the same person, or about the same problem."""

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    """What two complaints have in common."""

    SAME_PERSON = "same_person"
    SAME_PROBLEM = "same_problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`complaint` points to the earlier `other`; a link taken back is kept with `on` false."""

    id: str
    complaint: str
    other: str = ""
    why: Why | None = None
    on: bool = True
    heads: tuple[str, ...] = ()
