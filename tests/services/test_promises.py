"""Promises: given in the answers or by hand, kept, moved, broken, and the words that go out."""

import dataclasses
from datetime import date, timedelta

import pytest

from desk.domain.answers import Raw
from desk.domain.draft import Draft
from desk.domain.errors import AnswersMissing, MayNotClose
from desk.domain.promise import Promise, PromiseKind, PromiseState
from desk.domain.response import Done
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import WHOLE, a_draft

BY_FRIDAY: dict[str, Raw] = {
    **WHOLE,
    "done": ("by_date",),
    "done_on": "2026-11-27",
    "done_by": "Lin",
    "check_back_on": "2026-11-30",
    "check_back_via": ("phone",),
}


def with_(draft: Draft, **answers: Raw) -> Draft:
    return dataclasses.replace(draft, answers={**draft.answers, **answers})


def promises(app: App, complaint: str) -> dict[PromiseKind | None, Promise]:
    return {promise.kind: promise for promise in app.besides.of(Promise, complaint)}


def test_a_remedy_by_a_day_is_a_promise_with_who_and_when(app: App) -> None:
    """R6, D7."""
    draft = a_draft(BY_FRIDAY)
    app.settings.change(handler="Chen")
    app.complaints.respond(draft)
    given = promises(app, draft.id)
    remedy, call = given[PromiseKind.REMEDY], given[PromiseKind.CALL]
    assert (remedy.what, remedy.by, remedy.due_on) == (
        "Exchange for a new kettle today.", "Lin", date(2026, 11, 27),
    )  # fmt: skip
    assert (call.by, call.due_on, call.state) == ("Chen", date(2026, 11, 30), PromiseState.OPEN)


def test_an_answer_promised_is_kept_by_responding_and_late_after_its_day(
    app: App, clock: StandingClock
) -> None:
    """D7."""
    for number, days, state in ((1, 1, PromiseState.KEPT), (2, 4, PromiseState.LATE)):
        draft = a_draft(
            {**WHOLE, "finding": ("cannot_tell",), "next_on": "+2", "next_by": "Lin"},
            number=number,
        )
        app.complaints.record_finding(draft)
        waiting = promises(app, draft.id)[PromiseKind.ANSWER]
        assert (waiting.by, waiting.is_open) == ("Lin", True)
        clock.tick(days=days)
        app.complaints.respond(with_(draft, finding=("confirmed",)))
        assert promises(app, draft.id)[PromiseKind.ANSWER].state is state


def test_a_complaint_cannot_close_while_a_remedy_is_open(app: App) -> None:
    """R6."""
    draft = a_draft()
    app.complaints.respond(draft)
    given = app.promises.give(
        draft.id,
        {"what": "Send the lid", "kind": ("remedy",), "due_on": "+1", "by": "Lin"},
    )
    with pytest.raises(MayNotClose):
        app.complaints.close(draft)
    app.promises.keep(given.id)
    assert not app.complaints.close(draft).is_open


def test_a_remedy_that_was_kept_lets_the_complaint_close_and_tells_on_which_day(
    app: App, clock: StandingClock
) -> None:
    """R6."""
    draft = a_draft(BY_FRIDAY)
    app.complaints.respond(draft)
    with pytest.raises(MayNotClose):
        app.complaints.close(draft)
    clock.tick(days=1)
    kept = app.promises.keep(
        promises(app, draft.id)[PromiseKind.REMEDY].id, {"proof": "Signed for"}
    )
    assert (kept.state, kept.ended_on, kept.proof) == (
        PromiseState.KEPT, date(2026, 11, 24), "Signed for",
    )  # fmt: skip
    saved = app.complaints.get(draft.id)
    assert saved is not None
    assert saved.done is Done.NOW
    assert not app.complaints.close(with_(draft, done=("now",))).is_open


def test_another_day_agreed_on_later_moves_the_promise_and_one_the_same_day_corrects_it(
    app: App, clock: StandingClock
) -> None:
    """D7."""
    draft = a_draft(BY_FRIDAY)
    app.complaints.respond(draft)
    app.complaints.respond(with_(draft, done_on="2026-11-26"))
    remedies = [p for p in app.promises.of(draft.id) if p.kind is PromiseKind.REMEDY]
    assert [(p.due_on, p.state) for p in remedies] == [(date(2026, 11, 26), PromiseState.OPEN)]
    clock.tick(days=1)
    app.complaints.respond(with_(draft, done_on="2026-12-02"))
    remedies = [p for p in app.promises.of(draft.id) if p.kind is PromiseKind.REMEDY]
    assert [(p.due_on, p.state) for p in remedies] == [
        (date(2026, 12, 2), PromiseState.OPEN),
        (date(2026, 11, 26), PromiseState.MOVED),
    ]


def test_what_a_customer_refuses_is_not_promised_any_more(app: App) -> None:
    """R6."""
    draft = a_draft(BY_FRIDAY)
    app.complaints.respond(draft)
    app.complaints.respond(with_(draft, answer=("does_not_accept",)))
    assert promises(app, draft.id)[PromiseKind.REMEDY].state is PromiseState.DROPPED


def test_a_promise_of_an_open_desk_is_one_record_however_often_it_is_saved(app: App) -> None:
    """R6."""
    draft = a_draft(BY_FRIDAY)
    for _again in range(3):
        app.complaints.respond(draft)
    assert len(app.besides.of(Promise, draft.id)) == 2


