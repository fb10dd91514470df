"""Registers as CSV: UTF-8, UTF-16 or GB18030, with commas, semicolons or tabs."""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desk.documents.register_lines import Line, Register, lines, named
from desk.domain.errors import RegisterUnreadable
from desk.domain.label import N_
from desk.i18n import _

_CHUNK = 1 << 20
_LONGEST_FIELD = 2**31 - 1  # what csv can be told on every system
_DELIMITERS = (",", ";", "\t")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LONE_CR = "\ufdd0"
"""Stands for a carriage return inside a cell while csv reads; a noncharacter no text contains."""

_GB_PAIR = re.compile(rb"[\x81-\xfe](?:[0-9][\x81-\xfe][0-9]|([\x40-\x7e])|[\x80-\xfe])")
_FEW = 20
"""UTF-8 with fewer than one broken character in so many is damaged UTF-8, not another encoding."""


@dataclass(frozen=True, slots=True)
class _Encoded:
    """How a file's bytes become lines."""

    path: Path
    encoding: str
    errors: str
    newline: str

    def lines(self) -> Iterator[str]:
        with self.path.open(
            encoding=self.encoding, errors=self.errors, newline=self.newline
        ) as file:
            if self.newline == "\r":
                yield from file
                return
            for line in file:
                # csv takes a lone CR for the end of a row, wherever it stands.
                yield line.replace("\r\n", "\n").replace("\r", _LONE_CR)


@dataclass(frozen=True, slots=True)
class _Rows:
    """The lines below the header, read from the file at every loop."""

    encoded: _Encoded
    delimiter: str
    columns: tuple[str, ...]
    header: int

    def __iter__(self) -> Iterator[Line]:
        return lines(
            (
                (number, record)
                for number, record in _records(self.encoded, self.delimiter)
                if number > self.header
            ),
            self.columns,
        )


def read(path: Path) -> Register:
    """Open a CSV file and read it through once. Raises RegisterUnreadable."""
    encoded = _encoded(path)
    first = next((line for line in encoded.lines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=lambda d: len(next(csv.reader([first], delimiter=d), [])))
    headers = (found for found in _records(encoded, delimiter) if "".join(found[1]).strip())
    number, header = next(headers, (0, []))
    if not header:
        raise RegisterUnreadable(path, N_("it is empty."))
    rows = _Rows(encoded, delimiter, named(header), number)
    return Register(path, rows.columns, sum(1 for _row in rows), rows)


def _records(encoded: _Encoded, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield every record that is not an empty line, numbered from 1 as a spreadsheet would."""
    csv.field_size_limit(_LONGEST_FIELD)
    since: list[str] = []

    def seen(source: Iterable[str]) -> Iterator[str]:
        for line in source:
            since.append(line)
            yield line

    number, raw = 0, [""]
    try:
        for number, record in enumerate(csv.reader(seen(encoded.lines()), delimiter=delimiter), 1):
            raw = since.copy()
            since.clear()
            if record:
                yield number, [text.replace(_LONE_CR, "\n") for text in record]
    except csv.Error as error:
        reason = _("row {row} is not CSV ({reason}).").format(row=number + 1, reason=error)
        raise RegisterUnreadable(encoded.path, reason) from error
    if len(raw) > 1 and sum(line.count('"') for line in raw) % 2:
        reason = _(
            "in row {row} a quotation mark opens and never closes, so the rows after it "
            "cannot be told apart."
        ).format(row=number)
        raise RegisterUnreadable(encoded.path, reason)


def _encoded(path: Path) -> _Encoded:
    try:
        with path.open("rb") as file:
            head = file.read(_CHUNK)
        for mark, encoding in _BOMS:
            if head.startswith(mark):
                return _checked(path, encoding, "surrogatepass")
        if head.count(b"\0") * 10 > len(head):
            raise RegisterUnreadable(path, N_("it is not text."))
        return _without_mark(path, head)
    except OSError as error:
        raise RegisterUnreadable(path, f"{error.strerror}.") from error


def _without_mark(path: Path, head: bytes) -> _Encoded:
    try:
        return _checked(path, "utf-8", "surrogatepass")
    except RegisterUnreadable:
        broken, beyond_ascii = 0, 0
        for text in _decoded(path, "utf-8", "replace"):
            broken += text.count("\ufffd")
            beyond_ascii += len(text) - len(text.encode("ascii", "ignore"))
        if broken * _FEW < beyond_ascii:
            return _checked(path, "utf-8", "replace")
    # Western 8-bit text often decodes as Chinese by accident: ’s becomes 抯. Real Chinese rarely
    # has second bytes that are ASCII letters.
    pairs = [bool(found[1]) for found in _GB_PAIR.finditer(head)]
    if sum(pairs) * 2 > len(pairs):
        raise RegisterUnreadable(path, _UNKNOWN)
    return _checked(path, "gb18030", "strict")


_UNKNOWN = N_("its letters are neither UTF-8, UTF-16 nor GB18030; save it as “CSV UTF-8”.")


def _checked(path: Path, encoding: str, errors: str) -> _Encoded:
    """Decode the whole file once, and see how its lines end. Raises RegisterUnreadable."""
    try:
        ends = "\r"
        for text in _decoded(path, encoding, errors):
            if "\n" in text:
                ends = "\n"
    except UnicodeDecodeError as error:
        raise RegisterUnreadable(path, _UNKNOWN) from error
    return _Encoded(path, encoding, errors, ends)


def _decoded(path: Path, encoding: str, errors: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)
