"""Loads the screens nobody has opened yet, beside the window, once the window can be used."""

from importlib import import_module

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
    "desk.ui.reports.presenter",
    "desk.ui.reports.view",
    "desk.ui.help",
)
"""In the order in which a counter is likely to want them; nothing here loads a heavy library."""

AFTER_MS = 200


def warm_up(progress: Progress) -> int:
    """Import everything in `LATER`; a job, so that it stops when the window closes."""
    for done, name in enumerate(LATER, start=1):
        import_module(name)
        progress(done, len(LATER))
    return len(LATER)
