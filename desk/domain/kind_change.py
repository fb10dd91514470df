"""A kind that turns out to be another one: which, and why; a closed complaint keeps its kind."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from desk.domain.complaint import Complaint, Kind
from desk.domain.errors import AlreadyClosed, AnswersMissing
from desk.domain.label import N_
from desk.domain.question import Form, Question

GATE = "kind"
"""What the reason is kept under, beside what was passed with a reason."""

QUESTIONS = (
    Question(
        name="kind",
        form=Form.CHOICE,
        options=Kind,
        label=N_("What kind is it?"),
        problem=N_("Choose another kind than it has"),
    ),
    Question(
        name="kind_reason",
        form=Form.LINE,
        limit=300,
        label=N_("Why is it another kind?"),
        problem=N_("Write why it is another kind"),
    ),
)


def changed(complaint: Complaint, read: Mapping[str, Any]) -> Complaint:
    """Give the complaint as another kind. Raises AnswersMissing and AlreadyClosed.

    What has no kind yet is taken as a complaint, so calling it one changes nothing.
    """
    if not complaint.is_open:
        raise AlreadyClosed(complaint.reference)
    kind = read.get("kind")
    if kind is None or kind is (complaint.kind or Kind.COMPLAINT):
        raise AnswersMissing(("kind",))
    return dataclasses.replace(complaint, kind=kind)
