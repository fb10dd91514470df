"""Charts of a workbook: zero-based bars and lines in few colours that also differ in grey."""

from openpyxl.chart.bar_chart import BarChart
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout
from openpyxl.chart.marker import Marker
from openpyxl.chart.reference import Reference
from openpyxl.chart.series import Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText, Text
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.text import (
    CharacterProperties,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
)

from desk.documents.sheet import Sheet

BLUE = "1F4E79"
ORANGE = "D9701E"
GREY = "B8C0C8"


def titled(chart: BarChart, title: str) -> None:
    """Give a chart its title beside, not over, its bars; axes that show and start at zero."""
    size = ParagraphProperties(defRPr=CharacterProperties(sz=1200, b=True))
    words = Paragraph(pPr=size, r=[RegularTextRun(t=title)])
    chart.title = Title(tx=Text(rich=RichText(p=[words])), overlay=False)
    chart.layout = Layout()
    chart.legend.position = "b"
    chart.x_axis.delete = chart.y_axis.delete = False
    chart.y_axis.scaling.min = 0
    chart.y_axis.number_format = "0"
    chart.y_axis.majorGridlines = None


def numbered(chart: BarChart) -> None:
    """Write each bar's number on it, and nothing else."""
    chart.dataLabels = DataLabelList(
        showVal=True, showSerName=False, showCatName=False, showLegendKey=False, showPercent=False
    )


def solid(series: Series, colour: str) -> None:
    """Fill a series' bars with a colour (six hex digits)."""
    series.graphicalProperties = GraphicalProperties(solidFill=colour)


def stroke(series: Series, colour: str) -> None:
    """Draw a series as a line with round marks."""
    series.graphicalProperties = GraphicalProperties(ln=LineProperties(solidFill=colour, w=28_000))
    series.marker = Marker(symbol="circle", size=7, spPr=GraphicalProperties(solidFill=colour))
    series.smooth = False


def stacked(sheet: Sheet, title: str, *, head: int, last: int, column: int, at: str) -> None:
    """Add lying bars of three columns (in time, late, waiting), one bar a row of the table.

    `head` is the row of titles, `last` the last row; names stand in the first column.
    """
    bars = BarChart()
    bars.type, bars.grouping, bars.overlap = "bar", "stacked", 100
    bars.add_data(
        Reference(sheet.page, min_col=column, max_col=column + 2, min_row=head, max_row=last),
        titles_from_data=True,
    )
    bars.set_categories(Reference(sheet.page, min_col=1, min_row=head + 1, max_row=last))
    for series, colour in zip(bars.series, (BLUE, ORANGE, GREY), strict=True):
        solid(series, colour)
    titled(bars, title)
    bars.x_axis.scaling.orientation = "maxMin"  # the first row on top
    bars.y_axis.crosses = "max"  # so its numbers stand below the last row
    bars.gapWidth = 50
    bars.width, bars.height = 15, 5 + (last - head)
    sheet.page.add_chart(bars, at)


def sorted_bars(sheet: Sheet, title: str, *, head: int, last: int, at: str) -> None:
    """Add lying bars of the second column, with their numbers, in the order of the table."""
    bars = BarChart()
    bars.type = "bar"
    bars.add_data(
        Reference(sheet.page, min_col=2, min_row=head, max_row=last), titles_from_data=True
    )
    bars.set_categories(Reference(sheet.page, min_col=1, min_row=head + 1, max_row=last))
    solid(bars.series[0], BLUE)
    numbered(bars)
    titled(bars, title)
    bars.legend = None
    bars.x_axis.scaling.orientation = "maxMin"
    bars.y_axis.crosses = "max"  # so its numbers stand below the last row
    bars.gapWidth = 50
    bars.width, bars.height = 15, 4 + (last - head)
    sheet.page.add_chart(bars, at)
