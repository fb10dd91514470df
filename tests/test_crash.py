"""A process killed at any moment loses no acknowledged save and at most a second of typing."""

import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from desk.app import build
from desk.config import Config, resources
from desk.domain.complaint import Stage
from desk.domain.stages import ORDER

ROOT = Path(__file__).parents[1]
MOST_LOST_SECONDS = 1.0
LONGEST_LIFE = 1.5


@dataclass
class Life:
    """What one process said before it was killed, and when that was."""

    killed_at: float
    typed: list[tuple[str, int, float]] = field(default_factory=list)
    kept: dict[str, int] = field(default_factory=dict)
    saved: dict[str, tuple[str, Stage, int]] = field(default_factory=dict)


@dataclass
class Found:
    """What all kills together met: how much was checked, and the most typing that was lost."""

    kills: int = 0
    keys: int = 0
    saves: int = 0
    lost_keys: int = 0
    lost_seconds: float = 0.0


def live_and_die(folder: Path, seed: int) -> Life:
    """Run a typist, kill it at a random moment, and read what it had said."""
    chance = random.Random(seed)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.typist", str(folder), str(seed)],
        stdout=subprocess.PIPE, cwd=ROOT,
    ) as typist:  # fmt: skip
        assert typist.stdout is not None
        assert typist.stdout.readline() == b"ready\n"
        time.sleep(chance.random() * LONGEST_LIFE)
        killed_at = time.time()
        typist.send_signal(signal.SIGKILL)
        said = typist.stdout.read().decode()
    life = Life(killed_at)
    for line in said[: said.rfind("\n") + 1].splitlines():
        match line.split():
            case ["typed", record, count, at]:
                life.typed.append((record, int(count), float(at)))
            case ["kept", record, count]:
                life.kept[record] = int(count)
            case ["saved", record, reference, stage, count]:
                life.saved[record] = (reference, Stage(stage), int(count))
            case other:
                pytest.fail(f"the typist said {other}")
    return life


def check(folder: Path, life: Life, found: Found) -> None:
    """Open the database again and look for everything that must be there."""
    app = build(Config(data=folder, resources=resources()))
    drafts = {draft.id: str(draft.answers.get("story", "")) for draft in app.drafts.all()}

    def on_disk(record: str) -> int:
        complaint = app.complaints.get(record)
        return max(len(drafts.get(record, "")), len(complaint.story) if complaint else 0)

    for record, (reference, stage, count) in life.saved.items():
        complaint = app.complaints.get(record)
        assert complaint is not None, "an acknowledged save is gone"
        assert complaint.reference == reference
        assert ORDER.index(complaint.stage) >= ORDER.index(stage)
        assert len(complaint.story) >= count
    for record, count in life.kept.items():
        assert on_disk(record) >= count, "a draft said to be on disk is not"
    lost = [life.killed_at - at for record, count, at in life.typed if on_disk(record) < count]
    with app.database.reading() as tx:
        assert list(tx.problems()) == []
    app.close()
    found.kills += 1
    found.keys += len(life.typed)
    found.saves += len(life.saved)
    found.lost_keys += len(lost)
    found.lost_seconds = max([found.lost_seconds, *lost])
    assert found.lost_seconds <= MOST_LOST_SECONDS


def kill(times: int, folder: Path) -> Found:
    """Kill as many processes on one growing database."""
    found = Found()
    for seed in range(times):
        check(folder, live_and_die(folder, seed), found)
    assert found.keys > times * 10, "the typists hardly typed: nothing was proved"
    assert found.saves > times / 4, "the typists hardly saved: nothing was proved"
    return found


def test_kill_at_random_moments(tmp_path: Path) -> None:
    kill(12, tmp_path / "desk")


@pytest.mark.soak
def test_kill_two_hundred_times(tmp_path: Path) -> None:
    print(kill(200, tmp_path / "desk"))  # noqa: T201 - the numbers are what it is run for
