"""What to say now: the phrases of the step, and of every side path that is open."""

from desk.domain.complaint import Complaint
from desk.domain.guide import Phrase, opens_safety
from desk.domain.response import Answer
from desk.domain.side_path import Path, SidePath
from desk.services.content import fill
from desk.ui.guide.coaching import gap_words, phrase_slots
from desk.ui.guide.path_calls import THREATENING
from desk.ui.guide.situation import Situation

LAWYER = "lawyer"
"""The path of a lawyer, the press or an authority: in guide files, and its card's name."""
WAITED_MINUTES = 10
"""From more minutes at the desk on, the customer is thanked for waiting."""


def phrases(situation: Situation) -> tuple[tuple[str, str], ...]:
    """Give id and words of every phrase that fits, as the guide's file orders them."""
    slots = phrase_slots(situation)
    passed_to = {**slots, "name": _passed_to(situation)}
    return tuple(
        (phrase.id, fill(phrase.text, passed_to if phrase.path == LAWYER else slots))
        for phrase in situation.around.guide.phrases
        if _is_said(phrase, situation)
    )


def _is_said(phrase: Phrase, situation: Situation) -> bool:
    if phrase.step is not None:
        return phrase.step is situation.draft.step
    return phrase.path in _paths(situation.complaint, situation)


def _paths(complaint: Complaint, situation: Situation) -> frozenset[str]:
    """Name the side paths that are open, as the guide's file names them."""
    is_on = {
        "safety": opens_safety(complaint),
        "abuse": complaint.pace == THREATENING,
        "refuses": complaint.answer is Answer.DOES_NOT_ACCEPT,
        "left": complaint.answer is Answer.HAS_LEFT,
        "cannot_meet": bool(complaint.refusal),
        "came_before": complaint.repeat is not None,
        LAWYER: situation.card == LAWYER or _passed_on(situation) is not None,
        "waiting": _minutes(situation) > WAITED_MINUTES,
    }
    return frozenset(path for path, on in is_on.items() if on)


def _minutes(situation: Situation) -> float:
    """Tell how long the customer has been here, as the header does."""
    return (situation.around.now - situation.draft.opened_at).total_seconds() / 60


def _passed_on(situation: Situation) -> SidePath | None:
    went = situation.around.went
    return next((one for one in went if one.path is Path.LAWYER_PRESS_AUTHORITY), None)


def _passed_to(situation: Situation) -> str:
    """Name who takes it on; never the handler, who may be who it is about."""
    path = _passed_on(situation)
    return (path.person if path is not None else "") or gap_words("name")
