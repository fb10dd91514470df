"""Weighing and clocks as they are saved: the law's clock, pauses, the hand, safety, orders kept."""

import dataclasses
from datetime import date, datetime, timedelta

import pytest

from desk.domain.answers import Raw
from desk.domain.complaint import Complaint, Kind, Known, Stage
from desk.domain.deadline import coming_next
from desk.domain.errors import AlreadyClosed, AnswersMissing, SafetyNeedsAnother, SafetyNotTold
from desk.domain.pause import WaitingFor
from desk.domain.response import Remedy
from desk.domain.staff import Role
from desk.domain.timeline import Happening
from desk.services.app import App
from tests.conftest import HERE, StandingClock
from tests.make import LISTENED, WHOLE, a_draft

LAB: dict[str, Raw] = {"waiting_for": ("lab",), "reason": "the test report"}


def day(moment: datetime | None) -> date | None:
    return moment and moment.astimezone(HERE).date()


def again(app: App, complaint: Complaint) -> Complaint:
    kept = app.complaints.get(complaint.id)
    assert kept is not None
    return kept


def test_the_laws_clock_runs_from_a_demand_and_only_from_one(
    app: App, clock: StandingClock
) -> None:
    """D1, D3: 15 calendar days from the demand, apart from our own."""
    asked = app.complaints.receive(a_draft({**LISTENED, "wish": ("apology",)}))
    assert asked.statutory_due_at is None
    assert day(asked.final_due_at) == date(2026, 12, 7)
    clock.tick(days=2)
    for wish in ("repair", "exchange", "refund", "money_off"):
        demanded = app.complaints.save(a_draft({**LISTENED, "wish": (wish,)}))
        assert day(demanded.statutory_due_at) == date(2026, 12, 10), wish
        clock.tick(days=1)
        same = app.complaints.save(a_draft({**LISTENED, "wish": (wish, "apology")}))
        assert same.statutory_due_at == demanded.statutory_due_at
        app.complaints.save(a_draft({**LISTENED, "wish": ("explanation",)}))
        clock.tick(days=-1)
    assert again(app, asked).statutory_due_at is None


def test_a_suggestion_has_no_clocks_and_gets_them_when_it_turns_out_a_complaint(app: App) -> None:
    """D1, I8."""
    kind = app.complaints.receive(a_draft({**LISTENED, "kind": ("suggestion",)}))
    assert (kind.first_word_due_at, kind.final_due_at, kind.statutory_due_at) == (None, None, None)
    turned = app.complaints.commitment.amend(
        kind.id, lambda one, at: dataclasses.replace(one, kind=Kind.COMPLAINT)
    )
    assert turned.first_word_due_at is not None
    assert turned.statutory_due_at is not None


def test_the_next_word_is_due_five_working_days_after_each_word(
    app: App, clock: StandingClock
) -> None:
    """D1."""
    told = app.complaints.acknowledge(a_draft())
    assert day(told.progress_due_at) == date(2026, 11, 30)
    clock.tick(days=3)
    answered = app.complaints.respond(a_draft({**WHOLE, "answer": ("does_not_accept",)}))
    assert day(answered.progress_due_at) == date(2026, 12, 3)


def test_a_pause_stops_our_clocks_only_and_gives_them_back_what_they_missed(
    app: App, clock: StandingClock
) -> None:
    """D4."""
    before = app.complaints.receive(a_draft())
    pause = app.pauses.begin(before.id, LAB)
    clock.tick(days=3)  # Thursday: the first reply would be due at 18:00
    clock.tick(hours=12)
    waiting = again(app, before)
    assert waiting.paused_at == pause.from_at
    coming = coming_next(waiting, HERE)
    assert coming is not None
    assert coming.at == waiting.statutory_due_at
    ended = app.pauses.end(pause)
    assert ended.until_at == clock()
    after = again(app, before)
    assert after.paused_at is None
    assert day(after.first_word_due_at) == date(2026, 12, 1)  # three working days more
    assert day(after.final_due_at) == date(2026, 12, 8)  # never beyond the law's day
    assert after.statutory_due_at == before.statutory_due_at
    assert app.pauses.end(ended) == ended
    assert again(app, before) == after
    assert not app.check.run()


