"""The side paths by their digits, where a complaint goes on, and the call to who has left."""

from datetime import date

import pytest

from desk.domain.complaint import INSIDE_ONLY, Complaint
from desk.domain.errors import AnswersMissing
from desk.domain.options import label
from desk.domain.promise import PromiseKind
from desk.domain.referral import Level, Referral
from desk.domain.side_path import Path
from desk.services.app import App
from desk.ui.cards.registry import PATHS, entry
from tests.make import EMPATHISED, LISTENED, a_draft

TOMORROW = date(2026, 11, 24)


@pytest.fixture
def complaint(app: App) -> Complaint:
    app.settings.change(handler="Lin")
    return app.complaints.acknowledge(a_draft({**LISTENED, **EMPATHISED}))


def test_the_digits_of_the_side_paths_are_those_of_the_nine_situations() -> None:
    """G6, ux §8."""
    assert [each.label for each in PATHS] == [label(path) for path in Path]


def test_who_does_not_accept_needs_a_way_on_and_a_day_on_which_we_look_again(
    app: App, complaint: Complaint
) -> None:
    """Path 3: the next look date is required."""
    card = entry("does_not_accept").make(app, complaint.id)
    with pytest.raises(AnswersMissing) as refused:
        card.commit({"level": ("association",), "reason": "Wants a new one"})
    assert refused.value.fields == ("look_on",)
    assert app.besides.of(Referral, complaint.id) == []
    card.commit({"level": ("association",), "reason": "Wants a new one", "look_on": "+3"})
    (referral,) = app.besides.of(Referral, complaint.id)
    assert (referral.level, referral.referred_by, referral.is_open) == (
        Level.ASSOCIATION,
        "Lin",
        True,
    )
    (look,) = app.promises.of(complaint.id)
    assert (look.due_on, look.is_open) == (date(2026, 11, 26), True)
    stored = app.complaints.get(complaint.id)
    assert stored is not None
    assert stored.is_open
    assert "Consumer association" in card.lines()[0].text
    assert app.check.run() == ()


def test_the_outside_routes_a_supervisor_wrote_down_stand_on_the_card(
    app: App, complaint: Complaint
) -> None:
    app.settings.change(routes="Consumer hotline | 12315 | | authority")
    assert "12315" in entry("does_not_accept").make(app, complaint.id).note()


def test_tomorrow_is_suggested_for_a_call_to_who_left_a_number(
    app: App, complaint: Complaint
) -> None:
    """Path 5."""
    card = entry("left").make(app, complaint.id)
    card.commit({**card.suggested(), "words": "The bus was leaving"})
    (call,) = app.promises.of(complaint.id)
    assert (call.kind, call.due_on, call.by) == (PromiseKind.CALL, TOMORROW, "Lin")
    again = entry("left").make(app, complaint.id)
    assert [q.name for q in again.questions({})] == ["words"]
    again.commit({**again.suggested(), "words": "The bus was leaving at ten"})
    assert len(app.promises.of(complaint.id)) == 1


def test_no_call_is_suggested_where_nobody_can_be_reached(app: App) -> None:
    complaint = app.complaints.receive(a_draft(LISTENED))
    card = entry("left").make(app, complaint.id)
    assert [q.name for q in card.questions({})] == ["words"]
    card.commit({**card.suggested(), "words": "Said nothing"})
    assert app.promises.of(complaint.id) == []


def test_the_pace_at_the_end_is_kept_by_one_key_and_for_inside_only(
    app: App, complaint: Complaint
) -> None:
    """G7."""
    card = entry("pace_end").make(app, complaint.id)
    card.commit({"pace_end": ("1",)})
    stored = app.complaints.get(complaint.id)
    assert stored is not None
    assert (stored.pace, stored.pace_end) == (2, 1)
    assert "pace_end" in INSIDE_ONLY
