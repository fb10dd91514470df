"""The use cases of the guide on a real database."""

import dataclasses

import pytest

from desk.domain.check_digit import with_check
from desk.domain.complaint import ComplaintFilter, Stage
from desk.domain.errors import AlreadyClosed, AnswersMissing, MayNotClose, Misread, NotFound
from desk.domain.timeline import Happening
from desk.explain import explain
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
        Happening.ADDED,  # the offer
        Happening.CLOSED,
        Happening.ADDED,  # the closing
        Happening.ADDED,  # how they found it
        Happening.ADDED,  # the call in a week
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


SCANNED = with_check("BR01-26-0001")
MISREAD = f"BR01-26-0002{SCANNED[-2:]}"


def test_a_complaint_is_found_by_its_scanned_code(app: App) -> None:
    app.complaints.receive(a_draft())
    app.complaints.receive(a_draft(number=2))
    for scanned in (SCANNED, f"{SCANNED.lower()}\n"):
        assert app.complaints.whole(scanned).complaint.reference == "BR01-26-0001"
        assert [c.reference for c in app.complaints.find(scanned, 9)] == ["BR01-26-0001"]
        wanted = ComplaintFilter(words=scanned)
        assert app.complaints.count(wanted) == 1
        assert [c.reference for c in app.complaints.page(wanted, 0, 9)] == ["BR01-26-0001"]


def test_a_code_that_was_misread_is_refused_in_words(app: App) -> None:
    app.complaints.receive(a_draft())
    app.complaints.receive(a_draft(number=2))
    with pytest.raises(Misread) as refused:
        app.complaints.whole(MISREAD)
    assert explain(refused.value).startswith(f"The code {MISREAD} was not read rightly: ")
    with pytest.raises(Misread):
        app.complaints.find(MISREAD, 9)
    with pytest.raises(Misread):
        app.complaints.count(ComplaintFilter(words=MISREAD))


def test_a_code_read_rightly_of_no_complaint_here_is_not_called_misread(app: App) -> None:
    with pytest.raises(NotFound) as refused:
        app.complaints.whole(SCANNED)
    assert not isinstance(refused.value, Misread)
    assert app.complaints.find(SCANNED, 9) == []
    assert app.complaints.count(ComplaintFilter(words=SCANNED)) == 0


def test_a_receipt_number_that_looks_like_a_code_is_found_as_it_is_written(app: App) -> None:
    app.complaints.receive(a_draft({**LISTENED, "receipt": MISREAD}))
    assert [c.reference for c in app.complaints.find(MISREAD, 9)] == ["BR01-26-0001"]
    assert app.complaints.count(ComplaintFilter(words=MISREAD)) == 1
    # Another filter that leaves nothing over does not make it misread.
    closed = ComplaintFilter(words=MISREAD, stages=(Stage.CLOSED,))
    assert app.complaints.count(closed) == 0
