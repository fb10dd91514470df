"""The PIN of whoever --as names: from the environment, else asked at the terminal, never shown."""

import getpass
import sys
from collections.abc import Mapping

from desk.domain.staff_errors import NoPinGiven
from desk.i18n import _

VARIABLE = "DESK_PIN"


def given_pin(name: str, environment: Mapping[str, str]) -> str:
    """Get the PIN. Raises NoPinGiven where nobody can be asked."""
    if VARIABLE in environment:
        return environment[VARIABLE]
    if not sys.stdin.isatty():
        raise NoPinGiven(name)
    return getpass.getpass(_("PIN of {name}: ").format(name=name), stream=sys.stderr)
