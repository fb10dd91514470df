"""``desk backup``: a whole copy of database and attachments, while others may work."""

from pathlib import Path

from desk.cli.arguments import Parser
from desk.cli.call import Call
from desk.cli.output import say
from desk.i18n import N_, _, ngettext

HELP = N_("write a whole copy of the database and the attachments")


def arguments(parser: Parser) -> None:
    """Declare what the command is asked with."""
    parser.named.add_argument(
        "file", metavar="FILE", type=Path, nargs="?", help=_("where; else among the back-ups")
    )


def run(call: Call) -> int:
    """Write the copy and say where it is."""
    with call.app() as app:
        made = app.backup.write(call.asked.file)
    say(_("The copy is in {path}").format(path=made.database))
    if made.attachments.is_dir():
        said = ngettext(
            "Its attachments are in {folder}; {n} was new there.",
            "Its attachments are in {folder}; {n} were new there.",
            made.copied,
        )
        say(said.format(folder=made.attachments, n=made.copied))
    if made.lacking:
        said = ngettext(
            "{n} attachment is missing or damaged and was not copied; “desk check” names it.",
            "{n} attachments are missing or damaged and were not copied; “desk check” names them.",
            made.lacking,
        )
        say(said.format(n=made.lacking))
    return 1 if made.lacking else 0
