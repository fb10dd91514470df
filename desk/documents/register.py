"""A register another desk or program kept: a CSV or Excel file, read into rows of named cells.

What a file is, its content tells, not its name. Nothing is taken before the whole file was read
through once, so a file that cannot be read to its end is refused whole.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.domain.errors import RegisterUnreadable
from desk.domain.label import N_

_HEAD_LENGTH = 4096
_NOT_REGISTERS = (
    (b"%PDF", N_("it is a PDF, not a CSV or Excel file.")),
    (
        b"\xd0\xcf\x11\xe0",
        N_("it is an old Excel file or has a password; save it as .xlsx without one."),
    ),
    (b"\x89PNG", N_("it is a picture, not a CSV or Excel file.")),
    (b"\xff\xd8\xff", N_("it is a picture, not a CSV or Excel file.")),
    (b"SQLite format 3\0", N_("it is a database, not a CSV or Excel file.")),
)


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


def read_register(path: Path) -> Register:
    """Open a register. Raises RegisterUnreadable for anything that is not a table of text."""
    # Here, because both readers make lines of this file.
    from desk.documents import register_csv, register_xlsx

    head = _head(path)
    if not head.strip():
        raise RegisterUnreadable(path, N_("it is empty."))
    if head.startswith(b"PK\x03\x04"):
        return register_xlsx.read(path)
    for mark, reason in _NOT_REGISTERS:
        if head.startswith(mark):
            raise RegisterUnreadable(path, reason)
    return register_csv.read(path)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD_LENGTH)
    except FileNotFoundError as error:
        raise RegisterUnreadable(path, N_("there is no such file.")) from error
    except IsADirectoryError as error:
        raise RegisterUnreadable(path, N_("it is a folder; name one file in it.")) from error
    except PermissionError as error:
        # Windows says this of a folder too.
        said = N_("it is a folder; name one file in it.") if path.is_dir() else None
        raise RegisterUnreadable(path, said or N_("it may not be read.")) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise RegisterUnreadable(path, f"{error}.") from error


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
