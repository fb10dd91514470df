"""The sheets of tables: categories by cause, deadlines by category, how figures are counted."""

from collections import Counter

from openpyxl import Workbook

from desk.documents.cell_text import CellText
from desk.documents.chart import sorted_bars, stacked
from desk.documents.sheet import COUNT, COUNT_OR_DASH, MOMENT, Sheet, Words, fitting_width
from desk.documents.week_summary import heading
from desk.domain.category_node import parent_of
from desk.domain.complaint import Category
from desk.domain.investigation import Cause
from desk.domain.label import N_
from desk.domain.options import label
from desk.domain.report import ClockCount
from desk.domain.report_lines import LINES, SECTIONS
from desk.domain.response import Remedy
from desk.domain.week import WeekReport

RULE_WIDTH = 100

GENERAL_RULES = (
    N_("A week runs from Monday 00:00 to Sunday 24:00 in the branch's own time."),
    N_("Only complaints run clocks. Suggestions, praise and questions are counted apart."),
    N_("While the week still runs, clocks are read at the moment the report is made."),
    N_(
        "Complaints without a deadline, such as those brought in from an old register, "
        "count as opened and closed but never as in time or late."
    ),
    N_("The register lists what arrived, of every kind, as it stands when the report is made."),
    N_("Numbers under 5 say little about a category. Persons are not compared."),
)


def about(category: Category | None, words: Words) -> str:
    """Name a category."""
    return words.gettext(label(category) if category else N_("Not said yet"))


def by_category(workbook: Workbook, report: WeekReport, words: Words, text: CellText) -> None:
    """Make the sheet of categories by cause, with totals, and of what was offered."""
    sheet = Sheet(workbook, words.gettext("By category"), text)
    opened = [one for one in report.figures.categories if one.opened]
    causes = [cause for cause in Cause if any(one.causes.get(cause) for one in opened)]
    columns: list[Cause | None] = [*causes, None]
    sheet.line(1, words.gettext("Complaints opened, by what they are about and why"), "title")
    sheet.line(2, _most(report, words), "strong")
    names = [about(one.category, words) for one in opened]
    head = 4
    sheet.head(
        head,
        [
            words.gettext("About"),
            words.gettext("Opened"),
            *(words.gettext(label(c) if c else N_("Cause not known yet")) for c in columns),
        ],
        numbers=range(2, len(columns) + 3),
    )
    row = head
    totals: Counter[Cause | None] = Counter()
    for name, one in zip(names, opened, strict=True):
        row += 1
        sheet.put(row, 1, name)
        sheet.put(row, 2, one.opened, form=COUNT)
        for n, cause in enumerate(columns, 3):
            sheet.put(row, n, one.causes.get(cause, 0), form=COUNT_OR_DASH)
            totals[cause] += one.causes.get(cause, 0)
    sheet.put(row + 1, 1, words.gettext("Together"), "total")
    sheet.put(row + 1, 2, sum(one.opened for one in opened), "total", form=COUNT_OR_DASH)
    for n, cause in enumerate(columns, 3):
        sheet.put(row + 1, n, totals[cause], "total", form=COUNT_OR_DASH)
    sheet.widths(fitting_width(names, 22, 40), 10, *(15 for _ in columns))
    sheet.page.freeze_panes = f"B{head + 1}"
    sheet.printed(words, heading(report, words), titles=f"{head}:{head}", one_page=False)
    _kinds(sheet, report, words, _offers(sheet, report, words, row + 4) + 3)
    if opened:
        title = words.gettext("Complaints opened, by what they are about")
        sorted_bars(sheet, title, head=head, last=row, at=f"D{row + 4}")


def _most(report: WeekReport, words: Words) -> str:
    opened = [one for one in report.figures.categories if one.opened and one.category]
    if not opened:
        return words.gettext("No complaints were opened.")
    most = opened[0]
    total = report.figures.stock.opened
    said = words.gettext("Most were about “{about}”: {n} of {total}.").format(
        about=about(most.category, words), n=most.opened, total=total
    )
    causes = Counter(
        {c: n for c, n in most.causes.items() if c is not None and c is not Cause.UNKNOWN}
    )
    if causes:
        cause, n = causes.most_common(1)[0]
        said += words.gettext(" The most frequent cause there: “{cause}” ({n}).").format(
            cause=words.gettext(label(cause)), n=n
        )
    return said


def _kinds(sheet: Sheet, report: WeekReport, words: Words, row: int) -> None:
    """Write how often each kind of a category was opened, the categories in the guide's order."""
    if not report.kinds_opened:
        return
    sheet.head(row, [words.gettext("More exactly"), words.gettext("Opened")], numbers=range(2, 3))
    order = list(Category)
    for code in sorted(
        report.kinds_opened,
        key=lambda code: (order.index(Category(parent_of(code))), -report.kinds_opened[code], code),
    ):
        row += 1
        category = about(Category(parent_of(code)), words)
        kind = report.kinds.get(code, code)
        sheet.put(
            row, 1, words.gettext("{about}: {kind}").format(about=category, kind=kind), wrap=False
        )
        sheet.put(row, 2, report.kinds_opened[code], form=COUNT)
    row += 1
    sheet.put(row, 1, words.gettext("Together"), "total")
    sheet.put(row, 2, sum(report.kinds_opened.values()), "total", form=COUNT)


def _offers(sheet: Sheet, report: WeekReport, words: Words, row: int) -> int:
    """Write what was offered; give the last row."""
    answers = report.figures.answers
    sheet.head(
        row, [words.gettext("What was offered"), words.gettext("Times")], numbers=range(2, 3)
    )
    for remedy in (r for r in Remedy if answers.remedies.get(r)):
        row += 1
        sheet.put(row, 1, words.gettext(label(remedy)))
        sheet.put(row, 2, answers.remedies[remedy], form=COUNT)
    if not answers.remedies:
        row += 1
        sheet.put(row, 1, words.gettext("Nothing was offered."), wrap=False)
    return row


