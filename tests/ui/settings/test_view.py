"""The settings form by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.domain.staff import Role
from desk.domain.text import is_han
from desk.services.app import App
from desk.ui.settings.fields import BY_NAME
from desk.ui.settings.groups import GROUPS, Found
from desk.ui.settings.view import SettingsView
from desk.ui.theme import LARGEST, SMALLEST
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import OptionButton
from tests.make import a_draft
from tests.ui.settings.opening import focused, keys, line, opened, typed
from tests.ui.settings.test_presenter import Changed
from tests.ui.test_readable import cut

SIZES = [str(size) for size in range(SMALLEST, LARGEST + 1)]


def test_a_digit_opens_a_group_and_enter_saves_and_goes_on(app: App, qtbot: QtBot) -> None:
    """ux 4.12: any setting within three steps."""
    view = opened(app, qtbot)
    keys(Qt.Key.Key_7, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert line(view, "shop").hasFocus()
    QTest.keyClicks(line(view, "shop"), "City Store")
    QTest.keyClick(line(view, "shop"), Qt.Key.Key_Return)
    assert app.settings.current().shop == "City Store"
    assert line(view, "address").hasFocus()


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


def test_a_search_opens_the_place_of_a_setting(app: App, qtbot: QtBot) -> None:
    view = opened(app, qtbot)
    search = line(view, "search_settings")
    search.setFocus()
    QTest.keyClicks(search, "final ANSWER")
    QTest.keyClick(search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused().objectName() == "final_days")


def test_a_clock_waits_until_its_preview_is_accepted(app: App, qtbot: QtBot) -> None:
    """N1, D5: how many open complaints change is told before it holds."""
    app.complaints.receive(a_draft(number=1))
    app.complaints.close(a_draft(number=2))
    presenter = Changed(app).presenter
    view = opened(app, qtbot, presenter)
    keys(Qt.Key.Key_3)
    line(view, "final_days").setFocus()
    typed("5")
    keys(Qt.Key.Key_Return)
    assert presenter.screen.pending == (
        "Not saved yet: 1 of 1 open complaints gets another due date."
    )
    assert app.settings.current().final_days == 10
    assert view.step_back()
    assert line(view, "final_days").text() == "10" or line(view, "final_days").hasFocus()
    assert app.settings.current().final_days == 10
    line(view, "final_days").setFocus()
    typed("5")
    keys(Qt.Key.Key_Return)
    view.commit()
    assert app.settings.current().final_days == 5
    assert presenter.screen.pending == ""


def test_a_handler_sees_how_the_desk_looks_and_nothing_else(app: App, qtbot: QtBot) -> None:
    """U1: hidden, not greyed."""
    app.people.add("Chen", Role.SUPERVISOR, "246810")
    lin = app.people.add("Lin", Role.HANDLER, "135791")
    app.people.sign_in(lin.id, "135791")
    view = opened(app, qtbot)
    group = view.findChild(ChoiceGroup, "group")
    assert group is not None
    names = {b.option.label for b in group.findChildren(OptionButton) if b.isVisible()}
    assert names == {"Look"}
    assert not line(view, "search_settings").isVisible()


@pytest.mark.parametrize("size", [(1180, 604), (840, 520)])
@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_page_of_the_settings_is_whole(
    app: App, qtbot: QtBot, code: str, size: tuple[int, int]
) -> None:
    """Empty and filled, at 1366x680 and 1024x600: nothing is cut, nothing wider than the screen."""
    i18n.use(code)
    app.settings.change(routes="Consumer association | 555-0112 | 1 Example Street | mediation")
    view = opened(app, qtbot)
    view.resize(*size)
    area = view.findChild(QScrollArea)
    assert area is not None
    content = area.widget()
    assert content is not None
    for place, group in enumerate(GROUPS):
        for number, _part in enumerate(group.parts):
            view.open_part(Found(place, number, "", ""))
            qtbot.wait(10)
            assert list(cut(view)) == [], f"{group.title} {number}"
            assert content.width() <= area.viewport().width(), f"{group.title} {number}"


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
    for place, group in enumerate(GROUPS):
        for number, _part in enumerate(group.parts):
            view.open_part(Found(place, number, "", ""))
    words = {label.text() for label in view.findChildren(QLabel) if label.text()}
    words |= {box.accessibleName() for box in view.findChildren(OptionButton)}
    words |= {box.text() for box in view.findChildren(QPushButton) if box.text()}
    of_no_language = {"English", "1 English", *(f"{n} {size}" for n, size in enumerate(SIZES, 1))}
    assert {said for said in words - of_no_language - set(SIZES) if not is_chinese(said)} == set()
    for name in BY_NAME:
        changed.presenter.change(name, "?")
    assert len(changed.presenter.screen.problems) > 7
    assert all(map(is_chinese, changed.presenter.screen.problems.values()))
    assert all(is_chinese(said.words) for said in changed.said)
