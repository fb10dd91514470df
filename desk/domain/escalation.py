"""Going up inside the company: which level a complaint belongs to by rule, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.complaint import Complaint
from desk.domain.deadline import is_overdue
from desk.domain.label import N_
from desk.domain.referral import INSIDE, Level, Referral
from desk.domain.sentence import Sentence, sentence

THIRD = 2
"""Opened again so often, a complaint comes for the third time."""
UPWARDS = (Level.SUPERVISOR, Level.AREA, Level.HEAD_OFFICE)


class Ground(StrEnum):
    """Why it should go up (features.md E6)."""

    URGENT = "urgent"
    OVERDUE = "overdue"
    THIRD_RETURN = "third_return"
    AMOUNT = "amount"
    PUBLIC = "public"


LEVELS = {
    Ground.URGENT: Level.SUPERVISOR,
    Ground.OVERDUE: Level.SUPERVISOR,
    Ground.THIRD_RETURN: Level.AREA,
    Ground.AMOUNT: Level.AREA,
    Ground.PUBLIC: Level.HEAD_OFFICE,
}

_WORDS = {
    Ground.URGENT: N_("it is urgent (P1)"),
    Ground.OVERDUE: N_("the final answer is overdue"),
    Ground.THIRD_RETURN: N_("it came back for the third time"),
    Ground.AMOUNT: N_("the amount is over the limit of Settings"),
    Ground.PUBLIC: N_("a lawyer, the press or an authority was named"),
}
_TO = {
    Level.SUPERVISOR: N_("For the supervisor: {why}."),
    Level.AREA: N_("For the area manager: {why}."),
    Level.HEAD_OFFICE: N_("For head office: {why}."),
}


@dataclass(frozen=True, slots=True)
class Hint:
    """A level and the ground it is suggested on."""

    level: Level
    ground: Ground


def suggested(
    complaint: Complaint,
    *,
    now: datetime,
    returns: int,
    is_public: bool,
    amount_limit: int,
    referrals: Iterable[Referral],
) -> Hint | None:
    """Suggest the highest level a rule asks for; None where it was there, or none does.

    `returns` counts how often it was opened again, `is_public` tells whether a lawyer, the press
    or an authority was named; `amount_limit` is in minor units.
    """
    if not complaint.is_open or not complaint.is_complaint:
        return None
    holds = {
        Ground.URGENT: complaint.priority == 1,
        Ground.OVERDUE: is_overdue(complaint.final_due_at, now),
        Ground.THIRD_RETURN: returns >= THIRD,
        Ground.AMOUNT: (complaint.amount or 0) > amount_limit,
        Ground.PUBLIC: is_public,
    }
    grounds = [ground for ground in Ground if holds[ground]]
    if not grounds:
        return None
    ground = max(grounds, key=lambda one: UPWARDS.index(LEVELS[one]))
    hint = Hint(LEVELS[ground], ground)
    reached = [UPWARDS.index(r.level) for r in referrals if r.level in INSIDE]
    return None if max(reached, default=-1) >= UPWARDS.index(hint.level) else hint


def suggested_words(hint: Hint) -> Sentence:
    """Say whom it is for, and why."""
    return sentence(_TO[hint.level], why=sentence(_WORDS[hint.ground]))
