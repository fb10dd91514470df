"""``desk check``: the whole desk proves itself."""

from desk.cli.arguments import Parser
from desk.cli.call import Call
from desk.cli.output import say, say_json
from desk.i18n import N_, _, ngettext

HELP = N_("prove the whole desk: log, tables, search, papers and attachments")


def arguments(parser: Parser) -> None:
    """Declare what the command is asked with."""
    parser.options.add_argument(
        "--mend", action="store_true", help=_("make the search index anew first")
    )
    parser.options.add_argument("--json", action="store_true", help=_("print one JSON document"))


def run(call: Call) -> int:
    """Name every problem; 1 when there is one."""
    with call.app() as app:
        if call.asked.mend:
            app.check.mend()
        problems = [problem.said(_) for problem in app.check.run()]
        orphans = app.check.orphans()
    if call.asked.json:
        say_json({"ok": not problems, "problems": problems})
    else:
        say("\n".join(problems) if problems else _("All is well."))
        if orphans:
            said = ngettext(
                "Among the attachments {n} file belongs to no complaint; it harms nothing.",
                "Among the attachments {n} files belong to no complaint; they harm nothing.",
                orphans,
            )
            say(said.format(n=orphans))
    return 1 if problems else 0
