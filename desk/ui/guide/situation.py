"""Where one guide stands: the draft, what it adds up to, and what desk suggests."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.answers import Raw, as_answers, fill
from desk.domain.assessment import priority, weighed
from desk.domain.category_tree import CategoryTree
from desk.domain.complaint import Complaint
from desk.domain.deadline import WorkCalendar
from desk.domain.draft import Draft
from desk.domain.effort import NOTHING, LookedAt
from desk.domain.errors import DeskError
from desk.domain.guide import Guide, Step, still_open, suggested_next_step
from desk.domain.offer import afresh
from desk.domain.questions import BY_NAME, Form, is_asked
from desk.domain.settings import Settings
from desk.domain.side_path import SidePath
from desk.domain.suggestions import Surroundings, suggestions
from desk.i18n import money
from desk.services.content import fill as fill_slots
from desk.ui.guide.days import day_words
from desk.ui.guide.fields import STEP_OF


@dataclass(frozen=True, slots=True, kw_only=True)
class Surround:
    """What lies around a guide and changes rarely. `words` is the guide in the customer's language.

    `like_it`: earlier complaints on the same product in the last 30 days; `same_open`: one of
    them is still open; `beside`: facts and what was kept, once the guide is at what was found;
    `went`: the side paths it went along.
    """

    now: datetime
    calendar: WorkCalendar
    settings: Settings
    screen_language: str
    guide: Guide
    words: Guide
    tree: CategoryTree
    like_it: int = 0
    same_open: bool = False
    beside: LookedAt = NOTHING
    went: tuple[SidePath, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything the guide's screen is drawn from.

    `complaint` has answers and suggestions filled in; `stored` is what is saved, if anything;
    `problems` are the fields a refused commitment named; `checking` shows the last page;
    `printed` counts the papers a printer has taken; `earlier` counts earlier complaints of the
    customer; `card` names the card that is open beside.
    """

    draft: Draft
    stored: Complaint | None
    complaint: Complaint
    answers: Mapping[str, Raw]
    suggested: frozenset[str]
    unreadable: tuple[str, ...]
    around: Surround
    problems: tuple[str, ...] = ()
    checking: bool = False
    printed: int = 0
    unsaved: DeskError | None = None
    earlier: int = 0
    card: str = ""


def situate(draft: Draft, stored: Complaint | None, around: Surround) -> Situation:
    """Add up a draft: its answers over what is stored, and suggestions where none was given."""
    base = afresh(stored) if stored else _blank(draft, around.settings)
    answered = fill(base, draft.answers, around.now.date()).complaint
    proposed = {
        name: _written(name, raw)
        for name, raw in suggestions(answered, _surroundings(answered, around)).items()
        if raw and name not in draft.answers
    }
    answers = {**proposed, **draft.answers}
    filled = fill(base, answers, around.now.date())
    weight = priority(
        safety=filled.complaint.safety,
        severity=filled.complaint.severity,
        affected=filled.complaint.affected,
        same_thing_open=around.same_open,
    )
    held = weighed(weight, filled.complaint.priority_by_hand, filled.complaint.safety)
    complaint = dataclasses.replace(filled.complaint, priority=held)
    return Situation(
        draft=draft,
        stored=stored,
        complaint=complaint,
        answers=answers,
        suggested=frozenset(proposed),
        unreadable=tuple(n for n in filled.unreadable if is_asked(n, complaint)),
        around=around,
    )


def continued(
    draft: Draft | None, stored: Complaint, ticks: frozenset[str], now: datetime
) -> Draft:
    """Take up a saved complaint: as its draft was left, else where answers are needed."""
    said = {name: _written(name, raw) for name, raw in as_answers(afresh(stored)).items()}
    if draft is not None:
        return dataclasses.replace(draft, answers={**said, **draft.answers})
    return Draft(
        id=stored.id,
        opened_at=now,
        reference=stored.reference,
        step=suggested_next_step(stored),
        answers=said,
        ticks=ticks,
    )


def missing(situation: Situation, step: Step, *, closing: bool = False) -> tuple[str, ...]:
    """Name the fields a step's commitment still waits for, unreadable answers included."""
    open_fields = still_open(situation.complaint, step, closing=closing)
    unreadable = (
        name
        for name in situation.unreadable
        if name not in open_fields and (STEP_OF[name] is step or step is Step.RESOLVE)
    )
    return (*open_fields, *unreadable)


def without_answered(situation: Situation) -> Situation:
    """Name a problem no longer once a suggestion answers it, whoever asked for it."""
    left = tuple(name for name in situation.problems if name not in situation.suggested)
    return dataclasses.replace(situation, problems=left)


def committed(situation: Situation) -> Draft:
    """Give the draft as it is committed: suggestions up to its step become answers."""
    taken = {
        name: raw
        for name, raw in situation.answers.items()
        if name not in situation.suggested
        or (STEP_OF[name] <= situation.draft.step and is_asked(name, situation.complaint))
    }
    return dataclasses.replace(situation.draft, answers=taken)


def _written(name: str, raw: Raw) -> Raw:
    """Write a day as people do; the form shows raw answers."""
    if BY_NAME[name].form is not Form.DAY or not isinstance(raw, str) or not raw:
        return raw
    return day_words(date.fromisoformat(raw))


def _surroundings(complaint: Complaint, around: Surround) -> Surroundings:
    found = ""
    if complaint.finding is not None:
        found = around.words.found(complaint.finding, complaint.cause)
    language = complaint.language or around.screen_language
    amount = money(complaint.amount, around.settings.currency, language) if complaint.amount else ""
    offered = (
        fill_slots(around.words.offered(remedy), {"amount": amount} if amount else {})
        for remedy in complaint.offer
    )
    return Surroundings(
        today=around.now.date(),
        calendar=around.calendar,
        screen_language=around.screen_language,
        handler=around.settings.handler,
        like_it=around.like_it,
        open_weekdays=around.settings.open_weekdays,
        found=found,
        offered=("" if language == "zh_CN" else " ").join(filter(None, offered)),
    )


def _blank(draft: Draft, settings: Settings) -> Complaint:
    return Complaint(
        id=draft.id,
        reference=draft.reference,
        branch=settings.branch,
        handler=settings.handler,
        arrived_at=draft.opened_at,
    )
