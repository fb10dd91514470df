"""desk as a program among others: screens, terminals, pipes, signals, and its own defects."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk.cli.window import can_show
from tests.cli.conftest import ROOT, Desk


@pytest.fixture
def register(tmp_path: Path) -> Path:
    file = tmp_path / "register.csv"
    file.write_text("id,date,text\n1,2026-11-21,电水壶底座又漏水了。\n", "utf-8")
    return file


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="there is always a screen")
def test_without_a_screen_the_window_says_so(process: Desk) -> None:
    said = process(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert said.err.startswith("There is no screen here")
    assert can_show({"DISPLAY": ":0"})
    assert can_show({"QT_QPA_PLATFORM": "offscreen"})


def test_a_terminal_of_another_encoding_gets_question_marks(process: Desk, register: Path) -> None:
    process("take", register)
    said = process("find", "漏水", PYTHONIOENCODING="ascii")
    assert said.code == 0
    assert said.out.startswith("BR01-26-0001  2026-11-21  Received  ?")
    found = json.loads(process("find", "漏水", "--json", PYTHONIOENCODING="ascii").out)
    assert found[0]["reference"] == "BR01-26-0001"


def test_a_reader_that_stops_reading_is_no_trouble(process: Desk, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_text("id,text\n" + "".join(f"{n},{'leaks ' * 50}\n" for n in range(2000)), "utf-8")
    assert process("take", file).code == 0
    command = f"{sys.executable} -m desk --data {tmp_path / 'desk'} find leaks --limit 2000 --json"
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -c 1; exit ${{PIPESTATUS[0]}}"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"[", b"")


def test_ctrl_c_ends_with_130_and_keeps_what_was_taken(process: Desk, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_text("id,text\n" + "".join(f"{n},leaks again {n}\n" for n in range(20_000)), "utf-8")
    data = tmp_path / "desk"
    running = subprocess.Popen(
        [sys.executable, "-m", "desk", "--data", str(data), "take", str(file)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"LC_ALL": "C.UTF-8"},
    )
    until = time.monotonic() + 30
    while time.monotonic() < until and not (data / "desk.sqlite-wal").is_file():
        time.sleep(0.05)
    time.sleep(0.5)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out) == (130, b"")
    assert err == b"Stopped. What was saved before is kept.\n"
    assert process("check").out == "All is well.\n"


def test_a_defect_is_told_calmly_and_logged_without_words(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from desk import __main__ as front\n"
        "from desk.cli.doors import Doors\n"
        "from desk.cli.main import run\n"
        "def broken(app): raise ValueError('the customer said something')\n"
        "sys.exit(run(sys.argv[1:], Doors(front.DOORS.build, broken, front.DOORS.tour, print)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--data", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        env=os.environ | {"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"Something in desk went wrong")
    logged = (tmp_path / "desk.log").read_text("utf-8")
    assert "ValueError" in logged
    assert "customer" not in logged
