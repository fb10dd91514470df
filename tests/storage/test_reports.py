"""What the database counts, against a count by hand over the same complaints."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from statistics import median

import pytest

from desk.domain.complaint import Complaint, Kind
from desk.domain.investigation import Finding
from desk.domain.report import Figures, Period, Span
from desk.domain.response import MONEY, Answer
from desk.services.app import App
from desk.storage.transaction import Transaction
from tests.conftest import HERE, StandingClock
from tests.make import a_draft
from tests.weeks import live_through

WEEKS = ["2026-W42", "2026-W43", "2026-W44", "2026-W45", "2026-W46", "2026-W47", "2026-W48"]


@pytest.fixture
def lived(app: App, clock: StandingClock) -> App:
    live_through(app, clock)
    return app


def counted(tx: Transaction, period: Period, now: datetime) -> tuple[Figures, Span]:
    span = period.span(HERE, now)
    return tx.reports.figures(span, period.midnights(HERE)), span


def test_every_count_equals_a_count_by_hand(lived: App, clock: StandingClock) -> None:
    for name in WEEKS:
        with lived.database.reading() as tx:
            figures, span = counted(tx, Period.parse(name), clock.at)
            everyone = tx.complaints.all()
        own = [c for c in everyone if c.kind in {None, Kind.COMPLAINT}]

        def within(moment: datetime | None, span: Span = span) -> bool:
            return moment is not None and span.start <= moment < span.end

        opened = [c for c in own if within(c.arrived_at)]
        assert figures.stock.opened == len(opened), name
        assert figures.stock.closed == sum(within(c.closed_at) for c in own)
        assert figures.stock.at_start == sum(
            c.arrived_at < span.start and not (c.closed_at and c.closed_at < span.start)
            for c in own
        )
        assert figures.stock.at_end == sum(
            c.arrived_at < span.end and not (c.closed_at and c.closed_at < span.end) for c in own
        )
        assert figures.stock.adds_up
        arrived = [c for c in everyone if within(c.arrived_at)]
        assert +Counter(figures.kinds) == Counter(c.kind or Kind.COMPLAINT for c in arrived)
        assert figures.priorities == Counter(c.priority for c in opened)
        assert figures.safety == Counter(c.safety for c in opened)
        assert sum(figures.per_day) == len(opened)
        days = Counter(c.arrived_at.astimezone(HERE).weekday() for c in opened)
        assert figures.per_day == tuple(days[n] for n in range(7))
        causes = Counter((c.category, c.cause) for c in opened)
        assert causes == Counter(
            {(one.category, k): n for one in figures.categories for k, n in one.causes.items()}
        )
        _same_answers(figures, [c for c in own if within(c.responded_at)])
        hours = sorted(
            (c.acknowledged_at - c.arrived_at).total_seconds()
            for c in own
            if c.acknowledged_at and within(c.acknowledged_at)
        )
        assert figures.to_first_word.count == len(hours)
        assert figures.to_first_word.median == (median(hours) if hours else None)
        assert figures.on_the_spot == sum(seconds <= 1800 for seconds in hours)


def _same_answers(figures: Figures, responded: list[Complaint]) -> None:
    answers = figures.answers
    assert answers.responded == len(responded)
    assert answers.not_accepted == sum(c.answer is Answer.DOES_NOT_ACCEPT for c in responded)
    right = {Finding.CONFIRMED, Finding.PARTLY}
    assert answers.upheld == sum(c.finding in right for c in responded)
    paid = [c.amount for c in responded if MONEY & set(c.offer) and c.amount is not None]
    assert (answers.with_money, answers.money) == (len(paid), sum(paid))
    assert answers.remedies == Counter(remedy for c in responded for remedy in c.offer)
    for rating, scores in (
        (answers.rating_result, [c.rating_result for c in responded if c.rating_result]),
        (answers.rating_handling, [c.rating_handling for c in responded if c.rating_handling]),
    ):
        assert rating.count == len(scores)
        assert rating.median == (median(scores) if scores else None)


CLOCKS: list[tuple[str, Callable[[Complaint], tuple[datetime | None, datetime | None]]]] = [
    ("first_word", lambda c: (c.acknowledged_at, c.first_word_due_at)),
    ("final", lambda c: (c.closed_at, c.final_due_at)),
]


@pytest.mark.parametrize(("name", "clock_of"), CLOCKS)
def test_clocks_equal_a_count_by_hand_and_miss_nobody(
    lived: App,
    clock: StandingClock,
    name: str,
    clock_of: Callable[[Complaint], tuple[datetime | None, datetime | None]],
) -> None:
    with lived.database.reading() as tx:
        own = [c for c in tx.complaints.all() if c.kind in {None, Kind.COMPLAINT}]
        ended = 0
        for week in WEEKS:
            figures, span = counted(tx, Period.parse(week), clock.at)
            found = getattr(figures, name)
            in_time = late = waiting = overdue = 0
            for complaint in (c for c in own if c.arrived_at < span.end):
                given, due = clock_of(complaint)
                assert due is not None
                in_time += given is not None and given <= due and span.start <= given < span.end
                late += span.start <= due < span.cut and (given is None or given > due)
                if given is None or given >= span.end:
                    waiting += due >= span.cut
                    overdue += due < span.cut
            assert (found.in_time, found.late) == (in_time, late), week
            assert (found.waiting, found.overdue) == (waiting, overdue), week
            parts = [getattr(one, name) for one in figures.categories]
            assert sum(part.late for part in parts) == late
            assert sum(part.in_time for part in parts) == in_time
            ended += in_time + late
        assert ended + found.waiting == len(own)
        assert ended > found.waiting > 0


def test_late_complaints_are_listed_with_the_clocks_that_ran_out(
    lived: App, clock: StandingClock
) -> None:
    with lived.database.reading() as tx:
        figures, span = counted(tx, Period.parse("2026-W47"), clock.at)
        late = tx.reports.late(span, 1000)
        assert len(tx.reports.late(span, 3)) == 3
    assert sum(one.first_word_due_at is not None for one in late) == figures.first_word.overdue > 0
    assert sum(one.final_due_at is not None for one in late) == figures.final.overdue > 0
    first = [min(filter(None, (one.first_word_due_at, one.final_due_at))) for one in late]
    assert first == sorted(first)
    assert all(moment < span.cut for moment in first)


def test_a_week_that_is_over_gives_the_same_figures_later(app: App, clock: StandingClock) -> None:
    live_through(app, clock)
    app.complaints.receive(a_draft(number=900, opened_at=clock.at))
    with app.database.reading() as tx:
        before, _ = counted(tx, Period.parse("2026-W47"), clock.at)
    clock.tick(days=9)
    app.complaints.close(a_draft(number=900, opened_at=clock.at))
    with app.database.reading() as tx:
        after, _ = counted(tx, Period.parse("2026-W47"), clock.at)
    assert after == before


def test_an_empty_week_counts_nothing(app: App, clock: StandingClock) -> None:
    with app.database.reading() as tx:
        figures, span = counted(tx, Period.parse("2026-W47"), clock.at)
        assert figures.is_empty
        assert figures.stock.adds_up
        assert list(tx.reports.register(span, names=True)) == []
        assert tx.reports.bounds() is None


def test_the_register_streams_what_arrived_in_order(lived: App, clock: StandingClock) -> None:
    span = Period.parse("2026-W46").span(HERE, clock.at)
    with lived.database.reading() as tx:
        rows = list(tx.reports.register(span, names=False))
        wanted = [c for c in tx.complaints.all() if span.start <= c.arrived_at < span.end]
        assert tx.reports.count_register(span) == len(rows) == len(wanted) > 10
        named = next(iter(tx.reports.register(span, names=True)))
    wanted.sort(key=lambda c: c.arrived_at)
    assert [row.reference for row in rows] == [c.reference for c in wanted]
    assert [row.offer for row in rows] == [c.offer for c in wanted]
    assert {(row.name, row.phone, row.email, row.address, row.handler) for row in rows} == {
        ("",) * 5
    }
    assert (named.name, named.phone) == ("Sam Example", "555-0117")


def test_a_word_given_at_the_very_moment_it_is_due_is_in_time(
    app: App, clock: StandingClock
) -> None:
    prompt, slow = a_draft(number=1), a_draft(number=2)
    app.complaints.receive(prompt)
    due = app.complaints.receive(slow).first_word_due_at
    assert due is not None
    clock.at = due
    app.complaints.acknowledge(prompt)
    clock.tick(milliseconds=1)
    app.complaints.acknowledge(slow)
    with app.database.reading() as tx:
        figures, _ = counted(tx, Period.of(due.astimezone(HERE).date()), clock.at)
    assert (figures.first_word.in_time, figures.first_word.late) == (1, 1)


def test_midnight_belongs_to_the_week_it_begins(app: App, clock: StandingClock) -> None:
    week = Period.parse("2026-W49")
    midnight = week.midnights(HERE)[0]
    for number, moment in enumerate((midnight - timedelta(milliseconds=1), midnight)):
        clock.at = moment
        app.complaints.receive(a_draft(number=number, opened_at=moment))
    with app.database.reading() as tx:
        before, _ = counted(tx, week.shifted(-1), clock.at)
        after, span = counted(tx, week, clock.at)
        assert [row.arrived_at for row in tx.reports.register(span, names=False)] == [midnight]
    assert (before.stock.opened, before.stock.at_end) == (1, 1)
    assert (after.stock.at_start, after.stock.opened, after.per_day[0]) == (1, 1, 1)
