"""What the settings show, and what they need of the desk's look."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from desk.i18n import ngettext
from desk.services.policy import PolicyChange
from desk.ui.theme import Mode


class Looks(Protocol):
    """What the settings need of the desk's look."""

    mode: Mode
    size: int
    language: str

    def choose(self, *, mode: Mode | None = None, size: int | None = None) -> None:
        """Change some of it, at once and for next time."""


@dataclass(frozen=True, slots=True)
class SettingsScreen:
    """What the view draws: texts and problems by name of setting, and the look.

    `pending` says what a change that waits would do; empty when none waits.
    """

    texts: Mapping[str, str]
    problems: Mapping[str, str]
    language: str
    mode: Mode
    size: int
    pending: str = ""


def pending_words(change: PolicyChange | None) -> str:
    """Say what a change that waits would do."""
    if change is None:
        return ""
    words = ngettext(
        "Not saved yet: {n} of {total} open complaints gets another due date.",
        "Not saved yet: {n} of {total} open complaints get other due dates.",
        change.moved,
    )
    return words.format(n=change.moved, total=change.open)
