"""Going through the window as staff do: by keys, waiting for what is read beside it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk.ui.shell import Shell
from desk.ui.widgets.notice import Notice

SCREENS = ("today", "complaints", "complaint", "customers", "reports", "settings", "help")


def press(
    shell: Shell,
    key: Qt.Key,
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    QTest.keyClick(shell.focusWidget(), key, held)


def notice(shell: Shell) -> str:
    found = shell.findChild(Notice)
    assert found is not None
    return found.text()


def settled(shell: Shell, qtbot: QtBot) -> None:
    """Let lists be read and layouts be done."""
    for jobs in (shell.parts.reads, shell.parts.jobs):
        done: list[int] = []
        jobs.run(lambda progress: 1, done.append, lambda error: None)
        qtbot.waitUntil(partial(bool, done))
    qtbot.wait(20)


def show(shell: Shell, name: str, qtbot: QtBot) -> None:
    reference = ""
    if name == "complaint":
        reference = shell.parts.app.today.read().opened[0].reference
    shell.go(name, reference)
    settled(shell, qtbot)
