"""The settings form by keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk.services.app import App
from desk.ui.settings.view import SettingsView
from desk.ui.widgets.field import FieldBox
from tests.ui.settings.test_presenter import Changed


def opened(app: App, qtbot: QtBot) -> SettingsView:
    view = SettingsView(Changed(app).presenter)
    qtbot.addWidget(view)
    view.resize(1180, 640)
    view.show()
    qtbot.waitUntil(view.isActiveWindow)
    view.take_focus()
    return view


def line(view: SettingsView, name: str) -> QLineEdit:
    found = view.findChild(QLineEdit, name)
    assert found is not None
    return found


def test_typing_and_enter_saves_and_goes_on(app: App, qtbot: QtBot) -> None:
    view = opened(app, qtbot)
    assert line(view, "shop").hasFocus()
    QTest.keyClicks(line(view, "shop"), "City Store")
    QTest.keyClick(line(view, "shop"), Qt.Key.Key_Return)
    assert app.settings.current().shop == "City Store"
    assert line(view, "branch").hasFocus()


def test_a_wrong_branch_code_says_so_below_the_field(app: App, qtbot: QtBot) -> None:
    view = opened(app, qtbot)
    branch = line(view, "branch")
    branch.setFocus()
    branch.selectAll()
    QTest.keyClicks(branch, "?")
    QTest.keyClick(branch, Qt.Key.Key_Tab)
    box = view.findChild(FieldBox, "branch_box")
    assert box is not None
    assert box.problem() == "Write 2 to 6 letters or digits, for example BR01"
    assert app.settings.current().branch == "BR01"
