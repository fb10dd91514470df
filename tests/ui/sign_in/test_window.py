"""F12 through the real window: nothing shows and nothing acts until the right PIN is given."""

from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desk.domain.rights import Right
from desk.domain.staff import Role, Staff
from desk.services.app import App
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from desk.ui.sign_in.view import SignInCover
from desk.ui.start import open_window, shut
from desk.ui.today.presenter import TodayPresenter
from tests.conftest import StandingClock
from tests.make import a_draft
from tests.ui.walking import press, settled

CTRL = Qt.KeyboardModifier.ControlModifier
CHEN, LIN = "246810", "135791"


@pytest.fixture
def people(app: App) -> dict[str, Staff]:
    """Chen, a supervisor who is signed in, Lin, a handler, and Wu, who only looks."""
    chen = app.people.add("Chen", Role.SUPERVISOR, CHEN)
    lin = app.people.add("Lin", Role.HANDLER, LIN)
    wu = app.people.add("Wu", Role.AUDITOR, "314159")
    return {"Chen": chen, "Lin": lin, "Wu": wu}


def cover_of(shell: Shell) -> SignInCover | None:
    found = shell.findChild(SignInCover)
    return found if found is not None and shell.locking.is_covered else None


def sign_in(shell: Shell, qtbot: QtBot, digit: str, pin: str) -> None:
    hand = Hand(shell)
    hand.type(digit)
    hand.type(pin)
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shell.locking.is_covered)


@pytest.mark.alone
def test_f12_switches_within_three_seconds_typing_included(
    people: dict[str, Staff], shell: Shell, qtbot: QtBot
) -> None:
    """U1: fast switch by PIN <= 3 s, at 0.28 s a key (ux.md §11.1)."""
    hand = Hand(shell)
    began = perf_counter()
    hand.press(Qt.Key.Key_F12)
    assert cover_of(shell) is not None
    hand.type("2")
    hand.type(LIN)
    hand.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shell.locking.is_covered)
    took = perf_counter() - began
    assert shell.parts.app.settings.current().handler == "Lin"
    assert hand.presses == 9
    assert hand.presses * 0.28 + took <= 3.0
    assert shell.stage.current == "today"


def test_a_locked_window_shows_nothing_and_lets_no_key_through(
    people: dict[str, Staff], shell: Shell, app: App
) -> None:
    app.complaints.receive(a_draft())
    press(shell, Qt.Key.Key_F12)
    cover = cover_of(shell)
    assert cover is not None
    assert cover.geometry() == shell.rect()
    assert shell.windowTitle() == "desk"
    assert app.settings.gate.is_locked
    for key, held in (
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_2, CTRL),
        (Qt.Key.Key_7, CTRL),
        (Qt.Key.Key_K, CTRL),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier),
    ):
        QTest.keyClick(shell.focusWidget(), key, held)
        assert shell.stage.current == "today"
        assert cover_of(shell) is cover
    for _round in range(4):
        press(shell, Qt.Key.Key_Tab)
        assert cover.isAncestorOf(shell.focusWidget())


def test_a_wrong_pin_is_told_in_words_and_the_field_is_empty_again(
    people: dict[str, Staff], shell: Shell, qtbot: QtBot, app: App
) -> None:
    press(shell, Qt.Key.Key_F12)
    hand = Hand(shell)
    hand.type("2")
    hand.type("000000")
    hand.press(Qt.Key.Key_Return)
    cover = cover_of(shell)
    assert cover is not None
    pin = cover.pin
    qtbot.waitUntil(lambda: bool(pin.accessibleDescription()))
    assert "This is not the PIN of Lin. Try again in 1 s" in pin.accessibleDescription()
    assert pin.text() == ""
    assert pin.hasFocus()
    assert app.settings.gate.is_locked


def test_a_pin_is_never_shown_and_may_be_pasted(
    people: dict[str, Staff], shell: Shell, qtbot: QtBot
) -> None:
    """WCAG 3.3.8: paste is allowed."""
    press(shell, Qt.Key.Key_F12)
    cover = cover_of(shell)
    assert cover is not None
    assert cover.pin.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(shell.focusWidget(), "2")
    QGuiApplication.clipboard().setText(LIN)
    press(shell, Qt.Key.Key_V, CTRL)
    press(shell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not shell.locking.is_covered)
    assert shell.parts.app.settings.current().handler == "Lin"


