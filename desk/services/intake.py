"""What is added to a complaint when it came by another way, for somebody else, or on paper."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, date, datetime, time, tzinfo
from typing import Any

from desk.domain import stages
from desk.domain.answers import Answers, read_answers
from desk.domain.assessment import HEALTH
from desk.domain.card_questions import NEEDS_HELP, needs_help
from desk.domain.complaint import Complaint, Known
from desk.domain.errors import AnswersMissing
from desk.domain.matter import MOST, QUESTIONS, Matter
from desk.domain.op import says_something
from desk.domain.question import Question
from desk.services.besides import Besides
from desk.services.commitment import Commitment
from desk.storage.database import Clock


class Intake:
    """Changes single fields of an open complaint, each change on its timeline."""

    def __init__(
        self, commitment: Commitment, besides: Besides, clock: Clock, zone: tzinfo
    ) -> None:
        self._commitment = commitment
        self._besides = besides
        self._clock = clock
        self._zone = zone

    def complete(
        self, complaint_id: str, questions: tuple[Question, ...], answers: Answers
    ) -> Complaint:
        """Write what a card asked into its complaint.

        Raises AnswersMissing, NotFound, AlreadyClosed, and what writing raises.
        """
        said = self._said(questions, answers)
        return self._change(complaint_id, lambda complaint: dataclasses.replace(complaint, **said))

    def needs_help(self, complaint_id: str, answers: Answers) -> Complaint:
        """Write what somebody needs so that they can be heard; health only if they agree to it.

        Where they do not, the rest is kept. Raises as `complete`.
        """
        (chosen,) = self._said((NEEDS_HELP,), answers).values()
        said = {"help_consent": None} | self._said(needs_help(chosen), answers)
        if said["help_consent"] is Known.NO:
            said["help_needed"] = tuple(need for need in chosen if need not in HEALTH)
        return self._change(complaint_id, lambda complaint: dataclasses.replace(complaint, **said))

    def came_at(
        self, complaint_id: str, questions: tuple[Question, ...], answers: Answers
    ) -> Complaint:
        """Take over a paper form: its number, and when the customer was really here.

        Clocks run from the visit, not from the typing. A moment still to come is refused like an
        answer that cannot be read. Raises as `complete`.
        """
        said = self._said(questions, answers)
        hour, minute = map(int, said["visited_time"].split(":"))
        local = datetime.combine(said["visited_on"], time(hour, minute), self._zone)
        if local > self._clock():
            raise AnswersMissing(("visited_on", "visited_time"))
        visited = local.astimezone(UTC)
        number = said["form_number"]
        return self._change(complaint_id, lambda c: _visited(c, number, visited))

    def further(self, complaint_id: str, answers: Answers) -> Matter:
        """Write down a further matter of the same visit. Raises AnswersMissing after the fifth."""
        kept = self._besides.of(Matter, complaint_id)
        if len(kept) >= MOST:
            raise AnswersMissing(("summary",))
        return self._besides.add(Matter, complaint_id, answers, number=len(kept) + 2)

    def decide(self, kept: Matter, answers: Answers) -> Matter:
        """Write what was found, offered and answered on a matter. Raises as `complete`."""
        said = self._said(QUESTIONS, answers)
        return self._besides.put(dataclasses.replace(kept, **said), kept.complaint)

    def _said(self, questions: tuple[Question, ...], answers: Answers) -> dict[str, Any]:
        today: date = self._clock().astimezone(self._zone).date()
        read, unreadable = read_answers({q.name: q for q in questions}, answers, today)
        lacking = [
            q.name
            for q in questions
            if q.name in unreadable or (not q.optional and not says_something(read.get(q.name)))
        ]
        if lacking:
            raise AnswersMissing(tuple(lacking))
        return read

    def _change(self, complaint_id: str, change: Callable[[Complaint], Complaint]) -> Complaint:
        return self._commitment.amend(
            complaint_id, lambda complaint, at: change(stages.keep(complaint, at))
        )


def _visited(complaint: Complaint, number: str, visited: datetime) -> Complaint:
    """Move a complaint to the moment of its visit, and have its clocks set anew from there."""
    received = visited if complaint.received_at is not None else None
    return dataclasses.replace(
        complaint,
        form_number=number,
        visited_at=visited,
        arrived_at=visited,
        received_at=received,
        policy="",
    )
