"""A sheet that people read and print: cells, styles, widths and pages, the same for all sheets."""

import math
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties

from desk.documents.cell_text import FORMULA_STARTS, CellText, columns_wide, sheet_name

Look = Literal["plain", "title", "head", "block", "total", "strong", "note", "warn"]

COUNT = "#,##0"
COUNT_OR_DASH = "#,##0;-#,##0;–"
ONE_DECIMAL = "#,##0.0"
SHARE = "0%"
MOMENT = "yyyy-mm-dd hh:mm"
DAY = "yyyy-mm-dd"

_FACE = "Calibri"  # the face of cells without a style; one that is missing is replaced alike
_LINE = Side(style="thin", color="8A94A0")
_FONTS = {
    "title": Font(name=_FACE, size=16, bold=True),
    "head": Font(name=_FACE, size=11, bold=True, color="FFFFFF"),
    "block": Font(name=_FACE, size=11, bold=True, color="1F4E79"),
    "total": Font(name=_FACE, size=11, bold=True),
    "strong": Font(name=_FACE, size=11, bold=True),
    "note": Font(name=_FACE, size=11, color="505860"),
    "warn": Font(name=_FACE, size=11, bold=True, color="A3270F"),
}
_FILLS = {"head": PatternFill("solid", fgColor="1F4E79")}
_BORDERS = {"total": Border(top=_LINE), "block": Border(bottom=_LINE)}
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_ONE_LINE = Alignment(vertical="center")
_LEFT = Alignment(vertical="top", horizontal="left")
_RIGHT = Alignment(vertical="top", horizontal="right")
_HEAD = Alignment(vertical="center", wrap_text=True)
_HEAD_RIGHT = Alignment(vertical="center", horizontal="right", wrap_text=True)
LINE_HEIGHT = 17  # points: Chinese faces stand taller than Latin ones of the same size
HEAD_HEIGHT = 34  # points: two lines, since not every program grows rows by itself


def money_format(currency: str) -> str:
    """Give the number format of amounts in a currency (ISO 4217)."""
    return f'#,##0.00 "{"".join(c for c in currency if c.isalnum())}"'


class Catalogue(Protocol):
    """The messages of one language, as ``desk.i18n.catalogue`` gives them."""

    def gettext(self, message: str, /) -> str: ...
    def ngettext(self, one: str, many: str, n: int, /) -> str: ...


@dataclass(frozen=True, slots=True)
class Words:
    """The language a workbook is written in."""

    code: str
    catalogue: Catalogue

    def gettext(self, message: str) -> str:
        """Translate."""
        return self.catalogue.gettext(message)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Translate a count and put it into ``{n}``."""
        return self.catalogue.ngettext(one, many, n).format(n=n)


class Sheet:
    """One sheet, filled by cell; rows and columns count from 1."""

    def __init__(self, workbook: Workbook, name: str, text: CellText) -> None:
        self.page = workbook.create_sheet(sheet_name(name, workbook.sheetnames))
        self.page.sheet_format.defaultRowHeight = LINE_HEIGHT
        self.page.sheet_format.customHeight = True
        self._text = text

    def put(
        self,
        row: int,
        column: int,
        value: str | float | datetime | None,
        look: Look = "plain",
        *,
        form: str = "General",
        wrap: bool = True,
        to: Literal["left", "right", ""] = "",
    ) -> Cell:
        """Write one cell: text stays text whatever it starts with, None leaves it blank."""
        cell = self.page.cell(row, column)
        assert isinstance(cell, Cell)  # noqa: S101 - merged cells are never written to
        if isinstance(value, str):
            fitting = self._text.fit(value)
            cell.value = fitting
            cell.data_type = "s"
            cell.quotePrefix = fitting.startswith(FORMULA_STARTS)
        else:
            cell.value = value
            cell.number_format = form
        if look in _FONTS:
            cell.font = _FONTS[look]
        if look in _FILLS:
            cell.fill = _FILLS[look]
        if look in _BORDERS:
            cell.border = _BORDERS[look]
        if look == "head":
            cell.alignment = _HEAD_RIGHT if to == "right" else _HEAD
        elif to:
            cell.alignment = _LEFT if to == "left" else _RIGHT
        else:
            cell.alignment = _WRAPPED if wrap else _ONE_LINE
        return cell

    def line(self, row: int, text: str, look: Look = "note") -> None:
        """Write a line that runs over the columns to its right."""
        if look == "title":
            self.page.row_dimensions[row].height = 24
        self.put(row, 1, text, look, wrap=False)

    def head(
        self,
        row: int,
        titles: list[str],
        *,
        column: int = 1,
        numbers: range = range(0),
        height: int = HEAD_HEIGHT,
    ) -> None:
        """Write the titles of a table; those over `numbers` (counted from 1) keep to the right."""
        self.page.row_dimensions[row].height = height
        for n, title in enumerate(titles, 1):
            self.put(row, column + n - 1, title, "head", to="right" if n in numbers else "")

    def grow(self, row: int, text: str, width: float) -> None:
        """Make a row as tall as a text wrapped into a column's width, up to six lines."""
        lines = min(6, max(1, math.ceil(columns_wide(text) * 1.1 / width)))
        self.page.row_dimensions[row].height = LINE_HEIGHT * lines

    def widths(self, *widths: float) -> None:
        """Set the widths of the first columns, in digits."""
        for n, width in enumerate(widths, 1):
            self.page.column_dimensions[get_column_letter(n)].width = width

    def printed(self, words: Words, heading: str, *, titles: str | None, one_page: bool) -> None:
        """Set up A4 landscape: fit to the width, repeated title rows, heading and page numbers."""
        page = self.page
        page.page_setup.orientation = "landscape"
        page.page_setup.paperSize = 9  # A4 (ECMA-376, 18.3.1.63)
        page.page_setup.fitToWidth = 1
        page.page_setup.fitToHeight = 1 if one_page else 0
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.print_title_rows = titles
        page.page_margins.left = page.page_margins.right = 0.4
        page.page_margins.top = page.page_margins.bottom = 0.7
        page.oddHeader = HeaderFooterItem()
        page.oddHeader.left.text = heading.replace("&", "&&")
        page.oddHeader.right.text = "&A"
        page.oddFooter = HeaderFooterItem()
        page.oddFooter.center.text = words.gettext("Page {page} of {pages}").format(
            page="&P", pages="&N"
        )


def fitting_width(texts: list[str], least: int, most: int) -> int:
    """Give a column's width that shows the widest of some texts, within bounds."""
    return max(least, min(most, max(map(columns_wide, texts), default=0) + 2))