def test_what_was_typed_stays_with_the_desk_and_its_owner_is_shown(
    people: dict[str, Staff], shell: Shell, qtbot: QtBot, app: App, clock: StandingClock
) -> None:
    """F12 keeps drafts; what Chen typed is Chen's, though Lin goes on."""
    clock.tick(seconds=1)
    press(shell, Qt.Key.Key_F2)
    QTest.keyClicks(shell.focusWidget(), "The kettle leaks at the base")
    clock.tick(seconds=1)
    press(shell, Qt.Key.Key_F12)
    sign_in(shell, qtbot, "2", LIN)
    settled(shell, qtbot)
    assert shell.stage.current == "today"
    (draft,) = app.drafts.all()
    assert draft.answers["story"] == "The kettle leaks at the base"
    saved = app.complaints.get(draft.id)
    assert saved is not None
    assert saved.handler == "Chen"
    entries = app.complaints.whole(saved.reference).entries
    assert {entry.by for entry in entries} == {"Chen"}
    today = shell.stage.presenter("today")
    assert isinstance(today, TodayPresenter)
    (row,) = today.screen.sections[0].rows
    assert row.detail.endswith(", by Chen")


def test_who_locked_the_desk_comes_back_to_the_same_field(
    people: dict[str, Staff], shell: Shell, qtbot: QtBot, clock: StandingClock
) -> None:
    press(shell, Qt.Key.Key_F2)
    QTest.keyClicks(shell.focusWidget(), "The kettle leaks")
    clock.tick(seconds=5)
    press(shell, Qt.Key.Key_F12)
    sign_in(shell, qtbot, "1", CHEN)
    assert shell.stage.current == "guide"
    story = shell.findChild(QPlainTextEdit, "story")
    assert story is not None
    assert story.toPlainText() == "The kettle leaks"
    assert story.hasFocus()


def test_a_window_opened_where_people_were_entered_is_covered_at_once(
    people: dict[str, Staff], app: App, qtbot: QtBot
) -> None:
    app.complaints.receive(a_draft())
    app.people.lock()
    window = open_window(app)
    window.resize(1366, 728)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    assert cover_of(window) is not None
    who = window.findChild(QListWidget, "who")
    assert who is not None
    assert [who.item(n).text() for n in range(who.count())] == ["1  Chen", "2  Lin", "3  Wu"]
    sign_in(window, qtbot, "2", LIN)
    name = window.findChild(QLabel, "handler_name")
    assert name is not None
    qtbot.waitUntil(lambda: "Lin" in name.text())
    assert "F12" in name.accessibleName()
    shut(window)


def test_only_what_somebody_may_do_is_offered(
    people: dict[str, Staff], shell: Shell, qtbot: QtBot
) -> None:
    """ux.md §2: hidden, not greyed, when not allowed."""
    actions = shell.actions_by_command
    assert actions["reports"].isVisible()
    press(shell, Qt.Key.Key_F12)
    sign_in(shell, qtbot, "2", LIN)
    assert not actions["reports"].isVisible()
    assert actions["new_complaint"].isVisible()
    press(shell, Qt.Key.Key_5, CTRL)
    assert shell.stage.current == "today"
    press(shell, Qt.Key.Key_F12)
    sign_in(shell, qtbot, "3", "314159")
    assert actions["reports"].isVisible()
    assert not actions["new_complaint"].isVisible()
    assert not shell.parts.app.settings.gate.may(Right.HANDLE)


def test_f12_on_a_desk_without_people_says_where_to_enter_them(shell: Shell) -> None:
    press(shell, Qt.Key.Key_F12)
    assert not shell.locking.is_covered
    assert shell.stage.current == "today"


def test_the_cover_speaks_chinese(people: dict[str, Staff], shell: Shell, qtbot: QtBot) -> None:
    shell.change_language("zh_CN")
    press(shell, Qt.Key.Key_F12)
    cover = cover_of(shell)
    assert cover is not None
    assert cover.accessibleName() == "登录"
