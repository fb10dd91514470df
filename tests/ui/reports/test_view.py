"""Reports by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.services.app import App
from desk.ui import theme
from desk.ui.reports.view import ReportsView
from tests.ui.reports.test_presenter import Review
from tests.ui.saved import closed


def opened(app: App, qtbot: QtBot, folder: Path) -> tuple[ReportsView, Review]:
    review = Review(app, folder)
    view = ReportsView(review.presenter)
    qtbot.addWidget(view)
    view.resize(1180, 640)
    view.show()
    qtbot.waitUntil(view.isActiveWindow)
    view.take_focus()
    return view, review


def press(view: ReportsView, name: str) -> None:
    button = view.findChild(QPushButton, name)
    assert button is not None
    QTest.keyClick(button, Qt.Key.Key_Return)


def test_enter_on_a_button_turns_the_week(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    view, review = opened(app, qtbot, tmp_path)
    press(view, "previous_week")
    assert review.presenter.screen.week.startswith("Week 47")
    press(view, "this_week")
    assert review.presenter.screen.week.startswith("Week 48")


def test_enter_on_the_button_writes_the_workbook(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    closed(app)
    view, review = opened(app, qtbot, tmp_path)
    press(view, "write_workbook")
    review.work.drain()
    assert len(list(tmp_path.glob("*.xlsx"))) == 1


def test_keys_pass_over_headings_and_ctrl_c_copies(app: App, qtbot: QtBot, tmp_path: Path) -> None:
    closed(app)
    view, _review = opened(app, qtbot, tmp_path)
    table = view.findChild(QTableView, "figures")
    assert table is not None
    assert table.hasFocus()
    for _press in range(60):
        QTest.keyClick(table, Qt.Key.Key_Down)
        assert table.currentIndex().flags() & Qt.ItemFlag.ItemIsSelectable
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Opened\t1\t0" in QApplication.clipboard().text()


@pytest.mark.parametrize("width", [1180, 760])
@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("size", [10, 14])
def test_every_counting_rule_is_shown_whole(
    app: App,
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    *,
    language: str,
    width: int,
    size: int,
) -> None:
    closed(app)
    i18n.use(language)
    theme.apply(qapp, theme.Mode.LIGHT, size)
    view, _review = opened(app, qtbot, tmp_path)
    view.resize(width, 640)
    table = view.findChild(QTableView, "figures")
    assert table is not None
    QApplication.processEvents()  # the header gives the last column its room
    model = table.model()
    wrapped = 0
    for row in range(model.rowCount()):
        if table.columnSpan(row, 0) > 1:
            continue
        rule = str(model.index(row, 3).data())
        room = QRect(0, 0, table.columnWidth(3) - 8, 10_000)
        wanted = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, rule).height()
        wrapped += wanted > table.fontMetrics().height() * 1.5
        assert wanted <= table.rowHeight(row), rule
        label = str(model.index(row, 0).data())
        room.setWidth(table.columnWidth(0) - 8)
        beside = table.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, label).height()
        line = table.fontMetrics().height()
        assert table.rowHeight(row) <= max(28, wanted, beside) + 2 * line, rule
    assert wrapped or width > 1000
