"""One complaint to read: its facts, its timeline, notes and papers."""

import dataclasses
from pathlib import Path

import pytest

from desk.domain.complaint import Complaint
from desk.domain.timeline import PaperKind
from desk.services.app import App
from desk.ui.complaint.history import history
from desk.ui.complaint.presenter import ComplaintPresenter
from desk.ui.jobs import Jobs
from desk.ui.refresh import Refresh
from tests.conftest import StandingClock
from tests.make import a_draft
from tests.ui.saved import LONG, closed, received
from tests.ui.test_jobs import ManualExecutor


class Opened:
    """A presenter and what it told."""

    def __init__(self, app: App) -> None:
        self.work = ManualExecutor()
        self.refresh = Refresh()
        self.presenter = ComplaintPresenter(app, self.refresh, Jobs(self.work))
        self.went: list[tuple[str, str]] = []
        self.failed: list[object] = []
        self.said: list[str] = []
        self.presenter.asked.connect(lambda where, what: self.went.append((where, what)))
        self.presenter.failed.connect(self.failed.append)
        self.presenter.said.connect(lambda said: self.said.append(said.words))

    def facts(self) -> dict[str, str]:
        groups = self.presenter.screen.groups
        return {fact.name: fact.words for group in groups for fact in group.facts}

    def told(self) -> list[str]:
        return [entry.spoken() for entry in self.presenter.screen.happened]


def opened(app: App, complaint: Complaint) -> Opened:
    found = Opened(app)
    found.presenter.enter(complaint.reference)
    return found


def test_answers_are_grouped_by_step_and_told_in_words(app: App) -> None:
    screen = opened(app, closed(app)).presenter.screen
    assert [group.title for group in screen.groups] == [
        "1 Listen", "2 Empathise", "3 Investigate", "4 Resolve",
        "Clocks and weight", "Its end and after",
    ]  # fmt: skip
    facts = opened(app, closed(app, 2)).facts()
    assert facts["category"] == "Product"
    assert facts["wish"] == "Exchange"
    assert facts["pace"] == "2 of 5"
    assert facts["language"] == "English"
    assert "place" not in facts


def test_what_no_paper_may_show_is_marked(app: App) -> None:
    groups = opened(app, closed(app)).presenter.screen.groups
    inside = {fact.name for group in groups for fact in group.facts if fact.inside}
    assert inside == {
        "pace",
        "severity",
        "parts",
        "affected",
        "effort",
        "repeat",
        "rating_1",
        "gap",
    }


def test_every_clock_stands_there_as_a_date_in_words(app: App, clock: StandingClock) -> None:
    """D1, D6, A5: before when, how far it has run, what is waited for, whether enough was seen."""
    complaint = app.complaints.acknowledge(a_draft())
    found = opened(app, complaint)
    facts = found.facts()
    assert facts["clock_progress"] == "before Mon 30 Nov 18:00"
    assert facts["clock_final"] == "before Mon 7 Dec 18:00"
    assert facts["clock_statutory"] == "before Tue 8 Dec 18:00"
    clock.tick(days=6)
    found.presenter.reload()
    assert found.facts()["clock_progress"] == (
        "before Mon 30 Nov 18:00, three quarters of the time are gone"
    )
    app.pauses.begin(complaint.id, {"waiting_for": ("lab",), "reason": "the test report"})
    found.presenter.reload()
    facts = found.facts()
    assert "clock_final" not in facts
    assert facts["clock_paused_at"] == "since Sun 29 Nov 10:42; our own clocks stand still"
    clock.tick(days=10)
    found.presenter.reload()
    assert found.facts()["clock_statutory"] == "! overdue, it was due before Tue 8 Dec 18:00"
    assert found.facts()["effort"] == "enough"


def test_the_timeline_is_newest_first_and_tells_what_changed_from_what(app: App) -> None:
    draft = a_draft({"story": "The kettle leaks at the base.", "category": ("product",)})
    app.complaints.save(draft)
    again = dataclasses.replace(draft, answers={**draft.answers, "category": ("price",)})
    complaint = app.complaints.save(again)
    told = opened(app, complaint).told()
    assert "What is it about: Price or bill (was Product)" in told[0]
    assert told[-1].splitlines()[0].endswith(": Received")


