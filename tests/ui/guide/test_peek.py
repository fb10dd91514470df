"""Alt+0 held shows what only staff may read, and letting go hides it (ux §3.6)."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desk.domain.guide import Step
from desk.services.app import App
from desk.ui.guide.peek import Peek
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from tests.make import LISTENED, a_draft

ALT = Qt.KeyboardModifier.AltModifier


def test_what_only_staff_may_read_is_seen_as_long_as_the_keys_are_held(
    app: App, shell: Shell
) -> None:
    saved = app.complaints.receive(a_draft({**LISTENED, "lesson": "Check the seals"}))
    shell.go("guide", saved.id)
    shell.stage.view().open_step(Step.LISTEN)
    hand = Hand(shell)
    before = hand.focused()
    focused = shell.focusWidget()
    QTest.keyPress(focused, Qt.Key.Key_0, ALT)
    (peek,) = shell.findChildren(Peek)
    assert peek.isVisible()
    words = "\n".join(label.text() for label in peek.findChildren(QLabel))
    assert "5 threatening" in words
    assert "Check the seals" in words
    QTest.keyRelease(focused, Qt.Key.Key_0, ALT)
    assert not peek.isVisible()
    assert hand.focused() == before
