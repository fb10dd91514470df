"""A register as values: its columns and its numbered rows of named cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a register.

    `number` counts as a spreadsheet does: the header is row 1. `missing` tells how many of the
    last columns the row does not have, `extra` what stands beyond the last column.
    """

    number: int
    cells: Mapping[str, str]
    missing: int = 0
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """A register: its columns, how many rows it has, and the rows, read anew at every loop."""

    path: Path
    columns: tuple[str, ...]
    count: int
    rows: Iterable[Line]


def named(header: Sequence[str]) -> tuple[str, ...]:
    """Give each column a name of its own: blank ones a number, repeated ones a count."""
    names: list[str] = []
    for number, text in enumerate(header, 1):
        name = wanted = text.strip() or f"column {number}"
        again = 1
        while name in names:
            again += 1
            name = f"{wanted} {again}"
        names.append(name)
    return tuple(names)


def lines(records: Iterable[tuple[int, Sequence[str]]], columns: tuple[str, ...]) -> Iterator[Line]:
    """Give numbered records as lines; blank cells beyond the last column say nothing."""
    for number, record in records:
        yield Line(
            number,
            dict(zip(columns, (*record, *[""] * (len(columns) - len(record))), strict=False)),
            missing=max(0, len(columns) - len(record)),
            extra=tuple(text for text in record[len(columns) :] if text.strip()),
        )
