"""The desk proves itself: papers that were lost or changed are named."""

from pathlib import Path

import pytest

from desk.app import build
from desk.config import Config
from desk.domain.complaint import Stage
from desk.domain.timeline import PaperKind
from desk.services.app import App
from tests.make import a_draft
from tests.storage.by_hand import by_hand


@pytest.fixture
def paper(app: App) -> str:
    complaint = app.complaints.receive(a_draft())
    return app.papers.make(complaint.id, PaperKind.SLIP).paper.file


def test_all_is_well(app: App, paper: str) -> None:
    assert app.check.run() == ()


def said(app: App) -> list[str]:
    return [str(problem) for problem in app.check.run()]


def test_a_lost_paper_is_named_with_its_complaint(app: App, paper: str) -> None:
    (app.config.papers / paper).unlink()
    (told,) = said(app)
    assert told.startswith(
        f"The paper {paper} of complaint BR01-26-0001 is no longer in the papers folder. "
    )
    assert "make the paper again" in told


def test_a_changed_paper_is_named(app: App, paper: str) -> None:
    file = app.config.papers / paper
    file.write_bytes(file.read_bytes() + b"\n")
    (told,) = said(app)
    assert f"{paper} of complaint BR01-26-0001 was changed after it was made." in told


def test_a_paper_that_cannot_be_read_is_named(app: App, paper: str) -> None:
    file = app.config.papers / paper
    file.unlink()
    file.mkdir()
    (told,) = said(app)
    assert f"{paper} of complaint BR01-26-0001 cannot be read (" in told


def test_papers_are_looked_at_although_their_records_are_damaged(app: App, paper: str) -> None:
    by_hand(
        app.database.path,
        "drop trigger paper_update",
        "update paper set kind = 'lost'",
        "drop trigger complaint_update",
        "update complaint set stage = 'lost'",
    )
    (app.config.papers / paper).unlink()
    told = said(app)
    assert sum("cannot be read" in problem for problem in told) == 2
    assert f"{paper} of complaint BR01-26-0001 is no longer" in told[-1]


def test_mending_makes_the_search_index_anew_and_touches_nothing_else(app: App) -> None:
    complaint = app.complaints.receive(a_draft())
    by_hand(app.config.database, "delete from search_text", "delete from search_tail")
    assert app.complaints.find("kettle", 5) == []
    assert any("desk check --mend" in problem for problem in said(app))
    app.check.mend()
    assert app.check.run() == ()
    assert [found.id for found in app.complaints.find("kettle", 5)] == [complaint.id]


def test_a_back_up_is_a_whole_desk_of_its_own(app: App, tmp_path: Path) -> None:
    app.complaints.receive(a_draft())
    copy = app.backup.write().database
    assert copy.parent == app.config.data / "backups"
    folder = tmp_path / "again"
    folder.mkdir()
    copy.rename(folder / "desk.sqlite")
    again = build(Config(data=folder, resources=app.config.resources))
    try:
        assert again.complaints.whole("BR01-26-0001").complaint.stage is Stage.RECEIVED
        assert again.check.run() == ()
    finally:
        again.close()
