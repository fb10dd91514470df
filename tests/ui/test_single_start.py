"""A second desk on the same data wakes the first and goes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.domain.errors import DatabaseReadOnly
from desk.ui.single_start import SingleStart, Start

HOLDER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desk.ui.single_start import SingleStart
app = QCoreApplication([])
start = SingleStart(Path(sys.argv[1]))
print(start.claim().value, flush=True)
start.show_yourself.connect(lambda: print("shown", flush=True))
app.exec()
"""


def holder(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)], stdout=subprocess.PIPE, text=True
    )


def line_of(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_the_first_start_on_a_folder_is_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    start = SingleStart(tmp_path)
    assert start.claim() is Start.FIRST
    start.release()
    again = SingleStart(tmp_path)
    assert again.claim() is Start.FIRST
    again.release()


def test_two_folders_do_not_know_each_other(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    first, second = SingleStart(tmp_path / "a"), SingleStart(tmp_path / "b")
    assert first.claim() is Start.FIRST
    assert second.claim() is Start.FIRST
    first.release()
    second.release()


def test_a_second_start_wakes_the_first_process(qtbot: QtBot, tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        try:
            assert line_of(process) == "first"
            assert SingleStart(tmp_path).claim() is Start.SHOWN
            assert line_of(process) == "shown"
        finally:
            process.kill()


def test_a_killed_desk_leaves_the_folder_free(qtbot: QtBot, tmp_path: Path) -> None:
    with holder(tmp_path) as process:
        assert line_of(process) == "first"
        process.send_signal(signal.SIGKILL)
        process.wait()
    start = SingleStart(tmp_path)
    assert start.claim() is Start.FIRST
    start.release()


def test_a_holder_that_does_not_answer_is_said_to_be_elsewhere(
    qtbot: QtBot, tmp_path: Path
) -> None:
    script = HOLDER.replace("app.exec()", "time.sleep(60)")
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert line_of(process) == "first"
            assert SingleStart(tmp_path).claim() is Start.ELSEWHERE
        finally:
            process.kill()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_cannot_be_written_is_said_so(qtbot: QtBot, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DatabaseReadOnly):
        SingleStart(tmp_path).claim()
    tmp_path.chmod(0o700)


def test_a_folder_that_is_gone_is_said_so(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(DatabaseReadOnly):
        SingleStart(tmp_path / "gone").claim()
