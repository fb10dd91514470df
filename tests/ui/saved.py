"""Complaints that are already there when a screen is opened."""

import dataclasses
from datetime import timedelta

from desk.domain.answers import Raw
from desk.domain.complaint import Complaint, Stage
from desk.domain.draft import Draft
from desk.domain.identity import derived_id
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, RESOLVED, WHOLE, a_complaint, a_draft

LONG = "The kettle leaks. 又漏水了。 " * 4000


def received(app: App, number: int = 1, **answers: Raw) -> Complaint:
    """A complaint that was taken in, its draft cleared from the desk."""
    draft = a_draft({**LISTENED, **answers}, number=number, opened_at=app.complaints.now())
    app.complaints.receive(draft)
    return app.complaints.leave(draft)


def closed(app: App, number: int = 1) -> Complaint:
    """A complaint brought through all four steps."""
    draft = a_draft(LISTENED, number=number, opened_at=app.complaints.now())
    services = app.complaints
    for answers, act in (
        (LISTENED, services.receive),
        (EMPATHISED, services.acknowledge),
        (INVESTIGATED, services.record_finding),
    ):
        draft = dataclasses.replace(draft, answers={**draft.answers, **answers})
        act(draft)
    return services.close(dataclasses.replace(draft, answers={**draft.answers, **RESOLVED}))


def promised(app: App, number: int = 1, **answers: Raw) -> Complaint:
    """A complaint whose offer was accepted and is carried out on a later day; name that day."""
    later: dict[str, Raw] = {"done": ("by_date",), "done_by": "Chen", **answers}
    draft = a_draft({**WHOLE, **later}, number=number, opened_at=app.complaints.now())
    app.complaints.receive(draft)
    return app.complaints.respond(draft)


def parked(app: App, number: int = 1, **answers: Raw) -> Draft:
    """A complaint set aside at this desk."""
    draft = a_draft({**LISTENED, **answers}, number=number)
    app.complaints.park(draft)
    return next(d for d in app.drafts.all() if d.id == draft.id)


def left_open(app: App, number: int = 1) -> Draft:
    """A complaint that was in front when desk stopped."""
    return app.drafts.keep(a_draft(LISTENED, number=number))


def many(app: App, clock: StandingClock, count: int) -> None:
    """So many complaints, an hour apart, written in one transaction; most of them are closed."""
    with app.database.writing(app.settings.author()) as tx:
        for n in range(count):
            arrived = clock() - timedelta(hours=n)
            tx.complaints.save(
                a_complaint(
                    id=derived_id("many", str(n)),
                    reference=f"BR09-26-{n + 1:04d}",
                    arrived_at=arrived,
                    story=f"The kettle number {n} leaks at the base. 第{n}个水壶漏水。",
                    stage=Stage.RECEIVED if n % 10 == 0 else Stage.CLOSED,
                    closed_at=None if n % 10 == 0 else arrived,
                    priority=n % 3 + 1,
                    received_at=arrived,
                    first_word_due_at=arrived + timedelta(hours=24),
                    final_due_at=arrived + timedelta(days=14),
                )
            )
