"""What a column of the register sheet is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from desk.domain.register_row import RegisterRow


class Form(StrEnum):
    """How a column's values are written; a figure has as many decimals as it was given."""

    TEXT = "text"
    LABEL = "label"
    NUMBER = "number"
    MONEY = "money"
    DAY = "day"
    MOMENT = "moment"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: title, width in digits, form and value; `printed` ones come first and fit on A4.

    A value is given the row and the moment at which clocks are read. A label is a member of an
    enumeration, several of them, or a language code.
    """

    title: str
    width: int
    form: Form
    value: Callable[[RegisterRow, datetime], Any]
    printed: bool = False
    only_with_names: bool = False
