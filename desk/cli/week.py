"""``desk week``: the figures of a week, and its workbook."""

import argparse
import re
from datetime import date
from pathlib import Path

from desk.cli.arguments import Parser
from desk.cli.call import Call
from desk.cli.output import Counter, say
from desk.domain.report import Period
from desk.domain.report_lines import LINES, Measure
from desk.i18n import N_, _, language, ngettext

HELP = N_("the figures of a week and its workbook")


def arguments(parser: Parser) -> None:
    """Declare what the command is asked with."""
    parser.named.add_argument(
        "week",
        metavar="YYYY-Www",
        nargs="?",
        type=a_week,
        help=_("a week such as 2026-W47; the one that runs now unless told"),
    )
    parser.options.add_argument(
        "--xlsx", metavar="FILE", type=Path, help=_("write the workbook there")
    )


def a_week(text: str) -> Period:
    """Read a week. Raises ArgumentTypeError, whose words say which weeks there are."""
    try:
        return Period.parse(text)
    except ValueError as error:
        year = re.match(r"([12]\d{3})-?W?\d", text.strip().upper())
        if year is None:
            words = _("“{text}” is not a week. Write the year and the week, such as 2026-W47.")
            raise argparse.ArgumentTypeError(words.format(text=text)) from error
        last = date(int(year[1]), 12, 28).isocalendar().week  # ISO 8601: always in the last week
        words = _(
            "“{text}” is not a week. The weeks of {year} run from {year}-W01 to {year}-W{last}."
        )
        raise argparse.ArgumentTypeError(
            words.format(text=text, year=year[1], last=last)
        ) from error


def run(call: Call) -> int:
    """Print the figures; write the workbook where one was asked for."""
    counter = Counter()
    with call.app() as app:
        period = call.asked.week or app.week.this_week()
        figures = app.week.figures(period)
        if call.asked.xlsx is not None:
            try:
                made = app.week.workbook(period, call.asked.xlsx, language(), progress=counter)
            finally:
                counter.end()
    say(str(period))
    for line in LINES:
        if line.measure is Measure.COUNT:
            number = f"{line.value(figures) or 0:.0f}"
            say(_("{field}: {value}").format(field=_(line.label), value=number))
    if call.asked.xlsx is not None:
        rows = ngettext(
            "{n} row was written to {path}.", "{n} rows were written to {path}.", made.rows
        )
        say(rows.format(n=made.rows, path=made.path))
    return 0
