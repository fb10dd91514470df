"""The settings staff may change: one line each, with what may be typed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.domain.answers import Unreadable, read_money
from desk.domain.text import storable
from desk.i18n import N_, _, is_currency
from desk.services.calendar import is_known

_BRANCH = re.compile(r"[A-Z0-9]{2,6}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_REGION = re.compile(r"[A-Z]{2}")
LINE_LIMIT = 300


class Unfit(ValueError):
    """What was typed cannot be this setting; the words say what can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingField:
    """One setting: its name in ``Settings``, its words, how what is typed is read and shown.

    With `choices` (code, words) any of them may be chosen; their codes in a row are the text.
    """

    name: str
    label: str
    read: Callable[[str], str | int]
    hint: str = ""
    show: Callable[[Any], str] = str
    choices: tuple[tuple[str, str], ...] = ()


def _line(text: str) -> str:
    return " ".join(storable(text).split())[:LINE_LIMIT]


def _money(text: str) -> int:
    try:
        read = read_money(text)
    except Unreadable:
        read = None
    if read is None:
        raise Unfit(_("Write an amount, for example 200 or 200.50"))
    return read


def _as_money(minor: int) -> str:
    return f"{minor // 100}.{minor % 100:02d}"


def _days(text: str) -> str:
    if not text:
        raise Unfit(_("Choose at least one day"))
    return text


def _code(
    pattern: re.Pattern[str], words: str, is_known: Callable[[str], bool] = bool
) -> Callable[[str], str]:
    def read(text: str) -> str:
        said = text.strip().upper()
        if not pattern.fullmatch(said) or not is_known(said):
            raise Unfit(_(words))
        return said

    return read


def _folder(text: str) -> str:
    said = text.strip()
    if said and not Path(said).expanduser().is_dir():
        raise Unfit(_("There is no such folder on this machine"))
    return said


def _between(lowest: int, highest: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        said = text.strip()
        if not said.isdecimal() or not lowest <= int(said) <= highest:
            words = _("Write a whole number from {lowest} to {highest}")
            raise Unfit(words.format(lowest=lowest, highest=highest))
        return int(said)

    return read


def _whole(highest: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        said = text.strip()
        if not said.isdecimal() or not 1 <= int(said) <= highest:
            raise Unfit(_("Write a whole number from 1 to {highest}").format(highest=highest))
        return int(said)

    return read


PAPERS: tuple[SettingField, ...] = (
    SettingField(name="shop", label=N_("Shop"), read=_line),
    SettingField(name="address", label=N_("Address"), read=_line),
    SettingField(name="phone", label=N_("Phone"), read=_line),
    SettingField(name="hours", label=N_("Opening hours"), read=_line),
)
"""The letterhead: what stands on papers."""

_WEEK = (
    *(("1", N_("Monday")), ("2", N_("Tuesday")), ("3", N_("Wednesday")), ("4", N_("Thursday"))),
    *(("5", N_("Friday")), ("6", N_("Saturday")), ("7", N_("Sunday"))),
)

BRANCH: tuple[SettingField, ...] = (
    SettingField(
        name="branch",
        label=N_("Branch code"),
        read=_code(_BRANCH, N_("Write 2 to 6 letters or digits, for example BR01")),
        hint=N_(
            "Tells your branches apart and begins every new reference; BR01 is only a suggestion. "
            "References already given stay."
        ),
    ),
    SettingField(name="handler", label=N_("Your name"), read=_line),
    SettingField(
        name="currency",
        label=N_("Currency"),
        read=_code(
            _CURRENCY,
            N_("Write the three letters of a currency, for example CNY, EUR or USD"),
            is_currency,
        ),
    ),
    SettingField(
        name="region",
        label=N_("Region of the holidays"),
        read=_code(
            _REGION,
            N_(
                "Write the two letters of the country whose public holidays count, "
                "for example CN, GB or US"
            ),
            is_known,
        ),
    ),
    SettingField(
        name="open_weekdays",
        label=N_("Days the branch is open"),
        read=_days,
        choices=_WEEK,
        hint=N_("Days somebody is here. Working days are those of the region and your own days."),
    ),
)
"""Which branch this is, and where."""

CLOCKS: tuple[SettingField, ...] = (
    SettingField(
        name="urgent_hours",
        label=N_("Urgent: first reply within hours"),
        read=_whole(240),
    ),
    SettingField(
        name="first_word_days",
        label=N_("First reply within working days"),
        read=_whole(60),
    ),
    SettingField(
        name="progress_days",
        label=N_("Progress word every working days"),
        read=_whole(60),
    ),
    SettingField(
        name="final_days",
        label=N_("Final answer within working days"),
        read=_whole(120),
    ),
    SettingField(
        name="statutory_calendar_days",
        label=N_("But at the latest after calendar days"),
        read=_whole(366),
        hint=N_("You see how many open complaints change before it holds. Closed ones never do."),
    ),
    SettingField(
        name="tier_days",
        label=N_("First reply to some customers within working days"),
        read=_line,
        hint=N_("For example gold=1, silver=2. A tier shortens this one clock and lengthens none."),
    ),
)
"""When answers are due."""

LIMITS: tuple[SettingField, ...] = (
    SettingField(
        name="limit_handler_complaint",
        label=N_("A handler, for one complaint"),
        read=_money,
        show=_as_money,
    ),
    SettingField(
        name="limit_handler_month",
        label=N_("A handler, in a month"),
        read=_money,
        show=_as_money,
    ),
    SettingField(
        name="limit_supervisor_complaint",
        label=N_("A supervisor, for one complaint"),
        read=_money,
        show=_as_money,
    ),
    SettingField(
        name="limit_supervisor_month",
        label=N_("A supervisor, in a month"),
        read=_money,
        show=_as_money,
        hint=N_("Above a limit somebody with a higher one approves, on the spot or later."),
    ),
)
"""How much may be given without asking."""

CLOSING: tuple[SettingField, ...] = (
    SettingField(
        name="no_contact_tries",
        label=N_("Given up after days of trying in vain"),
        read=_whole(30),
    ),
    SettingField(
        name="call_back_days",
        label=N_("Called back after days"),
        read=_between(0, 365),
        hint=N_("Calendar days after closing; 0 calls nobody back."),
    ),
    SettingField(
        name="escalate_amount",
        label=N_("To the area manager above"),
        read=_money,
        show=_as_money,
    ),
)
"""When a complaint may end without a yes, and what comes after its end."""

SCREEN: tuple[SettingField, ...] = (
    SettingField(
        name="shield_seconds",
        label=N_("Hide the window after seconds"),
        read=_between(0, 3600),
        hint=N_("When nobody touches the desk; 0 never hides it."),
    ),
)
"""What the screen shows to whoever passes by."""

KEPT: tuple[SettingField, ...] = (
    SettingField(
        name="picture_side",
        label=N_("Longest side of kept pictures, in pixels"),
        read=_between(400, 6000),
    ),
    SettingField(
        name="scan_folder",
        label=N_("Scan folder"),
        read=_folder,
        hint=N_("Where the scanner puts files; the card “Photo or file” offers the newest ones."),
    ),
    SettingField(
        name="camera_days",
        label=N_("The camera overwrites after days"),
        read=_whole(3660),
    ),
)
"""What is kept, and from where."""

BY_NAME = {
    field.name: field for field in (*PAPERS, *BRANCH, *CLOCKS, *LIMITS, *CLOSING, *SCREEN, *KEPT)
}
