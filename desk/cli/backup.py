"""``desk backup``: a whole copy of the database, while others may work."""

from pathlib import Path

from desk.cli.arguments import Parser
from desk.cli.call import Call
from desk.cli.output import say
from desk.i18n import N_, _

HELP = N_("write a whole copy of the database")


def arguments(parser: Parser) -> None:
    """Declare what the command is asked with."""
    parser.named.add_argument(
        "file", metavar="FILE", type=Path, nargs="?", help=_("where; else among the back-ups")
    )


def run(call: Call) -> int:
    """Write the copy and say where it is."""
    with call.app() as app:
        say(_("The copy is in {path}").format(path=app.backup.write(call.asked.file)))
    return 0
