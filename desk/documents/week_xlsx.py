"""The weekly workbook: summary, categories, deadlines, the register, and how things are counted."""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from openpyxl import Workbook

from desk.documents.cell_text import CellText
from desk.documents.pour import pour
from desk.documents.sheet import Words
from desk.documents.week_register import ROWS_PER_SHEET, frame, poured
from desk.documents.week_summary import heading, summary
from desk.documents.week_tables import by_category, deadlines, how_counted, late
from desk.domain.errors import FileNotWritten
from desk.domain.register_row import RegisterRow
from desk.domain.week import WeekMade, WeekReport

Progress = Callable[[int, int], None]
TELL_EVERY = 500  # rows


def write(
    path: Path,
    report: WeekReport,
    register: Iterable[RegisterRow],
    words: Words,
    progress: Progress | None = None,
    *,
    rows_per_sheet: int = ROWS_PER_SHEET,
) -> WeekMade:
    """Write a workbook beside its place and put it there when it is whole.

    `progress` is told how many rows are done out of how many; what it raises stops the work and
    leaves nothing behind. Raises FileNotWritten.
    """
    text = CellText(words.gettext("… [cut here; the whole text is in desk]"))
    title = heading(report, words)
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "desk"
    workbook.properties.title = title
    summary(workbook, report, words, text)
    by_category(workbook, report, words, text)
    deadlines(workbook, report, words, text)
    late(workbook, report, words, text)
    rows = _told(register, report.rows, progress)
    parts = {}
    for start in range(0, max(report.rows, 1), rows_per_sheet):
        count = min(rows_per_sheet, report.rows - start)
        sheet = frame(workbook, report, words, text, title, count)
        if count:
            parts[sheet] = poured(islice(rows, count), count, report, words, text)
        else:
            sheet.put(2, 1, words.gettext("Nothing arrived."), wrap=False)
    how_counted(workbook, report, words, text)
    framed = io.BytesIO()
    workbook.save(framed)
    beside = path.with_name(path.name + ".part")
    try:
        pour(framed, beside, {sheet.page.path[1:]: rows for sheet, rows in parts.items()})
        with beside.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        if progress is not None:
            progress(report.rows, report.rows)
        beside.replace(path)
    except OSError as error:
        raise FileNotWritten(path, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):  # the place that could not be written has nothing to take away
            beside.unlink(missing_ok=True)
    return WeekMade(path, report.rows, text.replaced, sha256)


def _told(
    rows: Iterable[RegisterRow], total: int, progress: Progress | None
) -> Iterator[RegisterRow]:
    for done, row in enumerate(rows):
        if progress is not None and done % TELL_EVERY == 0:
            progress(done, total)
        yield row
