"""A start that fails is told in a box, in the reader's language: nobody sees an icon's stderr."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.__main__ import main
from desk.services.app import App


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def no_database(file: Path) -> None:
    file.write_text("Dear diary, " * 1000)


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        database.executescript("update alembic_version set version_num = '9999'")


def foreign(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as database:
        database.executescript("pragma application_id = 1178944855; create table a (b)")


def no_folder(file: Path) -> None:
    shutil.rmtree(file.parent)
    file.parent.write_text("a file where the folder should be")


def broken_configuration(file: Path) -> None:
    (file.parent / "desk.toml").write_text("language = ")


@pytest.fixture
def told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str]]]:
    """Text and button of every box that was shown; each is closed as soon as it was read."""
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    read: list[tuple[str, str]] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            read.append((box.text(), box.buttons()[0].text()))
            box.accept()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(10)
    yield read
    timer.stop()


CASES: list[tuple[Callable[[Path], None], str, str]] = [
    (cut, "is damaged or is not a desk database", "损坏"),
    (no_database, "is damaged or is not a desk database", "损坏"),
    (newer, "was written by a newer desk", "更新"),
    (foreign, "is another program's database", "其他程序"),
    (no_folder, "desk may not write to", "写入"),
    (broken_configuration, "desk.toml", "desk.toml"),
]


@pytest.mark.parametrize(("spoil", "english", "chinese"), CASES)
def test_why_there_is_no_window_is_told_in_a_box(
    app: App,
    told: list[tuple[str, str]],
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    english: str,
    chinese: str,
) -> None:
    file = app.config.database
    app.close()
    spoil(file)
    for language, words in (("en", english), ("zh_CN", chinese)):
        assert main(["--data", str(file.parent), "--language", language]) == 1
        text, button = told.pop()
        assert words in text
        assert text in capsys.readouterr().err
    assert button == "确定"  # Qt's own word, too; what other tests left decides the English one
    assert told == []
    i18n.use("en")


def test_nobody_is_shown_a_box_where_nobody_looks(
    app: App, told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    app.close()
    no_database(app.config.database)
    assert main(["--data", str(app.config.data), "find", "kettle"]) == 1
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main(["--data", str(app.config.data)]) == 1
    assert told == []
