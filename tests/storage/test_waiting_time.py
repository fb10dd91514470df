"""Waiting in the week's figures: whose time it was, and that nothing is late while it waits."""

from datetime import timedelta
from statistics import median

import pytest

from desk.domain.answers import Raw
from desk.domain.complaint import Complaint
from desk.domain.pause import Pause, WaitingFor
from desk.domain.report import Figures, Period
from desk.services.app import App
from tests.conftest import HERE, StandingClock
from tests.make import LISTENED, a_draft

SUPPLIER: dict[str, Raw] = {"waiting_for": ("supplier",), "reason": "a part"}
CUSTOMER: dict[str, Raw] = {"waiting_for": ("customer",), "reason": "the receipt"}
CALL: dict[str, Raw] = {"direction": ("out",), "way": ("phone",), "words": "Rang."}


def figures(app: App, weeks_ago: int = 0) -> Figures:
    return app.week.figures(app.week.this_week().shifted(-weeks_ago))


def test_our_time_and_the_customers_are_recounted_moment_by_moment(
    app: App, clock: StandingClock
) -> None:
    """D4."""
    for number, waits in enumerate(
        ((), (SUPPLIER,), (CUSTOMER,), (SUPPLIER, CUSTOMER), (CUSTOMER,))
    ):
        draft = a_draft(number=number, opened_at=clock.at)
        app.complaints.receive(draft)
        open_pauses = []
        for asked in waits:
            clock.tick(hours=3 + number)
            open_pauses.append(app.pauses.begin(draft.id, asked))
        for pause in open_pauses:
            clock.tick(hours=1)
            app.pauses.end(pause)
        clock.tick(minutes=7 * number)
        app.complaints.close(draft)
    with app.database.reading() as tx:
        closed = [c for c in tx.complaints.all() if c.closed_at]
        pauses = tx.records(Pause).all()
    counted = figures(app).handling
    for found, counts in (
        (counted.ours, set(WaitingFor)),
        (counted.customers, {WaitingFor.CUSTOMER}),
    ):
        seconds = [_minutes(c, [p for p in pauses if p.waiting_for in counts]) * 60 for c in closed]
        assert (found.count, found.median, found.p90) == (5, median(seconds), max(seconds))
    assert counted.ours != counted.customers


def _minutes(complaint: Complaint, pauses: list[Pause]) -> int:
    """Count by hand, minute by minute, how long nobody was waited for."""
    assert complaint.closed_at is not None
    at, counted = complaint.arrived_at, 0
    while at < complaint.closed_at:
        waits = any(
            p.from_at <= at < p.until_at
            for p in pauses
            if p.complaint == complaint.id and p.from_at and p.until_at
        )
        counted += not waits
        at += timedelta(minutes=1)
    return counted


def test_a_complaint_that_waits_is_not_counted_late_while_it_waits(
    app: App, clock: StandingClock
) -> None:
    """D4."""
    late, waits = a_draft(LISTENED, number=1), a_draft(LISTENED, number=2)
    for draft in (late, waits):
        saved = app.complaints.receive(draft)
    app.pauses.begin(waits.id, SUPPLIER)
    assert saved.first_word_due_at is not None
    clock.at = saved.first_word_due_at + timedelta(hours=1)
    week = Period.of(clock.at.astimezone(HERE).date())
    counted = app.week.figures(week)
    assert (counted.first_word.late, counted.first_word.overdue) == (1, 1)
    assert counted.first_word.waiting == 1
    with app.database.reading() as tx:
        listed = tx.reports.late(week.span(HERE, clock.at), 10)
    assert [one.reference for one in listed] == ["BR01-26-0001"]


def test_a_week_that_is_over_stays_the_same_when_what_waited_goes_on(
    app: App, clock: StandingClock
) -> None:
    """D4, D5."""
    draft = a_draft(LISTENED)
    app.complaints.receive(draft)
    pause = app.pauses.begin(draft.id, SUPPLIER)
    clock.tick(days=8)
    before = figures(app, 1)
    assert (before.first_word.late, before.first_word.waiting) == (0, 1)
    app.pauses.end(pause)
    assert figures(app, 1) == before


@pytest.mark.parametrize(("reached", "given"), [("yes", 1), ("no_answer", 0)])
def test_the_first_reply_is_the_first_word_that_reached_the_customer(
    app: App, clock: StandingClock, reached: str, given: int
) -> None:
    """C3."""
    draft = a_draft()
    saved = app.complaints.receive(draft)
    clock.tick(hours=2)
    app.contacts.add(saved.id, {**CALL, "reached": (reached,)})
    counted = figures(app)
    assert (counted.first_word.in_time, counted.to_first_word.count) == (given, given)
    assert counted.first_word.waiting == 1 - given
    clock.tick(days=9)
    app.complaints.acknowledge(draft)
    later = [figures(app, ago) for ago in (1, 0)]
    assert sum(week.first_word.in_time for week in later) == given
    assert sum(week.first_word.late for week in later) == 1 - given
    hours = [h for week in later if (h := week.to_first_word.median) is not None]
    assert hours == [2 * 3600 if given else 9 * 86400 + 2 * 3600]


def test_what_was_acknowledged_before_first_words_were_kept_counts_by_that(
    app: App, clock: StandingClock
) -> None:
    """C3: records of earlier versions have no first word of their own."""
    from dataclasses import replace

    draft = a_draft()
    app.complaints.acknowledge(draft)
    with app.database.writing(app.settings.author()) as tx:
        stored = tx.complaints.get(draft.id)
        assert stored is not None
        tx.complaints.save(replace(stored, first_word_at=None))
    assert figures(app).first_word.in_time == 1


def test_the_workbook_says_both_times_and_how_they_are_counted(
    app: App, clock: StandingClock, tmp_path: object
) -> None:
    """D4."""
    from pathlib import Path

    import openpyxl

    draft = a_draft()
    app.complaints.receive(draft)
    pause = app.pauses.begin(draft.id, SUPPLIER)
    clock.tick(days=2)
    app.pauses.end(pause)
    clock.tick(days=1)
    app.complaints.close(draft)
    made = app.week.workbook(app.week.this_week(), Path(str(tmp_path)) / "week.xlsx", "en")
    book = openpyxl.load_workbook(made.path)
    shown = {row[0]: row[1] for row in book["Summary"].iter_rows(max_col=2, values_only=True)}
    assert shown["Our time in days, median"] == pytest.approx(1)
    assert shown["Customer's waiting time in days, median"] == pytest.approx(3)
    counted = book["How counted"].iter_rows(max_col=2, values_only=True)
    rules = {row[0]: row[1] for row in counted}
    assert "less all the time we waited" in str(rules["Our time in days, median"])
    assert "the customer waits" in str(rules["Customer's waiting time in days, median"])
