"""Today reads what waits: parked first, then due, then opened, then papers."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from desk import i18n
from desk.domain.timeline import PaperKind
from desk.services.app import App
from desk.ui.jobs import Jobs
from desk.ui.refresh import Refresh
from desk.ui.today.presenter import TodayPresenter, TodayScreen
from desk.ui.today.rows import Row, RowKind
from tests.conftest import StandingClock
from tests.ui.saved import closed, left_open, parked, promised, received
from tests.ui.test_jobs import ManualExecutor

pytestmark = pytest.mark.usefixtures("qapp")  # its minute needs an event loop, not a display


def shown(app: App) -> TodayPresenter:
    presenter = TodayPresenter(app, Refresh(), Jobs(ManualExecutor()))
    presenter.enter()
    return presenter


def rows(screen: TodayScreen) -> list[Row]:
    return [row for section in screen.sections for row in section.rows]


def test_an_empty_day_says_what_to_press(app: App) -> None:
    screen = shown(app).screen
    assert screen.sections == ()
    assert screen.empty == "Nothing waiting. Press F2 when a customer comes."


def test_a_parked_complaint_shows_initials_and_no_word_of_the_story(
    app: App, clock: StandingClock
) -> None:
    parked(app, name="Sam Example")
    clock.tick(minutes=6)
    (row,) = rows(shown(app).screen)
    assert (row.kind, row.who, row.category) == (RowKind.PARKED, "SE", "Product")
    assert row.detail == "parked 6 min"
    assert "kettle" not in row.spoken()


def test_parked_complaints_are_not_listed_twice(app: App) -> None:
    parked(app)
    assert [row.kind for row in rows(shown(app).screen)] == [RowKind.PARKED]


def test_what_is_overdue_comes_before_what_is_due_today(app: App, clock: StandingClock) -> None:
    late = received(app, 1)
    clock.tick(days=3, hours=-2)
    soon = received(app, 2, safety=("yes",))
    clock.tick(hours=20)
    clock.tick(days=1)
    due = [row for row in rows(shown(app).screen) if row.kind is RowKind.DUE]
    assert {row.reference for row in due} == {late.reference, soon.reference}
    assert [row.overdue for row in due] == sorted((row.overdue for row in due), reverse=True)
    assert due[0].due.startswith("! overdue since")


def test_a_promised_day_stands_on_today_by_its_name_when_it_comes(
    app: App, clock: StandingClock
) -> None:
    promise = promised(app, 1, done_on="26/11", check_back_on="30/11", done_by="Chen")
    (row,) = rows(shown(app).screen)
    assert (row.kind, row.due) == (RowKind.OPENED, "promise: Thu 26 Nov")
    clock.tick(days=1)
    assert rows(shown(app).screen) == []
    clock.tick(days=2)
    (row,) = rows(shown(app).screen)
    assert (row.kind, row.reference) == (RowKind.DUE, promise.reference)
    assert (row.detail, row.due) == (
        "promise: Exchange, by Chen, three quarters of the time are gone",
        "◕ due 18:00, in 7 h 18 min",
    )
    clock.tick(days=1)
    (row,) = rows(shown(app).screen)
    assert (row.overdue, row.due) == (True, "! overdue since yesterday")


def test_what_comes_next_is_sorted_whatever_it_is(app: App, clock: StandingClock) -> None:
    promised(app, 1, done_on="25/11", check_back_on="27/11")
    promised(app, 2, done_on="24/11", check_back_on="25/11")
    received(app, 3)
    clock.tick(days=3)
    due = [row for row in rows(shown(app).screen) if row.kind is RowKind.DUE]
    assert [row.detail.split(",")[0] for row in due] == [
        "promise: Exchange", "promise: Exchange", "first reply",
    ]  # fmt: skip
    assert [row.due for row in due] == [
        "! overdue since Tue", "! overdue since yesterday", "◕ due 18:00, in 7 h 18 min",
    ]  # fmt: skip


def test_opened_today_counts_what_was_closed(app: App) -> None:
    received(app, 1)
    closed(app, 2)
    section = shown(app).screen.sections[-1]
    assert section.title == "Opened today"
    assert section.note == "2: 1 closed, 1 open"


def test_a_complaint_open_when_desk_stopped_is_told_and_resumed(app: App) -> None:
    draft = left_open(app)
    presenter = shown(app)
    went: list[tuple[str, str]] = []
    presenter.asked.connect(lambda where, what: went.append((where, what)))
    assert "One complaint was open when desk stopped" in presenter.screen.banner
    presenter.resume_stopped()
    assert went == [("guide", draft.id)]
    app.complaints.park(draft)
    presenter.reload()
    assert presenter.screen.banner == ""


def test_later_puts_the_banner_away_and_keeps_the_complaint(app: App) -> None:
    left_open(app)
    presenter = shown(app)
    presenter.later()
    assert presenter.screen.banner == ""
    assert [row.kind for row in rows(presenter.screen)] == [RowKind.PARKED]


def test_a_complaint_parked_by_hand_is_no_accident(app: App) -> None:
    parked(app)
    assert shown(app).screen.banner == ""


def test_the_hint_goes_when_shop_and_name_are_known(app: App) -> None:
    presenter = shown(app)
    assert "Ctrl+7" in presenter.screen.hint
    app.settings.change(shop="City Store", handler="Lin")
    presenter.reload()
    assert presenter.screen.hint == ""


def test_a_paper_no_printer_took_waits(app: App) -> None:
    complaint = closed(app)
    app.papers.make(complaint.id, PaperKind.RECEIPT)
    (row,) = [row for row in rows(shown(app).screen) if row.kind is RowKind.PAPER]
    assert row.reference == complaint.reference
    assert row.standing == "Receipt"


def test_news_while_hidden_is_read_when_shown_again(app: App) -> None:
    refresh = Refresh()
    presenter = TodayPresenter(app, refresh, Jobs(ManualExecutor()))
    presenter.enter()
    presenter.leave()
    drawn: list[object] = []
    presenter.changed.connect(drawn.append)
    parked(app)
    refresh.changed.emit(frozenset({"draft"}))
    assert drawn == []
    presenter.enter()
    assert len(rows(presenter.screen)) == 1


def test_other_tables_are_no_news(app: App) -> None:
    refresh = Refresh()
    presenter = TodayPresenter(app, refresh, Jobs(ManualExecutor()))
    presenter.enter()
    drawn: list[object] = []
    presenter.changed.connect(drawn.append)
    refresh.changed.emit(frozenset({"tick"}))
    assert drawn == []


def test_times_go_on(app: App, clock: StandingClock) -> None:
    parked(app)
    presenter = shown(app)
    clock.at += timedelta(hours=1, minutes=18)
    presenter.reload()
    assert rows(presenter.screen)[0].detail == "parked 1 h 18 min"


def test_what_was_set_down_since_desk_started_is_listed_without_the_banner(
    app: App, clock: StandingClock
) -> None:
    today = shown(app)
    clock.tick(minutes=1)
    left_open(app)
    today.reload()
    assert today.screen.banner == ""
    parked_ones = today.screen.sections[0]
    assert parked_ones.title == "Parked"
    assert "left open" in parked_ones.rows[0].detail


def test_a_clock_that_jumped_and_an_unknown_year_are_told_on_today(
    app: App, clock: StandingClock
) -> None:
    """D8, D2: a clock that went back or is days ahead, and from 1 November the year to come."""
    executor = ManualExecutor()
    presenter = TodayPresenter(app, Refresh(), Jobs(executor))
    presenter.enter()

    def looked() -> tuple[str, ...]:
        presenter.watch()
        executor.drain()
        QCoreApplication.processEvents()
        return presenter.screen.warnings

    (unknown,) = looked()
    assert "working days of 2027 are not known" in unknown
    clock.tick(days=5)
    assert looked()[1].startswith("! This machine's clock says Sat 28 Nov 10:42")
    clock.tick(days=-6)
    (_year, _ahead, back) = looked()
    assert "clock went back: it says Sun 22 Nov 10:42" in back
    assert "desk was used Sat 28 Nov 10:42" in back
    i18n.use("zh_CN")
    presenter.reload()
    assert "2027" in presenter.screen.warnings[0]
    assert presenter.screen.warnings[0].startswith("！")


def test_warnings_are_right_after_the_desk_was_off_for_five_days(
    app: App, clock: StandingClock
) -> None:
    """D6: what ran out meanwhile is overdue."""
    received(app, 1)
    presenter = shown(app)
    assert not [row for row in rows(presenter.screen) if row.kind is RowKind.DUE]
    clock.tick(days=5)
    presenter.reload()
    (row,) = [row for row in rows(presenter.screen) if row.kind is RowKind.DUE]
    assert (row.due, row.overdue) == ("! overdue since Thu", True)
