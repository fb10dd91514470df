"""``desk take``: bring a register in."""

import dataclasses
from collections.abc import Sequence
from pathlib import Path

from desk.cli.arguments import Parser
from desk.cli.call import Call
from desk.cli.output import Counter, say, say_json
from desk.i18n import N_, _, ngettext
from desk.services.take import Row, Taken

HELP = N_("bring an existing register in: rows taken, flagged, refused (and why)")
SHOWN = 20
"""Rows named on a screen; --json names all."""


def arguments(parser: Parser) -> None:
    """Declare what the command is asked with."""
    parser.named.add_argument("file", metavar="FILE", type=Path, help=_("a .csv or .xlsx file"))
    parser.options.add_argument(
        "--map", metavar="FILE.toml", type=Path, help=_("how its columns become our fields")
    )
    parser.options.add_argument("--json", action="store_true", help=_("print one JSON document"))
    said = _(
        "desk knows the usual names of columns. Where yours have others, FILE.toml names them by "
        "our fields:"
    )
    story, day = _("What the customer said"), _("Day")
    parser.epilog = f'{said}\n\n  columns.story = "{story}"\n  date.column = "{day}"'


def run(call: Call) -> int:
    """Take every row that is not known yet and tell what became of all."""
    counter = Counter()
    with call.app() as app:
        try:
            taken = app.take.take(call.asked.file, call.asked.map, counter)
        finally:
            counter.end()
    if call.asked.json:
        say_json(dataclasses.asdict(taken))
    else:
        _tell(taken)
    return 0


def _tell(taken: Taken) -> None:
    say(
        _("Taken: {taken}, of these flagged: {flagged}. Refused: {refused}. Known before: {known}.")
        .format(
            taken=taken.taken,
            flagged=len(taken.flagged),
            refused=len(taken.refused),
            known=taken.known,
        )
    )  # fmt: skip
    _tell_rows(_("Row {row} was refused: {reason}"), taken.refused)
    _tell_rows(_("Row {row} was taken: {reason}"), taken.flagged)


def _tell_rows(words: str, rows: Sequence[Row]) -> None:
    for row in rows[:SHOWN]:
        say(words.format(row=row.row, reason=row.reason))
    if more := len(rows) - SHOWN if len(rows) > SHOWN else 0:
        say(ngettext("… and {n} more row", "… and {n} more rows", more).format(n=more))
