"""The days a draft was opened with, so that a promise moved meanwhile is not moved back by it."""

import dataclasses
from collections.abc import Callable
from datetime import date

from desk.domain.answers import Raw, read_answers
from desk.domain.complaint import Complaint
from desk.domain.draft import Draft
from desk.domain.offer import afresh
from desk.domain.questions import BY_NAME

OPENED_WITH = "opened_with"
"""Under this name a draft keeps the days, each as the field's name and the ISO day."""

_DAYS = {name: BY_NAME[name] for name in ("done_on", "check_back_on", "next_on")}
"""The answers that are promises, which may be moved beside the guide."""


def going_on(
    draft: Draft, stored: Complaint, today: date, write: Callable[[date], str] = date.isoformat
) -> Draft:
    """Give a draft over what is saved now: a day nobody typed since follows the moved promise.

    What is typed as another day than the draft was opened with stays as typed; `write` says how
    a day is written.
    """
    said = draft.answers.get(OPENED_WITH, ())
    opened = dict(line.split(" ", 1) for line in ((said,) if isinstance(said, str) else said))
    now = {name: getattr(afresh(stored), name) for name in _DAYS}
    typed, unreadable = read_answers(_DAYS, draft.answers, today)
    moved: dict[str, Raw] = {
        name: write(now[name]) if now[name] else ""
        for name, was in opened.items()
        if name not in unreadable and _iso(typed.get(name)) == was != _iso(now[name])
    }
    answers = {**draft.answers, **moved}
    answers.pop(OPENED_WITH, None)
    if any(now.values()):
        answers[OPENED_WITH] = tuple(f"{name} {_iso(day)}" for name, day in now.items() if day)
    return draft if answers == draft.answers else dataclasses.replace(draft, answers=answers)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
