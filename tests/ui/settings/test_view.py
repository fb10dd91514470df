"""The settings form by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.domain.text import is_han
from desk.services.app import App
from desk.ui.settings.fields import BY_NAME
from desk.ui.settings.view import SettingsView
from desk.ui.theme import LARGEST, SMALLEST
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import OptionButton
from tests.ui.settings.test_presenter import Changed

SIZES = [str(size) for size in range(SMALLEST, LARGEST + 1)]


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


@pytest.fixture
def chinese() -> Iterator[None]:
    i18n.use("zh_CN")
    yield
    i18n.use("en")


def is_chinese(words: str) -> bool:
    return any(map(is_han, words))


@pytest.mark.usefixtures("chinese")
def test_every_word_of_the_settings_is_chinese_on_a_chinese_screen(app: App, qtbot: QtBot) -> None:
    i18n.use("zh_CN")  # `app` speaks English when it is made
    changed = Changed(app)
    view = SettingsView(changed.presenter)
    qtbot.addWidget(view)
    words = {label.text() for label in view.findChildren(QLabel) if label.text()}
    words |= {box.accessibleName() for box in view.findChildren(OptionButton)}
    of_no_language = {"English", "1 English", *(f"{n} {size}" for n, size in enumerate(SIZES, 1))}
    assert {said for said in words - of_no_language - set(SIZES) if not is_chinese(said)} == set()
    for name in BY_NAME:
        changed.presenter.change(name, "?")
    assert len(changed.presenter.screen.problems) > 7
    assert all(map(is_chinese, changed.presenter.screen.problems.values()))
    assert all(is_chinese(said.words) for said in changed.said)
