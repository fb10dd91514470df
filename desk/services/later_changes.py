"""Asks why, when what the customer has on paper is changed, and keeps the answer beside it."""

import dataclasses
import os
from dataclasses import dataclass

from desk.domain.complaint import Complaint
from desk.domain.draft import Draft
from desk.domain.identity import new_id
from desk.domain.later_change import (
    ANSWER,
    ChangeReason,
    LaterChange,
    ReasonNeeded,
    later_changes,
)
from desk.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Weighed:
    """What may be saved now. `waits`: some of what was typed waits in the draft for its reason."""

    complaint: Complaint
    reason: LaterChange | None
    waits: bool


def with_reason(
    tx: Transaction,
    draft: Draft,
    stored: Complaint,
    filled: Complaint,
    *,
    put_aside: bool,
    by_commitment: bool,
) -> Weighed:
    """Find the reason a change needs among the answers.

    Who puts a complaint aside is not held up: what lacks its reason stays in the draft, as typed.
    Raises ReasonNeeded everywhere else.
    """
    if filled == stored:
        return Weighed(filled, None, waits=False)
    changed = later_changes(stored, filled, tuple(tx.papers.of(stored.id)))
    if not changed:
        return Weighed(filled, None, waits=False)
    said = draft.answers.get(ANSWER) or ("",)
    reason, *covered = (said,) if isinstance(said, str) else said
    lacking = tuple(name for name in changed if name not in covered)
    if lacking and not put_aside:
        raise ReasonNeeded(stored.id, changed, by_commitment=by_commitment)
    as_before = {name: getattr(stored, name) for name in lacking}
    given = tuple(name for name in changed if name in covered)
    record = LaterChange(
        id=new_id(tx.at, os.urandom(10)),
        complaint=stored.id,
        change_reason=ChangeReason(reason) if given else None,
        fields=" ".join(given),
    )
    return Weighed(
        dataclasses.replace(filled, **as_before), record if given else None, waits=bool(lacking)
    )
