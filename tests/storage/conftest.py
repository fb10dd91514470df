"""A real database file for each test of storage."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.storage.database import Database
from tests.conftest import StandingClock


@pytest.fixture
def database(tmp_path: Path, clock: StandingClock) -> Iterator[Database]:
    opened = Database(tmp_path / "desk.sqlite", clock)
    yield opened
    opened.close()
