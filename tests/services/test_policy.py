"""Other clocks and own days: open complaints get other due dates after a look; closed never."""

from datetime import date

import pytest

from desk.domain.content_version import DayKind
from desk.services.app import App
from tests.conftest import HERE, StandingClock
from tests.make import a_draft

# Received on Monday 23 November 2026: the first reply is due on Thursday the 26th.


def due_on(app: App, number: int) -> tuple[date, date]:
    complaint = app.complaints.get(a_draft(number=number).id)
    assert complaint is not None
    assert complaint.first_word_due_at is not None
    assert complaint.final_due_at is not None
    return (
        complaint.first_word_due_at.astimezone(HERE).date(),
        complaint.final_due_at.astimezone(HERE).date(),
    )


@pytest.fixture
def three(app: App) -> App:
    """One received, one acknowledged, one closed."""
    app.complaints.receive(a_draft(number=1))
    app.complaints.acknowledge(a_draft(number=2))
    app.complaints.close(a_draft(number=3))
    return app


def test_a_look_tells_how_many_open_complaints_would_change_and_changes_none(three: App) -> None:
    """D5: the preview."""
    change = three.policy.look(final_days=5)
    assert (change.moved, change.open) == (2, 2)
    assert three.policy.look(urgent_hours=12).moved == 0
    assert due_on(three, 1) == (date(2026, 11, 26), date(2026, 12, 7))
    assert three.settings.current().final_days == 10


def test_other_clocks_move_open_complaints_and_never_closed_ones(three: App) -> None:
    """D5."""
    assert three.policy.apply(three.policy.look(final_days=5, first_word_days=1)) == 2
    assert due_on(three, 1) == (date(2026, 11, 24), date(2026, 11, 30))
    assert due_on(three, 2) == (date(2026, 11, 26), date(2026, 11, 30))  # it had its first reply
    assert due_on(three, 3) == (date(2026, 11, 26), date(2026, 12, 7))
    stamps = [three.complaints.get(a_draft(number=n).id) for n in (1, 2, 3)]
    assert [one.policy for one in stamps if one] == ["2026-2", "2026-2", "2026-1"]
    assert three.complaints.receive(a_draft(number=4)).policy == "2026-2"
    assert not three.check.run()


def test_a_rest_day_of_the_branch_holds_at_once_and_is_taken_back(three: App) -> None:
    """D2: edited in settings."""
    change = three.policy.look_at_day(date(2026, 11, 25), DayKind.REST, "stock-taking")
    assert (change.moved, change.open) == (2, 2)
    three.policy.apply(change)
    assert not three.complaints.calendar().is_working(date(2026, 11, 25))
    assert due_on(three, 1)[0] == date(2026, 11, 27)
    (entry,) = three.settings_history.changes()
    three.settings_history.undo(entry.id)
    assert three.complaints.calendar().is_working(date(2026, 11, 25))
    assert due_on(three, 1) == (date(2026, 11, 26), date(2026, 12, 7))


@pytest.mark.parametrize("kind", [DayKind.MAKE_UP, DayKind.WORK])
def test_a_saturday_worked_counts(app: App, kind: DayKind) -> None:
    """D2: 调休."""
    saturday = date(2026, 11, 28)
    app.policy.apply(app.policy.look_at_day(saturday, kind))
    assert app.complaints.calendar().is_working(saturday)
    assert app.complaints.calendar().after(date(2026, 11, 27), 1) == saturday


def test_a_holiday_of_the_region_that_is_worked_here_counts(app: App) -> None:
    holiday = date(2026, 10, 1)
    assert not app.complaints.calendar().is_working(holiday)
    app.policy.apply(app.policy.look_at_day(holiday, DayKind.WORK))
    assert app.complaints.calendar().is_working(holiday)


def test_clocks_taken_back_move_open_complaints_back(three: App, clock: StandingClock) -> None:
    """N1, D5."""
    three.policy.apply(three.policy.look(final_days=5))
    clock.tick(days=2)
    (entry,) = three.settings_history.changes()
    three.settings_history.undo(entry.id)
    assert three.settings.current().final_days == 10
    assert due_on(three, 1) == (date(2026, 11, 26), date(2026, 12, 7))


def test_what_is_no_clock_is_not_changed_this_way(app: App) -> None:
    with pytest.raises(TypeError):
        app.policy.look(shop="x")
