"""The category list as a workbook: written for people to change, read back without trusting it."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from desk.documents.cell_text import CellText
from desk.documents.register_xlsx import read as read_rows
from desk.documents.sheet import DAY, Sheet
from desk.domain.category_change import CategoryRow
from desk.domain.category_node import CategoryNode, parent_of
from desk.domain.errors import FileNotWritten, RegisterUnreadable
from desk.domain.label import LANGUAGES, N_
from desk.domain.text import storable
from desk.i18n import catalogue

COLUMNS = {
    "code": N_("Code"),
    "parent": N_("Parent"),
    "en": N_("English"),
    "zh": N_("Chinese"),
    "valid_from": N_("Valid from"),
    "valid_to": N_("Valid to"),
    "department": N_("Department"),
}
"""Field -> title. A file may have the title in any language desk speaks, or the field itself."""

_NEEDED = ("code", "en", "zh")


def write(path: Path, nodes: Iterable[CategoryNode], language: str) -> None:
    """Write a list of nodes, titled in a language. Raises FileNotWritten."""
    translate = catalogue(language).gettext
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    workbook.properties.creator = "desk"
    sheet = Sheet(workbook, translate(N_("Categories")), CellText("…"))
    sheet.head(1, [translate(title) for title in COLUMNS.values()])
    for row, node in enumerate(nodes, 2):
        for column, name in enumerate(COLUMNS, 1):
            value = getattr(node, name)
            sheet.put(row, column, value or None, form=DAY if "valid" in name else "@")
    sheet.widths(26, 12, 34, 24, 13, 13, 24)
    sheet.page.freeze_panes = "A2"
    beside = path.with_name(path.name + ".part")
    try:
        with beside.open("wb") as file:
            workbook.save(file)
        beside.replace(path)
    except OSError as error:
        raise FileNotWritten(path, error.strerror or str(error)) from error
    finally:
        with suppress(OSError):  # the place that could not be written has nothing to take away
            beside.unlink(missing_ok=True)


def read(path: Path) -> list[CategoryRow]:
    """Read the rows of a list; formulas are their text. Raises RegisterUnreadable."""
    register = read_rows(path)
    columns = _columns(register.columns)
    lacking = [name for name in _NEEDED if name not in columns]
    if lacking:
        raise RegisterUnreadable(path, N_("it lacks a column “code”, “en” or “zh”."))
    return [_row(line.number, line.cells, columns) for line in register.rows]


def _columns(present: Iterable[str]) -> dict[str, str]:
    own = {column.strip().casefold(): column for column in present}
    found = {}
    for name, title in COLUMNS.items():
        spoken = (catalogue(code).gettext(title).casefold() for code in LANGUAGES)
        for known in (name, name.replace("_", " "), *spoken):
            if known in own:
                found[name] = own[known]
                break
    return found


def _row(number: int, cells: Mapping[str, str], columns: Mapping[str, str]) -> CategoryRow:
    said = {
        name: " ".join(storable(cells[columns[name]]).split()) if name in columns else ""
        for name in COLUMNS
    }
    unread = []
    days: dict[str, date | None] = {}
    for name in ("valid_from", "valid_to"):
        try:
            days[name] = _day(said[name])
        except ValueError:
            days[name] = None
            unread.append(said[name])
    code = said["code"]
    return CategoryRow(
        number=number,
        code=code,
        parent=said["parent"] or parent_of(code),
        en=said["en"],
        zh=said["zh"],
        valid_from=days["valid_from"],
        valid_to=days["valid_to"],
        department=said["department"],
        unread=tuple(unread),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text.partition(" ")[0]) if text else None
