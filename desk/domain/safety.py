"""Closing where somebody was or may have been at risk: a supervisor knows, and two people agree."""

from desk.domain.assessment import AT_RISK
from desk.domain.complaint import Complaint
from desk.domain.errors import SafetyNeedsAnother, SafetyNotTold


def is_told(complaint: Complaint) -> bool:
    """Tell whether no supervisor has still to be told."""
    return complaint.safety not in AT_RISK or complaint.supervisor_told_at is not None


def must_be_safe(complaint: Complaint, closer: str, *, staff_known: bool) -> None:
    """Let a complaint be closed only once a supervisor was told, and by another than its handler.

    Without a staff list nobody can tell two people apart, so only the first holds. Raises
    SafetyNotTold and SafetyNeedsAnother.
    """
    if complaint.safety not in AT_RISK:
        return
    if not is_told(complaint):
        raise SafetyNotTold(complaint.reference)
    if staff_known and closer.casefold() == complaint.handler.casefold():
        raise SafetyNeedsAnother(complaint.reference)