def test_a_closed_complaint_cannot_be_continued(app: App) -> None:
    found = opened(app, closed(app))
    found.presenter.continue_in_guide()
    assert not found.presenter.screen.is_open
    assert found.went == []


def test_an_open_complaint_goes_on_in_the_guide(app: App) -> None:
    complaint = received(app)
    found = opened(app, complaint)
    found.presenter.continue_in_guide()
    assert found.went == [("guide", complaint.id)]


def test_a_note_is_kept_while_it_is_written_and_then_told(app: App) -> None:
    found = opened(app, received(app))
    found.presenter.begin_note()
    found.presenter.type_note("Asked the kitchen. =cmd()")
    assert found.presenter.step_back()
    assert not found.presenter.screen.noting
    found.presenter.begin_note()
    assert found.presenter.screen.note == "Asked the kitchen. =cmd()"
    found.presenter.save_note()
    assert "Asked the kitchen. =cmd()" in found.told()[0]
    assert not found.presenter.screen.noting
    assert found.presenter.screen.note == ""


def test_an_empty_note_writes_nothing(app: App) -> None:
    found = opened(app, received(app))
    before = len(found.told())
    found.presenter.begin_note()
    found.presenter.type_note("  \n ")
    found.presenter.save_note()
    assert len(found.told()) == before


def test_an_unknown_reference_is_told(app: App) -> None:
    found = Opened(app)
    found.presenter.enter("BR01-26-9999")
    assert len(found.failed) == 1
    assert found.presenter.screen.reference == ""


def test_a_paper_is_looked_at_before_it_is_kept(app: App) -> None:
    complaint = closed(app)
    found = opened(app, complaint)
    found.presenter.open_papers()
    found.presenter.papers.choose(PaperKind.RECEIPT)
    found.work.drain()
    assert found.presenter.papers.screen.pdf.startswith(b"%PDF")
    assert app.complaints.whole(complaint.reference).papers == ()


def test_a_kept_paper_opens_from_the_timeline_byte_for_byte(app: App) -> None:
    complaint = closed(app)
    made = app.papers.make(complaint.id, PaperKind.RECEIPT)
    found = opened(app, complaint)
    entry = found.presenter.screen.happened[0]
    assert entry.head.endswith("Receipt, copy 1")
    found.presenter.open_paper(entry.paper)
    assert found.presenter.papers.screen.pdf == made.file.read_bytes()


def test_a_kept_paper_that_is_gone_is_told(app: App) -> None:
    complaint = closed(app)
    made = app.papers.make(complaint.id, PaperKind.RECEIPT)
    Path(made.file).unlink()
    found = opened(app, complaint)
    found.presenter.open_paper(made.file.name)
    assert len(found.failed) == 1


def test_a_paper_that_lacks_a_fact_says_which(app: App) -> None:
    found = opened(app, received(app))
    found.presenter.open_papers()
    found.presenter.papers.choose(PaperKind.LETTER)
    found.work.drain()
    assert found.presenter.papers.screen.trouble is not None


def test_escape_closes_the_papers_before_the_note(app: App) -> None:
    found = opened(app, received(app))
    found.presenter.begin_note()
    found.presenter.open_papers()
    assert found.presenter.step_back()
    assert not found.presenter.papers.is_open
    assert found.presenter.screen.noting
    assert found.presenter.step_back()
    assert not found.presenter.step_back()


@pytest.mark.parametrize("story", [LONG, "=cmd()" * 50, "<b>x</b> &amp; 𠮷 \u202eabc\u202c 😀" * 9])
def test_any_story_is_shown_as_it_was_said(app: App, story: str) -> None:
    found = opened(app, received(app, story=story))
    assert found.facts()["story"] == story
    assert max(len(line) for line in found.told()[-1].splitlines()) < 400


def test_days_that_desk_itself_writes_beside_a_complaint_are_told_as_people_say_them(
    app: App,
) -> None:
    saved = app.complaints.close(a_draft())
    now = app.complaints.now()
    told = "\n".join(
        line
        for happened in history(app.complaints.whole(saved.reference).entries, (), {}, now, "CNY")
        for line in happened.lines
    )
    assert "23 Nov" in told
    assert "2026-11-23" not in told
