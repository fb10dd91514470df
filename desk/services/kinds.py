"""Changing what kind a complaint is, once it was taken in."""

import os

from desk.domain.answers import Answers
from desk.domain.complaint import Complaint
from desk.domain.identity import new_id
from desk.domain.kind_change import GATE, QUESTIONS, changed
from desk.domain.side_path import Override
from desk.domain.text import storable
from desk.services.besides import said
from desk.services.commitment import Commitment
from desk.storage.database import Clock
from desk.storage.transaction import Transaction


class Kinds:
    """Makes a complaint praise, a suggestion or a question, and the other way round."""

    def __init__(self, commitment: Commitment, clock: Clock) -> None:
        self._commitment = commitment
        self._clock = clock

    def change(self, complaint_id: str, answers: Answers) -> Complaint:
        """Change the kind and keep the reason; clocks run only for complaints.

        Raises AnswersMissing without another kind or a reason, AlreadyClosed, and NotFound.
        """
        read = said(QUESTIONS, answers, self._clock().date())
        reason = storable(str(read["kind_reason"]))

        def keep_reason(tx: Transaction, saved: Complaint) -> None:
            passed = Override(
                id=new_id(tx.at, os.urandom(10)),
                complaint=saved.id,
                gate=GATE,
                reason=reason,
                passed_at=tx.at,
                passed_by=tx.author.name,
            )
            tx.records(Override).save(passed, root=saved.id)

        return self._commitment.amend(
            complaint_id, lambda complaint, at: changed(complaint, read), keep_reason
        )
