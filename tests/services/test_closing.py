"""How complaints end: by one rule on every way, told in one sentence, kept when opened again."""

import dataclasses
from pathlib import Path

import pytest

from desk.domain.answers import Raw
from desk.domain.closing import Closing
from desk.domain.complaint import Complaint, Stage
from desk.domain.errors import AlreadyClosed, AnswersMissing, MayNotClose
from desk.domain.kept_item import KeptItem
from desk.domain.promise import PromiseState
from desk.domain.rating import Rating
from desk.domain.response import Answer, Outcome
from desk.explain import explain
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import WHOLE, a_draft

REFUSED: dict[str, Raw] = {**WHOLE, "answer": ("does_not_accept",), "done": ()}
WITHDRAWN: dict[str, Raw] = {"outcome": ("withdrawn",), "words": "It works again, never mind."}
TOLD: dict[str, Raw] = {"outcome": ("routes_exhausted",), "told": ("yes",)}
NOBODY: dict[str, Raw] = {"outcome": ("no_contact",)}
ITEM: dict[str, Raw] = {"what": "Kettle", "condition": "wet", "place": "Shelf 2"}
IN_VAIN: dict[str, Raw] = {
    "direction": ("out",), "way": ("phone",), "reached": ("no_answer",), "words": "Rang.",
}  # fmt: skip


def refused(app: App, number: int = 1) -> Complaint:
    return app.complaints.respond(a_draft(REFUSED, number=number))


def closings(app: App, complaint: Complaint) -> list[Closing]:
    return app.closings.of(complaint.id)


def keep_item(app: App, complaint: str) -> None:
    app.besides.add(KeptItem, complaint, ITEM)


def test_what_was_refused_stays_open_whoever_asks(app: App) -> None:
    """E1."""
    complaint = refused(app)
    with pytest.raises(MayNotClose) as no:
        app.complaints.close(a_draft({**REFUSED, "done": ("now",)}))
    assert "the customer has not accepted" in explain(no.value)
    held = app.complaints.get(complaint.id)
    assert held is not None
    assert held.stage is Stage.RESPONDED
    assert closings(app, complaint) == []


def test_the_refusal_names_everything_that_is_still_open_in_one_sentence(app: App) -> None:
    """E1."""
    draft = a_draft()
    app.complaints.respond(draft)
    keep_item(app, draft.id)
    app.promises.give(
        draft.id, {"what": "Send the lid", "kind": ("remedy",), "due_on": "+1", "by": "Lin"}
    )
    app.intake.further(draft.id, {"summary": "The queue, too", "category": ("waiting",)})
    with pytest.raises(MayNotClose) as no:
        app.complaints.close(draft)
    assert explain(no.value) == (
        "Complaint BR01-26-0001 stays open: something promised is not done (1); an item is still "
        "kept here (1); a further matter is not decided (1). What you wrote is kept."
    )
    assert app.complaints.whole("BR01-26-0001").complaint.is_open
    assert app.besides.of(Rating, draft.id) == []


def test_a_complaint_may_end_with_the_customers_own_words(app: App) -> None:
    """E1: withdrawn."""
    complaint = refused(app)
    for lacking in ({"outcome": ("withdrawn",)}, {**WITHDRAWN, "words": "  "}):
        with pytest.raises(AnswersMissing) as missing:
            app.closings.end(complaint.id, lacking)
        assert missing.value.fields == ("words",)
    with pytest.raises(MayNotClose):
        app.closings.close_withdrawn(complaint.id, " ")
    saved = app.closings.end(complaint.id, WITHDRAWN)
    assert (saved.stage, saved.outcome) == (Stage.CLOSED, Outcome.WITHDRAWN)
    (kept,) = closings(app, complaint)
    assert (kept.words, kept.outcome) == ("It works again, never mind.", Outcome.WITHDRAWN)
    assert kept.answer is Answer.DOES_NOT_ACCEPT
    assert kept.closed_at == saved.closed_at
    assert app.check.run() == ()


def test_nothing_is_promised_any_more_where_it_was_taken_back(app: App) -> None:
    complaint = refused(app)
    given = app.promises.give(
        complaint.id, {"what": "A lid", "kind": ("remedy",), "due_on": "+1", "by": "Lin"}
    )
    app.closings.end(complaint.id, WITHDRAWN)
    (held,) = [p for p in app.promises.of(complaint.id) if p.id == given.id]
    assert held.state is PromiseState.DROPPED


