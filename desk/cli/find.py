"""``desk find``: which complaints have these words."""

from desk.cli.arguments import Parser, at_least_one
from desk.cli.call import Call
from desk.cli.output import complain, say, say_json
from desk.cli.wording import line_of
from desk.domain.text import storable
from desk.i18n import N_, _

HELP = N_("find complaints by words, reference or the end of a phone number")
LIMIT = 20


def arguments(parser: Parser) -> None:
    """Declare what the command is asked with."""
    parser.named.add_argument("words", metavar="WORDS", nargs="+", help=_("what to look for"))
    parser.options.add_argument(
        "--limit",
        metavar="N",
        type=at_least_one,
        default=LIMIT,
        help=_("how many at most ({n} unless told)").format(n=LIMIT),
    )
    parser.options.add_argument("--json", action="store_true", help=_("print one JSON document"))


def run(call: Call) -> int:
    """Print what was found, newest first; finding nothing is an answer too."""
    words = storable(" ".join(call.asked.words))
    with call.app() as app:
        found = app.complaints.find(words, call.asked.limit)
        if call.asked.json:
            # A list holds the beginning of a story only.
            whole = [app.complaints.get(line.id) for line in found]
            say_json(
                [
                    {
                        "reference": complaint.reference,
                        "story": complaint.story,
                        "summary": complaint.summary,
                        "arrived_at": complaint.arrived_at.isoformat(),
                        "stage": complaint.stage.value,
                        "category": complaint.category and complaint.category.value,
                        "source": complaint.source,
                    }
                    for complaint in whole
                    if complaint is not None
                ]
            )
            return 0
        zone = app.complaints.now().tzinfo
    for line in found:
        say(line_of(line, zone))
    if not found:
        complain(_("No complaint has these words."))
    return 0
