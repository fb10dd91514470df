"""The desk proves itself: papers that were lost or changed are named."""

import pytest

from desk.domain.timeline import PaperKind
from desk.services.app import App
from tests.make import a_draft


@pytest.fixture
def paper(app: App) -> str:
    complaint = app.complaints.receive(a_draft())
    return app.papers.make(complaint.id, PaperKind.SLIP).paper.file


def test_all_is_well(app: App, paper: str) -> None:
    assert app.check.run() == ()


def test_a_lost_paper_is_named(app: App, paper: str) -> None:
    (app.config.papers / paper).unlink()
    assert app.check.run() == (f"paper {paper}: No such file or directory",)


def test_a_changed_paper_is_named(app: App, paper: str) -> None:
    file = app.config.papers / paper
    file.write_bytes(file.read_bytes() + b"\n")
    assert app.check.run() == (f"paper {paper}: its bytes were changed",)
