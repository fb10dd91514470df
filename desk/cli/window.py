"""``desk``: the window, and ``desk tour``: the window without a person."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from desk.cli.arguments import Parser, at_least_one
from desk.cli.call import Call
from desk.cli.output import complain
from desk.i18n import N_, _

HELP = N_("no person needed: the window itself takes complaints through all four steps")
TOUR_LENGTH = 6


def open_window(call: Call) -> int:
    """Show the window and work until it is closed."""
    if not can_show(os.environ):
        complain(
            _(
                "There is no screen here to show the window on (neither DISPLAY nor "
                "WAYLAND_DISPLAY is set); “desk tour DIR” works without one, and “desk --help” "
                "names the other commands."
            )
        )
        return 1
    with call.app() as app:
        return call.doors.window(app)


def can_show(environment: Mapping[str, str]) -> bool:
    """Tell whether a window can be shown; macOS and Windows always have a screen."""
    if sys.platform in {"darwin", "win32"}:
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def is_seen(environment: Mapping[str, str]) -> bool:
    """Tell whether somebody sees what is shown: not on the platforms tests and tours draw on."""
    drawn_for_nobody = environment.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal"))
    return can_show(environment) and not drawn_for_nobody


def arguments(parser: Parser) -> None:
    """Declare what the tour is asked with."""
    parser.named.add_argument("out", metavar="OUT", type=Path, help=_("where its results go"))
    parser.options.add_argument(
        "--input", metavar="FILE.csv", type=Path, help=_("a register to take complaints from")
    )
    parser.options.add_argument(
        "--count",
        metavar="N",
        type=at_least_one,
        default=TOUR_LENGTH,
        help=_("how many complaints ({n} unless told)").format(n=TOUR_LENGTH),
    )


def run(call: Call) -> int:
    """Give the tour."""
    asked = call.asked
    return call.doors.tour(call.config, asked.out, asked.input, asked.count)
