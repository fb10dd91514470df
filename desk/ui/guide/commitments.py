"""What Ctrl+Enter commits in each step: what it still waits for, who saves it, what is said."""

from collections.abc import Callable

from desk.domain.complaint import Complaint
from desk.domain.draft import Draft
from desk.domain.gates import GO_ON
from desk.domain.guide import Step
from desk.domain.response import may_close
from desk.domain.stages import can_close
from desk.i18n import _
from desk.services.complaints import Complaints
from desk.ui.guide.situation import Situation, missing

Act = Callable[[Draft], Complaint]
"""A service that saves a draft. Raises DeskError."""


def lacking(situation: Situation) -> tuple[str, ...]:
    """Name what the commitment of this step waits for; one that ends the complaint needs more."""
    step, complaint = situation.draft.step, situation.complaint
    if GO_ON in situation.draft.answers:
        return ()
    ends = step is Step.RESOLVE and may_close(complaint.answer, complaint.done)
    return missing(situation, step, closing=ends)


def needs_last_look(situation: Situation) -> bool:
    """Tell whether the page with the paper comes before this commitment."""
    return situation.draft.step is Step.RESOLVE and not situation.checking


def act_of(services: Complaints, situation: Situation) -> Act:
    """Give the service that makes the commitment of this step."""
    match situation.draft.step:
        case Step.LISTEN:
            return services.receive
        case Step.EMPATHISE:
            return services.acknowledge
        case Step.INVESTIGATE:
            return services.record_finding
        case Step.RESOLVE:
            return services.close if can_close(situation.complaint) else services.respond


def said_of(saved: Complaint) -> str:
    """Say how a complaint stands after its last commitment."""
    words = _("{reference} stays open.") if saved.is_open else _("{reference} is closed.")
    return words.format(reference=saved.reference)