def test_two_pauses_at_once_count_once_and_a_new_weight_keeps_what_they_gave(
    app: App, clock: StandingClock
) -> None:
    """D4."""
    plain: dict[str, Raw] = {**LISTENED, "wish": ("apology",)}
    complaint = app.complaints.receive(a_draft(plain))
    first = app.pauses.begin(complaint.id, LAB)
    clock.tick(days=1)
    second = app.pauses.begin(complaint.id, {"waiting_for": ("customer",), "reason": "receipt"})
    clock.tick(days=1)
    app.pauses.end(first)
    assert again(app, complaint).paused_at is not None
    clock.tick(days=1)
    app.pauses.end(second)
    held = again(app, complaint)
    assert day(held.first_word_due_at) == date(2026, 12, 1)
    weighed = app.complaints.save(a_draft({**plain, "severity": ("3",)}))
    assert weighed.priority == 2
    assert weighed.first_word_due_at == held.first_word_due_at
    assert weighed.final_due_at == held.final_due_at


def test_a_pause_says_whom_we_wait_for_and_none_begins_when_all_is_over(app: App) -> None:
    """D4: with a reason."""
    complaint = app.complaints.receive(a_draft())
    with pytest.raises(AnswersMissing) as refused:
        app.pauses.begin(complaint.id, {})
    assert refused.value.fields == ("waiting_for", "reason")
    app.pauses.begin(complaint.id, LAB)
    closed = app.complaints.close(a_draft())
    assert closed.paused_at is None
    (pause,) = app.pauses.of(complaint.id)
    assert (pause.waiting_for, pause.until_at) == (WaitingFor.LAB, closed.closed_at)
    with pytest.raises(AlreadyClosed):
        app.pauses.begin(complaint.id, LAB)


def test_all_five_criteria_are_stored(app: App) -> None:
    """A1: severity, safety, complexity, impact, and whether to act at once."""
    kept = app.complaints.record_finding(a_draft())
    assert None not in {kept.severity, kept.safety, kept.parts, kept.affected, kept.immediate}
    assert kept.immediate is Known.NO
    assert app.complaints.save(a_draft({**WHOLE, "safety": ("yes",)})).immediate is Known.YES


def test_a_priority_by_hand_holds_moves_the_clocks_and_is_in_the_history(
    app: App, clock: StandingClock
) -> None:
    """A1."""
    app.settings.change(handler="Lin")
    complaint = app.complaints.receive(a_draft())
    said: dict[str, Raw] = {"priority_by_hand": ("1",), "priority_reason": "third time this week"}
    with pytest.raises(AnswersMissing) as refused:
        app.assessments.weigh_by_hand(complaint.id, {"priority_by_hand": ("1",)})
    assert refused.value.fields == ("priority_reason",)
    urgent = app.assessments.weigh_by_hand(complaint.id, said)
    assert urgent.priority == 1
    assert urgent.first_word_due_at == clock() + timedelta(hours=24)
    assert app.complaints.save(a_draft({**LISTENED, "severity": ("1",)})).priority == 1
    changed = app.complaints.whole(complaint.reference).entries[-2]
    assert changed.what is Happening.CHANGED
    assert "priority_reason" in {change.field for change in changed.changes}
    back = app.assessments.weigh_by_hand(complaint.id, {"priority_by_hand": ("0",)})
    assert (back.priority, back.priority_reason) == (3, "")


@pytest.mark.parametrize("safety", ["yes", "not_sure"])
def test_no_hand_lowers_what_safety_demands(app: App, safety: str) -> None:
    """A1, A2."""
    complaint = app.complaints.receive(a_draft({**LISTENED, "safety": (safety,)}))
    assert complaint.priority == 1
    said: dict[str, Raw] = {"priority_by_hand": ("3",), "priority_reason": "he was laughing"}
    assert app.assessments.weigh_by_hand(complaint.id, said).priority == 1


