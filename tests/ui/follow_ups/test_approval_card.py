"""A supervisor approves an offer on the same screen by their own PIN, which is written nowhere."""

import sqlite3

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk.domain.rights import Right
from desk.domain.staff import Role, Staff
from desk.services.app import App
from desk.services.pin import hashed
from desk.ui.shell import Shell
from tests.make import WHOLE, a_draft
from tests.ui.walking import notice, settled

CONTROL = Qt.KeyboardModifier.ControlModifier
PIN = "246810"


def test_a_supervisors_pin_approves_the_offer_in_front_and_is_kept_nowhere(
    shell: Shell, app: App, qtbot: QtBot
) -> None:
    """R2: on the spot, the handler stays signed in."""
    with app.database.writing(app.settings.author(Right.MANAGE_STAFF)) as tx:
        for name, role in (("Lin", Role.HANDLER), ("Chen", Role.SUPERVISOR)):
            person = Staff(id=f"{name:A<22}", name=name, role=role, pin=hashed(PIN))
            tx.records(Staff).save(person, root=person.id)
    app.settings.gate.let_in(app.settings.gate.people()[f"{'Lin':A<22}"])
    draft = a_draft({**WHOLE, "offer": ("refund",), "amount": "620.00"})
    saved = app.complaints.save(draft)
    shell.go("complaint", saved.reference)
    settled(shell, qtbot)
    shell.stage.view().open_card("supervisor")
    qtbot.wait(20)
    for key in (Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_1, Qt.Key.Key_Return):
        QTest.keyClick(shell.focusWidget(), key)
    QTest.keyClicks(shell.focusWidget(), "Seen the item")
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return)
    pin = shell.focusWidget()
    assert isinstance(pin, QLineEdit)
    assert pin.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClicks(pin, PIN)
    qtbot.wait(500)  # longer than what is typed waits to be kept
    with sqlite3.connect(app.config.database) as raw:
        kept = " ".join(str(row) for row in raw.execute("select value from desk_state"))
    assert "Seen the item" in kept
    assert PIN not in kept
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return, CONTROL)
    settled(shell, qtbot)
    (decided,) = app.approvals.of(saved.id)
    assert (decided.granted, decided.decided_by, decided.amount) == (True, "Chen", 62_000)
    assert "Chen" in notice(shell)
    assert app.complaints.respond(draft).amount == 62_000
