"""Practice: a folder that looks like eight weeks of work, and never a folder with real work."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk import i18n
from desk.app import build
from desk.config import Config, resources
from desk.domain.complaint import ComplaintFilter, Stage
from desk.domain.errors import NotForPractice
from desk.domain.timeline import Happening
from desk.services.app import App
from desk.services.practice import Practice, SetClock
from tests.conftest import HERE, StandingClock
from tests.make import a_draft

CONTENT = resources() / "practice"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """A practice folder, made once: it is only looked at."""
    i18n.use("en")
    clock = SetClock(StandingClock().at)
    config = Config(data=tmp_path_factory.mktemp("practice"), resources=resources())
    app = build(config, clock=clock, zone=HERE)
    assert Practice(app, clock, CONTENT).fill() == 72
    yield app
    app.close()


def test_practice_marks_the_folder_and_leaves_nothing_half_typed(filled: App) -> None:
    assert filled.settings.current().practice
    assert filled.drafts.all() == []
    assert filled.check.run() == ()


def test_every_stage_occurs_and_nothing_happened_in_the_future(filled: App) -> None:
    lines = filled.complaints.page(ComplaintFilter(), 0, 1000)
    assert {line.stage for line in lines} == set(Stage)
    now = filled.complaints.now()
    for line in lines:
        entries = filled.complaints.whole(line.reference).entries
        assert all(entry.at <= now for entry in entries)
        assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)


def test_a_closed_complaint_went_the_whole_way_with_its_papers(filled: App) -> None:
    first = filled.complaints.whole("BR01-26-0001")
    assert first.complaint.stage is Stage.CLOSED
    happened = [entry.what for entry in first.entries if entry.what is not Happening.TICKED]
    assert happened == [
        Happening.RECEIVED,
        Happening.ACKNOWLEDGED,
        Happening.PAPER,
        Happening.INVESTIGATED,
        Happening.RESPONDED,
        Happening.ADDED,  # the offer
        Happening.PAPER,
        Happening.CLOSED,
        Happening.ADDED,  # the closing
        Happening.ADDED,  # how they found it
        Happening.ADDED,  # the call in a week
        Happening.PAPER,
    ]
    arrived = first.complaint.arrived_at
    assert timedelta() < first.entries[0].at - arrived < timedelta(minutes=10)
    assert filled.complaints.now() - arrived > timedelta(days=50)


def test_references_follow_the_order_of_arrival(filled: App) -> None:
    lines = filled.complaints.page(ComplaintFilter(words="BR01-26"), 0, 1000)
    assert [line.reference for line in lines] == sorted(
        (line.reference for line in lines), reverse=True
    )


def test_a_second_filling_adds_nothing(tmp_path: Path, filled: App) -> None:
    clock = SetClock(StandingClock().at)
    again = build(filled.config, clock=clock, zone=HERE)
    assert Practice(again, clock, CONTENT).fill() == 0
    again.close()


def test_a_folder_with_real_complaints_is_refused(config: Config) -> None:
    clock = SetClock(StandingClock().at)
    app = build(config, clock=clock, zone=HERE)
    app.complaints.leave(a_draft())
    with pytest.raises(NotForPractice):
        Practice(app, clock, CONTENT).fill()
    assert app.complaints.count(ComplaintFilter()) == 1
    assert not app.settings.current().practice
    app.close()
