"""The settings form by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.domain.investigation import Cause
from desk.domain.options import label
from desk.domain.staff import Role
from desk.domain.text import is_han
from desk.services.app import App
from desk.ui.settings.entries_page import EntriesPage
from desk.ui.settings.fields import BY_NAME
from desk.ui.settings.groups import GROUPS, Found
from desk.ui.settings.guide_file_page import GuideFilePage
from desk.ui.settings.presenter import SettingsPresenter
from desk.ui.settings.view import SettingsView
from desk.ui.theme import LARGEST, SMALLEST
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import OptionButton
from tests.make import a_draft
from tests.ui.settings.test_presenter import Changed
from tests.ui.test_readable import cut

SIZES = [str(size) for size in range(SMALLEST, LARGEST + 1)]


def opened(app: App, qtbot: QtBot, presenter: SettingsPresenter | None = None) -> SettingsView:
    view = SettingsView(presenter or Changed(app).presenter)
    qtbot.addWidget(view)
    view.resize(1180, 640)
    view.show()
    qtbot.waitUntil(view.isActiveWindow)
    view.take_focus()
    return view


def keys(*wanted: Qt.Key) -> None:
    for key in wanted:
        QTest.keyClick(QApplication.focusWidget(), key)


def typed(words: str) -> None:
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    if words.isascii():
        QTest.keyClicks(box, words)
    else:
        box.insert(words)  # as an input method does; keys have no Chinese


def line(view: SettingsView, name: str) -> QLineEdit:
    found = view.findChild(QLineEdit, name)
    assert found is not None
    return found


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
    qtbot.waitUntil(lambda: QApplication.focusWidget().objectName() == "final_days")


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


def test_a_phrase_is_changed_by_keys_and_refused_with_the_reason(app: App, qtbot: QtBot) -> None:
    """N1, G2."""
    view = opened(app, qtbot)
    keys(Qt.Key.Key_5)
    page = view.findChild(EntriesPage, "page_phrases")
    assert page is not None
    page.take_focus()
    keys(Qt.Key.Key_Return, Qt.Key.Key_Tab)  # the step, then English
    typed("m" * 101)
    view.commit()
    assert "101 characters are more than 100." in words_of(page)
    assert app.guides.in_force() == "0"
    line(view, "text.en").setFocus()
    typed("Please begin.")
    view.commit()
    assert app.guides.of("en").phrases[0].text == "Please begin."
    assert "101" not in words_of(page)


def test_an_eighth_check_is_refused_in_the_screen(app: App, qtbot: QtBot) -> None:
    """ux.md §6: the 60 to 90 seconds."""
    view = opened(app, qtbot)
    keys(Qt.Key.Key_6)
    page = view.findChild(EntriesPage, "page_checks")
    assert page is not None
    button = page.findChild(QPushButton, "new_line")
    assert button is not None
    button.setFocus()
    keys(Qt.Key.Key_Return, Qt.Key.Key_4, Qt.Key.Key_Tab)
    typed("Offered a chair")
    keys(Qt.Key.Key_Return)
    typed("请顾客坐了")
    view.commit()
    assert "60 to 90 seconds" in words_of(page)
    assert app.guides.in_force() == "0"
    line(view, "text.en").setFocus()
    assert view.step_back()
    assert "60 to 90" not in words_of(page)


def test_a_change_is_taken_back_by_enter_on_its_line_of_the_history(app: App, qtbot: QtBot) -> None:
    """N1: undone also later."""
    app.settings.change(shop="City Store")
    app.settings.change(hours="9-18")
    view = opened(app, qtbot)
    keys(Qt.Key.Key_0)
    history = view.findChild(QListWidget, "history")
    assert history is not None
    assert [history.item(n).text().splitlines()[1] for n in range(2)] == [
        "Opening hours: as desk came → 9-18",
        "Shop: as desk came → City Store",
    ]
    history.setFocus()
    keys(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (app.settings.current().shop, app.settings.current().hours) == ("", "9-18")
    assert history.count() == 3


def test_causes_are_called_otherwise_and_offered_no_more(app: App, qtbot: QtBot) -> None:
    """N1: labels a language and whether offered; codes stay."""
    view = opened(app, qtbot)
    keys(Qt.Key.Key_4)
    page = view.findChild(EntriesPage, "page_causes")
    assert page is not None
    page.take_focus()
    keys(Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Return)
    typed("Wrong bag")
    line(view, "zh_CN").setFocus()
    typed("装错袋")
    keys(Qt.Key.Key_Return, Qt.Key.Key_2)
    view.commit()
    assert app.settings.current().not_offered == "cause.mix_up"
    assert i18n.catalogue("zh_CN").gettext(label(Cause.MIX_UP)) == "装错袋"
    assert "Wrong bag" in [
        page.findChild(QListWidget, "causes").item(n).text().splitlines()[-1] for n in range(8)
    ]


def test_a_guide_file_is_looked_at_and_taken_by_keys(
    app: App, qtbot: QtBot, tmp_path: Path
) -> None:
    """G10: import previews a difference; a broken file is refused whole with line and reason."""
    english, _chinese = app.guide_files.export(tmp_path)
    good = english.read_text("utf-8")
    view = opened(app, qtbot)
    keys(Qt.Key.Key_9)
    path = line(view, "guide_path")
    path.setFocus()
    typed(str(tmp_path))
    english.write_text(good.replace('proof = "wish_asked"', 'proof = "magic"'), "utf-8")
    view.commit()
    page = view.findChild(GuideFilePage)
    assert page is not None
    assert "Line 216: " in words_of(page)
    english.write_text(good.replace("I'm listening. Start", "Please start"), "utf-8")
    view.commit()
    assert "1 line differs" in words_of(page)
    assert app.guides.in_force() == "0"
    view.commit()
    assert app.guides.in_force() == "BR01-1"
    assert "In force: version BR01-1." in words_of(page)


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
    for place, group in enumerate(GROUPS):
        for number, _part in enumerate(group.parts):
            view.open_part(Found(place, number, "", ""))
            qtbot.wait(10)
            assert list(cut(view)) == [], f"{group.title} {number}"
            assert area.widget().width() <= area.viewport().width(), f"{group.title} {number}"


def words_of(page: QWidget) -> str:
    return "\n".join(q.text() for q in page.findChildren(QLabel) if q.isVisible())


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
