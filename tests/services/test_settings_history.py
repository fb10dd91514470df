"""Every change of a setting: who, when, from what to what; undone by a new change, also later."""

from datetime import date

from desk.domain.content_version import CalendarDay
from desk.domain.identity import derived_id
from desk.domain.settings import ROOT, Settings
from desk.services.app import App
from tests.conftest import StandingClock


def test_each_change_is_in_the_history_with_who_when_and_from_what_to_what(
    app: App, clock: StandingClock
) -> None:
    """N1."""
    app.settings.change(handler="Chen")
    app.settings.change(final_days=8)
    clock.tick(hours=1)
    app.settings.change(final_days=12)
    late, early = app.settings_history.changes()
    assert (late.name, late.actor, late.site, late.at) == ("final_days", "Chen", "BR01", clock.at)
    assert [(f.before, f.after) for f in late.fields] == [("8", "12")]
    assert [(f.before, f.after) for f in early.fields] == [(None, "8")]


def test_a_change_is_taken_back_at_once_and_much_later(app: App, clock: StandingClock) -> None:
    """N1."""
    app.settings.change(final_days=8)
    app.settings.change(shop="City Store")
    clock.tick(days=40)
    first = app.settings_history.changes()[-1]
    app.settings_history.undo(first.id)
    assert app.settings.current().final_days == Settings().final_days
    assert app.settings.current().shop == "City Store"
    newest = app.settings_history.changes()[0]
    assert (newest.name, newest.at) == ("final_days", clock.at)
    app.settings_history.undo(newest.id)
    assert app.settings.current().final_days == 8
    assert not app.check.run()


def test_several_changes_are_taken_back_the_newest_first(app: App) -> None:
    app.settings.change(final_days=8)
    app.settings.change(final_days=9)
    app.settings_history.undo(*(c.id for c in app.settings_history.changes()))
    assert app.settings.current().final_days == Settings().final_days


def test_a_new_day_of_the_calendar_is_taken_back(app: App) -> None:
    day = CalendarDay(
        id=derived_id("calendar_day", "2026-12-01"), day=date(2026, 12, 1), kind="rest"
    )
    with app.database.writing(app.settings.author()) as tx:
        tx.records(CalendarDay).save(day, root=derived_id(ROOT))
    (change,) = app.settings_history.changes()
    assert (change.entity, change.name, change.is_new) == ("calendar_day", "2026-12-01", True)
    app.settings_history.undo(change.id)
    with app.database.reading() as tx:
        (held,) = tx.records(CalendarDay).all()
    assert (held.day, held.kind) == (date(2026, 12, 1), "")
    app.settings_history.undo(app.settings_history.changes()[0].id)
    with app.database.reading() as tx:
        assert tx.records(CalendarDay).all()[0].kind == "rest"


def test_who_sits_here_is_no_setting_of_the_branch(app: App) -> None:
    app.settings.change(handler="Lin")
    assert app.settings_history.changes() == ()
