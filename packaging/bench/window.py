"""The start of the window and its memory, beside a bare window, each in a process of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.measure import Row, alternately

BARE = str(Path(__file__).with_name("bare_window.py"))
PROBE = {"DESK_PROBE": "start"}
STARTS = 11
SETTLED_SECONDS = 3.0
TOO_LONG_SECONDS = 60


def windows(folder: Path, size: int) -> Iterator[Row]:
    """From the start of a process to its painted, focused window; then the memory it holds."""
    ours = [sys.executable, "-m", "desk", "--data", str(folder)]
    try:
        first_line(ours, PROBE)
    except ChildProcessError as failed:
        yield Row(work="start to usable window", size=size, most=2.0, note=str(failed))
        return
    started, floor = alternately(
        STARTS,
        lambda: first_line(ours, PROBE),
        lambda: first_line([sys.executable, BARE, "tell"], {}),
        between=let_end,  # a second desk in the same folder would only raise the first
    )
    yield Row(work="start to usable window", size=size, ours=started, floor=floor, most=2.0)
    yield Row(
        work="memory with the window open", size=size, unit="MB", most=2.0,
        ours=memory(ours), floor=memory([sys.executable, BARE]),
    )  # fmt: skip


def first_line(command: Sequence[str], changes: dict[str, str]) -> None:
    """Run a program until it says that its window is there; its end is not part of the time.

    Raises ChildProcessError when it ends without a word.
    """
    child = _start(command, changes)
    assert child.stdout is not None  # noqa: S101 - it was asked for
    said = child.stdout.readline()
    child.stdout.close()
    _ending.append(child)
    if not said:
        raise ChildProcessError(f"{command[1]} ended with {child.wait()} and said nothing")


_ending: list[subprocess.Popen[str]] = []


def let_end() -> None:
    """Wait until the programs started before are gone."""
    while _ending:
        _ending.pop().wait(TOO_LONG_SECONDS)


def memory(command: Sequence[str]) -> float:
    """Give the MB a program holds once it has settled, its own and its share of libraries."""
    let_end()
    child = _start(command, {})
    time.sleep(SETTLED_SECONDS)
    rollup = Path(f"/proc/{child.pid}/smaps_rollup").read_text(encoding="ascii")
    child.terminate()
    child.wait(TOO_LONG_SECONDS)
    held = next(line for line in rollup.splitlines() if line.startswith("Rss:"))
    return int(held.split()[1]) / 1024


def _start(command: Sequence[str], changes: dict[str, str]) -> subprocess.Popen[str]:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **changes}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )
