"""The register's columns of own fields: days as days, numbers as numbers, words as words."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from desk.documents.register_column import Column, Form
from desk.domain.own_field import OwnField, OwnForm, name_of, words_of
from desk.domain.register_row import RegisterRow

FORMS = {
    OwnForm.TEXT: Form.TEXT,
    OwnForm.CHOICE: Form.TEXT,
    OwnForm.NUMBER: Form.FIGURE,
    OwnForm.DAY: Form.DAY,
    OwnForm.YES_NO: Form.LABEL,
}


def own_columns(fields: Iterable[OwnField], language: str) -> tuple[Column, ...]:
    """Give a column for each own field, titled in a language."""
    return tuple(
        Column(name_of(field, language), 18, FORMS[field.form], _value(field, language))
        for field in fields
    )


def _value(field: OwnField, language: str) -> Callable[[RegisterRow, datetime], Any]:
    def read(row: RegisterRow, cut: datetime) -> Any:  # noqa: ANN401 - as the form has it
        del cut
        value = row.own.get(field.code, "")
        if not value:
            return None
        said = words_of(field, value, language)
        match field.form:
            case OwnForm.NUMBER:
                return _figure(value)
            case OwnForm.DAY:
                return said if isinstance(said, date) else None
            case _:
                return said

    return read


def _figure(value: str) -> Decimal | None:
    """Read a number; what came from elsewhere and is none leaves its cell empty."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
