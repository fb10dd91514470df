"""Several weeks of a counter's life, lived through the services with the clock moved by hand."""

import dataclasses
import random
from datetime import UTC, datetime

from desk.domain.answers import Raw
from desk.domain.draft import Draft
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import WHOLE, a_draft

BEGIN = datetime(2026, 10, 19, 1, 0, tzinfo=UTC)  # Monday of 2026-W43, 09:00 in Shanghai
QUIET = (datetime(2026, 11, 1, 16, 0, tzinfo=UTC), datetime(2026, 11, 8, 16, 0, tzinfo=UTC))
"""A week in which nobody comes: 2026-W45."""
CATEGORIES = ("product", "product", "service", "price", "manner", "other")
PROMISED: dict[str, Raw] = {
    "done": ("by_date",),
    "done_on": "+3",
    "done_by": "Sam Example",
    "check_back_on": "+4",
}
CAUSES = ("product", "service", "information", "rule", "unknown")


def live_through(app: App, clock: StandingClock, seed: int = 7) -> None:
    """Take in complaints of every fate from W43 to the clock's own moment, leaving W45 empty."""
    until, clock.at = clock.at, BEGIN
    chance = random.Random(seed)
    waiting: list[Draft] = []
    number = 0
    while clock.at < until:
        clock.tick(hours=chance.choice((1, 3, 7, 11)))
        if QUIET[0] <= clock.at < QUIET[1]:
            clock.at = QUIET[1]
            continue
        number += 1
        draft = _somebody(chance, number, clock.at)
        fate = chance.random()
        if fate < 0.1:
            app.complaints.receive(draft)
        elif fate < 0.2:
            app.complaints.acknowledge(draft)
        elif fate < 0.35:
            refused = {**draft.answers, "answer": ("does_not_accept",)}
            app.complaints.respond(dataclasses.replace(draft, answers=refused))
        elif fate < 0.5:
            app.complaints.respond(
                dataclasses.replace(draft, answers={**draft.answers, **PROMISED})
            )
            waiting.append(draft)
        elif fate < 0.65:
            app.complaints.receive(draft)
            waiting.append(draft)
        else:
            clock.tick(minutes=chance.choice((5, 30, 45)))
            _close(app, draft)
        if waiting and chance.random() < 0.2:
            _close(app, waiting.pop(0))
    clock.at = until


def _close(app: App, draft: Draft) -> None:
    """Close a complaint; where somebody is at risk a supervisor was told before."""
    saved = app.complaints.save(draft)
    app.complaints.commitment.amend(
        saved.id, lambda one, at: dataclasses.replace(one, supervisor_told_at=at)
    )
    app.complaints.close(draft)


def _somebody(chance: random.Random, number: int, at: datetime) -> Draft:
    offer = chance.choice((("exchange",), ("refund",), ("apology", "money_off"), ("explanation",)))
    answers: dict[str, Raw] = {
        **WHOLE,
        "category": (chance.choice(CATEGORIES),),
        "category_other": "keys",
        "kind": (chance.choice(("complaint",) * 6 + ("praise", "suggestion", "question")),),
        "safety": (chance.choice(("no",) * 8 + ("yes", "not_sure")),),
        "product": f"thing {number}",
        "cause": (chance.choice(CAUSES),),
        "finding": (chance.choice(("confirmed", "partly", "not_confirmed")),),
        "offer": offer,
        "rating_result": chance.choice(((), ("1",), ("4",), ("5",))),
        "rating_handling": chance.choice(((), ("3",), ("5",))),
    }
    if {"refund", "money_off"} & set(offer):
        answers["amount"] = f"{chance.randint(1, 400)}.50"
    return a_draft(answers, number=number, opened_at=at)
