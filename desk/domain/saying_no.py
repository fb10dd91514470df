"""Saying no well: what a letter that declines something must be able to tell."""

from desk.domain.complaint import Complaint
from desk.domain.investigation import Finding
from desk.domain.response import Answer, Apology, Remedy

NEEDED = ("refusal", "refusal_basis", "refusal_next")
"""Why, on which rule or fact it rests, and what the customer can do next (features.md R7)."""
_AGREED = frozenset({Answer.ACCEPTS, Answer.ACCEPTS_PART})
_FOUND = frozenset({Finding.CONFIRMED, Finding.PARTLY, Finding.NOT_CONFIRMED})


def unmet(complaint: Complaint) -> tuple[Remedy, ...]:
    """Give the wishes that the offer does not meet; a letter is an explanation by itself."""
    met = {*complaint.offer, Remedy.NOT_SAID, Remedy.EXPLANATION}
    if complaint.apology in {Apology.TROUBLE, Apology.MISTAKE}:
        met.add(Remedy.APOLOGY)
    return tuple(wish for wish in complaint.wish if wish not in met)


def says_no(complaint: Complaint) -> bool:
    """Tell whether an answer declines something: not confirmed, or a wish is not met.

    Who has accepted what was offered instead was not told no.
    """
    if not complaint.is_complaint or complaint.finding not in _FOUND:
        return False
    if complaint.answer in _AGREED:
        return False
    return complaint.finding is Finding.NOT_CONFIRMED or bool(unmet(complaint))


def lacking(complaint: Complaint) -> tuple[str, ...]:
    """Name the fields without which a letter that says no is not printed."""
    if not says_no(complaint):
        return ()
    return tuple(name for name in NEEDED if not getattr(complaint, name).strip())
