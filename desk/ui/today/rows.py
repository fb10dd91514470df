"""What Today shows, as values: sections and rows made from drafts and list lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum

from desk.domain.complaint import Category, Complaint, ComplaintSummary, Stage
from desk.domain.deadline import is_overdue
from desk.domain.draft import Draft
from desk.domain.options import label
from desk.domain.text import initials
from desk.i18n import _
from desk.services.papers import Made
from desk.ui import moments

NOBODY = "–"


class RowKind(StrEnum):
    """Why a row stands on Today, which decides what Enter does."""

    PARKED = "parked"
    DUE = "due"
    OPENED = "opened"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Row:
    """One line. Other people may see the screen: a customer is initials here, never a story."""

    id: str
    kind: RowKind
    reference: str
    who: str
    category: str
    standing: str
    detail: str
    priority: str
    due: str
    overdue: bool = False
    open: bool = True

    @property
    def key(self) -> str:
        """Name the row; a complaint may stand in two sections."""
        return f"{self.kind}:{self.id}"

    def spoken(self) -> str:
        """Give the whole line for a screen reader."""
        parts = (
            self.reference, self.who, self.category, self.standing, self.detail, self.priority,
            self.due,
        )  # fmt: skip
        return ", ".join(part for part in parts if part and part != NOBODY)


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading; `note` counts or explains them."""

    title: str
    note: str
    rows: tuple[Row, ...]


def parked_row(draft: Draft, complaint: Complaint | None, now: datetime) -> Row:
    """Show a complaint that was set aside, or left open when desk stopped."""
    left_at = draft.parked_at or draft.saved_at or draft.opened_at
    due, overdue = _due_of(complaint, now)
    return Row(
        id=draft.id,
        kind=RowKind.PARKED,
        reference=draft.reference,
        who=initials(_text(draft.answers, "name")) or NOBODY,
        category=_category(_text(draft.answers, "category")),
        standing=f"{draft.step.value} {_(label(draft.step))}",
        detail=_parked(draft, left_at, now),
        priority=_priority(complaint.priority if complaint else None),
        due=due,
        overdue=overdue,
    )


def list_row(kind: RowKind, line: ComplaintSummary, now: datetime) -> Row:
    """Show a complaint that is due, or that was opened today."""
    due, overdue = _due_of(line, now)
    came = moments.came(line.arrived_at, now)
    return Row(
        id=line.id,
        kind=kind,
        reference=line.reference,
        who=initials(line.name) or NOBODY,
        category=words_for(line.category),
        standing=_(label(line.stage)),
        detail=(_waits_for(line) if kind is RowKind.DUE else _("came {when}").format(when=came)),
        priority=_priority(line.priority),
        due=due,
        overdue=overdue,
        open=line.stage is not Stage.CLOSED,
    )


def paper_row(made: Made, complaint: Complaint, now: datetime) -> Row:
    """Show a paper that no printer has taken yet."""
    paper = made.paper
    at = paper.made_at.astimezone(now.tzinfo) if paper.made_at is not None else now
    return Row(
        id=paper.id,
        kind=RowKind.PAPER,
        reference=complaint.reference,
        who=initials(complaint.name) or NOBODY,
        category=words_for(complaint.category),
        standing=words_for(paper.kind),
        detail=_("made {time}, waits for a printer").format(time=moments.clock(at)),
        priority="",
        due="",
    )


def next_due(record: Complaint | ComplaintSummary) -> datetime | None:
    """Tell the clock that runs now: the first reply until it was given, then the final answer."""
    if record.stage is Stage.CLOSED:
        return None
    if record.acknowledged_at is None and record.first_word_due_at is not None:
        return record.first_word_due_at
    return record.final_due_at


def words_for(member: Enum | None) -> str:
    """Write an answer, or nothing where none was given."""
    return _(label(member)) if member is not None else ""


def _due_of(record: Complaint | ComplaintSummary | None, now: datetime) -> tuple[str, bool]:
    at = next_due(record) if record is not None else None
    if at is None:
        return "", False
    return moments.due(at, now), is_overdue(at, now)


def _waits_for(line: ComplaintSummary) -> str:
    is_first = line.acknowledged_at is None and line.first_word_due_at is not None
    what = _("first reply") if is_first else _("final answer")
    if not line.handler:
        return what
    return _("{what}, by {handler}").format(what=what, handler=line.handler)


def _parked(draft: Draft, left_at: datetime, now: datetime) -> str:
    words = _("parked {span}").format(span=moments.span(now - left_at))
    if draft.parked_at is None:
        words = _("left open {time}").format(time=moments.came(left_at, now))
    if draft.parked_for is None:
        return words
    return _("{words}, {reason}").format(words=words, reason=_(label(draft.parked_for)))


def _priority(priority: int | None) -> str:
    return f"P{priority}" if priority else ""


def _category(code: str) -> str:
    return words_for(Category(code)) if code in set(Category) else ""


def _text(answers: Mapping[str, str | tuple[str, ...]], name: str) -> str:
    raw = answers.get(name, "")
    if isinstance(raw, tuple):
        return raw[0] if raw else ""
    return raw
