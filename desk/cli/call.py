"""One call of desk: its configuration, its arguments, and the program behind it."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from desk.cli.doors import Doors
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
        """Open the program, and let go of the database in the end."""
        app = self.doors.build(self.config)
        try:
            yield app
        finally:
            app.close()
