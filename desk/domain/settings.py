"""How this organisation works: every setting with its default, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a supervisor decides for the branch. Days are working days unless named otherwise.

    `currency` is an ISO 4217 code, `region` the ISO 3166 country whose holidays count, `policy`
    the version that is stamped on due dates. Limits are in minor units, for one complaint and
    for a calendar month. `open_weekdays` names the days the branch is open (1 is Monday),
    `not_offered` answers that are not offered any more (``cause.mix_up remedy.repair``),
    `guide_version` the guide in force; empty is the one desk came with. Pictures are kept with
    `picture_side` pixels at most; `scan_folder` is where a scanner puts what it read;
    `camera_days` is how long the branch's camera keeps its pictures, in calendar days;
    `tier_days` names the working days until a first reply to a tier of customers, where they are
    fewer (``gold=1, silver=2``). Nobody is given up before `no_contact_tries` days of trying in
    vain; who agreed is called back `call_back_days` calendar days after closing (0: never); an
    amount above `escalate_amount` is one for the area manager. The window is hidden after
    `shield_seconds` in which nobody touched the desk (0: never).
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
    limit_handler_complaint: int = 50_000
    limit_handler_month: int = 500_000
    limit_supervisor_complaint: int = 500_000
    limit_supervisor_month: int = 5_000_000
    open_weekdays: str = "1234567"
    not_offered: str = ""
    guide_version: str = ""
    picture_side: int = 1600
    scan_folder: str = ""
    camera_days: int = 30
    tier_days: str = ""
    no_contact_tries: int = 3
    call_back_days: int = 7
    escalate_amount: int = 500_000
    shield_seconds: int = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting as a synced record: its name and its value as text."""

    id: str
    name: str = ""
    value: str = ""
    heads: tuple[str, ...] = ()


ROOT = "ref"
"""The root under which reference data travels to every branch."""
