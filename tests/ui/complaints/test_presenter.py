"""The list of complaints: filters, find-as-you-type, and answers that come too late."""

import pytest

from desk.domain.check_digit import with_check
from desk.domain.complaint import Stage
from desk.domain.errors import DiskFull
from desk.services.app import App
from desk.ui.complaints import filter as filters
from desk.ui.complaints.filter import Chosen, Dates
from desk.ui.complaints.presenter import MOST_LISTED, ComplaintsPresenter
from desk.ui.jobs import Jobs
from desk.ui.refresh import Refresh
from tests.conftest import StandingClock
from tests.ui.saved import closed, many, promised, received
from tests.ui.test_jobs import ManualExecutor

pytestmark = pytest.mark.usefixtures("qapp")  # its timer needs an event loop, not a display


class Listed:
    """A presenter whose reading a test lets happen."""

    def __init__(self, app: App) -> None:
        self.work = ManualExecutor()
        self.refresh = Refresh()
        self.presenter = ComplaintsPresenter(app, self.refresh, Jobs(self.work))

    def open(self, words: str = "") -> None:
        self.presenter.enter(words)
        self.work.drain()

    def choose(self, chosen: Chosen) -> None:
        self.presenter.choose(chosen)
        self.work.drain()

    def references(self) -> list[str | None]:
        model = self.presenter.model
        return [model.id_at(row) for row in range(model.rowCount())]


def test_an_empty_desk_says_what_to_press(app: App) -> None:
    listed = Listed(app)
    listed.open()
    assert listed.presenter.screen.found == "0 found"
    assert listed.presenter.screen.empty == "No complaints yet. Press F2 when a customer comes."


def test_the_newest_comes_first_and_all_are_counted(app: App, clock: StandingClock) -> None:
    many(app, clock, 250)
    listed = Listed(app)
    listed.open()
    assert listed.presenter.screen.found == "250 found"
    assert listed.references()[0] == "BR09-26-0001"
    assert listed.references()[249] == "BR09-26-0250"


def test_words_wait_until_the_typing_rests(app: App) -> None:
    received(app)
    listed = Listed(app)
    listed.open()
    listed.presenter.type_words("kett")
    listed.work.drain()
    assert listed.presenter.screen.chosen.words == "kett"
    assert not listed.work.tasks
    listed.presenter.reload()  # what the timer does
    listed.work.drain()
    assert listed.presenter.screen.found == "1 found"


def test_no_match_says_how_to_get_everything_back(app: App) -> None:
    received(app)
    listed = Listed(app)
    listed.open("lighthouse")
    assert listed.presenter.screen.empty == "No complaints match. Clear filter (Esc)."
    assert listed.presenter.clear()
    listed.work.drain()
    assert listed.presenter.screen.found == "1 found"
    assert not listed.presenter.clear()


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (Chosen(stage="open"), 1),
        (Chosen(stage=Stage.CLOSED.value), 1),
        (Chosen(stage=Stage.ASSESSED.value), 0),
        (Chosen(category="product"), 2),
        (Chosen(category="price"), 0),
        (Chosen(dates=Dates.TODAY), 2),
        (Chosen(overdue=True), 0),
        (Chosen(words="kettle", stage="open"), 1),
    ],
)
def test_each_part_of_the_filter_counts(app: App, chosen: Chosen, found: int) -> None:
    received(app, 1)
    closed(app, 2)
    listed = Listed(app)
    listed.open()
    listed.choose(chosen)
    assert len(listed.references()) == found


def test_a_broken_promise_is_overdue_before_the_final_answer_is(
    app: App, clock: StandingClock
) -> None:
    promised(app, 1, done_on="25/11", check_back_on="30/11")
    received(app, 2)
    listed = Listed(app)
    listed.open()
    (place,) = [n for n, column in enumerate(listed.presenter.model.columns) if column.id == "next"]

    def said(row: int) -> object:
        model = listed.presenter.model
        return model.data(model.index(row, place))

    assert {said(0), said(1)} == {"promise: Wed 25 Nov", "first reply: Thu 26 Nov"}
    clock.tick(days=3)
    listed.choose(Chosen(overdue=True))
    assert listed.presenter.screen.found == "1 found"
    assert said(0) == "! promise overdue since yesterday"


def test_only_this_week_begins_on_monday(app: App, clock: StandingClock) -> None:
    many(app, clock, 24)  # the last hours of Sunday and the first ones of Monday
    listed = Listed(app)
    listed.choose(Chosen(dates=Dates.WEEK))
    assert len(listed.references()) == 11


def test_the_newest_wish_wins_over_an_answer_that_comes_late(app: App) -> None:
    received(app)
    listed = Listed(app)
    listed.presenter.enter()
    first = listed.work.tasks.popleft()
    listed.presenter.choose(Chosen(words="lighthouse"))
    first()
    assert listed.presenter.screen.found == ""
    listed.work.drain()
    assert listed.presenter.screen.found == "0 found"


def test_a_broad_search_lists_the_newest_and_counts_all(app: App, clock: StandingClock) -> None:
    many(app, clock, MOST_LISTED + 10)
    listed = Listed(app)
    listed.open("kettle")
    assert listed.presenter.screen.found == "2,010 found, the newest 2,000 listed"
    assert listed.references()[MOST_LISTED - 1] == f"BR09-26-{MOST_LISTED}"


def test_the_filter_is_remembered_without_what_was_typed(app: App) -> None:
    listed = Listed(app)
    listed.choose(Chosen(words="Sam Example", stage="open", overdue=True))
    listed.presenter.widths["came"] = 222
    listed.presenter.leave()
    listed.work.drain()
    again = Listed(app)
    assert again.presenter.screen.chosen == Chosen(stage="open", overdue=True)
    assert again.presenter.widths == {"came": 222}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"stage": 1}', '{"stage": "x", "dates": "y"}'])
def test_what_cannot_be_read_back_filters_nothing(text: str) -> None:
    assert filters.read(text) == Chosen()


def test_news_is_read_at_once_while_the_list_is_shown(app: App) -> None:
    listed = Listed(app)
    listed.open()
    received(app)
    listed.refresh.changed.emit(frozenset({"complaint"}))
    listed.work.drain()
    assert listed.presenter.screen.found == "1 found"


def test_trouble_of_the_disk_is_told(app: App, tmp_path: object) -> None:
    del tmp_path
    listed = Listed(app)
    failed: list[object] = []
    listed.presenter.failed.connect(failed.append)
    listed.presenter._not_read(DiskFull(app.config.database))  # noqa: SLF001 - as a job would
    assert len(failed) == 1


def test_a_misread_code_is_told_where_the_list_would_be_empty(app: App) -> None:
    received(app)
    listed = Listed(app)
    listed.open()
    listed.choose(Chosen(words="BR01-26-0001-0"))
    assert listed.references() == []
    assert "was not read rightly" in listed.presenter.screen.empty
    listed.choose(Chosen(words=with_check("BR01-26-0001")))
    assert listed.references() == ["BR01-26-0001"]
    assert listed.presenter.screen.empty == ""
