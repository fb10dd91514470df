"""Undo: after it every record says what it said before, and the log holds both."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.domain.change import Change
from desk.domain.complaint import Complaint
from desk.domain.errors import Refused
from desk.domain.offer import Offer
from desk.domain.promise import Promise
from desk.domain.undo import Step, step_of
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, RESOLVED, WHOLE, a_draft

BY_DATE = {**WHOLE, "done": ("by_date",), "done_on": "+3", "done_by": "Lin",
           "check_back_on": "+4", "check_back_via": ("phone",)}  # fmt: skip
FOUND = {**LISTENED, **EMPATHISED, **INVESTIGATED}


class Recorder:
    """Keeps the last step there was to take back."""

    def __init__(self, app: App) -> None:
        self.step: Step | None = None
        app.database.on_saved(self._hear)

    def told(self) -> Step | None:
        return self.step

    def _hear(self, saved: tuple[Change, ...]) -> None:
        self.step = step_of(saved)


@pytest.fixture
def recorder(app: App) -> Recorder:
    app.settings.change(handler="Lin")
    return Recorder(app)


def records(app: App, complaint: Complaint) -> dict[str, Any]:
    """Read what can be taken back of a complaint, without the names of ops; new ones count for
    nothing once they are taken back, so they are left out then.
    """
    found: list[Any] = [app.complaints.get(complaint.id)]
    found += [p for p in app.besides.of(Promise, complaint.id) if p.state != "dropped"]
    found += [o for o in app.besides.of(Offer, complaint.id) if o.offer]
    return {each.id: dataclasses.replace(each, heads=()) for each in found}


def close(app: App, complaint: Complaint) -> None:
    app.complaints.close(a_draft())


def respond(app: App, complaint: Complaint) -> None:
    app.complaints.respond(a_draft(BY_DATE))


def find_out_again(app: App, complaint: Complaint) -> None:
    app.complaints.record_finding(a_draft({**FOUND, "cause": ("service",), "severity": ("3",)}))


ACTIONS: tuple[Callable[[App, Complaint], None], ...] = (close, respond, find_out_again)


@pytest.mark.parametrize("act", ACTIONS)
def test_after_undo_the_record_says_in_every_field_what_it_said_before(
    app: App, recorder: Recorder, clock: StandingClock, act: Callable[[App, Complaint], None]
) -> None:
    complaint = app.complaints.record_finding(a_draft(FOUND))
    before = records(app, complaint)
    clock.tick(minutes=2)
    act(app, complaint)
    assert records(app, complaint) != before
    assert recorder.step is not None
    app.undo.take_back(recorder.step)
    assert records(app, complaint) == before
    assert app.check.run() == ()
    again, recorder.step = recorder.step, None
    assert again is not None
    app.undo.take_back(again)  # what was taken back is done again
    assert records(app, complaint) != before
    assert app.check.run() == ()


@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(ACTIONS[1:]), min_size=1, max_size=3), st.booleans())
def test_any_row_of_actions_is_taken_back_one_by_one_to_where_it_began(
    tmp_path_factory: pytest.TempPathFactory,
    row: list[Callable[[App, Complaint], None]],
    ends_closed: bool,
) -> None:
    from desk.app import build
    from desk.config import Config, resources
    from tests.conftest import HERE

    clock = StandingClock()
    folder = tmp_path_factory.mktemp("desk")
    app = build(Config(data=folder, resources=resources()), clock=clock, zone=HERE)
    try:
        recorder = Recorder(app)
        complaint = app.complaints.record_finding(a_draft(FOUND))
        steps: list[Step] = []
        states = [records(app, complaint)]
        for act in [*row, *([close] if ends_closed else [])]:
            clock.tick(minutes=1)
            recorder.step = None
            act(app, complaint)
            if (step := recorder.told()) is not None:
                steps.append(step)
                states.append(records(app, complaint))
        for step in reversed(steps):
            assert records(app, complaint) == states.pop()
            app.undo.take_back(step)
        assert records(app, complaint) == states.pop()
        assert app.check.run() == ()
    finally:
        app.close()


def test_a_closing_taken_back_leaves_what_was_answered_to_be_gone_on_with(
    app: App, recorder: Recorder
) -> None:
    """Closed by mistake and undone: nothing typed is lost."""
    app.complaints.record_finding(a_draft(FOUND))
    closed = app.complaints.close(a_draft())
    assert app.drafts.resume(closed.id) is None
    assert recorder.step is not None
    app.undo.take_back(recorder.step)
    stored = app.complaints.get(closed.id)
    assert stored is not None
    assert stored.is_open
    assert (stored.offer, stored.closed_at, stored.outcome) == ((), None, None)
    draft = app.drafts.resume(closed.id)
    assert draft is not None
    assert draft.answers["offered"] == RESOLVED["offered"]
    again = app.complaints.close(dataclasses.replace(draft, ticks=frozenset()))
    assert not again.is_open
    assert app.check.run() == ()


def test_a_promise_taken_back_is_given_again_when_the_same_is_agreed_again(
    app: App, recorder: Recorder
) -> None:
    complaint = app.complaints.record_finding(a_draft(FOUND))
    app.complaints.respond(a_draft(BY_DATE))
    given_at_first = [p for p in app.promises.of(complaint.id) if p.is_open]
    assert given_at_first
    assert recorder.step is not None
    app.undo.take_back(recorder.step)
    assert not [p for p in app.promises.of(complaint.id) if p.is_open]
    app.complaints.respond(a_draft(BY_DATE))
    assert len([p for p in app.promises.of(complaint.id) if p.is_open]) == len(given_at_first)


def test_a_promise_moved_by_mistake_stands_for_its_first_day_again(
    app: App, recorder: Recorder
) -> None:
    complaint = app.complaints.record_finding(a_draft(FOUND))
    promise = app.promises.give(
        complaint.id, {"what": "Ring", "kind": ("call",), "due_on": "+2", "by": "Lin"}
    )
    app.promises.move(promise.id, {"due_on": "+5", "reason": "The part is late"})
    assert recorder.step is not None
    app.undo.take_back(recorder.step)
    (open_one,) = [p for p in app.promises.of(complaint.id) if p.is_open]
    assert open_one.due_on == promise.due_on


def test_two_customers_merged_by_mistake_are_two_again(app: App, recorder: Recorder) -> None:
    first = app.complaints.close(a_draft(WHOLE))
    second = app.complaints.close(a_draft({**WHOLE, "name": "Pat Example"}, number=2))
    one, other = (app.customers.begin(c.id).person.id for c in (first, second))
    app.customers.merge(one, other)
    assert app.customers.person(other).id == one
    assert recorder.step is not None
    app.undo.take_back(recorder.step)
    assert app.customers.person(other).id == other


def test_what_was_changed_since_is_not_taken_back(app: App, recorder: Recorder) -> None:
    complaint = app.complaints.record_finding(a_draft(FOUND))
    app.complaints.respond(a_draft(BY_DATE))
    step = recorder.step
    app.complaints.save(a_draft({**BY_DATE, "lesson": "Check the seals"}))
    now = records(app, complaint)
    assert step is not None
    with pytest.raises(Refused, match="changed again"):
        app.undo.take_back(step)
    assert records(app, complaint) == now


def test_what_is_only_kept_or_taken_in_is_no_step(app: App, recorder: Recorder) -> None:
    app.complaints.receive(a_draft(LISTENED))
    assert recorder.step is None  # a complaint that is here is never unmade
    app.complaints.park(a_draft({**LISTENED, "place": "At the till"}))
    assert recorder.step is None
    app.settings.change(shop="Another")
    assert recorder.step is None
