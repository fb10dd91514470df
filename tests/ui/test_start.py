"""Starting: light, once per folder, and ended without leaving anything behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desk.app import build
from desk.config import Config, resources
from desk.services.app import App
from desk.ui.single_start import SingleStart, Start
from desk.ui.start import open_window, shut
from desk.ui.warm_up import warm_up

HEAVY = ("reportlab", "openpyxl", "alembic", "holidays", "icu4py", "PIL", "fontTools")
LATER = ("desk.documents", "desk.services.take", "desk.services.week", "desk.storage.reports")
"""Parts of ours that the first picture needs as little."""

PROBE = """
import json, sys
from pathlib import Path
from desk.app import build
from desk.config import Config, resources
from desk.services.app import App
from desk.ui.start import run
app = build(Config(data=Path(sys.argv[1]), resources=resources()))
code = run(app)
app.close()
print(json.dumps({"code": code, "loaded": sorted(sys.modules)}))
"""


def starting(folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", PROBE, str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "DESK_PROBE": "start"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_the_probe_tells_the_time_and_nothing_heavy_was_loaded(tmp_path: Path) -> None:
    with starting(tmp_path / "desk") as process:
        lines = process.communicate(timeout=60)[0].splitlines()
    assert int(lines[0]) > 0
    told = json.loads(lines[1])
    assert told["code"] == 0
    assert set(told["loaded"]) & {*HEAVY, *LATER} == set()
    assert "PySide6" in told["loaded"]


def test_a_second_start_ends_at_once_and_wakes_the_first(
    app: App, config: Config, qtbot: QtBot
) -> None:
    first = SingleStart(config.data)
    assert first.claim() is Start.FIRST
    with starting(config.data) as process:
        with qtbot.waitSignal(first.show_yourself, timeout=30_000):
            pass
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        told, errors = process.communicate(timeout=60)
    first.release()
    assert json.loads(told)["code"] == 0
    assert errors == ""


def test_a_window_that_is_shut_leaves_the_folder_free(
    app: App, config: Config, qtbot: QtBot
) -> None:
    window = open_window(app)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    window.new_complaint()
    shut(window)
    assert not window.isVisible()
    again = SingleStart(config.data)
    assert again.claim() is Start.FIRST
    again.release()


def test_the_window_opens_where_it_was(app: App, qtbot: QtBot) -> None:
    window = open_window(app)
    window.resize(790, 640)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    shut(window)
    again = open_window(app)
    assert again.restore(app.settings.remembered("window"))
    assert (again.width(), again.height()) == (790, 640)
    assert not again.restore("")
    shut(again)


def test_the_language_of_the_command_line_wins(tmp_path: Path, qtbot: QtBot) -> None:
    config = Config(data=tmp_path / "desk", resources=resources(), language="zh_CN")
    app = build(config)
    window = open_window(app)
    assert window.parts.look.language == "zh_CN"
    shut(window)
    app.close()


def test_everything_that_is_loaded_later_exists() -> None:
    told: list[tuple[int, int]] = []
    count = warm_up(lambda done, total: told.append((done, total)))
    assert told[-1] == (count, count)
