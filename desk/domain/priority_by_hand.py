"""A priority set by hand: which, and why; what safety demands is never undone by it."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from desk.domain.complaint import Complaint, Known
from desk.domain.errors import AlreadyClosed, AnswersMissing
from desk.domain.label import N_
from desk.domain.priorities import PRIORITIES
from desk.domain.questions import Form, Question

AS_THE_TABLE_SAYS = "0"

QUESTIONS = (
    Question(
        name="priority_by_hand",
        form=Form.CODE,
        label=N_("Which priority?"),
        problem=N_("Choose a priority"),
        offers=(
            *((str(number), words) for number, words in PRIORITIES.items()),
            (AS_THE_TABLE_SAYS, N_("As the table says")),
        ),
    ),
    Question(
        name="priority_reason",
        form=Form.LINE,
        limit=300,
        label=N_("Why this priority?"),
        problem=N_("Write why the priority is another"),
        optional=True,
    ),
    Question(
        name="immediate",
        form=Form.CHOICE,
        options=Known,
        without=frozenset({Known.UNKNOWN}),
        label=N_("Must something be done at once?"),
        optional=True,
    ),
)


def by_hand(complaint: Complaint, read: Mapping[str, Any]) -> Complaint:
    """Set what was chosen by hand. Raises AnswersMissing without a reason, and AlreadyClosed.

    "As the table says" takes a choice back, and its reason with it.
    """
    if not complaint.is_open:
        raise AlreadyClosed(complaint.reference)
    chosen = str(read.get("priority_by_hand") or AS_THE_TABLE_SAYS)
    reason = str(read.get("priority_reason") or "")
    if chosen == AS_THE_TABLE_SAYS:
        reason = ""
    elif not reason.strip():
        raise AnswersMissing(("priority_reason",))
    return dataclasses.replace(
        complaint,
        priority_by_hand=int(chosen) or None,
        priority_reason=reason,
        immediate=read.get("immediate") or complaint.immediate,
    )
