"""Opened again: with a reason, the old closing and its breach kept, the clock begun anew."""

import pytest

from desk.domain.answers import Raw
from desk.domain.closing import ReopenReason
from desk.domain.errors import AnswersMissing, MayNotClose, NotClosed
from desk.domain.paper import PaperKind
from desk.domain.rights import Right
from desk.domain.staff import Role
from desk.domain.staff_errors import NoRight
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import a_draft

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
    (old,) = app.closings.of(closed.id)
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
