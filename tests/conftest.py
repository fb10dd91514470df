"""Fixtures for all tests: a clock that stands still, a real database, the wired program."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desk import i18n
from desk.app import build
from desk.config import Config, resources
from desk.services.app import App
from desk.ui.singletons import hold_singletons

hold_singletons()

HERE = ZoneInfo("Asia/Shanghai")


@dataclass
class StandingClock:
    """A clock tests move by hand; it starts on Monday 23 November 2026, 10:42 in Shanghai."""

    at: datetime = field(default=datetime(2026, 11, 23, 2, 42, tzinfo=UTC))

    def __call__(self) -> datetime:
        return self.at

    def tick(self, **span: float) -> None:
        self.at += timedelta(**span)


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def config(tmp_path: Path) -> Config:
    return Config(data=tmp_path / "desk", resources=resources())


@pytest.fixture
def app(config: Config, clock: StandingClock) -> Iterator[App]:
    """The whole program without a window, on a real database."""
    i18n.use("en")
    built = build(config, clock=clock, zone=HERE)
    yield built
    built.close()
