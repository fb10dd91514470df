"""What Today shows, as values: sections and rows made from drafts and list lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, StrEnum

from desk.domain.complaint_choices import Category, Stage
from desk.domain.complaint_list import ComplaintSummary
from desk.domain.deadline import Coming, Due, Heat, coming_next, heat, is_overdue
from desk.domain.draft import Draft
from desk.domain.options import label
from desk.domain.paper import Made
from desk.domain.text import initials
from desk.i18n import N_, _
from desk.ui import moments

NOBODY = "–"

WAITS_FOR = {
    Due.FIRST_WORD: N_("first reply"),
    Due.ANSWER: N_("answer promised"),
    Due.PROMISE: N_("promise"),
    Due.CHECK_BACK: N_("check-back call"),
    Due.FINAL: N_("final answer"),
    Due.PROGRESS: N_("next word"),
    Due.STATUTORY: N_("15 days by law"),
}
"""What a customer waits for, as it is said in a line."""

SHAPES = {Heat.CALM: "", Heat.HALF: "◑ ", Heat.CLOSE: "◕ ", Heat.OVER: ""}
"""How far a clock has run, as a shape; what ran out has its own sign."""

HEATS = {
    Heat.HALF: N_("half of the time is gone"),
    Heat.CLOSE: N_("three quarters of the time are gone"),
}
"""The same in words."""


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


def parked_row(
    draft: Draft, complaint: ComplaintSummary | None, now: datetime, here: str = ""
) -> Row:
    """Show a complaint that was set aside, or left open when desk stopped.

    It stays with the desk: whose it is is told where that is somebody else than who sits `here`.
    """
    owner = complaint.handler if complaint is not None else ""
    detail = _parked(draft, draft.parked_at or draft.saved_at or draft.opened_at, now)
    if owner not in {"", here}:
        detail = _("{what}, by {handler}").format(what=detail, handler=owner)
    coming = coming_next(complaint, now.tzinfo) if complaint is not None else None
    return Row(
        id=draft.id,
        kind=RowKind.PARKED,
        reference=draft.reference,
        who=initials(_text(draft.answers, "name")) or NOBODY,
        category=_category(_text(draft.answers, "category")),
        standing=f"{draft.step.value} {_(label(draft.step))}",
        detail=detail,
        priority=_priority(complaint.priority if complaint else None),
        due=next_words(coming, now),
        overdue=is_late(coming, now),
    )


def list_row(kind: RowKind, line: ComplaintSummary, now: datetime) -> Row:
    """Show a complaint that is due, or that was opened today."""
    coming = coming_next(line, now.tzinfo)
    if kind is RowKind.DUE and coming is not None:
        warmth = heat_of(coming, now)
        due = SHAPES[warmth] + moments.due(coming.at, now)
        detail = _joined(_waits_for(line, coming), _(HEATS[warmth]) if warmth in HEATS else "")
    else:
        came = moments.came(line.arrived_at, now)
        due, detail = next_words(coming, now), _("came {when}").format(when=came)
    return Row(
        id=line.id,
        kind=kind,
        reference=line.reference,
        who=initials(line.name) or NOBODY,
        category=words_for(line.category),
        standing=_(label(line.stage)),
        detail=detail,
        priority=_priority(line.priority),
        due=due,
        overdue=is_late(coming, now),
        open=line.stage is not Stage.CLOSED,
    )


def paper_row(made: Made, complaint: ComplaintSummary, now: datetime) -> Row:
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


def next_words(coming: Coming | None, now: datetime) -> str:
    """Name what comes next and when: ``promise: Thu 26 Nov``, ``! promise overdue since Fri``."""
    if coming is None:
        return ""
    at, what = coming.at.astimezone(now.tzinfo), _(WAITS_FOR[coming.what])
    if is_overdue(at, now):
        since = (
            moments.clock(at)
            if at.date() == now.date()
            else moments.near_day(at.date(), now.date())
        )
        return _("! {what} overdue since {when}").format(what=what, when=since)
    if at.date() == now.date():
        when = _("today {time}").format(time=moments.clock(at))
    else:
        day = moments.plain_day(at.date(), now.date())
        when = _("{weekday} {day}").format(weekday=moments.weekday(at.date()), day=day)
    shape = SHAPES[heat_of(coming, now)]
    return shape + _("{what}: {when}").format(what=what, when=when)


def heat_of(coming: Coming, now: datetime) -> Heat:
    """Tell how far the clock of what comes next has run."""
    return heat(coming.since, coming.at, now)


def heat_words(coming: Coming | None, now: datetime) -> str:
    """Say how far a clock has run; nothing while less than half is gone, or all of it."""
    words = HEATS.get(heat_of(coming, now)) if coming is not None else None
    return _(words) if words else ""


def _joined(words: str, more: str) -> str:
    return _("{words}, {reason}").format(words=words, reason=more) if more else words


def is_late(coming: Coming | None, now: datetime) -> bool:
    """Tell whether what comes next should have come already."""
    return coming is not None and is_overdue(coming.at, now)


def words_for(member: Enum | None) -> str:
    """Write an answer, or nothing where none was given."""
    return _(label(member)) if member is not None else ""


def _waits_for(line: ComplaintSummary, coming: Coming) -> str:
    """Say what is due, of a promise also what was promised, and by whom."""
    what = _(WAITS_FOR[coming.what])
    if coming.what is Due.PROMISE and line.offer:
        remedies = _(", ").join(words_for(remedy) for remedy in line.offer)
        what = _("{what}: {remedies}").format(what=what, remedies=remedies)
    who = coming.by or line.handler
    return _("{what}, by {handler}").format(what=what, handler=who) if who else what


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
