"""Entering the first person through the real window, by keys alone."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from desk.domain.staff import Role
from desk.services.app import App
from desk.ui.hand import Hand
from desk.ui.shell import Shell

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_first_person_is_entered_by_keys_alone(app: App, shell: Shell, qtbot: QtBot) -> None:
    hand = Hand(shell)
    hand.press(Qt.Key.Key_8, CTRL)
    assert shell.stage.current == "people"
    assert hand.focused() == "name"
    hand.type("Chen")
    hand.on()
    hand.choose("2")
    for _limit in range(3):
        hand.on()
    assert hand.focused() == "pin"
    hand.type("246810")
    hand.on()
    hand.type("246810")
    hand.commit()
    qtbot.waitUntil(lambda: app.settings.gate.has_people)
    qtbot.waitUntil(lambda: app.settings.current().handler == "Chen")
    assert app.people.named("Chen").role is Role.SUPERVISOR
    listed = shell.findChild(QListWidget, "people_list")
    assert listed is not None
    qtbot.waitUntil(lambda: listed.count() == 1)
    for name in ("pin", "pin_again"):
        field = shell.stage.view().findChild(QLineEdit, name)
        assert field is not None
        assert field.echoMode() is QLineEdit.EchoMode.Password
        qtbot.waitUntil(partial(is_empty, field))


def is_empty(field: QLineEdit) -> bool:
    return field.text() == ""
