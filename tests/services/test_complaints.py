"""The use cases of the guide on a real database."""

import dataclasses

import pytest

from desk.domain.complaint import ComplaintFilter, Stage
from desk.domain.errors import AlreadyClosed, AnswersMissing, MayNotClose
from desk.domain.timeline import Happening
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, WHOLE, a_draft


def test_a_whole_complaint_goes_through_all_stages_and_closes(
    app: App, clock: StandingClock
) -> None:
    draft = app.drafts.keep(a_draft(LISTENED))
    assert draft.reference == "BR01-26-0001"
    assert app.complaints.receive(draft).stage is Stage.RECEIVED
    for more, commit, stage in (
        (EMPATHISED, app.complaints.acknowledge, Stage.ACKNOWLEDGED),
        (INVESTIGATED, app.complaints.record_finding, Stage.INVESTIGATED),
        (WHOLE, app.complaints.respond, Stage.RESPONDED),
        ({}, app.complaints.close, Stage.CLOSED),
    ):
        clock.tick(minutes=1)
        draft = dataclasses.replace(draft, answers={**draft.answers, **more})
        assert commit(draft).stage is stage
    whole = app.complaints.whole("br01-26-0001")
    assert [entry.what for entry in whole.entries] == [
        Happening.RECEIVED,
        Happening.ACKNOWLEDGED,
        Happening.INVESTIGATED,
        Happening.RESPONDED,
        Happening.CLOSED,
    ]
    assert app.drafts.all() == []


def test_a_commitment_with_gaps_names_them_and_saves_nothing(app: App) -> None:
    with pytest.raises(AnswersMissing) as refused:
        app.complaints.receive(a_draft({"story": "The kettle leaks at the base."}))
    assert refused.value.fields == ("category", "safety", "pace", "wish")
    assert app.complaints.count(ComplaintFilter()) == 0


def test_a_refused_offer_keeps_the_complaint_open(app: App) -> None:
    draft = a_draft({**WHOLE, "answer": ("does_not_accept",)})
    app.complaints.respond(draft)
    with pytest.raises(MayNotClose):
        app.complaints.close(draft)
    assert app.complaints.whole("BR01-26-0001").complaint.stage is Stage.RESPONDED


def test_a_closed_complaint_cannot_be_acknowledged(app: App) -> None:
    app.complaints.close(a_draft())
    with pytest.raises(AlreadyClosed):
        app.complaints.acknowledge(a_draft())


def test_ticks_are_kept_by_hand_and_taken_back(app: App) -> None:
    draft = a_draft(ticks=frozenset({"let_finish"}))
    app.complaints.save(draft)
    assert app.complaints.ticks(draft.id) == {"let_finish"}
    app.complaints.save(dataclasses.replace(draft, ticks=frozenset()))
    assert app.complaints.ticks(draft.id) == frozenset()
    with app.database.reading() as tx:
        assert list(tx.problems()) == []