def test_moving_a_promise_needs_a_new_day_and_a_reason(app: App, clock: StandingClock) -> None:
    """D7."""
    draft = a_draft(BY_FRIDAY)
    app.complaints.respond(draft)
    remedy = promises(app, draft.id)[PromiseKind.REMEDY]
    with pytest.raises(AnswersMissing) as refused:
        app.promises.move(remedy.id, {"due_on": "+9"})
    assert refused.value.fields == ("reason",)
    clock.tick(days=1)
    again = app.promises.move(remedy.id, {"due_on": "2026-12-01", "reason": "No stock"})
    assert (again.due_on, again.is_open, again.what) == (date(2026, 12, 1), True, remedy.what)
    saved = app.complaints.get(draft.id)
    assert saved is not None
    assert saved.done_on == date(2026, 12, 1)
    app.complaints.respond(with_(draft, done_on="2026-12-01"))
    assert len([p for p in app.promises.of(draft.id) if p.kind is PromiseKind.REMEDY]) == 2


def test_breaking_a_promise_needs_the_reason_and_the_call_or_letter_that_told_them(
    app: App,
) -> None:
    """D7."""
    draft = a_draft(BY_FRIDAY)
    app.complaints.respond(draft)
    remedy = promises(app, draft.id)[PromiseKind.REMEDY]
    cases: tuple[tuple[dict[str, Raw], tuple[str, ...]], ...] = (
        ({"reason": "Not made any more"}, ("way", "reached")),
        (
            {"reason": "Not made any more", "way": ("phone",), "reached": ("no_answer",)},
            ("reached",),
        ),
        ({"way": ("phone",), "reached": ("yes",)}, ("reason",)),
    )
    for answers, lacking in cases:
        with pytest.raises(AnswersMissing) as refused:
            app.promises.break_off(remedy.id, answers)
        assert refused.value.fields == lacking
    broken = app.promises.break_off(
        remedy.id, {"reason": "Not made any more", "way": ("phone",), "reached": ("yes",)}
    )
    assert (broken.state, broken.reason) == (PromiseState.BROKEN, "Not made any more")
    with pytest.raises(MayNotClose):
        app.complaints.close(draft)  # the customer still waits
    assert app.check.run() == ()


def test_a_check_back_that_was_made_is_not_waited_for_any_more(
    app: App, clock: StandingClock
) -> None:
    """D7."""
    draft = a_draft(BY_FRIDAY)
    app.complaints.respond(draft)
    clock.tick(days=8)
    call = app.promises.keep(promises(app, draft.id)[PromiseKind.CALL].id)
    assert call.state is PromiseState.LATE
    saved = app.complaints.get(draft.id)
    assert saved is not None
    assert saved.check_back_on is None
    assert call.due_on == clock.at.date() - timedelta(days=1)


def test_the_week_counts_promises_kept_late_and_broken_and_moved_ones_as_broken(
    app: App, clock: StandingClock
) -> None:
    """D7."""
    draft = a_draft()
    app.complaints.receive(draft)
    told: dict[str, Raw] = {"reason": "No stock", "way": ("phone",), "reached": ("yes",)}
    given = [
        app.promises.give(
            draft.id, {"what": str(n), "kind": ("other",), "due_on": "t", "by": "Lin"}
        )
        for n in range(4)
    ]
    app.promises.keep(given[0].id)
    app.promises.move(given[1].id, {"due_on": "+30", "reason": "No stock"})
    app.promises.break_off(given[2].id, told)
    clock.tick(days=2)
    app.promises.keep(given[3].id)
    this, last = app.week.this_week(), app.week.last_week()
    counted = app.week.figures(this).promises
    assert (counted.kept, counted.late, counted.broken) == (1, 1, 2)
    assert app.week.figures(last).promises.broken == 0


def test_an_unanswered_call_stops_no_clock_and_one_that_reached_them_does(
    app: App, clock: StandingClock
) -> None:
    """C3, C6."""
    draft = a_draft()
    saved = app.complaints.receive(draft)
    call: dict[str, Raw] = {"direction": ("out",), "way": ("phone",), "words": "Rang."}
    clock.tick(days=1)
    app.contacts.add(saved.id, {**call, "reached": ("no_answer",)})
    unheard = app.complaints.get(saved.id)
    assert unheard is not None
    assert (unheard.first_word_at, unheard.progress_due_at) == (None, saved.progress_due_at)
    app.contacts.add(saved.id, {**call, "direction": ("in",), "reached": ("yes",)})
    clock.tick(days=1)
    app.contacts.add(saved.id, {**call, "reached": ("no_answer",)})
    assert (app.contacts.tried(saved.id).times, app.contacts.tried(saved.id).days) == (2, 2)
    app.contacts.add(saved.id, {**call, "reached": ("yes",)})
    heard = app.complaints.get(saved.id)
    assert heard is not None
    assert heard.first_word_at == clock.at
    assert heard.progress_due_at is not None
    assert saved.progress_due_at is not None
    assert heard.progress_due_at > saved.progress_due_at


def test_a_promise_of_today_brings_a_complaint_onto_today(app: App, clock: StandingClock) -> None:
    """D7, R6: from the table of promises, whatever the guide's answers say."""
    saved = app.complaints.receive(a_draft())
    assert app.today.read().due == ()
    given = app.promises.give(
        saved.id, {"what": "Ring", "kind": ("call",), "due_on": "t", "by": "Lin"}
    )
    (line,) = app.today.read().due
    assert (line.promised_on, line.promised_by) == (given.due_on, "Lin")
    app.promises.keep(given.id)
    assert app.today.read().due == ()


def test_a_text_message_is_in_the_customers_language_with_the_reference_whole(app: App) -> None:
    """C7."""
    app.settings.change(shop="示例商店", phone="555-0100")
    draft = a_draft({**WHOLE, "language": ("zh_CN",)})
    saved = app.complaints.acknowledge(draft)
    messages = app.text_messages.of(saved.id)
    assert len(messages) == 3
    for words in messages.values():
        assert saved.reference in words
        assert words.startswith("【示例商店】")
        assert len(words) <= 70
