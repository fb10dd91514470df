"""What can be taken back, and how a record stands then: as it stood, by a new save (ux.md §8)."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desk.domain.change import Change
from desk.domain.closing import Closing
from desk.domain.complainant import Complainant, Merge
from desk.domain.complaint import Complaint
from desk.domain.contact import Contact
from desk.domain.fact import Fact
from desk.domain.guide import Tick
from desk.domain.kept_item import KeptItem
from desk.domain.linked import Link
from desk.domain.matter import Matter
from desk.domain.offer import Offer
from desk.domain.pause import Pause
from desk.domain.promise import Promise, PromiseState
from desk.domain.rating import Rating
from desk.domain.referral import Referral
from desk.domain.side_path import SidePath
from desk.domain.task import Task

_NEW_COUNTS_FOR_NOTHING: Mapping[type[Any], Mapping[str, Any]] = {
    Promise: {"state": PromiseState.DROPPED, "due_on": None},
    Offer: {"offer": (), "offered": "", "amount": None, "answer": None, "offered_at": None},
    Rating: {"asked": None, "result": None, "handling": None, "words": "", "asked_at": None},
    Closing: {"outcome": None, "answer": None, "words": "", "closed_at": None, "closed_by": ""},
    Tick: {"on": False},
    Link: {"on": False},
    Merge: {"undone": True},
}
"""What is set in a record that was new: no record is ever deleted, so it counts for nothing."""
_CHANGED = frozenset({
    Complaint, Promise, Offer, Rating, Closing, Tick, Link, Merge, SidePath, Referral, Contact,
    Fact, Task, KeptItem, Matter, Pause, Complainant,
})  # fmt: skip
"""Records whose change is taken back. Papers, approvals, people and settings are not here."""


@dataclass(frozen=True, slots=True)
class Step:
    """One action: the records it saved, each once, in order."""

    changes: tuple[Change, ...]

    @property
    def complaint(self) -> Complaint | None:
        """Give the complaint the action changed, as it was after it."""
        found = (c.after for c in self.changes if isinstance(c.after, Complaint))
        return next(found, None)


def step_of(saved: Iterable[Change]) -> Step | None:
    """Make a step of what one transaction saved; None where it cannot be taken back whole."""
    together: dict[tuple[type[Any], str], Change] = {}
    for change in saved:
        key = (type(change.after), change.after.id)
        first = together.get(key, change)
        together[key] = Change(first.before, change.after, change.root)
    changes = tuple(together.values())
    if not changes or not all(map(_can_go_back, changes)):
        return None
    return Step(changes)


def stands(change: Change, now: Any) -> bool:  # noqa: ANN401 - any record
    """Tell whether a record still says what a change left it saying."""
    return now is not None and dataclasses.replace(now, heads=change.after.heads) == change.after


def as_before(change: Change, now: Any) -> Any:  # noqa: ANN401 - any record
    """Give a record as it stood before a change, following on from how it stands now."""
    if change.before is not None:
        return dataclasses.replace(change.before, heads=now.heads)
    return dataclasses.replace(now, **_NEW_COUNTS_FOR_NOTHING[type(now)])


def _can_go_back(change: Change) -> bool:
    kind = type(change.after)
    return kind in (_CHANGED if change.before is not None else _NEW_COUNTS_FOR_NOTHING)
