"""The first sheet: every figure beside earlier weeks, what to look at, and complaints per day."""

from datetime import date, datetime
from statistics import median

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference

from desk.documents.cell_text import CellText
from desk.documents.chart import BLUE, ORANGE, numbered, solid, stroke, titled
from desk.documents.sheet import COUNT, LINE_HEIGHT, ONE_DECIMAL, SHARE, Sheet, Words, money_format
from desk.domain.assessment import Safety
from desk.domain.label import N_
from desk.domain.options import label
from desk.domain.report import FEWEST_FOR_SHARES, Figures
from desk.domain.report_lines import LINES, SECTIONS, FigureLine, Measure
from desk.domain.week import WeekReport

WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
RISE_WORTH_SAYING = 2
THINGS_TO_LOOK_AT = 3
NONE = "–"
CHART_COLUMN = 7


def heading(report: WeekReport, words: Words) -> str:
    """Give the report's title: ``Complaints, week 47 of 2026``."""
    if report.period is None:
        return words.gettext("All complaints")
    return words.gettext("Complaints, week {week} of {year}").format(
        week=report.period.week, year=report.period.year
    )


def summary(workbook: Workbook, report: WeekReport, words: Words, text: CellText) -> Sheet:
    """Make the sheet."""
    sheet = Sheet(workbook, words.gettext("Summary"), text)
    sheet.line(1, heading(report, words), "title")
    sheet.line(2, _whose(report, words))
    row = 4
    for line in looked_at(report, words):
        sheet.line(row, line, "strong" if row == 4 else "plain")
        row += 1
    top = row + 1
    row = _figures(sheet, report, words, top)
    if not report.figures.stock.adds_up:
        sheet.line(row, words.gettext("The counts do not add up: run “desk check”."), "warn")
    sheet.widths(46, 13, 13, 17, 18, 3, 12, 12, 12)
    if report.period is not None:
        _per_day(sheet, report, words, top)
    sheet.page.sheet_view.showGridLines = False
    sheet.printed(words, heading(report, words), titles=None, one_page=True)
    return sheet


def _whose(report: WeekReport, words: Words) -> str:
    local = report.span.start.astimezone(report.zone), report.span.end.astimezone(report.zone)
    first, last = local[0].date(), date.fromordinal(local[1].toordinal() - 1)
    return words.gettext("{shop} ({branch}) · {first} to {last} · made {made}").format(
        shop=report.shop or words.gettext("Branch"),
        branch=report.branch,
        first=first.isoformat(),
        last=last.isoformat(),
        made=f"{report.made_at.astimezone(report.zone):%Y-%m-%d %H:%M}",
    )


def looked_at(report: WeekReport, words: Words) -> list[str]:
    """Say the week in a sentence, and up to three things worth looking at."""
    figures = report.figures
    stock = figures.stock
    if figures.is_empty:
        return [words.gettext("Nothing was opened, closed or left open.")]
    if stock.opened:
        said = words.gettext("{opened} opened, {closed} closed, {left} open at the end.").format(
            opened=stock.opened, closed=stock.closed, left=stock.at_end
        )
    else:
        said = words.gettext(
            "No complaints were opened; {closed} closed, {left} open at the end."
        ).format(closed=stock.closed, left=stock.at_end)
    things = []
    at_risk = figures.safety.get(Safety.YES, 0)
    if at_risk:
        things.append(
            words.ngettext(
                "Someone was hurt or at risk in {n} complaint.",
                "Someone was hurt or at risk in {n} complaints.",
                at_risk,
            )
        )
    overdue = figures.final.overdue + figures.first_word.overdue
    if overdue:
        things.append(
            words.ngettext(
                "{n} answer is overdue; the sheet on deadlines lists it.",
                "{n} answers are overdue; the sheet on deadlines lists them.",
                overdue,
            )
        )
    rise = _largest_rise(figures, report.before[0]) if report.before else None
    if rise is not None:
        about, now, then = rise
        things.append(
            words.gettext("“{about}” rose from {then} to {now} complaints.").format(
                about=words.gettext(about), then=then, now=now
            )
        )
    return [said, *things[:THINGS_TO_LOOK_AT]]


def _largest_rise(now: Figures, then: Figures) -> tuple[str, int, int] | None:
    before = {one.category: one.opened for one in then.categories}
    rises = [
        (one.opened - before.get(one.category, 0), one) for one in now.categories if one.category
    ]
    if not rises:
        return None
    rise, one = max(rises, key=lambda found: found[0])
    if rise < RISE_WORTH_SAYING or one.category is None:
        return None
    return label(one.category), one.opened, before.get(one.category, 0)


