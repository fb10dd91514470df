"""Ending: however the window is told to end, all that was typed lies in the one database file."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

TYPING = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desk.app import build
from desk.config import Config, resources
from desk.ui import start

def type_and_tell():
    window = QApplication.activeWindow()
    QTest.keyClick(window, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "The kettle leaks.")
    print("typed", flush=True)
    if sys.argv[2] == "Ctrl+Q":
        QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    if sys.argv[2] == "close":
        window.close()

app = build(Config(data=Path(sys.argv[1]), resources=resources(), language="en"))
start.application()
QTimer.singleShot(300, type_and_tell)
code = start.run(app)
app.close()
sys.exit(code)
"""


def ended(folder: Path, how: str) -> int:
    """Start desk, have something typed in it, end it; give the exit code."""
    with subprocess.Popen(
        [sys.executable, "-c", TYPING, str(folder), how],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "typed\n"
        if how.startswith("SIG"):
            process.send_signal(getattr(signal, how))
        return process.wait(timeout=30)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT", "SIGHUP", "Ctrl+Q", "close"])
def test_what_was_typed_is_in_the_file_however_desk_is_ended(tmp_path: Path, how: str) -> None:
    assert ended(tmp_path, how) == 0
    assert sorted(p.name for p in tmp_path.glob("desk.sqlite*")) == ["desk.sqlite"]
    with closing(sqlite3.connect(tmp_path / "desk.sqlite")) as database:
        kept = database.execute("select story from complaint union all select answers from draft")
        assert any("The kettle leaks." in text for (text,) in kept)
