"""The real window in either language, on a desk of its own."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.services.app import App
from desk.ui.start import open_window, shut
from tests.conftest import StandingClock
from tests.stories.counter import Counter


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "stories" in item.path.parts:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


def opened(app: App, clock: StandingClock, qtbot: QtBot, language: str) -> Iterator[Counter]:
    app.settings.remember(language=language)
    app.settings.change(shop="City Store", handler="Lin")
    window = open_window(app)
    window.resize(1366, 728)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    here = Counter(app, window, clock, qtbot)
    yield here
    shut(here.window)
    i18n.use("en")


@pytest.fixture
def clock(request: pytest.FixtureRequest) -> StandingClock:
    """The clock of every test, or one that begins when the story says."""
    begins = getattr(request, "param", None)
    return StandingClock() if begins is None else StandingClock(begins)


@pytest.fixture
def counter(app: App, clock: StandingClock, qtbot: QtBot) -> Iterator[Counter]:
    """An English desk."""
    yield from opened(app, clock, qtbot, "en")


@pytest.fixture
def guitai(app: App, clock: StandingClock, qtbot: QtBot) -> Iterator[Counter]:
    """A Chinese desk: 柜台."""
    yield from opened(app, clock, qtbot, "zh_CN")
