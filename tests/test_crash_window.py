"""The real program, window and all, killed at any moment: what it said is kept is kept."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk.app import build
from desk.config import Config, resources
from desk.domain.complaint import Stage
from desk.domain.errors import NotFound

LONGEST = 9.0
"""Seconds the program works at most before it is killed: about three complaints."""
SAID_CLOSED = re.compile(r"^(BR01-\d\d-\d{4})[:：]", re.MULTILINE)


def killed_after(out: Path, seconds: float) -> str:
    """Let the program take complaints through its window, kill it, and give what it had said."""
    said = out / "said.txt"
    out.mkdir(parents=True, exist_ok=True)
    with said.open("w") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "desk", "tour", str(out), "--count", "6"],
            stdout=stream,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        process.wait()
    return said.read_text("utf-8")


def prove(data: Path, said: str) -> None:
    """Open what is left: every complaint that was told of is closed, and all of it holds."""
    app = build(Config(data=data, resources=resources()))
    try:
        for reference in SAID_CLOSED.findall(said):
            try:
                assert app.complaints.whole(reference).complaint.stage is Stage.CLOSED
            except NotFound:
                pytest.fail(f"{reference} was lost")
        with app.database.reading() as tx:
            assert [str(problem) for problem in tx.problems()] == []
    finally:
        app.close()


def rounds(out: Path, count: int, seed: int) -> int:
    """Kill the program `count` times; give how many complaints it had told of."""
    chance = random.Random(seed)
    told = 0
    for number in range(count):
        place = out / str(number)
        said = killed_after(place, chance.uniform(0.5, LONGEST))
        prove(place / "data", said)
        told += len(SAID_CLOSED.findall(said))
    return told


@pytest.mark.alone
def test_a_killed_window_loses_nothing_it_had_told(tmp_path: Path) -> None:
    assert rounds(tmp_path, 3, seed=7) > 0


@pytest.mark.soak
def test_a_window_killed_two_hundred_times_loses_nothing_it_had_told(tmp_path: Path) -> None:
    assert rounds(tmp_path, 200, seed=200) > 0
