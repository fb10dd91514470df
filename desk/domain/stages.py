"""How a complaint moves from stage to stage: one rule set for every way in, and never back."""

import dataclasses
from datetime import datetime

from desk.domain.closing import Standing, must_be_closable
from desk.domain.closing import still_open as keeps_open
from desk.domain.complaint import Complaint, Stage
from desk.domain.errors import AlreadyClosed, AnswersMissing, NotClosed
from desk.domain.guide import Step, still_open
from desk.domain.investigation import Finding
from desk.domain.offer import without_offer
from desk.domain.response import Outcome
from desk.domain.safety import is_told

ORDER = tuple(Stage)


def keep(complaint: Complaint, at: datetime) -> Complaint:
    """Keep answers without a commitment. Raises AlreadyClosed."""
    del at
    if not complaint.is_open:
        raise AlreadyClosed(complaint.reference)
    return complaint


def receive(complaint: Complaint, at: datetime, *, waived: bool = False) -> Complaint:
    """Take a complaint in. Raises AnswersMissing or AlreadyClosed."""
    _ready(complaint, Step.LISTEN, at, waived=waived)
    return dataclasses.replace(complaint, received_at=complaint.received_at or at)


def acknowledge(complaint: Complaint, at: datetime, *, waived: bool = False) -> Complaint:
    """Confirm receipt: the customer has the number. Raises AnswersMissing or AlreadyClosed."""
    _ready(complaint, Step.EMPATHISE, at, waived=waived)
    return dataclasses.replace(
        complaint,
        stage=_at_least(complaint, Stage.ACKNOWLEDGED),
        received_at=complaint.received_at or at,
        acknowledged_at=complaint.acknowledged_at or at,
        first_word_at=complaint.first_word_at or complaint.acknowledged_at or at,
    )


def record_finding(complaint: Complaint, at: datetime, *, waived: bool = False) -> Complaint:
    """Keep what was weighed and found; "cannot tell yet" leaves it assessed, not investigated.

    Raises AnswersMissing or AlreadyClosed.
    """
    _ready(complaint, Step.INVESTIGATE, at, waived=waived)
    if complaint.finding is Finding.CANNOT_TELL:
        return dataclasses.replace(complaint, stage=_at_least(complaint, Stage.ASSESSED))
    return dataclasses.replace(
        complaint,
        stage=_at_least(complaint, Stage.INVESTIGATED),
        investigated_at=complaint.investigated_at or at,
    )


def respond(complaint: Complaint, at: datetime, *, waived: bool = False) -> Complaint:
    """Keep the offer and the customer's answer. Raises AnswersMissing or AlreadyClosed."""
    _ready(complaint, Step.RESOLVE, at, waived=waived)
    return dataclasses.replace(
        complaint,
        stage=_at_least(complaint, Stage.RESPONDED),
        received_at=complaint.received_at or at,
        acknowledged_at=complaint.acknowledged_at or at,
        first_word_at=complaint.first_word_at or complaint.acknowledged_at or at,
        responded_at=complaint.responded_at or at,
    )


def close(complaint: Complaint, at: datetime) -> Complaint:
    """End a complaint that was accepted and is done.

    Suggestions, praise and questions need no acceptance. Raises AnswersMissing, MayNotClose or
    AlreadyClosed.
    """
    missing = still_open(complaint, Step.RESOLVE, closing=True)
    if missing:
        raise AnswersMissing(missing)
    must_be_closable(complaint, Outcome.RESOLVED, Standing())
    return dataclasses.replace(
        respond(complaint, at), stage=Stage.CLOSED, closed_at=at, outcome=Outcome.RESOLVED
    )


def end(complaint: Complaint, at: datetime, outcome: Outcome) -> Complaint:
    """End a complaint without the customer's yes, by the closing rule. Raises AlreadyClosed."""
    keep(complaint, at)
    return dataclasses.replace(
        complaint,
        stage=Stage.CLOSED,
        received_at=complaint.received_at or at,
        closed_at=at,
        outcome=outcome,
    )


def reopen(complaint: Complaint, at: datetime) -> Complaint:
    """Open a closed complaint again: what was found stays, what was offered begins anew.

    Raises NotClosed.
    """
    if complaint.is_open:
        raise NotClosed(complaint.reference)
    return dataclasses.replace(
        without_offer(complaint),
        stage=Stage.ACKNOWLEDGED,
        closed_at=None,
        outcome=None,
        reopened_at=at,
        rating_result=None,
        rating_handling=None,
        repeat=None,
    )


def can_close(complaint: Complaint) -> bool:
    """Tell whether `close` would succeed now."""
    return (
        complaint.is_open
        and not still_open(complaint, Step.RESOLVE, closing=True)
        and not any(keeps_open(complaint, Outcome.RESOLVED, Standing()))
        and is_told(complaint)
    )


def _ready(complaint: Complaint, step: Step, at: datetime, *, waived: bool) -> None:
    """`waived`: staff said why they go on without what is missing (`gates.py`)."""
    keep(complaint, at)
    missing = still_open(complaint, step)
    if missing and not waived:
        raise AnswersMissing(missing)


def _at_least(complaint: Complaint, stage: Stage) -> Stage:
    return max(complaint.stage, stage, key=ORDER.index)
