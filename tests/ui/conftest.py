"""For tests with a window: English, and one remark of the test platform is let go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.services.app import App
from desk.ui.shell import Shell
from desk.ui.start import open_window, shut

HERE = Path(__file__).parent
REMARK = "This plugin does not support"  # offscreen, at every window with a least size


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(REMARK, extend=True))


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Begin and end in English, whatever a test does."""
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture
def shell(app: App, qtbot: QtBot) -> Iterator[Shell]:
    """The whole window, shown at the size of a small desk's screen."""
    window = open_window(app)
    window.resize(1366, 728)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    shut(window)
