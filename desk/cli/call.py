"""One call of desk: its configuration, its arguments, and the program behind it."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desk.cli.doors import Doors
from desk.cli.pin import given_pin
from desk.config import Config
from desk.services.app import App


@dataclass(frozen=True, slots=True)
class Call:
    """What a command is given. `asked` holds the arguments it declared."""

    config: Config
    doors: Doors
    asked: argparse.Namespace

    @contextmanager
    def app(self) -> Iterator[App]:
        """Open the program, signed in as --as says, and let go of the database in the end."""
        app = self.doors.build(self.config)
        try:
            if (name := getattr(self.asked, "acting", None)) is not None:
                app.people.sign_in_as(name, given_pin(name, os.environ))
            yield app
        finally:
            app.close()
