"""The sizes of paper that papers are made for."""

from enum import StrEnum

from desk.domain.paper import PaperKind


class SheetSize(StrEnum):
    """What lies in the printer. A roll is 80 mm wide and cut where the text ends."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"
    ROLL_80 = "roll_80"


USUAL = {
    PaperKind.SLIP: SheetSize.A5,
    PaperKind.RECEIPT: SheetSize.A5,
    PaperKind.LETTER: SheetSize.A4,
}
"""The size each paper has unless another is asked for."""
