"""A week in figures, and its workbook as work that can be watched and stopped."""

from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from desk.domain.errors import Cancelled
from desk.services.app import App
from desk.ui.jobs import Jobs
from desk.ui.refresh import Refresh
from desk.ui.reports.presenter import ReportsPresenter
from tests.conftest import StandingClock
from tests.ui.saved import closed, received
from tests.ui.test_jobs import ManualExecutor

if TYPE_CHECKING:
    from desk.ui.parts import Said


class Review:
    """A presenter, its work, and what it told."""

    def __init__(self, app: App, folder: Path) -> None:
        self.reads, self.work = ManualExecutor(), ManualExecutor()
        self.jobs = Jobs(self.work)
        self.shown: list[Path] = []
        self.presenter = ReportsPresenter(
            app,
            Refresh(),
            jobs=self.jobs,
            reads=Jobs(self.reads),
            show_folder=self.shown.append,
            folder=folder,
        )
        self.said: list[Said] = []
        self.working: list[str] = []
        self.failed: list[object] = []
        self.presenter.said.connect(self.said.append)
        self.presenter.working.connect(self.working.append)
        self.presenter.failed.connect(self.failed.append)
        self.presenter.enter()
        self.reads.drain()

    def is_writing(self) -> bool:
        return self.presenter.screen.writing

    def figure(self, label: str) -> tuple[str, str]:
        for section in self.presenter.screen.sections:
            for figure in section.figures:
                if figure.label == label:
                    return figure.now, figure.before
        raise KeyError(label)


def test_this_week_is_counted_beside_the_one_before(
    app: App, clock: StandingClock, tmp_path: Path
) -> None:
    received(app, 1)
    clock.tick(days=7)
    closed(app, 2)
    review = Review(app, tmp_path)
    assert review.presenter.screen.week == "Week 49, 30 Nov – 6 Dec 2026"
    assert review.figure("Opened") == ("1", "1")
    assert review.figure("Closed") == ("1", "0")


def test_an_empty_week_says_where_there_is_something(
    app: App, clock: StandingClock, tmp_path: Path
) -> None:
    assert Review(app, tmp_path).presenter.screen.empty == "Week 48 has no complaints yet."
    closed(app)
    clock.tick(days=14)
    review = Review(app, tmp_path)
    review.presenter.go(-1)
    review.reads.drain()
    words = "Week 49 has no complaints yet; week 48 has 1."
    assert review.presenter.screen.empty == words


def test_weeks_are_turned_but_not_into_the_future(app: App, tmp_path: Path) -> None:
    review = Review(app, tmp_path)
    this_week = review.presenter.screen.week
    review.presenter.go(1)
    assert review.presenter.screen.week == this_week
    review.presenter.go(-1)
    assert review.presenter.screen.week.startswith("Week 47")
    review.presenter.go(0)
    assert review.presenter.screen.week == this_week


def test_a_count_that_comes_late_is_not_shown_under_another_week(app: App, tmp_path: Path) -> None:
    received(app)
    review = Review(app, tmp_path)
    review.presenter.go(-1)
    late = review.reads.tasks.popleft()
    review.presenter.go(0)
    late()
    assert review.presenter.screen.empty == "Counting…"


def test_the_workbook_is_written_and_its_folder_offered(app: App, tmp_path: Path) -> None:
    closed(app)
    review = Review(app, tmp_path)
    review.presenter.choose_language("zh_CN")
    review.presenter.write()
    assert review.is_writing()
    assert review.working == ["Workbook of week 48"]
    review.presenter.write()  # a second press while the first is at work
    assert len(review.work.tasks) == 1
    review.work.drain()
    assert not review.is_writing()
    assert review.working[-1] == ""
    file = tmp_path / "desk-BR01-2026-W48.xlsx"
    assert load_workbook(file).sheetnames
    (said,) = review.said
    assert str(file) in said.words
    assert said.press is not None
    said.press()
    assert review.shown == [tmp_path]


def test_stopping_leaves_nothing_behind_and_says_so(app: App, tmp_path: Path) -> None:
    closed(app)
    review = Review(app, tmp_path)
    review.presenter.write()
    review.jobs.cancel()
    review.work.drain()
    assert list(tmp_path.glob("*.xlsx")) == []
    assert [said.words for said in review.said] == ["Stopped. No workbook was written."]
    assert not review.is_writing()


def test_a_folder_that_cannot_be_written_is_told(app: App, tmp_path: Path) -> None:
    closed(app)
    review = Review(app, tmp_path / "gone")
    review.presenter.write()
    review.work.drain()
    assert len(review.failed) == 1
    assert not isinstance(review.failed[0], Cancelled)
