"""What every screen is built from: services, news of commits, work beside the window, the look."""

from collections.abc import Callable
from dataclasses import dataclass

from desk.services.app import App
from desk.ui.jobs import Jobs
from desk.ui.look import Look
from desk.ui.refresh import Refresh


@dataclass(frozen=True, slots=True)
class Parts:
    """Handed to screens when they are made. `jobs` is for work staff wait for and may cancel,
    `reads` for lists, so that a long report never holds a list up.
    """

    app: App
    refresh: Refresh
    jobs: Jobs
    reads: Jobs
    look: Look


@dataclass(frozen=True, slots=True)
class Said:
    """News for the notice line: words, a tone (a value of ``Tone``), perhaps a thing to do.

    `can_be_undone`: Ctrl+Z takes back what it tells.
    """

    words: str
    tone: str = "info"
    action: str = ""
    press: Callable[[], object] | None = None
    can_be_undone: bool = False
