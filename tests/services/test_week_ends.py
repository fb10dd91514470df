"""How complaints ended, in the figures of a week: each equals a count by hand, later as well."""

import sqlite3
from datetime import datetime, timedelta

from desk.domain.answers import Raw
from desk.domain.expectation import Gap
from desk.domain.report import Period
from desk.domain.response import Outcome
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import WHOLE, a_draft

THIS = Period.parse("2026-W48")
NEXT = THIS.shifted(1)
AGAIN: dict[str, Raw] = {"reopened_for": ("again",)}
RATED: dict[str, Raw] = {**WHOLE, "rating_result": ("4",), "rating_handling": ("2",)}
REFUSED: dict[str, Raw] = {**WHOLE, "answer": ("does_not_accept",), "done": ()}
WITHDRAWN: dict[str, Raw] = {"outcome": ("withdrawn",), "words": "Never mind."}


def two_weeks(app: App, clock: StandingClock) -> None:
    """Closed and withdrawn in the first week, opened again and closed anew in the second."""
    app.complaints.close(a_draft(RATED, number=1, opened_at=clock()))
    app.complaints.close(a_draft(number=2, opened_at=clock()))
    app.complaints.respond(a_draft(REFUSED, number=3, opened_at=clock()))
    clock.tick(hours=1)
    app.closings.end(a_draft(number=3).id, WITHDRAWN)
    clock.at += timedelta(days=7)


def ask(app: App, sql: str, *values: str) -> int:
    with sqlite3.connect(app.config.database) as found:
        return int(found.execute(sql, values).fetchone()[0])


def test_ends_wishes_and_marks_of_a_week_equal_the_database(app: App, clock: StandingClock) -> None:
    """E4, E5: numbers equal SQL."""
    two_weeks(app, clock)
    app.closings.rate(a_draft(number=2).id, {"asked": ("declined",)})
    app.closings.rate(a_draft(number=1).id, {"asked": ("answered",), "result": ("1",)})
    ends = app.week.figures(THIS).ends
    assert ends.outcomes == {Outcome.RESOLVED: 2, Outcome.WITHDRAWN: 1}
    assert ends.gaps == {Gap.MET: 2, Gap.NOT: 1}
    for outcome, n in ends.outcomes.items():
        counted = "select count(*) from complaint where outcome = ?"
        assert ask(app, counted, str(outcome)) == n
    assert (ends.asked.answered, ends.asked.declined, ends.asked.not_asked) == (1, 0, 2)
    assert (ends.asked.result.median, ends.asked.handling.median) == (4, 2)
    later = app.week.figures(NEXT).ends.asked
    assert (later.answered, later.declined, later.result.median) == (1, 1, 1)
    assert later.handling.count == 0
    every = ask(app, "select count(*) from rating")
    assert every == sum((ends.asked.not_asked, ends.asked.answered, 2))


def test_a_week_stays_as_it_was_when_its_complaints_are_opened_again(
    app: App, clock: StandingClock
) -> None:
    """E3: counts as reopened, the old closing and its breach stay."""
    draft = a_draft(number=4, opened_at=clock())
    app.complaints.receive(draft)
    clock.tick(days=20)
    app.complaints.close(draft)  # late
    late_week = Period.of(clock().date())
    clock.tick(days=7)
    weeks = [late_week.shifted(n) for n in range(-4, 2)]
    before = [app.week.figures(week) for week in weeks[:5]]
    assert sum(one.final.late for one in before) == 1
    app.closings.reopen(draft.id, AGAIN)
    clock.tick(days=7)
    after = [app.week.figures(week) for week in weeks[:5]]
    for old, new in zip(before, after, strict=True):
        assert (new.stock, new.final, new.first_word) == (old.stock, old.final, old.first_word)
        assert new.to_closing == old.to_closing
        assert new.ends.outcomes == old.ends.outcomes


def test_what_was_opened_again_is_counted_and_the_counts_add_up(
    app: App, clock: StandingClock
) -> None:
    """E3."""
    two_weeks(app, clock)
    app.closings.reopen(a_draft(number=1).id, AGAIN)
    clock.tick(hours=2)
    app.complaints.close(a_draft(number=1))
    app.closings.reopen(a_draft(number=2).id, AGAIN)
    first, second = app.week.figures(THIS).stock, app.week.figures(NEXT).stock
    assert (first.opened, first.closed, first.reopened, first.at_end) == (3, 3, 0, 0)
    assert (second.opened, second.reopened, second.closed, second.at_end) == (0, 2, 1, 1)
    assert second.at_start == 0
    assert first.adds_up
    assert second.adds_up


def test_a_complaint_closed_before_closings_were_kept_is_opened_again_like_any_other(
    app: App, clock: StandingClock
) -> None:
    """E3: databases of an earlier desk."""
    import dataclasses

    from desk.domain.complaint import Stage

    draft = a_draft(opened_at=clock())
    saved = app.complaints.respond(draft)
    at: datetime = clock()
    with app.database.writing(app.settings.author()) as tx:
        tx.complaints.save(
            dataclasses.replace(saved, stage=Stage.CLOSED, closed_at=at, outcome=Outcome.RESOLVED)
        )
    assert app.closings.of(saved.id) == []
    clock.tick(days=8)
    app.closings.reopen(saved.id, AGAIN)
    (kept,) = app.closings.of(saved.id)
    assert (kept.closed_at, kept.outcome, kept.reopened_at) == (at, Outcome.RESOLVED, clock())
    assert app.week.figures(THIS).stock.closed == 1
    assert app.check.run() == ()
