"""Arguments in the reader's language: the parser, and what it says of wrong use."""

import argparse
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

from desk.i18n import DEFAULT, LANGUAGES, N_, _


class Misuse(Exception):
    """The command line was used wrongly; `usage` shows how it is used."""

    def __init__(self, said: str, usage: str) -> None:
        super().__init__(said)
        self.usage = usage


class Usage(argparse.RawDescriptionHelpFormatter):
    """Help whose headings are translated; what stands below it keeps its lines."""

    def add_usage(
        self,
        usage: str | None,
        actions: object,
        groups: object,
        prefix: str | None = None,
    ) -> None:
        """Head the usage with our own word."""
        super().add_usage(usage, actions, groups, prefix or _("usage: "))  # type: ignore[arg-type] # argparse's own types are its secret


class Parser(argparse.ArgumentParser):
    """A parser that raises Misuse instead of ending the program."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=Usage,
        )
        self.named = self.add_argument_group(_("what"))
        self.options = self.add_argument_group(_("options"))
        self.options.add_argument("-h", "--help", action="help", help=_("show this and end"))
        # Accepted before and after the subcommand; suppressed, so that neither undoes the other.
        self.options.add_argument(
            "--data",
            type=Path,
            metavar="DIR",
            default=argparse.SUPPRESS,
            help=_("the folder in which everything is kept"),
        )
        self.options.add_argument(
            "--language",
            choices=tuple(LANGUAGES),
            default=argparse.SUPPRESS,
            help=_("the language of what desk says"),
        )
        self.options.add_argument(
            "--as",
            dest="acting",
            metavar="NAME",
            default=argparse.SUPPRESS,
            help=_("who you are, where people were entered; your PIN is asked, or DESK_PIN has it"),
        )

    def format_help(self) -> str:
        """End headings with the colon of the reader's language; argparse writes its own."""
        titles = "|".join(re.escape(group) for group in (_("what"), _("options"), _("commands")))
        heading = _("{heading}:").replace("{heading}", r"\1")
        return re.sub(rf"^({titles}):$", heading, super().format_help(), flags=re.MULTILINE)

    def error(self, message: str) -> NoReturn:
        """Raise Misuse in the reader's language."""
        raise Misuse(_translated(message), self.format_usage())


_SAID = (
    (r"the following arguments are required: (.+)", N_("This is missing: {0}.")),
    (r"unrecognized arguments: (.+)", N_("desk does not know this: {0}.")),
    (
        r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)",
        N_("{0} cannot be {1}. It is one of: {2}."),
    ),
    (r"argument (.+?): expected .+", N_("{0} needs a value.")),
    (r"argument (.+?): invalid .+? value: (.+)", N_("{0} cannot be {1}.")),
    (r"argument (.+?): (.+)", N_("{0}: {1}")),
)
"""What argparse says, and how desk says it."""


def _translated(message: str) -> str:
    for pattern, said in _SAID:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return _(said).format(*found.groups())
    return message


def wanted_language(arguments: Sequence[str]) -> str | None:
    """Find ``--language`` before anything is parsed, so that even wrong use is answered in it."""
    for number, argument in enumerate(arguments):
        option, equals, value = argument.partition("=")
        if option == "--language":
            code = value if equals else "".join(arguments[number + 1 : number + 2])
            return code if code in LANGUAGES else None
        if argument == "--":
            break
    return None


def machine_language(environment: Mapping[str, str] = os.environ) -> str:
    """Tell the language this machine speaks, as far as desk does."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if said := environment.get(name):
            return "zh_CN" if said.casefold().startswith("zh") else DEFAULT
    return DEFAULT


def at_least_one(text: str) -> int:
    """Read a count. Raises ArgumentTypeError, whose words argparse repeats."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:10]) < 2**31:
        raise argparse.ArgumentTypeError(_("{text} is not a number from 1 up").format(text=text))
    return int(text)
