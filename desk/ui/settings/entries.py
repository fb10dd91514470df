"""Lists a supervisor edits: what a line is, what is asked of one, what saving it may refuse."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from desk.services.policy import PolicyChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a list: its name, its words, and what stands before them."""

    id: str
    words: str
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryField:
    """What is asked of a line, translated; with `choices` (code, words) one of them is chosen."""

    name: str
    label: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


class Entries(Protocol):
    """One list: read whole, changed line by line; words come in the language of the screen.

    `add` and `drop` name what the buttons do; an empty one means it cannot be done here. Saving
    raises Unfit in words, or a DeskError. What changes due dates is given back instead, to be
    looked at first.
    """

    name: str

    def title(self) -> str:
        """Name the list."""

    def hint(self) -> str:
        """Say what there is to know about it; perhaps nothing."""

    def empty(self) -> str:
        """Say what to do while there is nothing in it."""

    def add(self) -> str:
        """Name the button for a new line."""

    def drop(self) -> str:
        """Name the button that takes a line away."""

    def fields(self) -> tuple[EntryField, ...]:
        """Say what is asked of a line; nothing where lines are only read."""

    def lines(self) -> tuple[Line, ...]:
        """Read the list."""

    def values(self, line_id: str) -> Mapping[str, str]:
        """Read what a line says, by field; an empty id is a new one."""

    def save(self, line_id: str, values: Mapping[str, str]) -> PolicyChange | None:
        """Save a line, or a new one where `line_id` is empty."""

    def take_away(self, line_id: str) -> PolicyChange | None:
        """Take a line out of the list."""
