"""Registers as Excel workbooks: the first sheet that has anything in it."""

import warnings
import zipfile
import zlib
from datetime import date, datetime, time
from itertools import zip_longest
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError

from desk.documents.register_lines import Register, lines, named
from desk.domain.errors import RegisterUnreadable
from desk.domain.label import N_

Record = tuple[int, list[str]]


def read(path: Path) -> Register:
    """Read a workbook. Raises RegisterUnreadable."""
    records, has_formulas = _sheet(path, computed=False)
    if has_formulas:
        records = _filled(_sheet(path, computed=True)[0], records)
    if not records:
        raise RegisterUnreadable(path, N_("it is empty."))
    (_number, header), *rest = records
    columns = named(_trimmed(header))
    rows = tuple(lines(rest, columns))
    return Register(path, columns, len(rows), rows)


def _sheet(path: Path, *, computed: bool) -> tuple[list[Record], bool]:
    """Give the rows of the first sheet with any text, and whether a cell holds a formula.

    `computed`: formulas as the values Excel last saw, empty where it never did; else as written.
    """
    import openpyxl

    try:
        # openpyxl warns of parts it does not keep (charts, rules); none of them is a row. It is
        # given a stream, because of a path it judges the ending.
        with warnings.catch_warnings(action="ignore"), path.open("rb") as stream:
            book = openpyxl.load_workbook(stream, read_only=True, data_only=computed)
            try:
                for sheet in book.worksheets:
                    # Other programs write a wrong size of the sheet, which would cut it short.
                    sheet.reset_dimensions()
                    found, has_formulas = _rows(sheet)
                    if found:
                        return found, has_formulas
            finally:
                book.close()
    except (
        *(zipfile.BadZipFile, zlib.error, ParseError, KeyError, ValueError, TypeError),
        *(AttributeError, IndexError, OSError, EOFError, NotImplementedError),
    ) as error:
        raise RegisterUnreadable(path, N_("it is damaged or not an Excel workbook.")) from error
    return [], False


def _rows(sheet: Any) -> tuple[list[Record], bool]:  # noqa: ANN401 - published without this type
    found: list[Record] = []
    has_formulas = False
    for number, row in enumerate(sheet.iter_rows(), 1):
        has_formulas = has_formulas or any(cell.data_type == "f" for cell in row)
        texts = [_text(cell.value) for cell in row]
        if any(texts):
            found.append((number, texts))
    return found, has_formulas


def _filled(computed: list[Record], written: list[Record]) -> list[Record]:
    """Give computed values, and what was written where a formula was never computed."""
    values = dict(computed)
    return [
        (
            number,
            [v or text for v, text in zip_longest(values.get(number, []), texts, fillvalue="")],
        )
        for number, texts in written
    ]


def _trimmed(header: list[str]) -> list[str]:
    while not header[-1].strip():
        header = header[:-1]
    return header


def _text(value: object) -> str:
    from openpyxl.utils.escape import unescape  # Excel keeps control characters as _x000D_

    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat(sep=" ", timespec="seconds").removesuffix(" 00:00:00")
        case date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case str():
            return unescape(value)
        case _:
            return str(value)
