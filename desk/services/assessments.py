"""How a complaint is weighed by people: a priority by hand, and whether enough was looked at."""

from desk.domain.answers import Answers
from desk.domain.attachment import Attachment
from desk.domain.complaint import Complaint
from desk.domain.effort import Effort, LookedAt, effort
from desk.domain.fact import Fact
from desk.domain.kept_item import KeptItem
from desk.domain.priority_by_hand import QUESTIONS, by_hand
from desk.services.besides import said
from desk.services.commitment import Commitment
from desk.storage.database import Clock, Database


class Assessments:
    """Weighing beside the guide."""

    def __init__(self, database: Database, commitment: Commitment, clock: Clock) -> None:
        self._database = database
        self._commitment = commitment
        self._clock = clock

    def weigh_by_hand(self, complaint_id: str, answers: Answers) -> Complaint:
        """Set the priority by hand, its clocks with it.

        Raises AnswersMissing without a reason, AlreadyClosed, and NotFound.
        """
        read = said(QUESTIONS, answers, self._clock().date())
        return self._commitment.amend(complaint_id, lambda complaint, at: by_hand(complaint, read))

    def effort(self, complaint: Complaint) -> Effort:
        """Weigh what was looked at against the priority."""
        beside = self.looked_at(complaint.id)
        return effort(complaint, beside.facts, evidence=beside.evidence)

    def looked_at(self, complaint_id: str) -> LookedAt:
        """Read what lies beside a complaint: its facts, and whether something is kept."""
        with self._database.reading() as tx:
            facts = tuple(tx.records(Fact).of(complaint_id))
            evidence = bool(
                facts
                or tx.records(KeptItem).of(complaint_id)
                or tx.records(Attachment).of(complaint_id)
            )
        return LookedAt(facts, evidence)
