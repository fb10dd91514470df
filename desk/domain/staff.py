"""The people who work with desk: their roles, and what each role may do."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What somebody is at the desk."""

    HANDLER = "handler"
    SUPERVISOR = "supervisor"
    HEAD_OFFICE = "head_office"
    AUDITOR = "auditor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """One person. `pin` is the argon2 hash of a PIN, empty until one was set.

    Limits are in minor units, for one complaint and for a calendar month; None means the role's.
    """

    id: str
    name: str = ""
    role: Role = Role.HANDLER
    pin: str = ""
    limit_complaint: int | None = None
    limit_month: int | None = None
    left: bool = False
    heads: tuple[str, ...] = ()
