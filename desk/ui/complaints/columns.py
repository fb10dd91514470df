"""The columns of the list of complaints."""

from collections.abc import Callable
from datetime import datetime

from desk.domain.complaint import ComplaintSummary
from desk.domain.deadline import coming_next
from desk.domain.options import label
from desk.domain.settings import Settings
from desk.domain.text import shortened
from desk.i18n import N_, _
from desk.ui import moments
from desk.ui.priority_words import priority_rule
from desk.ui.table_model import Column
from desk.ui.today.rows import heat_words, next_words, words_for

FILLER = "about"
"""The column that takes what the others leave of the window."""

MAKE_ROOM = ("answer", "handler", "priority", "category", "came", "stage", "next")
"""The columns that are left out of a narrow window, the first one first."""

ABOUT_LIMIT = 120
TIP_LIMIT = 400


def columns(
    now: Callable[[], datetime], settings: Callable[[], Settings]
) -> tuple[Column[ComplaintSummary], ...]:
    """Give the columns; `now` is the branch's local time, as seen when a cell is painted."""
    return (
        Column(id="reference", title=N_("Reference"), text=lambda c: c.reference, width=13),
        Column(
            id="came", title=N_("Came"), text=lambda c: moments.came(c.arrived_at, now()), width=13
        ),
        Column(id="category", title=N_("Category"), text=lambda c: words_for(c.category), width=16),
        Column(
            id="about",
            title=N_("About"),
            text=lambda c: shortened(c.summary or c.story, ABOUT_LIMIT),
            tooltip=lambda c: shortened(c.summary or c.story, TIP_LIMIT),
            width=22,
        ),
        Column(id="stage", title=N_("Stage"), text=lambda c: _(label(c.stage)), width=14),
        Column(
            id="priority",
            title=N_("Priority"),
            text=_priority,
            tooltip=lambda c: priority_rule(c.priority, settings()),
            width=9,
        ),
        Column(
            id="next",
            title=N_("Next due"),
            text=lambda c: _next(c, now()),
            tooltip=lambda c: heat_words(coming_next(c, now().tzinfo), now()),
            width=29,
        ),
        Column(id="handler", title=N_("Handler"), text=lambda c: c.handler, width=12),
        Column(id="answer", title=N_("Answer"), text=lambda c: words_for(c.answer), width=16),
    )


def _priority(line: ComplaintSummary) -> str:
    return f"P{line.priority}" if line.priority else ""


def _next(line: ComplaintSummary, now: datetime) -> str:
    return next_words(coming_next(line, now.tzinfo), now)
