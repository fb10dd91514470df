"""Going on though answers are missing: with a reason, written down and counted."""

import dataclasses
import os

from desk.domain.complaint import Complaint
from desk.domain.draft import Draft
from desk.domain.errors import AnswersMissing
from desk.domain.gates import GO_ON, Decide, gate_of, passed
from desk.domain.identity import new_id
from desk.domain.side_path import Override
from desk.storage.transaction import Transaction


def decided_anyway(
    tx: Transaction, draft: Draft, decide: Decide, complaint: Complaint
) -> tuple[Complaint, Override | None]:
    """Decide; where only a soft gate is in the way and the draft says why, pass and tell that.

    Raises what `decide` raises otherwise.
    """
    try:
        return decide(complaint, tx.at), None
    except AnswersMissing as gap:
        said = draft.answers.get(GO_ON, ())
        reason = said[0] if isinstance(said, tuple) and said else ""
        anyway, gate = passed(decide, reason), gate_of(decide)
        if anyway is None or gate is None:
            raise
        override = Override(
            id=new_id(tx.at, os.urandom(10)),
            complaint=complaint.id,
            gate=f"{gate.value}: {' '.join(gap.fields)}",
            reason=reason,
            passed_at=tx.at,
            passed_by=tx.author.name,
        )
        return anyway(complaint, tx.at), override


def without_reason(draft: Draft) -> Draft:
    """Give a draft that will be asked again at the next gate."""
    left = {name: raw for name, raw in draft.answers.items() if name != GO_ON}
    return dataclasses.replace(draft, answers=left)
