"""Why something was changed after the customer had it on paper, or after the complaint was closed.

Asked only then (features.md U3): a reason for every edit makes people invent reasons.
"""

from dataclasses import dataclass
from enum import StrEnum

from desk.domain.complaint import Complaint
from desk.domain.errors import Refused
from desk.domain.label import N_
from desk.domain.op import says_something
from desk.domain.paper import Paper, PaperKind
from desk.domain.question import Form, Question
from desk.domain.questions import QUESTIONS as OF_THE_GUIDE
from desk.domain.sentence import sentence
from desk.domain.step import Step


class ChangeReason(StrEnum):
    """Why a change was made."""

    MISHEARD = "misheard"
    TYPED_WRONG = "typed_wrong"
    CUSTOMER_SAID_MORE = "customer_said_more"
    CHECKED_AGAIN = "checked_again"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterChange:
    """The reason of one later change; `fields` names, parted by blanks, what it was given for."""

    id: str
    complaint: str
    change_reason: ChangeReason | None = None
    fields: str = ""
    heads: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        name="change_reason",
        form=Form.CHOICE,
        options=ChangeReason,
        label=N_("Why is it changed?"),
        problem=N_("Choose why it is changed"),
    ),
)

ANSWER = "change_reason"
"""Under this name a draft keeps the reason, then the fields it was given for."""

_TOLD = frozenset({PaperKind.RECEIPT, PaperKind.LETTER})
_GOES_ON = frozenset({
    "agreed", "apology", "pace", "pace_end", "safety", "consent", "checked", "checked_other",
    "next_on", "next_by", "person", "tier", "undisputed",
})  # fmt: skip
"""What is not corrected but goes on while a complaint is handled."""
_SAID = frozenset(q.name for q in OF_THE_GUIDE if q.step in {Step.LISTEN, Step.EMPATHISE})
_FOUND = frozenset(q.name for q in OF_THE_GUIDE if q.step is Step.INVESTIGATE)


class ReasonNeeded(Refused):
    """Something on paper is changed, and nobody has said why; `by_commitment` at Ctrl+Enter."""

    def __init__(self, complaint: str, fields: tuple[str, ...], *, by_commitment: bool) -> None:
        super().__init__(
            sentence(
                N_(
                    "What the customer has on paper is changed. Say why, by one digit; "
                    "what you wrote is kept."
                )
            )
        )
        self.complaint = complaint
        self.fields = fields
        self.by_commitment = by_commitment


def later_changes(
    stored: Complaint, filled: Complaint, papers: tuple[Paper, ...]
) -> tuple[str, ...]:
    """Name the fields whose change needs a reason, in order; none before a paper or a closing.

    A slip holds what was said; receipt and letter also what was found. What stood empty is not
    changed but filled in.
    """
    was_closed = stored.closed_at is not None or stored.reopened_at is not None
    if not papers and not was_closed:
        return ()
    asked = _SAID
    if was_closed or any(paper.kind in _TOLD for paper in papers):
        asked |= _FOUND
    return tuple(
        name
        for name in sorted(asked - _GOES_ON)
        if says_something(getattr(stored, name)) and getattr(filled, name) != getattr(stored, name)
    )
