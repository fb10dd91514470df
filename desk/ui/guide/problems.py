"""What is wrong with an answer, in words: the same at its field and in the list on top."""

from desk.domain.questions import BY_NAME, Form
from desk.i18n import N_, _

_EMAIL = N_("Write the whole email address, with the @")
_DAY = N_("{problem}: t (today), +3, 16/11 or a date")
_TELLS_HOW = "16/11"


def problem_words(name: str, *, unreadable: bool = False) -> str:
    """Say what to do about a field: answer it, or write what stands there so that it is read."""
    question = BY_NAME[name]
    words = _(question.problem or question.label)
    if not unreadable:
        return words
    if name == "email":
        return _(_EMAIL)
    if question.form is Form.DAY and _TELLS_HOW not in words:
        return _(_DAY).format(problem=words)
    return words
