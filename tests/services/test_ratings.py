"""How it was: two marks apart, at the end and a week later; and whether it came once or again."""

from datetime import date

import pytest

from desk.domain.answers import Raw
from desk.domain.complaint import Complaint, Repeat
from desk.domain.errors import AnswersMissing, NotClosed
from desk.domain.promise import Promise, PromiseKind, PromiseState
from desk.domain.rating import Asked, Occasion, Rating
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import WHOLE, a_draft


def ratings(app: App, complaint: Complaint) -> list[Rating]:
    return app.besides.of(Rating, complaint.id)


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
