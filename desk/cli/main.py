"""The command line itself: reads the arguments, runs one command, turns errors into sentences."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any

from desk import config as configuration
from desk import i18n
from desk.cli import window
from desk.cli.arguments import Misuse, Parser, machine_language, wanted_language
from desk.cli.call import Call
from desk.cli.doors import Doors
from desk.cli.output import accept_any_text, complain
from desk.config import Config
from desk.domain.errors import ContentBroken, DeskError
from desk.domain.sentence import sentence
from desk.i18n import LANGUAGES, N_, _

COMMANDS = {
    "tour": "window",
    "take": "take",
    "find": "find",
    "show": "show",
    "paper": "paper",
    "week": "week",
    "check": "check",
    "backup": "backup",
    "practice": "practice",
}
"""Each module declares HELP, arguments(parser) and run(call); no command opens the window."""

REFUSED, MISUSED, INTERRUPTED = 1, 2, 130


def run(arguments: Sequence[str], doors: Doors) -> int:
    """Run one command and give the exit code.

    What staff can do something about becomes one sentence on stderr. A defect of the program is
    not caught: it reaches the hook installed here, which logs where it happened and says so.
    """
    accept_any_text()
    i18n.use(wanted_language(arguments) or machine_language())
    try:
        return _run(arguments, doors)
    except Misuse as error:
        complain(f"{error.usage}{error}")
        return MISUSED
    except DeskError as error:
        complain(_explained(error))
        return REFUSED
    except KeyboardInterrupt:
        complain(_("Stopped. What was saved before is kept."))
        return INTERRUPTED
    except BrokenPipeError:
        # Who was reading has enough; Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _run(arguments: Sequence[str], doors: Doors) -> int:
    asked = _window_alone(arguments) or parser().parse_args(arguments)
    try:
        return _carry_out(asked, doors)
    except DeskError as error:
        # Who opened desk by its icon sees no stderr.
        if not asked.command and window.is_seen(os.environ):
            doors.tell(_explained(error))
        raise


def _carry_out(asked: argparse.Namespace, doors: Doors) -> int:
    where = _configured(getattr(asked, "data", None), getattr(asked, "language", None))
    sys.excepthook = _hook(where.data)
    if where.language is not None:
        i18n.use(where.language)
    call = Call(where, doors, asked)
    if asked.command:
        gc.enable()  # the window does so itself, once it is there
    code: int = _module(asked.command).run(call) if asked.command else window.open_window(call)
    sys.stdout.flush()
    return code


def _explained(error: DeskError) -> str:
    from desk.explain import explain  # with every question of the guide, which no start waits for

    return explain(error)


def _window_alone(arguments: Sequence[str]) -> argparse.Namespace | None:
    """Read what the window is opened with; None when anything else is asked or wrong.

    So the window waits for the modules of no command.
    """
    if not {"-h", "--help"}.isdisjoint(arguments):
        return None
    plain = Parser("desk", "")
    plain.set_defaults(command=None)
    try:
        return plain.parse_args(arguments)
    except Misuse:
        return None


def _module(command: str) -> Any:  # noqa: ANN401 - a module with what COMMANDS says
    return import_module(f"desk.cli.{COMMANDS[command]}")


def parser() -> Parser:
    """Make the parser in the language of the screen."""
    top = Parser("desk", _("Takes a complaint from the first word to the closing letter."))
    commands = top.add_subparsers(
        title=_("commands"),
        dest="command",
        metavar=_("COMMAND"),
        help=_("none opens the window"),
        parser_class=Parser,
    )
    for name in COMMANDS:
        module = _module(name)
        said = _(module.HELP)
        module.arguments(
            commands.add_parser(name, help=said, prog=f"desk {name}", description=said)
        )
    return top


def _configured(data: Path | None, language: str | None) -> Config:
    """Read the configuration; a broken ``desk.toml`` is content that cannot be used."""
    try:
        found = configuration.read(data, language)
    except (ValueError, TypeError, OSError) as error:
        reason = sentence(N_("it cannot be read ({why})."), why=str(error))
        raise ContentBroken(_file_of(data), 0, reason) from error
    if found.language is not None and found.language not in LANGUAGES:
        reason = sentence(N_("desk does not speak “{language}”."), language=found.language)
        raise ContentBroken(_file_of(data), 0, reason)
    return found


def _file_of(data: Path | None) -> Path:
    return (data / "desk.toml") if data else Path("desk.toml")


def _hook(
    folder: Path,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def tell(
        kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, traceback)
            return
        from desk.services.log_file import LOG, describe, start_log

        start_log(folder)
        LOG.error("uncaught %s", describe(error))
        complain(
            _(
                "Something in desk went wrong that should not have. What was saved is safe; where "
                "it happened was written to {path}, without any customer's words."
            ).format(path=folder / "desk.log")
        )

    return tell
