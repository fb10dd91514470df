"""What the command line opens but may not know: the rooms are wired together in ``__main__``."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from desk.config import Config
from desk.services.app import App


class Build(Protocol):
    """Opens the database and builds the services; `clock` is the real one unless told."""

    def __call__(self, config: Config, clock: Callable[[], datetime] = ...) -> App: ...


@dataclass(frozen=True, slots=True)
class Doors:
    """The program behind the command line. `window` and `tour` give the exit code.

    `tour` is told the configuration, where its results go, a register or None, and how many
    complaints to take. `tell` shows a sentence in a box on the screen and waits until it is read.
    """

    build: Build
    window: Callable[[App], int]
    tour: Callable[[Config, Path, Path | None, int], int]
    tell: Callable[[str], None]