def test_a_complaint_with_somebody_at_risk_is_closed_by_another_after_a_supervisor_knows(
    app: App, clock: StandingClock
) -> None:
    """A2."""
    risky: dict[str, Raw] = {**WHOLE, "safety": ("yes",)}
    app.settings.change(handler="Lin")
    with pytest.raises(SafetyNotTold):
        app.complaints.close(a_draft(risky))
    complaint = app.complaints.save(a_draft(risky))
    app.complaints.commitment.amend(
        complaint.id, lambda one, at: dataclasses.replace(one, supervisor_told_at=at)
    )
    lin = app.people.add("Lin", Role.SUPERVISOR, "246810")
    chen = app.people.add("Chen", Role.SUPERVISOR, "135791")
    app.people.sign_in(lin.id, "246810")
    with pytest.raises(SafetyNeedsAnother):
        app.complaints.close(a_draft(risky))
    app.people.sign_in(chen.id, "135791")
    assert app.complaints.close(a_draft(risky)).stage is Stage.CLOSED


def test_enough_is_told_from_what_was_checked_and_written_down(app: App) -> None:
    """A5."""
    from desk.domain.fact import Fact

    complaint = app.complaints.save(a_draft({**WHOLE, "severity": ("3",), "checked": ("item",)}))
    assert not app.assessments.effort(complaint).is_enough
    staff: dict[str, Raw] = {"source": ("staff",), "shows": "He remembers it.", "seen_by": "Lin"}
    app.besides.add(Fact, complaint.id, staff)
    assert app.assessments.effort(complaint).is_enough


def test_a_tier_of_customers_shortens_the_first_reply_alone(app: App) -> None:
    """A4."""
    plain = app.complaints.receive(a_draft())
    app.policy.apply(app.policy.look(tier_days="gold=1"))
    gold = app.complaints.commitment.amend(
        plain.id, lambda one, at: dataclasses.replace(one, tier="gold")
    )
    assert day(gold.first_word_due_at) == date(2026, 11, 24)
    assert gold.final_due_at == plain.final_due_at
    assert (gold.priority, gold.severity) == (plain.priority, plain.severity)


def test_other_clocks_never_reach_back_into_a_week_that_is_over(
    app: App, clock: StandingClock
) -> None:
    """D5: what ran out stays, and nothing is moved into the past."""
    complaint = app.complaints.receive(a_draft())
    clock.tick(days=4)  # Friday: the first reply ran out yesterday
    late = again(app, complaint).first_word_due_at
    app.policy.apply(app.policy.look(first_word_days=20, final_days=1))
    after = again(app, complaint)
    assert after.first_word_due_at == late
    assert after.final_due_at == clock()
    assert after.statutory_due_at == complaint.statutory_due_at
    assert after.policy == "2026-2"


def test_the_figures_of_a_week_that_is_over_stay_after_the_clocks_were_changed(
    app: App, clock: StandingClock
) -> None:
    """D5."""
    for number in range(4):
        app.complaints.receive(a_draft(LISTENED, number=number))
        clock.tick(days=1)
    clock.tick(days=4)
    week = app.week.last_week()
    before = app.week.figures(week)
    app.policy.apply(app.policy.look(first_word_days=30, final_days=1, statutory_calendar_days=3))
    assert app.week.figures(week) == before
    assert app.week.last_week() == week


def test_entries_keep_their_order_when_the_clock_jumps_back(app: App, clock: StandingClock) -> None:
    """D8."""
    complaint = app.complaints.receive(a_draft())
    for words in ("first", "second", "third"):
        app.complaints.add_note(complaint.id, words)
        clock.tick(days=-2)
    entries = app.complaints.whole(complaint.reference).entries
    notes = [entry for entry in entries if entry.subject in {"first", "second", "third"}]
    assert [entry.subject for entry in notes] == ["first", "second", "third"]
    assert notes[0].at > notes[1].at > notes[2].at  # the moments are told as they were


def test_demands_are_what_the_law_names(app: App) -> None:
    """D3."""
    from desk.domain.deadline import DEMANDS

    assert {Remedy.REPAIR, Remedy.EXCHANGE, Remedy.REFUND, Remedy.MONEY_OFF} <= DEMANDS
    assert DEMANDS.isdisjoint({Remedy.APOLOGY, Remedy.EXPLANATION, Remedy.NOT_SAID})
