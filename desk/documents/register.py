"""A register another desk or program kept: a CSV or Excel file, read into rows of named cells.

What a file is, its content tells, not its name. Nothing is taken before the whole file was read
through once, so a file that cannot be read to its end is refused whole.
"""

from pathlib import Path

from desk.documents import register_csv, register_xlsx
from desk.documents.register_lines import Register
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


def read_register(path: Path) -> Register:
    """Open a register. Raises RegisterUnreadable for anything that is not a table of text."""
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
