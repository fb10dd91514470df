"""The complainant as a person: how to reach them, and which records turned out to be the same."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Complainant:
    """One person. `phones` as typed; a phone may be several people's, and one has several.

    There is no field for remarks about a person. `into` is the record this one was merged into,
    empty when it stands for itself; both ids stay valid.
    """

    id: str
    name: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    address: str = ""
    language: str = ""
    tier: str = ""
    into: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two records found to be one person; `before` is the kept one as it was, to be undone by.

    `undone` takes the merge back; nothing of either record is lost by merging.
    """

    id: str
    kept: str = ""
    merged: str = ""
    before: str = ""
    undone: bool = False
    heads: tuple[str, ...] = ()
