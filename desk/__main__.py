"""``desk`` and ``python -m desk``: hands the rooms to the command line, each when it is needed."""

import dataclasses
import gc
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from desk.cli.doors import Doors
from desk.config import Config
from desk.services.app import App


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code."""
    # What is imported stays. Python would search it for rubbish some hundred times, a fifth of the
    # time until the window is there; the search begins when the program is whole.
    gc.disable()
    try:
        from desk.cli.main import run

        return run(sys.argv[1:] if arguments is None else arguments, DOORS)
    finally:
        gc.enable()


def _build(config: Config, clock: Callable[[], datetime] | None = None) -> App:
    from desk import app

    return app.build(config, clock or app.now, environment=os.environ)


def _window(app: App) -> int:
    from desk.ui.imports import keep_pythons_own

    keep_pythons_own()
    from desk.ui import start

    return start.run(app)


def _tell(words: str) -> None:
    from desk.ui import start

    start.tell(words)


def _tour(config: Config, out: Path, register: Path | None, count: int) -> int:
    from desk.services import rehearsal
    from desk.ui import tour

    app = _build(dataclasses.replace(config, data=out / "data"))
    try:
        practice = config.resources / "practice" / "complaints.toml"
        walk_ins = (
            rehearsal.from_register(app.take, register, count)
            if register is not None
            else rehearsal.of_our_own(practice, app.complaints.today(), count)
        )
        return tour.run(app, out, walk_ins)
    finally:
        app.close()


DOORS = Doors(build=_build, window=_window, tour=_tour, tell=_tell)

if __name__ == "__main__":
    sys.exit(main())
