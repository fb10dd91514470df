"""What is about to be committed, told once more in words before it is."""

from datetime import date
from enum import Enum

from desk.domain.complaint import Complaint
from desk.domain.options import label
from desk.domain.questions import BY_NAME, is_asked
from desk.domain.text import shortened
from desk.i18n import _
from desk.ui.guide.days import day_words

_TOLD = ("summary", "finding", "found", "offer", "offered", "answer", "done", "done_on", "done_by")
_LONGEST = 200
"""Characters of one answer; the paper beside it has the whole."""


def recap(complaint: Complaint) -> tuple[tuple[str, str], ...]:
    """Give label and words of the answers that decide how this ends."""
    asked = (name for name in _TOLD if is_asked(name, complaint))
    told = ((_(BY_NAME[name].label), _words(getattr(complaint, name))) for name in asked)
    return tuple((question, words) for question, words in told if words)


def _words(value: object) -> str:
    match value:
        case None | "":
            return ""
        case Enum():
            return _(label(value))
        case date():
            return day_words(value)
        case tuple():
            return _(", ").join(_words(item) for item in value)
        case _:
            return shortened(str(value), _LONGEST)