def test_nobody_is_given_up_before_so_many_tries_on_so_many_days(
    app: App, clock: StandingClock
) -> None:
    """E1: no contact after N tries on N dates."""
    complaint = refused(app)
    for _try in range(5):  # five tries, but on one day
        app.contacts.add(complaint.id, IN_VAIN)
    with pytest.raises(MayNotClose) as no:
        app.closings.end(complaint.id, NOBODY)
    assert "they were tried in vain on 1 days, and 3 are needed" in explain(no.value)
    clock.tick(days=1)
    app.contacts.add(complaint.id, IN_VAIN)
    with pytest.raises(MayNotClose):
        app.closings.close_no_contact(complaint.id)
    clock.tick(days=1)
    app.contacts.add(complaint.id, IN_VAIN)
    saved = app.closings.close_no_contact(complaint.id)
    assert (saved.stage, saved.outcome) == (Stage.CLOSED, Outcome.NO_CONTACT)


def test_how_many_tries_are_enough_is_a_setting(app: App) -> None:
    """E1."""
    app.settings.change(no_contact_tries=1)
    complaint = refused(app)
    app.contacts.add(complaint.id, IN_VAIN)
    assert app.closings.end(complaint.id, NOBODY).outcome is Outcome.NO_CONTACT


def test_routes_are_used_up_when_they_were_told_or_one_has_ended(app: App) -> None:
    """E1, E2."""
    told = refused(app)
    for not_told in ({**TOLD, "told": ("no",)}, {"outcome": ("routes_exhausted",)}):
        with pytest.raises(MayNotClose) as no:
            app.closings.end(told.id, not_told)
        assert "was not told of the outside routes" in explain(no.value)
    assert app.closings.end(told.id, TOLD).outcome is Outcome.ROUTES_EXHAUSTED
    assert closings(app, told)[0].told == "yes"


def test_an_item_that_is_kept_and_somebody_at_risk_hold_every_end_open(app: App) -> None:
    """E1: the same rule by every way."""
    held = refused(app)
    keep_item(app, held.id)
    for answers in (WITHDRAWN, TOLD):
        with pytest.raises(MayNotClose) as no:
            app.closings.end(held.id, answers)
        assert "an item is still kept here (1)" in explain(no.value)
    risky = app.complaints.respond(a_draft({**REFUSED, "safety": ("yes",)}, number=2))
    with pytest.raises(MayNotClose) as untold:
        app.closings.end(risky.id, WITHDRAWN)
    assert "supervisor" in explain(untold.value)


def test_a_register_that_is_brought_in_closes_nothing(app: App, tmp_path: Path) -> None:
    """E1: the same rule by import."""
    register = tmp_path / "old.csv"
    register.write_text(
        "story,date,stage,outcome,answer,done,closed_at\n"
        "The kettle leaks at the base.,2026-11-20,closed,resolved,accepts,now,2026-11-21\n",
        "utf-8",
    )
    app.take.take(register)
    saved = app.complaints.whole("BR01-26-0001").complaint
    assert saved.is_open
    assert closings(app, saved) == []


def test_what_was_typed_is_kept_when_a_complaint_ends(app: App) -> None:
    draft = app.drafts.keep(a_draft({**REFUSED, "lesson": "Ask for the receipt first."}))
    app.complaints.respond(dataclasses.replace(draft, answers=REFUSED))
    app.drafts.keep(draft)
    saved = app.closings.end(draft.id, WITHDRAWN)
    assert saved.lesson == "Ask for the receipt first."
    assert app.drafts.all() == []
    with pytest.raises(AlreadyClosed):
        app.closings.end(draft.id, WITHDRAWN)


def test_every_closing_is_kept_with_who_closed_and_when(app: App, clock: StandingClock) -> None:
    """E1."""
    app.settings.change(handler="Lin")
    saved = app.complaints.close(a_draft())
    (kept,) = closings(app, saved)
    assert (kept.outcome, kept.answer) == (Outcome.RESOLVED, Answer.ACCEPTS)
    assert (kept.closed_by, kept.closed_at) == ("Lin", clock())
    assert kept.due_at == saved.final_due_at
