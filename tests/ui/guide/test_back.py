"""Esc in the guide: what lies on top goes first, then one goes back, and nothing is discarded."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desk.services.app import App
from desk.ui.guide.presenter import GuidePresenter
from desk.ui.hand import Hand
from desk.ui.parts import Said
from desk.ui.shell import Shell
from tests.make import WHOLE
from tests.ui.walking import notice

ESC = Qt.Key.Key_Escape


def seen(shell: Shell, name: str) -> bool:
    found = shell.findChild(QWidget, name)
    return found is not None and found.isVisible()


def begun(shell: Shell, words: str = "The kettle leaks at the base") -> Hand:
    shell.new_complaint()
    hand = Hand(shell)
    hand.type(words)
    return hand


def test_escape_closes_news_then_problems_then_goes_back_and_keeps_everything(
    app: App, shell: Shell
) -> None:
    hand = begun(shell)
    hand.commit()
    shell.frame.say(Said("Sent to the printer."))
    assert seen(shell, "error_summary")
    hand.press(ESC)
    assert notice(shell) == ""
    assert seen(shell, "error_summary")
    hand.press(ESC)
    assert not seen(shell, "error_summary")
    assert hand.focused() == "story"
    assert shell.stage.current == "guide"
    hand.press(ESC)
    assert shell.stage.current == "today"
    (draft,) = app.drafts.all()
    assert draft.answers["story"] == "The kettle leaks at the base"
    assert draft.parked_at is None
    assert "is kept as it is" in notice(shell)


@pytest.mark.parametrize(
    ("key", "sheet"), [(Qt.Key.Key_F4, "phrase_sheet"), (Qt.Key.Key_F7, "park_sheet")]
)
def test_escape_closes_a_sheet_and_nothing_else(
    shell: Shell, qtbot: QtBot, key: Qt.Key, sheet: str
) -> None:
    hand = begun(shell)
    hand.press(key)
    qtbot.waitUntil(lambda: hand.focused() in {"phrase_filter", "parked_for"})
    hand.press(ESC)
    assert not seen(shell, sheet)
    assert shell.stage.current == "guide"


def test_escape_leads_from_the_last_page_to_the_form(shell: Shell) -> None:
    hand = begun(shell)
    guide = shell.stage.presenter("guide")
    assert isinstance(guide, GuidePresenter)
    for name, raw in WHOLE.items():
        guide.edit(name, raw)
    guide.go_to(4)
    hand.commit()
    assert seen(shell, "recap")
    hand.press(ESC)
    assert shell.stage.current == "guide"
    assert not seen(shell, "recap")


def test_escape_from_an_empty_guide_leaves_nothing_behind(app: App, shell: Shell) -> None:
    shell.new_complaint()
    Hand(shell).press(ESC)
    assert shell.stage.current == "today"
    assert app.drafts.all() == []


def test_what_was_set_down_is_taken_up_at_the_same_field(shell: Shell) -> None:
    hand = begun(shell)
    hand.on()
    assert hand.focused() == "category"
    hand.press(ESC)
    hand.press(Qt.Key.Key_Return)
    assert shell.stage.current == "guide"
    assert hand.focused() == "category"
