"""A guide without a window: presenter, its screens, and what it said."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from desk.services.app import App
from desk.ui.guide.presenter import GuidePresenter
from desk.ui.guide.screen import GuideScreen
from desk.ui.jobs import Jobs
from tests.ui.test_jobs import ManualExecutor


@dataclass
class Watched:
    """A presenter and everything it told."""

    presenter: GuidePresenter
    work: ManualExecutor
    screens: list[GuideScreen] = field(default_factory=list)
    focus: list[str] = field(default_factory=list)
    went: list[str] = field(default_factory=list)
    failed: list[object] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    @property
    def screen(self) -> GuideScreen:
        return self.screens[-1]

    def answer(self, **answers: str | tuple[str, ...]) -> None:
        for name, raw in answers.items():
            self.presenter.edit(name, raw)


@pytest.fixture
def guide(app: App, qapp: object) -> Iterator[Watched]:
    del qapp  # timers need an event loop, though no window is shown
    work = ManualExecutor()
    watched = Watched(GuidePresenter(app, Jobs(work)), work)
    presenter = watched.presenter
    presenter.changed.connect(watched.screens.append)
    presenter.focus_wanted.connect(lambda name, cursor: watched.focus.append(name))
    presenter.asked.connect(lambda where, what: watched.went.append(where))
    presenter.failed.connect(watched.failed.append)
    presenter.said.connect(lambda said: watched.said.append(said.words))
    yield watched
    presenter.park()
    presenter.close()
