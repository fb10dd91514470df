"""The command line as a person meets it: arguments in; exit code, stdout and stderr out."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desk import i18n
from desk.__main__ import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Said:
    """What one run of desk gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever a command prints
        return json.loads(self.out)


Desk = Callable[..., Said]


@pytest.fixture
def desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    """Run desk on a data folder of its own, in this process."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    hook = sys.excepthook

    def run(*arguments: object, data: Path = tmp_path / "desk") -> Said:
        capsys.readouterr()
        code = main(["--data", str(data), *map(str, arguments)])
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    yield run
    sys.excepthook = hook
    i18n.use("en")


@pytest.fixture
def process(tmp_path: Path) -> Desk:
    """Run desk on a data folder of its own, as a program."""

    def run(*arguments: object, data: Path = tmp_path / "desk", **environment: str) -> Said:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG"))}
        done = subprocess.run(
            [sys.executable, "-m", "desk", "--data", str(data), *map(str, arguments)],
            cwd=ROOT,
            env=kept | {"LC_ALL": "C.UTF-8"} | environment,
            capture_output=True,
            timeout=60,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
