"""``desk paper``: make a paper for a customer and write it to a file."""

from pathlib import Path

from desk.cli.arguments import Parser
from desk.cli.call import Call
from desk.cli.output import say
from desk.domain.text import storable
from desk.domain.timeline import PaperKind
from desk.i18n import N_, _

HELP = N_("make a slip, receipt or letter as PDF; it is kept and told in the timeline")


def arguments(parser: Parser) -> None:
    """Declare what the command is asked with; --language is the paper's language too."""
    parser.named.add_argument(
        "kind", metavar="KIND", choices=[kind.value for kind in PaperKind],
        help=", ".join(kind.value for kind in PaperKind),
    )  # fmt: skip
    parser.named.add_argument(
        "reference", metavar="REFERENCE", help=_("the number on the customer's slip")
    )
    parser.options.add_argument(
        "--out", metavar="FILE.pdf", type=Path, required=True, help=_("write the paper there")
    )


def run(call: Call) -> int:
    """Make one paper; in the customer's language unless --language names another."""
    asked = call.asked
    kind, reference = PaperKind(asked.kind), storable(asked.reference)
    with call.app() as app:
        file = app.papers.write(reference, kind, asked.out, getattr(asked, "language", None))
    say(_("Written to {path}.").format(path=file))
    return 0
