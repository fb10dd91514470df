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
from tests.conftest import StandingClock
from tests.ui.saved import parked, received

HEAVY = ("reportlab", "openpyxl", "alembic", "holidays", "icu4py", "PIL", "fontTools")
LATER = ("desk.documents", "desk.services.take", "desk.services.week", "desk.storage.reports")
"""Parts of ours that a start needs as little."""

NOT_YET = (
    "sqlalchemy", "asyncio", "importlib.metadata", "logging.handlers", "tomllib", "subprocess",
    "PySide6.QtNetwork", "desk.storage.tables", "desk.services.complaints", "desk.services.papers",
    "desk.domain.complaint", "desk.domain.guide", "desk.domain.questions", "desk.domain.timeline",
    "desk.explain",
)  # fmt: skip
"""What is loaded once the first picture is there, not before: 200 ms of it."""

FIRST_PICTURE = """
import json, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from desk.app import build
from desk.config import Config, resources
from desk.ui.start import open_window
now = datetime.fromisoformat(sys.argv[2])
app = build(Config(data=Path(sys.argv[1]), resources=resources()), clock=lambda: now)
window = open_window(app)
window.show()
assert QTest.qWaitForWindowExposed(window)
assert window.findChild(QTableView, "today_list").model().rowCount() == 4
loaded = sorted(sys.modules)
window.new_complaint()  # at once, before anything was loaded for it
window.close()
app.close()
print(json.dumps({"loaded": loaded, "screen": window.stage.current}))
"""

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


def test_the_first_picture_is_there_before_sqlalchemy_and_f2_works_at_once(
    app: App, config: Config, clock: StandingClock
) -> None:
    received(app, 1)
    parked(app, 2)
    app.close()
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PICTURE, str(config.data), clock().isoformat()],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    told = json.loads(done.stdout)
    assert set(told["loaded"]) & set(NOT_YET) == set()
    assert {"sqlite3", "desk.ui.today.view"} <= set(told["loaded"])
    assert told["screen"] == "guide"


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


def test_everything_that_is_loaded_later_exists(app: App) -> None:
    told: list[tuple[int, int]] = []
    count = warm_up(app)(lambda done, total: told.append((done, total)))
    assert told[-1] == (count, count)
