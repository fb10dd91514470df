"""Once or again: whether complaints about the same thing come often enough to be one problem."""

from datetime import timedelta

from desk.domain.complaint_choices import Repeat
from desk.domain.label import N_
from desk.domain.questions import Form, Question

WITHIN = timedelta(days=30)
OFTEN = 3
"""So many complaints of one category about one product (or place) within that time are a pattern
(features.md M1)."""


def suggested_repeat(alike: int) -> Repeat:
    """Suggest it from how many there are, this one counted."""
    return Repeat.AGAIN if alike >= OFTEN else Repeat.ONCE


QUESTIONS = (
    Question(
        name="repeat",
        form=Form.CHOICE,
        options=Repeat,
        label=N_("Once or again?"),
        problem=N_("Choose whether it came once or again"),
    ),
)
