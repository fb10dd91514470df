"""A follow-up: one open thing somebody waits for, and under which heading its day falls."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desk.domain.promise import PromiseKind
from desk.domain.task import TaskKind


class FollowUpKind(StrEnum):
    """What sort of record it is."""

    PROMISE = "promise"
    TASK = "task"
    KEPT_ITEM = "kept_item"


class When(StrEnum):
    """The headings, in their order. What has no day stands last."""

    OVERDUE = "overdue"
    TODAY = "today"
    TOMORROW = "tomorrow"
    THIS_WEEK = "this_week"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One line. `what` is as it was written down and may be empty; then the sort of it tells."""

    id: str
    kind: FollowUpKind
    complaint: str
    reference: str
    name: str
    what: str
    owner: str
    due_on: date | None
    at_time: str = ""
    promise: PromiseKind | None = None
    task: TaskKind | None = None


def when(due_on: date | None, today: date) -> When:
    """Give the heading of a day; a week ends with its Sunday."""
    if due_on is None:
        return When.LATER
    if due_on < today:
        return When.OVERDUE
    if due_on == today:
        return When.TODAY
    if due_on == today + timedelta(days=1):
        return When.TOMORROW
    sunday = today + timedelta(days=6 - today.weekday())
    return When.THIS_WEEK if due_on <= sunday else When.LATER
