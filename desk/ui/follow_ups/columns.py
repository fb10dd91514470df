"""The columns of the follow-ups, and the words of each line."""

from collections.abc import Callable
from datetime import date

from desk.domain.follow_up import FollowUp, FollowUpKind, When, when
from desk.domain.options import label
from desk.domain.text import initials, shortened
from desk.i18n import N_, _
from desk.ui import moments
from desk.ui.table_model import Column

WHENS = {
    When.OVERDUE: N_("Overdue"),
    When.TODAY: N_("Today"),
    When.TOMORROW: N_("Tomorrow"),
    When.THIS_WEEK: N_("This week"),
    When.LATER: N_("Later"),
}
"""The headings, as they stand above the list and in a line."""


def columns(today: Callable[[], date]) -> tuple[Column[FollowUp], ...]:
    """Give the columns; `today` is the branch's day, as seen when a cell is painted."""
    return (
        Column(id="state", title=N_("State"), text=lambda f: state_words(f, today()), width=12),
        Column(id="due", title=N_("Due"), text=lambda f: due_words(f, today()), width=14),
        Column(id="what", title=N_("What"), text=what_words, tooltip=what_words, width=34),
        Column(id="whom", title=N_("To whom"), text=_whom, width=20),
        Column(id="owner", title=N_("Who does it"), text=lambda f: f.owner, width=12),
    )


def state_words(line: FollowUp, today: date) -> str:
    """Say under which heading a line falls; what is overdue carries a sign."""
    heading = when(line.due_on, today)
    words = _(WHENS[heading])
    return f"! {words}" if heading is When.OVERDUE else words


def due_words(line: FollowUp, today: date) -> str:
    """Write the day of a line, with its time."""
    if line.due_on is None:
        return ""
    day = moments.near_day(line.due_on, today)
    return f"{day} {line.at_time}" if line.at_time else day


def what_words(line: FollowUp) -> str:
    """Say what it is: in the words it was written in, else by its sort."""
    match line.kind:
        case FollowUpKind.TASK:
            return _("Task: {what}").format(what=shortened(line.what, 200))
        case FollowUpKind.KEPT_ITEM:
            return _("Item kept: {what}").format(what=shortened(line.what, 200))
        case _:
            return shortened(line.what, 200) or (_(label(line.promise)) if line.promise else "")


def _whom(line: FollowUp) -> str:
    return f"{line.reference}  {initials(line.name)}".strip()
