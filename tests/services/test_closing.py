"""How complaints end: by one rule on every way, told in one sentence, kept when opened again."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from desk.domain.answers import Raw
from desk.domain.closing import Closing, ReopenReason
from desk.domain.complaint import Complaint, Repeat, Stage
from desk.domain.errors import AlreadyClosed, AnswersMissing, MayNotClose, NotClosed
from desk.domain.kept_item import KeptItem
from desk.domain.paper import PaperKind
from desk.domain.promise import Promise, PromiseKind, PromiseState
from desk.domain.rating import Asked, Occasion, Rating
from desk.domain.response import Answer, Outcome
from desk.domain.rights import Right
from desk.domain.staff import Role
from desk.domain.staff_errors import NoRight
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


def ratings(app: App, complaint: Complaint) -> list[Rating]:
    return app.besides.of(Rating, complaint.id)


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


AGAIN: dict[str, Raw] = {"reopened_for": ("not_done",), "reopened_words": "It never came."}


def test_opened_again_the_old_closing_stays_and_the_answer_is_due_anew(
    app: App, clock: StandingClock
) -> None:
    """E3."""
    app.settings.change(handler="Lin")
    app.complaints.receive(a_draft())
    clock.tick(days=40)  # too late: a breach
    closed = app.complaints.close(a_draft())
    paper = app.papers.make(closed.id, PaperKind.RECEIPT)
    clock.tick(days=3)
    again = app.closings.reopen(closed.id, AGAIN)
    assert again.is_open
    assert again.reopened_at == clock()
    assert (again.closed_at, again.outcome, again.answer, again.done) == (None, None, None, None)
    assert again.story == closed.story
    assert again.finding is closed.finding
    (old,) = closings(app, closed)
    assert (old.closed_at, old.due_at) == (closed.closed_at, closed.final_due_at)
    assert old.closed_at
    assert old.due_at
    assert old.closed_at > old.due_at
    assert (old.reopened_for, old.reopened_words) == (ReopenReason.NOT_DONE, "It never came.")
    assert (old.reopened_by, old.reopened_at) == ("Lin", clock())
    assert again.final_due_at is not None
    assert again.final_due_at > clock()
    assert again.progress_due_at is not None
    assert again.progress_due_at > clock()
    assert again.first_word_due_at == closed.first_word_due_at
    assert paper.file.exists()
    assert len(app.complaints.papers(closed.id)) == 1
    assert app.drafts.all() == []
    assert app.check.run() == ()


def test_a_complaint_is_closed_and_opened_again_any_number_of_times(
    app: App, clock: StandingClock
) -> None:
    """E3."""
    draft = a_draft()
    for _time in range(3):
        app.complaints.close(draft)
        clock.tick(days=1)
        app.closings.reopen(draft.id, AGAIN)
        clock.tick(days=1)
    kept = app.closings.of(draft.id)
    assert len(kept) == 3
    assert all(one.reopened_at for one in kept)
    assert [one.since_at for one in kept] == [None, kept[0].reopened_at, kept[1].reopened_at]
    assert app.check.run() == ()


def test_opening_again_asks_why_and_only_what_is_closed(app: App) -> None:
    """E3."""
    saved = app.complaints.respond(a_draft())
    with pytest.raises(NotClosed):
        app.closings.reopen(saved.id, AGAIN)
    app.complaints.close(a_draft())
    with pytest.raises(AnswersMissing) as missing:
        app.closings.reopen(saved.id, {})
    assert missing.value.fields == ("reopened_for",)


def test_who_may_not_reopen_does_not(app: App) -> None:
    """E3, U1."""
    saved = app.complaints.close(a_draft())
    chen = app.people.add("Chen", Role.SUPERVISOR, "135791")
    app.people.sign_in(chen.id, "135791")
    auditor = app.people.add("Wu", Role.AUDITOR, "246810")
    app.people.sign_in(auditor.id, "246810")
    with pytest.raises(NoRight) as no:
        app.closings.reopen(saved.id, AGAIN)
    assert no.value.right is Right.REOPEN


def test_reopened_a_complaint_cannot_be_closed_by_the_old_answer(app: App) -> None:
    """E3: the new demand needs a new answer."""
    saved = app.complaints.close(a_draft())
    app.closings.reopen(saved.id, AGAIN)
    with pytest.raises((AnswersMissing, MayNotClose)):
        app.complaints.close(a_draft({}))


def rated(**answers: Raw) -> dict[str, Raw]:
    return {**WHOLE, **answers}


@pytest.mark.parametrize(
    ("answers", "asked", "marks"),
    [
        ({"rating_result": ("5",), "rating_handling": ("2",)}, Asked.ANSWERED, (5, 2)),
        ({"rating_handling": ("4",)}, Asked.ANSWERED, (None, 4)),
        ({}, Asked.NOT_ASKED, (None, None)),
    ],
)
def test_two_marks_apart_are_kept_at_closing_and_not_asked_is_counted(
    app: App, answers: dict[str, Raw], asked: Asked, marks: tuple[int | None, int | None]
) -> None:
    """E4."""
    saved = app.complaints.close(a_draft(rated(**answers)))
    (kept,) = ratings(app, saved)
    assert (kept.occasion, kept.asked) == (Occasion.CLOSING, asked)
    assert (kept.result, kept.handling) == marks


def calls(app: App, complaint: Complaint) -> list[Promise]:
    return [p for p in app.promises.of(complaint.id) if p.kind is PromiseKind.CALL]


def test_who_agreed_to_it_is_called_a_week_after_closing(app: App) -> None:
    """E4, E7."""
    saved = app.complaints.close(a_draft())
    (call,) = calls(app, saved)
    assert (call.due_on, call.is_open) == (date(2026, 11, 30), True)
    assert any(f.complaint == saved.id for f in app.promises.follow_ups())


@pytest.mark.parametrize(
    "answers",
    [{"consent": ("no",)}, {"channel": ("no_need",), "phone": ""}, {"kind": ("praise",)}],
)
def test_nobody_is_called_who_did_not_agree_or_cannot_be_reached(
    app: App, answers: dict[str, Raw]
) -> None:
    """E4."""
    assert calls(app, app.complaints.close(a_draft({**WHOLE, **answers}))) == []


def test_the_day_of_the_call_is_a_setting_and_a_working_day(app: App) -> None:
    """E4."""
    app.settings.change(call_back_days=5)  # 28 November 2026 is a Saturday
    (call,) = calls(app, app.complaints.close(a_draft()))
    assert call.due_on == date(2026, 11, 30)
    app.settings.change(call_back_days=0)
    assert calls(app, app.complaints.close(a_draft(number=2))) == []


def test_called_back_the_result_is_kept_and_the_call_is_made(
    app: App, clock: StandingClock
) -> None:
    """E4, E7."""
    saved = app.complaints.close(a_draft())
    clock.tick(days=7)
    kept = app.closings.rate(saved.id, {"asked": ("answered",), "result": ("4",)})
    assert (kept.occasion, kept.asked, kept.result) == (Occasion.CALL_BACK, Asked.ANSWERED, 4)
    assert [p.state for p in calls(app, saved)] == [PromiseState.KEPT]
    declined = app.closings.rate(saved.id, {"asked": ("declined",), "result": ("4",)})
    assert (declined.asked, declined.result) == (Asked.DECLINED, None)
    assert len(ratings(app, saved)) == 3
    with pytest.raises(AnswersMissing) as missing:
        app.closings.rate(saved.id, {"asked": ("answered",)})
    assert missing.value.fields == ("result",)


def test_an_open_complaint_is_not_rated(app: App) -> None:
    saved = app.complaints.respond(a_draft())
    with pytest.raises(NotClosed):
        app.closings.rate(saved.id, {"asked": ("answered",), "result": ("4",)})


def test_the_third_of_a_kind_within_30_days_came_again_and_a_person_may_say_otherwise(
    app: App, clock: StandingClock
) -> None:
    """M1."""
    said = []
    for number in range(1, 4):
        draft = a_draft(number=number, opened_at=clock())
        said.append(app.complaints.close(draft).repeat)
        clock.tick(days=1)
    assert said == [Repeat.ONCE, Repeat.ONCE, Repeat.AGAIN]
    changed = app.closings.say_repeat(a_draft(number=3).id, {"repeat": ("once",)})
    assert changed.repeat is Repeat.ONCE
    assert not changed.is_open
    clock.tick(days=40)
    late = app.complaints.close(a_draft(number=4, opened_at=clock()))
    assert late.repeat is Repeat.ONCE