_STATES = ("in_time", "late", "waiting", "overdue")


def deadlines(workbook: Workbook, report: WeekReport, words: Words, text: CellText) -> None:
    """Make the sheet of both clocks by category, with bars, and of what is late now."""
    sheet = Sheet(workbook, words.gettext("Deadlines"), text)
    figures = report.figures
    sheet.line(1, words.gettext("Deadlines"), "title")
    sheet.line(2, _kept(figures.first_word, N_("First reply"), words), "strong")
    sheet.line(3, _kept(figures.final, N_("Final answer"), words), "strong")
    titles = [words.gettext("About")]
    titles += [
        words.gettext("{clock}: {state}").format(
            clock=words.gettext(clock), state=words.gettext(state)
        )
        for clock in (N_("First reply"), N_("Final answer"))
        for state in (N_("in time"), N_("late"), N_("not due yet"), N_("still overdue"))
    ]
    head = row = 5
    sheet.head(head, titles, numbers=range(2, 10))
    sheet.page.row_dimensions[head].height = 45
    names = []
    for one in figures.categories:
        counts = [getattr(clock, s) for clock in (one.first_word, one.final) for s in _STATES]
        if not any(counts):
            continue
        row += 1
        names.append(about(one.category, words))
        sheet.put(row, 1, names[-1])
        for n, count in enumerate(counts, 2):
            sheet.put(row, n, count, form=COUNT_OR_DASH)
    last = row
    sheet.put(row + 1, 1, words.gettext("Together"), "total")
    for n, count in enumerate(
        [getattr(clock, s) for clock in (figures.first_word, figures.final) for s in _STATES], 2
    ):
        sheet.put(row + 1, n, count, "total", form=COUNT_OR_DASH)
    sheet.widths(fitting_width(names, 22, 40), *(14 for _ in range(8)))
    sheet.printed(words, heading(report, words), titles=None, one_page=True)
    if names:
        first, final = words.gettext("First reply"), words.gettext("Final answer")
        stacked(sheet, first, head=head, last=last, column=2, at=f"A{row + 4}")
        stacked(sheet, final, head=head, last=last, column=6, at=f"F{row + 4}")


def _kept(clock: ClockCount, name: str, words: Words) -> str:
    if not clock.in_time + clock.late:
        said = words.gettext("{clock}: none was given and none became due.")
    elif not clock.late:
        said = words.gettext("{clock}: all {n} in time.")
    else:
        said = words.gettext("{clock}: {late} late out of {n}.")
    return said.format(clock=words.gettext(name), n=clock.in_time + clock.late, late=clock.late)


def late(workbook: Workbook, report: WeekReport, words: Words, text: CellText) -> None:
    """Make the sheet of complaints that are late at the end of the week."""
    sheet = Sheet(workbook, words.gettext("Late"), text)
    sheet.line(1, words.gettext("Late at the end, longest first"), "title")
    sheet.widths(16, 22, 10, 64, 20, 20)
    sheet.printed(words, heading(report, words), titles="3:3", one_page=False)
    if not report.late:
        sheet.line(2, words.gettext("Nothing is late."), "strong")
        return
    sheet.line(2, words.gettext("A moment is shown only for the clock that ran out."))
    sheet.head(
        3,
        [
            words.gettext("Reference"),
            words.gettext("About"),
            words.gettext("Priority"),
            words.gettext("In short"),
            words.gettext("First reply was due"),
            words.gettext("Final answer was due"),
        ],
    )
    for row, one in enumerate(report.late, 4):
        sheet.put(row, 1, one.reference)
        sheet.put(row, 2, about(one.category, words))
        sheet.put(row, 3, one.priority, form=COUNT, to="left")
        sheet.put(row, 4, one.summary)
        sheet.grow(row, one.summary, 64)
        for column, due in ((5, one.first_word_due_at), (6, one.final_due_at)):
            local = due and due.astimezone(report.zone).replace(tzinfo=None)
            sheet.put(row, column, local, form=MOMENT, to="left")
    sheet.page.freeze_panes = "B4"
    sheet.page.auto_filter.ref = f"A3:F{len(report.late) + 3}"


def how_counted(workbook: Workbook, report: WeekReport, words: Words, text: CellText) -> None:
    """Make the sheet that gives each figure's rule in words."""
    sheet = Sheet(workbook, words.gettext("How counted"), text)
    sheet.head(1, [words.gettext("Figure"), words.gettext("How it is counted")])
    row, section = 1, None
    for line in LINES:
        if line.section is not section:
            section = line.section
            row += 1
            sheet.put(row, 1, words.gettext(SECTIONS[section]), "block")
            sheet.put(row, 2, None, "block")
        row += 1
        sheet.put(row, 1, words.gettext(line.label))
        sheet.put(row, 2, words.gettext(line.rule))
        sheet.grow(row, words.gettext(line.rule), RULE_WIDTH)
    row += 1
    sheet.put(row, 1, words.gettext("In general"), "block")
    sheet.put(row, 2, None, "block")
    rules = list(GENERAL_RULES)
    if report.period is None:
        rules.append(N_("This report covers all complaints: “the week” means the whole time."))
    if not report.names:
        rules.append(N_("Names and contact details are left out."))
    for rule in rules:
        row += 1
        sheet.put(row, 2, words.gettext(rule))
        sheet.grow(row, words.gettext(rule), RULE_WIDTH)
    sheet.widths(46, RULE_WIDTH)
    sheet.page.freeze_panes = "A2"
    sheet.printed(words, heading(report, words), titles="1:1", one_page=True)
