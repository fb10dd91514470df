"""``desk practice``: a folder of invented complaints to learn on."""

from dataclasses import replace
from datetime import UTC, datetime

from desk.cli.arguments import Parser
from desk.cli.call import Call
from desk.cli.output import Counter, say
from desk.i18n import N_, ngettext
from desk.services.practice import Practice, SetClock

HELP = N_("fill an empty folder with invented complaints to practise on")
FOLDER_ENDING = "-practice"
"""Where no folder is named, practice has one of its own beside the usual one."""


def arguments(parser: Parser) -> None:
    """Declare what the command is asked with: nothing of its own."""
    del parser


def run(call: Call) -> int:
    """Fill the folder and say how to open it."""
    clock = SetClock(datetime.now(UTC))
    config = call.config
    if "data" not in call.asked:
        config = replace(config, data=config.data.with_name(config.data.name + FOLDER_ENDING))
    app = call.doors.build(config, clock)
    counter = Counter()
    try:
        taken = Practice(app, clock, config.resources / "practice").fill(counter)
    finally:
        counter.end()
        app.close()
    said = ngettext(
        "{n} invented complaint to practise on is in {path}. Open it with: desk --data {path}",
        "{n} invented complaints to practise on are in {path}. Open them with: desk --data {path}",
        taken,
    )
    say(said.format(n=taken, path=config.data))
    return 0
