"""The window: every screen by its key, and nothing lost on the way."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from desk.domain.errors import DiskFull
from desk.services.app import App
from desk.ui.commands import commands
from desk.ui.complaints.presenter import ComplaintsPresenter
from desk.ui.shell import Shell
from desk.ui.shortcuts import SHORTCUTS, Scope
from desk.ui.widgets.table import Table
from tests.conftest import StandingClock
from tests.ui.saved import parked, received
from tests.ui.walking import notice, press, settled

CTRL = Qt.KeyboardModifier.ControlModifier
KEYS = {
    "today": Qt.Key.Key_1, "complaints": Qt.Key.Key_2, "reports": Qt.Key.Key_5,
    "settings": Qt.Key.Key_7,
}  # fmt: skip


def listed(shell: Shell) -> ComplaintsPresenter:
    presenter = shell.stage.presenter("complaints")
    assert isinstance(presenter, ComplaintsPresenter)
    return presenter


def focused(shell: Shell) -> str:
    return shell.focusWidget().objectName()


@pytest.mark.parametrize("name", KEYS)
def test_each_screen_has_its_key_and_its_name_in_the_title(shell: Shell, name: str) -> None:
    press(shell, KEYS[name], CTRL)
    assert shell.stage.current == name
    assert shell.stage.view().objectName() == name
    assert shell.stage.view().isVisible()
    assert shell.windowTitle() == f"{name.capitalize()} – desk"


def test_every_key_of_the_window_does_something(shell: Shell) -> None:
    of_the_window = {row.command for row in SHORTCUTS if row.scope not in {Scope.LIST, Scope.TEXT}}
    assert of_the_window - commands(shell).keys() == {"menu"}  # opens the menu bar by itself


def test_f2_works_at_once_and_escape_goes_back_with_everything_kept(
    shell: Shell, clock: StandingClock
) -> None:
    clock.tick(seconds=1)
    press(shell, Qt.Key.Key_F2)
    assert shell.stage.current == "guide"
    story = shell.findChild(QPlainTextEdit, "story")
    assert story is not None
    assert story.hasFocus()
    QTest.keyClicks(story, "The kettle leaks at the base")
    press(shell, Qt.Key.Key_Escape)
    assert shell.stage.current == "today"
    assert "is kept as it is" in notice(shell)
    assert focused(shell) == "today_list"
    press(shell, Qt.Key.Key_Return)
    assert shell.stage.current == "guide"
    again = shell.findChild(QPlainTextEdit, "story")
    assert again is not None
    assert again.toPlainText() == "The kettle leaks at the base"
    assert notice(shell) == ""  # somebody has gone on
    assert shell.windowTitle().startswith("BR01-26-")


def test_going_to_another_screen_from_the_guide_parks(shell: Shell) -> None:
    press(shell, Qt.Key.Key_F2)
    QTest.keyClicks(shell.focusWidget(), "The kettle leaks at the base")
    press(shell, Qt.Key.Key_2, CTRL)
    assert shell.stage.current == "complaints"
    (draft,) = shell.parts.app.drafts.all()
    assert draft.parked_at is not None


def test_f7_on_today_takes_up_what_is_parked(app: App, shell: Shell) -> None:
    draft = parked(app)
    shell.go("today")
    press(shell, Qt.Key.Key_F7)
    assert shell.stage.current == "guide"
    assert shell.windowTitle() == f"{draft.reference} – desk"


def test_the_find_box_opens_a_reference_or_a_list(app: App, shell: Shell, qtbot: QtBot) -> None:
    complaint = received(app)
    press(shell, Qt.Key.Key_F3)
    box = shell.frame.header.find_box
    assert box.hasFocus()
    QTest.keyClicks(box, complaint.reference.lower())
    press(shell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.stage.current == "complaint")
    assert shell.windowTitle() == f"{complaint.reference} – desk"
    assert box.text() == ""
    press(shell, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(box, "kettle")
    press(shell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.stage.current == "complaints")
    qtbot.waitUntil(lambda: listed(shell).screen.found == "1 found")
    assert isinstance(shell.focusWidget(), Table)
    assert box.text() == "kettle"
    press(shell, Qt.Key.Key_Return)
    assert shell.stage.current == "complaint"
    assert box.text() == ""


def test_escape_empties_the_find_box(shell: Shell) -> None:
    box = shell.frame.header.find_box
    press(shell, Qt.Key.Key_F3)
    QTest.keyClicks(box, "kettle")
    press(shell, Qt.Key.Key_Escape)
    assert (box.text(), box.hasFocus()) == ("", False)
    shell.seek("kettle")
    box.set_text("kettle")
    shell.go("today")
    assert box.text() == ""


def test_escape_clears_the_filter_then_goes_back_then_home(
    app: App, shell: Shell, qtbot: QtBot
) -> None:
    complaint = received(app)
    shell.seek("kettle")
    settled(shell, qtbot)
    press(shell, Qt.Key.Key_Return)
    assert shell.stage.current == "complaint"
    press(shell, Qt.Key.Key_Escape)
    assert shell.stage.current == "complaints"
    assert listed(shell).screen.chosen.words == "kettle"
    press(shell, Qt.Key.Key_Escape)
    assert listed(shell).screen.chosen.is_empty
    press(shell, Qt.Key.Key_Escape)
    assert shell.stage.current == "today"
    assert app.complaints.whole(complaint.reference).notes == ()


def test_f6_goes_round_the_panes_and_comes_back(shell: Shell) -> None:
    shell.go("reports")
    start = shell.focusWidget()
    seen = []
    for _press in range(8):
        press(shell, Qt.Key.Key_F6)
        seen.append(shell.focusWidget())
    assert start in seen
    assert shell.frame.header.find_box in seen
    assert any(shell.frame.rail.isAncestorOf(widget) for widget in seen)
    press(shell, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert shell.focusWidget() is seen[-2]


def test_the_language_turns_at_once_and_typing_goes_on(shell: Shell) -> None:
    press(shell, Qt.Key.Key_F2)
    QTest.keyClicks(shell.focusWidget(), "The kettle leaks")
    press(shell, Qt.Key.Key_Left)
    press(shell, Qt.Key.Key_L, CTRL)
    story = shell.focusWidget()
    assert isinstance(story, QPlainTextEdit)
    assert story.objectName() == "story"
    QTest.keyClicks(story, "X")
    assert story.toPlainText() == "The kettle leakXs"
    assert shell.parts.app.settings.remembered("language") == "zh_CN"
    press(shell, Qt.Key.Key_L, CTRL)
    assert shell.parts.look.language == "en"


def test_a_note_being_written_survives_the_change_of_language(app: App, shell: Shell) -> None:
    complaint = received(app)
    shell.go("complaint", complaint.reference)
    press(shell, Qt.Key.Key_N)
    QTest.keyClicks(shell.focusWidget(), "Asked the kitchen")
    press(shell, Qt.Key.Key_L, CTRL)
    note = shell.focusWidget()
    assert isinstance(note, QPlainTextEdit)
    assert note.toPlainText() == "Asked the kitchen"


def test_the_language_chosen_in_settings_redraws_the_window(shell: Shell, qtbot: QtBot) -> None:
    shell.go("settings")
    shell.stage.presenter("settings").language_wanted.emit("zh_CN")
    qtbot.waitUntil(lambda: shell.parts.look.language == "zh_CN")
    assert shell.stage.view().objectName() == "settings"


def test_look_and_text_size_are_remembered(app: App, shell: Shell) -> None:
    press(shell, Qt.Key.Key_D, CTRL)
    press(shell, Qt.Key.Key_Equal, CTRL)
    press(shell, Qt.Key.Key_Equal, CTRL)
    press(shell, Qt.Key.Key_Minus, CTRL)
    assert app.settings.remembered("text_size") == "11"
    assert app.settings.remembered("theme") == shell.parts.look.mode.value


def test_the_shield_hides_everything_and_comes_back_to_the_same_place(
    app: App, shell: Shell
) -> None:
    app.settings.change(shop="City Store")
    complaint = received(app)
    shell.go("complaint", complaint.reference)
    before = shell.focusWidget()
    press(shell, Qt.Key.Key_F9)
    assert shell.shield.isVisible()
    assert shell.shield.geometry() == shell.rect()
    assert shell.windowTitle() == "desk"
    press(shell, Qt.Key.Key_F2)
    assert shell.stage.current == "complaint"
    press(shell, Qt.Key.Key_F9)
    assert not shell.shield.isVisible()
    assert shell.focusWidget() is before
    assert complaint.reference in shell.windowTitle()


def test_the_palette_runs_a_command_by_its_name(shell: Shell) -> None:
    press(shell, Qt.Key.Key_K, CTRL)
    assert shell.sheet.isVisible()
    QTest.keyClicks(shell.sheet.words, "repor")
    press(shell, Qt.Key.Key_Return)
    assert not shell.sheet.isVisible()
    assert shell.stage.current == "reports"
    press(shell, Qt.Key.Key_K, CTRL)
    press(shell, Qt.Key.Key_Escape)
    assert not shell.sheet.isVisible()
    assert shell.stage.current == "reports"


def test_trouble_with_the_disk_stays_in_the_header_until_it_is_saved(
    app: App, shell: Shell, qtbot: QtBot
) -> None:
    shell.stage.failed.emit(DiskFull(app.config.database))
    saved = shell.findChild(QLabel, "saved")
    assert saved is not None
    assert saved.text().startswith("! Not saved")
    assert "no room" in notice(shell)
    received(app)
    qtbot.waitUntil(lambda: saved.text().startswith("Saved 10:42"))


def test_closing_the_window_parks_what_is_in_front(shell: Shell) -> None:
    press(shell, Qt.Key.Key_F2)
    QTest.keyClicks(shell.focusWidget(), "The kettle leaks at the base")
    shell.close()
    (draft,) = shell.parts.app.drafts.all()
    assert draft.parked_at is not None
    assert draft.answers["story"] == "The kettle leaks at the base"


def test_every_function_of_the_table_is_at_most_three_presses_from_today(shell: Shell) -> None:
    missing = {
        name for name, action in shell.actions_by_command.items() if not action.shortcuts()
    } - {"add_note", "copy", "stamp"}
    assert missing == set()
