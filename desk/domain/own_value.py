"""How an answer to an own field is found."""

from desk.domain.complaint import Known

_SOUGHT = {Known.YES.value: "yes 是", Known.NO.value: "no 否"}


def sought(value: str) -> str:
    """Give the text by which an answer is found."""
    return _SOUGHT.get(value, value)
