"""A kind that turns out to be another: with a reason, on the log, its clocks with it."""

import pytest

from desk.domain.answers import Raw
from desk.domain.complaint import Kind
from desk.domain.errors import AlreadyClosed, AnswersMissing, NotFound
from desk.domain.side_path import Override
from desk.services.app import App
from desk.ui.cards.kind import KindCard
from tests.conftest import StandingClock
from tests.make import LISTENED, WHOLE, a_draft

PRAISE: dict[str, Raw] = {"kind": ("praise",), "kind_reason": "She only wanted to say thank you."}


def test_a_kind_changes_later_with_a_reason_that_is_kept(app: App, clock: StandingClock) -> None:
    """I8: kind can change later with reason."""
    app.settings.change(handler="Lin")
    saved = app.complaints.receive(a_draft(LISTENED))
    clock.tick(hours=2)
    changed = app.kinds.change(saved.id, PRAISE)
    assert changed.kind is Kind.PRAISE
    with app.database.reading() as tx:
        (kept,) = tx.records(Override).of(saved.id)
    assert (kept.gate, kept.reason) == ("kind", "She only wanted to say thank you.")
    assert (kept.passed_by, kept.passed_at) == ("Lin", clock())
    entries = app.complaints.whole(saved.reference).entries
    changes = [change for entry in entries for change in entry.changes]
    assert ("kind", "praise") in [(change.field, change.after) for change in changes]
    assert app.check.run() == ()


def test_clocks_stop_with_the_complaint_and_run_again_from_its_receipt(app: App) -> None:
    """I8: complaint clocks run only for complaints."""
    saved = app.complaints.receive(a_draft(LISTENED))
    assert saved.first_word_due_at is not None
    praise = app.kinds.change(saved.id, PRAISE)
    due = (praise.first_word_due_at, praise.progress_due_at, praise.final_due_at)
    assert due == (None, None, None)
    assert app.today.read().due == ()
    again = app.kinds.change(saved.id, {"kind": ("complaint",), "kind_reason": "It was one."})
    assert again.first_word_due_at == saved.first_word_due_at
    assert again.final_due_at == saved.final_due_at


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        ({"kind": ("praise",)}, ("kind_reason",)),
        ({"kind": ("praise",), "kind_reason": "  "}, ("kind_reason",)),
        ({"kind": ("complaint",), "kind_reason": "It is one."}, ("kind",)),
        ({}, ("kind", "kind_reason")),
    ],
)
def test_without_another_kind_or_a_reason_nothing_changes(
    app: App, answers: dict[str, Raw], missing: tuple[str, ...]
) -> None:
    saved = app.complaints.receive(a_draft(LISTENED))
    with pytest.raises(AnswersMissing) as refused:
        KindCard(app, saved.id).commit(answers)
    assert refused.value.fields == missing
    assert app.complaints.get(saved.id) == saved


def test_no_other_way_changes_the_kind_of_what_was_taken_in(app: App) -> None:
    saved = app.complaints.receive(a_draft(LISTENED))
    again = app.complaints.save(a_draft({**LISTENED, "kind": ("praise",)}))
    assert again.kind is saved.kind
    changed = app.kinds.change(saved.id, PRAISE)
    kept = app.complaints.save(a_draft({**LISTENED, "kind": ("complaint",), "place": "Till 2"}))
    assert (kept.kind, kept.place) == (changed.kind, "Till 2")


def test_before_it_is_taken_in_the_kind_is_one_digit_without_a_reason(app: App) -> None:
    saved = app.complaints.save(a_draft({**LISTENED, "kind": ("praise",)}))
    assert saved.kind is Kind.PRAISE
    assert (
        app.complaints.receive(a_draft({**LISTENED, "kind": ("question",)})).kind is Kind.QUESTION
    )


def test_a_closed_complaint_keeps_its_kind(app: App) -> None:
    saved = app.complaints.close(a_draft(WHOLE))
    with pytest.raises(AlreadyClosed):
        app.kinds.change(saved.id, PRAISE)
    with pytest.raises(NotFound):
        app.kinds.change(a_draft(number=9).id, PRAISE)
