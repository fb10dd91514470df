"""The list of complaints by keyboard, and its columns in windows of any width."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desk.services.app import App
from desk.ui.complaints.columns import FILLER
from desk.ui.complaints.presenter import ComplaintsPresenter
from desk.ui.complaints.view import ComplaintsView
from desk.ui.jobs import Jobs
from desk.ui.refresh import Refresh
from tests.conftest import StandingClock
from tests.ui.saved import many
from tests.ui.test_jobs import ManualExecutor


def opened(app: App, qtbot: QtBot) -> tuple[ComplaintsView, ComplaintsPresenter, ManualExecutor]:
    work = ManualExecutor()
    presenter = ComplaintsPresenter(app, Refresh(), Jobs(work))
    presenter.enter()
    view = ComplaintsView(presenter)
    qtbot.addWidget(view)
    view.resize(1180, 640)
    view.show()
    qtbot.waitUntil(view.isActiveWindow)
    work.drain()
    view.take_focus()
    return view, presenter, work


def test_enter_opens_the_complaint_the_keys_stand_on(
    app: App, clock: StandingClock, qtbot: QtBot
) -> None:
    many(app, clock, 30)
    view, presenter, _work = opened(app, qtbot)
    went: list[str] = []
    presenter.asked.connect(lambda _where, what: went.append(what))
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert went == ["BR09-26-0002"]


def test_typing_in_the_bar_finds_after_a_rest(app: App, clock: StandingClock, qtbot: QtBot) -> None:
    many(app, clock, 30)
    view, presenter, work = opened(app, qtbot)
    words = view.findChild(QLineEdit, "words")
    assert words is not None
    QTest.keyClicks(words, "number 17")
    assert not work.tasks
    qtbot.waitUntil(lambda: bool(work.tasks))
    work.drain()
    assert presenter.screen.found == "1 found"


def test_a_stage_is_chosen_by_keys(app: App, clock: StandingClock, qtbot: QtBot) -> None:
    many(app, clock, 30)
    view, presenter, work = opened(app, qtbot)
    stage = view.findChild(QComboBox, "stage")
    assert stage is not None
    stage.setFocus()
    QTest.keyClick(stage, Qt.Key.Key_Down)
    work.drain()
    assert presenter.screen.chosen.stage == "open"
    assert presenter.screen.found == "3 found"


def test_ctrl_c_copies_the_line(app: App, clock: StandingClock, qtbot: QtBot) -> None:
    many(app, clock, 3)
    view, _presenter, _work = opened(app, qtbot)
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("BR09-26-0001\t")


def test_columns_fill_the_window_and_the_last_make_room(
    app: App, clock: StandingClock, qtbot: QtBot
) -> None:
    many(app, clock, 3)
    view, _presenter, _work = opened(app, qtbot)
    bar = view.table.horizontalScrollBar()
    assert not bar.isVisible()
    for width in (1180, 700, 1500):
        view.resize(width, 640)
        qtbot.waitUntil(lambda: not bar.isVisible())
        assert not view.table.isColumnHidden(3)
    assert not view.table.isColumnHidden(8)


def test_a_narrow_window_keeps_what_comes_next(
    app: App, clock: StandingClock, qtbot: QtBot
) -> None:
    many(app, clock, 3)
    view, presenter, _work = opened(app, qtbot)
    view.resize(850, 560)  # what a window of 1024 x 600 leaves
    bar = view.table.horizontalScrollBar()
    qtbot.waitUntil(lambda: not bar.isVisible())
    columns = enumerate(presenter.model.columns)
    shown = [column.id for n, column in columns if not view.table.isColumnHidden(n)]
    assert {"reference", "about", "next"} <= set(shown)
    assert "answer" not in shown


def test_only_widths_that_staff_drag_are_remembered(
    app: App, clock: StandingClock, qtbot: QtBot
) -> None:
    many(app, clock, 3)
    view, presenter, _work = opened(app, qtbot)
    assert presenter.widths == {}
    header = view.table.horizontalHeader()
    edge = header.sectionViewportPosition(0) + header.sectionSize(0) - 2
    middle = header.height() // 2
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, middle))
    QTest.mouseMove(header.viewport(), QPoint(edge + 10, middle))
    QTest.mouseMove(header.viewport(), QPoint(edge + 40, middle))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge + 40, middle))
    assert FILLER not in presenter.widths
    view.resize(1300, 640)
    assert set(presenter.widths) == {"reference"}
