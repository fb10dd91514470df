"""A phone number at the counter: masked once it is typed, and never another answer for that."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.domain.guide import Step
from desk.services.app import App
from desk.ui.guide.presenter import GuidePresenter
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from desk.ui.widgets.masked import PhoneField
from tests.make import EMPATHISED, LISTENED, a_draft

NUMBER = "138 0000 4821"
MASKED = "•••• 4821"


def field(window: Shell) -> PhoneField:
    found = window.stage.view().findChild(PhoneField, "phone")
    assert found is not None
    return found


def presenter(window: Shell) -> GuidePresenter:
    guide = window.stage.presenter("guide")
    assert isinstance(guide, GuidePresenter)
    return guide


def answer(window: Shell) -> str:
    situation = presenter(window).in_front()
    assert situation is not None
    return str(situation.draft.answers.get("phone", ""))


def at_phone(app: App, window: Shell, phone: str = "") -> Hand:
    saved = app.complaints.receive(a_draft({**LISTENED, **EMPATHISED, "phone": phone}))
    window.stage.show("guide", saved.id)
    window.show()
    presenter(window).go_to(Step.EMPATHISE)
    presenter(window).jump("phone")
    hand = Hand(window)
    assert hand.focused() == "phone"
    return hand


def test_a_phone_number_is_masked_once_the_field_is_left_and_whole_again_in_it(
    app: App, shell: Shell
) -> None:
    """ux §3.6: phone shown as •••• 4821 after entry."""
    hand = at_phone(app, shell)
    hand.type(NUMBER)
    assert field(shell).text() == NUMBER
    hand.on()
    assert field(shell).text() == MASKED
    heard = QAccessible.queryAccessibleInterface(field(shell))
    assert heard.text(QAccessible.Text.Value) == MASKED
    assert answer(shell) == NUMBER
    hand.press(Qt.Key.Key_Backtab)
    assert field(shell).text() == NUMBER
    hand.press(Qt.Key.Key_End)
    hand.type("9")
    hand.on()
    assert answer(shell) == NUMBER + "9"


@pytest.mark.parametrize("short", ["", "555-01", "ask him", "no phone"])
def test_what_is_no_phone_number_stays_as_it_was_typed(app: App, shell: Shell, short: str) -> None:
    hand = at_phone(app, shell)
    hand.type(short)
    hand.on()
    assert field(shell).text() == short


def test_a_resumed_complaint_shows_the_number_masked_and_keeps_it(
    app: App, shell: Shell, qtbot: QtBot
) -> None:
    """ux §3.6."""
    hand = at_phone(app, shell)
    hand.type(NUMBER)
    hand.on()
    situation = presenter(shell).in_front()
    assert situation is not None
    complaint = situation.draft.id
    presenter(shell).park()
    (kept,) = app.drafts.all()
    assert kept.answers["phone"] == NUMBER
    shell.stage.show("guide", complaint)
    presenter(shell).jump("name")
    assert field(shell).text() == MASKED
    hand.type("Sam")
    qtbot.wait(500)
    (kept,) = app.drafts.all()
    assert kept.answers["phone"] == NUMBER
    assert answer(shell) == NUMBER


def test_a_switch_of_language_neither_shows_nor_changes_the_number(app: App, shell: Shell) -> None:
    """ux §3.6."""
    hand = at_phone(app, shell)
    hand.type(NUMBER)
    hand.on()
    shell.change_language("zh_CN")
    assert field(shell).text() == MASKED
    assert answer(shell) == NUMBER
    presenter(shell).jump("phone")
    assert field(shell).text() == NUMBER
    shell.change_language("en")
    assert answer(shell) == NUMBER


def test_a_redrawn_screen_keeps_the_number_masked(app: App, shell: Shell) -> None:
    hand = at_phone(app, shell)
    hand.type(NUMBER)
    hand.on()
    presenter(shell).reload()
    assert field(shell).text() == MASKED
    assert answer(shell) == NUMBER


def test_the_fields_own_menu_does_not_mask_it_but_another_window_does(
    app: App, shell: Shell
) -> None:
    hand = at_phone(app, shell)
    hand.type(NUMBER)
    phone = field(shell)
    phone.setCursorPosition(3)
    menu = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    QApplication.sendEvent(phone, menu)
    assert phone.text() == NUMBER
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(phone, away)
    assert phone.text() == MASKED
    back = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(phone, back)
    assert (phone.text(), phone.cursorPosition()) == (NUMBER, 3)
    assert answer(shell) == NUMBER


def test_nothing_dropped_or_put_into_the_mask_becomes_an_answer(app: App, shell: Shell) -> None:
    hand = at_phone(app, shell)
    hand.type(NUMBER)
    hand.on()
    words = QMimeData()
    words.setText("77")
    drag = QDragEnterEvent(
        QPointF(2, 2),
        Qt.DropAction.CopyAction,
        words,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(field(shell), drag)
    assert not drag.isAccepted()
    field(shell).setText(MASKED + "7")
    assert answer(shell) == NUMBER
