"""How this organisation works: every setting with its default, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a supervisor decides for the branch. Days are working days unless named otherwise.

    `currency` is an ISO 4217 code, `region` the ISO 3166 country whose holidays count, `policy`
    the version that is stamped on due dates.
    """

    shop: str = ""
    branch: str = "BR01"
    address: str = ""
    phone: str = ""
    hours: str = ""
    routes: str = ""
    handler: str = ""
    currency: str = "CNY"
    region: str = "CN"
    urgent_hours: int = 24
    first_word_days: int = 3
    progress_days: int = 5
    final_days: int = 10
    statutory_calendar_days: int = 15
    policy: str = "2026-1"
    practice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting as a synced record: its name and its value as text."""

    id: str
    name: str = ""
    value: str = ""
    heads: tuple[str, ...] = ()


ROOT = "ref"
"""The root under which reference data travels to every branch."""
