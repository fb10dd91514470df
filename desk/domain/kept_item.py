"""A kept item: what the customer left with us, where it lies, and its way back."""

from dataclasses import dataclass
from datetime import date

from desk.domain.complaint import Known
from desk.domain.label import N_
from desk.domain.questions import Form, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptItem:
    """One item. It is open until it was handed back; `signed` tells whether that was signed."""

    id: str
    complaint: str
    what: str = ""
    condition: str = ""
    place: str = ""
    batch: str = ""
    on_shelf: Known | None = None
    kept_on: date | None = None
    kept_by: str = ""
    back_on: date | None = None
    back_to: str = ""
    signed: Known | None = None
    heads: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Tell whether we still have it."""
        return self.back_on is None


QUESTIONS = (
    Question(
        name="what",
        form=Form.LINE,
        limit=400,
        label=N_("What do we keep?"),
        problem=N_("Write what we keep"),
    ),
    Question(
        name="condition",
        form=Form.LINE,
        limit=400,
        label=N_("In what state is it?"),
        problem=N_("Write in what state it is"),
    ),
    Question(
        name="place",
        form=Form.LINE,
        limit=200,
        label=N_("Where does it lie?"),
        problem=N_("Write where it lies"),
    ),
    Question(name="batch", form=Form.LINE, limit=100, label=N_("Batch number"), optional=True),
    Question(
        name="on_shelf",
        form=Form.CHOICE,
        options=Known,
        optional=True,
        label=N_("Is the same batch still on the shelf?"),
    ),
)

HAND_BACK = (
    Question(
        name="back_to",
        form=Form.LINE,
        limit=200,
        label=N_("Handed back to whom?"),
        problem=N_("Write to whom it was handed back"),
    ),
    Question(
        name="signed",
        form=Form.CHOICE,
        options=Known,
        label=N_("Did they sign for it?"),
        without=frozenset({Known.UNKNOWN}),
        problem=N_("Choose whether they signed for it"),
    ),
)
"""What is asked when an item goes back."""
