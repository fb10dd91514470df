"""Errors nobody caught: the log holds no customer's words, the dialog comes once, desk lives."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desk.domain.errors import DeskError, NotFound
from desk.services.log_file import LOG, describe, start_log
from desk.ui.errors import Uncaught, show_calmly

STORY = "the kettle of Mrs Example-Invented leaks"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = start_log(tmp_path)
    yield tmp_path / "desk.log"
    LOG.removeHandler(handler)
    handler.close()


@pytest.fixture
def hooks() -> Iterator[None]:
    kept = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = kept


def explain(error: DeskError) -> str:
    return f"explained {type(error).__name__}"


def a_defect() -> ValueError:
    """A ValueError with a cause, both with a customer's words in them."""
    try:
        try:
            raise KeyError(STORY)
        except KeyError as error:
            raise ValueError(STORY) from error
    except ValueError as error:
        return error


def test_an_error_is_named_by_type_and_place_only() -> None:
    words = describe(a_defect())
    assert words.startswith("ValueError ")
    assert " from KeyError " in words
    assert f"{__name__}:" in words
    assert STORY not in words


def test_an_error_that_is_its_own_cause_is_described_too() -> None:
    error = ValueError(STORY)
    other = KeyError(STORY)
    error.__context__, other.__context__ = other, error
    assert describe(error) == "ValueError from KeyError"


def test_the_log_holds_no_customers_words(qtbot: QtBot, log: Path) -> None:
    shown: list[str] = []
    Uncaught(explain, shown.append).take(ValueError, a_defect(), None)
    logging.getLogger("desk.services").error("import failed", exc_info=a_defect())
    written = log.read_text("utf-8")
    assert "uncaught ValueError" in written
    assert "import failed" in written
    assert STORY not in written
    assert STORY not in shown[0]


def test_an_expected_error_is_explained(qtbot: QtBot) -> None:
    shown: list[str] = []
    Uncaught(explain, shown.append).take(NotFound, NotFound("C-1"), None)
    assert shown == ["explained NotFound"]


def test_errors_during_the_dialog_are_not_piled_up(qtbot: QtBot) -> None:
    shown: list[str] = []

    def show(words: str) -> None:
        shown.append(words)
        uncaught.take(ValueError, ValueError("again"), None)

    uncaught = Uncaught(explain, show)
    uncaught.take(ValueError, ValueError("first"), None)
    uncaught.take(ValueError, ValueError("later"), None)
    assert len(shown) == 2


def test_an_error_in_a_thread_is_shown_on_the_gui_thread(qtbot: QtBot, hooks: None) -> None:
    where: list[bool] = []
    here = threading.get_ident()
    uncaught = Uncaught(explain, lambda _words: where.append(threading.get_ident() == here))
    uncaught.install()

    def fail() -> None:
        raise ValueError(STORY)

    worker = threading.Thread(target=fail)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(where))
    assert where == [True]


def test_ctrl_c_still_ends_the_program(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    shown: list[str] = []
    Uncaught(explain, shown.append).take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_the_dialog_shows_words_plainly(qtbot: QtBot) -> None:
    seen: list[tuple[str, Qt.TextFormat]] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append((box.text(), box.textFormat()))
        box.accept()

    QTimer.singleShot(0, look)
    show_calmly("<b>not bold</b>")
    assert seen == [("<b>not bold</b>", Qt.TextFormat.PlainText)]
