"""Today by keyboard alone."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desk.services.app import App
from desk.ui.jobs import Jobs
from desk.ui.refresh import Refresh
from desk.ui.today.board import Board
from desk.ui.today.presenter import TodayPresenter
from desk.ui.today.rows import RowKind
from desk.ui.today.view import TodayView
from tests.ui.saved import closed, left_open, parked, received
from tests.ui.test_jobs import ManualExecutor


def opened(app: App, qtbot: QtBot) -> tuple[TodayView, Board, list[tuple[str, str]]]:
    presenter = TodayPresenter(app, Refresh(), Jobs(ManualExecutor()))
    presenter.enter()
    view = TodayView(presenter)
    qtbot.addWidget(view)
    view.resize(1100, 600)
    view.show()
    qtbot.waitUntil(view.isActiveWindow)
    view.take_focus()
    went: list[tuple[str, str]] = []
    presenter.asked.connect(lambda where, what: went.append((where, what)))
    return view, view.board, went


def test_the_list_has_the_focus_and_enter_resumes(app: App, qtbot: QtBot) -> None:
    draft = parked(app)
    _view, board, went = opened(app, qtbot)
    assert board.hasFocus()
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert went == [("guide", draft.id)]


def test_down_runs_through_all_sections_and_over_headings(app: App, qtbot: QtBot) -> None:
    parked(app, 1)
    opened_today = received(app, 2)
    _view, board, went = opened(app, qtbot)
    row = board.current()
    assert row is not None
    assert row.kind is RowKind.PARKED
    QTest.keyClick(board, Qt.Key.Key_Down)
    row = board.current()
    assert row is not None
    assert row.reference == opened_today.reference
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert went == [("complaint", opened_today.reference)]


def test_the_row_stays_chosen_when_news_comes(app: App, qtbot: QtBot) -> None:
    received(app, 1)
    kept = received(app, 2)
    view, board, _went = opened(app, qtbot)
    while (row := board.current()) is not None and row.reference != kept.reference:
        QTest.keyClick(board, Qt.Key.Key_Down)
    parked(app, 3)
    view._presenter.reload()  # noqa: SLF001 - as a commit would
    row = board.current()
    assert row is not None
    assert row.reference == kept.reference


def test_enter_on_the_banner_resumes(app: App, qtbot: QtBot) -> None:
    draft = left_open(app)
    view, _board, went = opened(app, qtbot)
    resume = view.findChild(QPushButton, "resume")
    assert resume is not None
    assert resume.hasFocus()
    QTest.keyClick(resume, Qt.Key.Key_Return)
    assert went == [("guide", draft.id)]


def test_escape_is_left_to_the_window(app: App, qtbot: QtBot) -> None:
    closed(app)
    _view, board, _went = opened(app, qtbot)
    escape = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    board.keyPressEvent(escape)
    assert not escape.isAccepted()
