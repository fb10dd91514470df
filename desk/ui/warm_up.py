"""Loads what the first picture did without, beside the window, once the window can be used.

Whoever wants some of it earlier waits for that much of it and no longer: Python lets a module be
loaded once, and the second who asks wait for the first.
"""

from collections.abc import Callable
from importlib import import_module

from desk.services.app import App
from desk.ui.jobs import Progress

LATER = (
    "desk.ui.guide.presenter",
    "desk.ui.guide.view",
    "desk.ui.complaints.presenter",
    "desk.ui.complaints.view",
    "desk.ui.complaint.presenter",
    "desk.ui.complaint.view",
    "desk.ui.settings.presenter",
    "desk.ui.settings.view",
    "desk.ui.customers.presenter",
    "desk.ui.customers.view",
    "desk.ui.reports.presenter",
    "desk.ui.reports.view",
    "desk.ui.help",
    "desk.ui.palette",
)
"""In the order in which a counter is likely to want them; nothing here loads a heavy library."""

AFTER_MS = 50


def warm_up(app: App) -> Callable[[Progress], int]:
    """Give a job that loads the services, then `LATER`; it stops when the window closes."""

    def work(progress: Progress) -> int:
        for _loaded in app.load_the_rest():
            progress(0, len(LATER))
        for done, name in enumerate(LATER, start=1):
            import_module(name)
            progress(done, len(LATER))
        return len(LATER)

    return work
