"""The people who work with desk: their roles, their PINs, and how long a wrong PIN holds up."""

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime, timedelta
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
    pin: str = field(default="", repr=False)
    limit_complaint: int | None = None
    limit_month: int | None = None
    left: bool = False
    heads: tuple[str, ...] = ()

    @property
    def can_sign_in(self) -> bool:
        """Tell whether a PIN lets this person in."""
        return bool(self.pin) and not self.left


LEAST_DIGITS, MOST_DIGITS = 6, 64


def pin_as_typed(text: str) -> str:
    """Give a PIN's digits: an input method's full-width digits are the same as plain ones."""
    return unicodedata.normalize("NFKC", text).strip()


def is_pin(text: str) -> bool:
    """Tell whether a PIN, as `pin_as_typed` gives it, can be one."""
    return text.isascii() and text.isdigit() and LEAST_DIGITS <= len(text) <= MOST_DIGITS


def same_name(one: str, other: str) -> bool:
    """Tell whether two names would be taken for the same: width and case do not tell apart."""
    return _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


LONGEST_WAIT = 60


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong PINs in a row, and when the last was tried by this machine's clock."""

    count: int = 0
    at: datetime | None = None

    def one_more(self, now: datetime) -> "Tries":
        """Count one more wrong PIN."""
        return Tries(self.count + 1, now)

    def wait(self) -> int:
        """Give the seconds that must pass after the last one: 1, 2, 4 ... 60."""
        return min(LONGEST_WAIT, 2 ** min(self.count - 1, 6)) if self.count else 0

    def left(self, now: datetime) -> float:
        """Give the seconds still to wait.

        A clock set back before the last try has told nothing of the time since, so the whole
        wait stays.
        """
        if self.at is None:
            return 0.0
        passed = max(now - self.at, timedelta()).total_seconds()
        return max(0.0, self.wait() - passed)
