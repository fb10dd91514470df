"""Side paths: the nine situations in which the straight road of the guide is not enough."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum


class Path(IntEnum):
    """A side path, by the digit that opens it."""

    SAFETY = 1
    ABUSE = 2
    DOES_NOT_ACCEPT = 3
    SUPERVISOR = 4
    LEFT = 5
    CAME_BEFORE = 6
    WISH_NOT_MET = 7
    LAWYER_PRESS_AUTHORITY = 8
    NEEDS_HELP = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class SidePath:
    """One side path of one complaint; several may apply, and none changes what was answered.

    `lines` names the lines of its card that were done; `words` is what its card asked for, such
    as what was said, word for word.
    """

    id: str
    complaint: str
    path: Path | None = None
    words: str = ""
    person: str = ""
    lines: tuple[str, ...] = ()
    opened_at: datetime | None = None
    opened_by: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A gate that warned and was passed with a reason; it is counted."""

    id: str
    complaint: str
    gate: str = ""
    reason: str = ""
    passed_at: datetime | None = None
    passed_by: str = ""
    heads: tuple[str, ...] = ()


TOLD_SUPERVISOR = "4"
"""The line of the safety card that says the supervisor was told (ux.md §6)."""