def _figures(sheet: Sheet, report: WeekReport, words: Words, row: int) -> int:
    compared = report.period is not None
    titles = [words.gettext("Figure")]
    titles += [words.gettext("This week")] if compared else [words.gettext("All")]
    if compared:
        titles += [
            words.gettext("Last week"),
            words.gettext("Median of the 4 weeks before"),
            words.gettext("Against last week"),
        ]
    sheet.head(row, titles, numbers=range(2, 6))
    row += 1
    section = None
    for line in LINES:
        if line.section is not section:
            section = line.section
            for column in range(1, len(titles) + 1):
                title = words.gettext(SECTIONS[section]) if column == 1 else None
                sheet.put(row, column, title, "block")
            row += 1
        now = line.value(report.figures)
        sheet.put(row, 1, words.gettext(line.label))
        _figure(sheet, row, 2, line, now, report)
        if compared:
            earlier = [value for value in map(line.value, report.before) if value is not None]
            last = line.value(report.before[0]) if report.before else None
            _figure(sheet, row, 3, line, last, report)
            _figure(sheet, row, 4, line, median(earlier) if earlier else None, report)
            sheet.put(row, 5, change(line.measure, now, last, words), to="right")
        row += 1
    sheet.line(
        row,
        words.gettext(
            "– : nothing to measure, or fewer than {n} cases. "
            "The last sheet says how each figure is counted."
        ).format(n=FEWEST_FOR_SHARES),
    )
    return row + 1


def _figure(
    sheet: Sheet, row: int, column: int, line: FigureLine, value: float | None, report: WeekReport
) -> None:
    if value is None:
        sheet.put(row, column, NONE, to="right")
        return
    match line.measure:
        case Measure.COUNT:
            form = COUNT if value == int(value) else ONE_DECIMAL
            sheet.put(row, column, value, form=form)
        case Measure.SHARE:
            sheet.put(row, column, value, form=SHARE)
        case Measure.MONEY:
            sheet.put(row, column, value / 100, form=money_format(report.currency))
        case Measure.HOURS | Measure.DAYS | Measure.RATING:
            sheet.put(row, column, value, form=ONE_DECIMAL)


def change(measure: Measure, now: float | None, last: float | None, words: Words) -> str:
    """Say in words how a figure moved; nothing where there is nothing to compare."""
    if now is None or last is None:
        return ""
    match measure:
        case Measure.COUNT:
            n, more, fewer = f"{abs(now - last):.0f}", N_("{n} more"), N_("{n} fewer")
        case Measure.SHARE:
            n = f"{abs(round(now * 100) - round(last * 100))}"
            more, fewer = N_("{n} points more"), N_("{n} points less")
        case Measure.MONEY:
            n, more, fewer = f"{abs(now - last) / 100:,.2f}", N_("{n} higher"), N_("{n} lower")
        case _:
            n, more, fewer = f"{abs(now - last):.1f}", N_("{n} higher"), N_("{n} lower")
    if not float(n.replace(",", "")):
        return words.gettext("the same")
    return words.gettext(more if now > last else fewer).format(n=n)


def _per_day(sheet: Sheet, report: WeekReport, words: Words, top: int) -> None:
    """Chart complaints per day, this week as columns and last week as a line, above its table."""
    assert report.period is not None  # noqa: S101 - asked by the caller
    row, column = top + 16, CHART_COLUMN
    last = report.before[0].per_day if report.before else ()
    titles = [words.gettext("Day"), words.gettext("This week")]
    if last:
        titles.append(words.gettext("Last week"))
    sheet.head(row, titles, column=column, numbers=range(2, 4), height=LINE_HEIGHT)
    for n, day in enumerate(report.period.days, 1):
        name = words.gettext(WEEKDAYS[day.weekday()])
        sheet.put(row + n, column, f"{name} {day.month}-{day.day:02}")
        is_to_come = datetime.combine(day, datetime.min.time(), report.zone) >= report.span.cut
        today = None if is_to_come else report.figures.per_day[n - 1]
        sheet.put(row + n, column + 1, today, form=COUNT)
        if last:
            sheet.put(row + n, column + 2, last[n - 1], form=COUNT)
    page = sheet.page
    days = Reference(page, min_col=column, min_row=row + 1, max_row=row + 7)
    bars = BarChart()
    bars.add_data(
        Reference(page, min_col=column + 1, min_row=row, max_row=row + 7), titles_from_data=True
    )
    bars.set_categories(days)
    solid(bars.series[0], BLUE)
    numbered(bars)
    titled(bars, words.gettext("Complaints opened per day"))
    if last:
        line = LineChart()
        line.add_data(
            Reference(page, min_col=column + 2, min_row=row, max_row=row + 7),
            titles_from_data=True,
        )
        stroke(line.series[0], ORANGE)
        bars += line
    bars.width, bars.height = 15, 8
    page.add_chart(bars, f"G{top}")
