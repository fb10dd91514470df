"""Own fields: up to twenty questions an organisation adds to the guide by itself."""

from dataclasses import dataclass
from enum import StrEnum

MOST = 20


class OwnForm(StrEnum):
    """What the answer to an own field looks like."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField:
    """One own field. `options` are the choices, one a line; a retired one stays on old records."""

    id: str
    code: str = ""
    form: OwnForm = OwnForm.TEXT
    en: str = ""
    zh: str = ""
    options: str = ""
    position: int = 0
    retired: bool = False
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnValue:
    """One complaint's answer to an own field, as text: days as 2026-11-23, yes or no, numbers."""

    id: str
    complaint: str
    field: str = ""
    value: str = ""
    heads: tuple[str, ...] = ()
