"""The line on top: whether this is practice, as the title says too, and scanned codes."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.domain.check_digit import with_check
from desk.services.app import App
from desk.ui.shell import Shell
from tests.ui.saved import received


def practice_word(shell: Shell) -> QLabel:
    found = shell.frame.header.findChild(QLabel, "practice")
    assert found is not None
    return found


def test_practice_is_named_in_header_and_title_on_every_screen(
    app: App, shell: Shell, qtbot: QtBot
) -> None:
    app.settings.change(practice=True)
    qtbot.waitUntil(practice_word(shell).isVisible)
    for screen in ("today", "complaints", "guide"):
        shell.go(screen)
        assert practice_word(shell).text() == "PRACTICE"
        assert shell.windowTitle().endswith(" – PRACTICE – desk")


def test_practice_is_named_in_chinese_too(app: App, shell: Shell) -> None:
    app.settings.change(practice=True)
    shell.change_language("zh_CN")
    assert practice_word(shell).text() == "练习"
    assert "练习" in shell.windowTitle()


def test_real_work_is_never_called_practice(shell: Shell) -> None:
    assert not practice_word(shell).isVisible()
    assert shell.windowTitle() == "Today – desk"


def test_the_shield_hides_the_title_of_practice_too(app: App, shell: Shell) -> None:
    app.settings.change(practice=True)
    shell.hide_everything()
    assert shell.windowTitle() == "desk"


def test_a_scanned_code_opens_its_complaint_and_a_misread_one_says_so(
    app: App, shell: Shell, qtbot: QtBot
) -> None:
    complaint = received(app)
    shell.seek(with_check(complaint.reference))
    assert shell.stage.current == "complaint"
    assert shell.windowTitle() == f"{complaint.reference} – desk"
    shell.seek(f"{complaint.reference}-0")
    assert shell.stage.current == "complaints"
    words = shell.stage.view().findChild(QLabel, "empty_words")
    assert words is not None
    qtbot.waitUntil(lambda: "was not read rightly" in words.text())
