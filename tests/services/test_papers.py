"""The use cases of paper on a real database: kept as printed, told on the timeline, or refused."""

import dataclasses
import hashlib
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desk import i18n
from desk.app import build
from desk.config import Config
from desk.domain.errors import FileNotWritten, MissingGlyph, NotFound, PrinterTrouble, SlotEmpty
from desk.domain.sheet import SheetSize
from desk.domain.spooling import JobNews, JobState, NotTaken, Queue, QueueState
from desk.domain.timeline import Happening, PaperKind
from desk.services.app import App
from desk.services.papers import Papers
from tests.conftest import HERE, StandingClock
from tests.make import WHOLE, a_draft

REFERENCE = "BR01-26-0001"
CANARY = "KANARIENVOGEL"


@dataclass
class FakePrinters:
    """Printers at the edge: one that takes everything, and none that does not exist."""

    taken: list[tuple[str, bytes]] = field(default_factory=list)

    def queues(self) -> tuple[Queue, ...]:
        return (Queue(name="DESK", state=QueueState.IDLE, accepting=True, usual=True),)

    def hand_over(self, file: Path, queue: str, title: str) -> int:
        if queue != "DESK":
            raise PrinterTrouble(queue, NotTaken.NO_QUEUE)
        self.taken.append((title, file.read_bytes()))
        return len(self.taken)

    def news(self, queue: str, job: int) -> JobNews:
        known = queue == "DESK" and job <= len(self.taken)
        return JobNews(JobState.SENT if known else JobState.FAILED)


def papers_with(app: App, clock: StandingClock, printers: FakePrinters) -> Papers:
    return Papers(
        app.database, app.settings, printers, clock, HERE,
        folder=app.config.papers, resources=app.config.resources,
    )  # fmt: skip


def text_of(pdf: bytes) -> str:
    raw = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return " ".join(raw.split())


def state(app: App) -> tuple[list[str], int, object]:
    """What may not change when a paper is refused."""
    whole = app.complaints.whole(REFERENCE)
    files = (
        sorted(f.name for f in app.config.papers.iterdir()) if app.config.papers.exists() else []
    )
    return files, len(whole.entries), whole.complaint


def test_a_paper_is_kept_as_printed_and_told_on_the_timeline(
    app: App, clock: StandingClock
) -> None:
    complaint = app.complaints.respond(a_draft())
    made = app.papers.make(complaint.id, PaperKind.RECEIPT)
    assert made.file == app.config.papers / "BR01-26-0001-receipt-1.pdf"
    pdf = made.file.read_bytes()
    assert made.paper.sha256 == hashlib.sha256(pdf).hexdigest()
    assert (made.paper.copy, made.paper.pages, made.paper.language) == (1, 1, "en")
    assert made.paper.made_at == clock()
    whole = app.complaints.whole(REFERENCE)
    assert whole.papers == (made.paper,)
    assert (whole.entries[-1].what, whole.entries[-1].subject) == (Happening.PAPER, "receipt")
    assert app.check.run() == ()
    assert pdf == app.papers.render(complaint, PaperKind.RECEIPT)


def test_looking_at_a_paper_keeps_nothing(app: App) -> None:
    complaint = app.complaints.respond(a_draft())
    before = state(app)
    assert app.papers.render(complaint, PaperKind.LETTER).startswith(b"%PDF")
    assert state(app) == before


def test_reprints_count_copies_of_each_kind(app: App) -> None:
    complaint = app.complaints.respond(a_draft())
    made = [app.papers.make(complaint.id, PaperKind.SLIP) for _ in range(3)]
    assert [m.paper.copy for m in made] == [1, 2, 3]
    assert [m.file.name[-10:] for m in made] == ["slip-1.pdf", "slip-2.pdf", "slip-3.pdf"]
    assert "Copy 3" in text_of(made[2].file.read_bytes())
    assert "Copy" not in text_of(made[0].file.read_bytes())
    assert app.papers.make(complaint.id, PaperKind.LETTER, "zh_CN").paper.copy == 1


def test_the_language_is_the_customers_then_the_screens(app: App) -> None:
    chinese = app.complaints.respond(a_draft({**WHOLE, "language": ("zh_CN",)}))
    assert app.papers.make(chinese.id, PaperKind.SLIP).paper.language == "zh_CN"
    assert app.papers.make(chinese.id, PaperKind.SLIP, "en").paper.language == "en"
    i18n.use("zh_CN")
    silent = dataclasses.replace(chinese, language="")
    assert "投诉受理单" in text_of(app.papers.render(silent, PaperKind.SLIP))


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("kind", PaperKind)
def test_notes_and_inside_answers_never_reach_paper(
    app: App, kind: PaperKind, language: str
) -> None:
    inside = {"person": CANARY, "lesson": CANARY}
    complaint = app.complaints.respond(a_draft({**WHOLE, **inside}))
    app.complaints.add_note(complaint.id, CANARY)
    for _ in range(2):
        assert CANARY not in text_of(
            app.papers.make(complaint.id, kind, language).file.read_bytes()
        )


def test_a_character_no_font_shows_leaves_everything_as_it_was(app: App) -> None:
    complaint = app.complaints.respond(a_draft({**WHOLE, "name": "Sam \U0010ffff"}))
    before = state(app)
    with pytest.raises(MissingGlyph) as refused:
        app.papers.make(complaint.id, PaperKind.LETTER)
    assert (refused.value.field, refused.value.character) == ("name", "\U0010ffff")
    assert state(app) == before


def test_a_paper_that_lacks_a_fact_is_not_made(app: App) -> None:
    complaint = app.complaints.save(a_draft({"story": "The kettle leaks at the base."}))
    before = state(app)
    with pytest.raises(SlotEmpty) as refused:
        app.papers.make(complaint.id, PaperKind.LETTER)
    assert refused.value.field == "finding"
    assert state(app) == before
    with pytest.raises(NotFound):
        app.papers.make("nobody", PaperKind.SLIP)


def test_a_papers_folder_that_cannot_be_written_is_said_and_nothing_recorded(app: App) -> None:
    complaint = app.complaints.respond(a_draft())
    app.config.papers.write_text("a file where the folder should be")
    with pytest.raises(FileNotWritten):
        app.papers.make(complaint.id, PaperKind.SLIP)
    assert app.complaints.whole(REFERENCE).papers == ()


def test_a_paper_is_written_where_asked_and_kept_as_well(app: App, tmp_path: Path) -> None:
    app.complaints.respond(a_draft())
    out = tmp_path / "slip.pdf"
    assert app.papers.write("br01-26-0001", PaperKind.SLIP, out, size=SheetSize.A4) == out
    assert out.read_bytes() == (app.config.papers / "BR01-26-0001-slip-1.pdf").read_bytes()
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == ["slip.pdf"]
    with pytest.raises(FileNotWritten):
        app.papers.write(REFERENCE, PaperKind.SLIP, tmp_path / "nowhere" / "slip.pdf")
    with pytest.raises(FileNotWritten):
        app.papers.write(REFERENCE, PaperKind.SLIP, tmp_path)
    with pytest.raises(NotFound):
        app.papers.write("BR01-26-9999", PaperKind.SLIP, out)


def test_a_reference_never_leads_out_of_the_papers_folder(app: App) -> None:
    app.settings.change(branch="../../甲")
    complaint = app.complaints.respond(a_draft())
    made = app.papers.make(complaint.id, PaperKind.SLIP)
    assert made.file.parent == app.config.papers
    assert made.file.name == "--------26-0001-slip-1.pdf"


def test_a_printer_takes_the_very_file_and_is_remembered(app: App, clock: StandingClock) -> None:
    printers = FakePrinters()
    papers = papers_with(app, clock, printers)
    made = papers.make(app.complaints.respond(a_draft()).id, PaperKind.SLIP)
    assert papers.waiting() == (made,)
    sent = papers.send(made, "DESK")
    assert printers.taken == [("BR01-26-0001-slip-1", made.file.read_bytes())]
    assert (sent.paper.printer, sent.job) == ("DESK", 1)
    assert papers.news(sent).state is JobState.SENT
    assert papers.waiting() == ()
    assert app.complaints.whole(REFERENCE).papers == (sent.paper,)


def test_a_paper_no_printer_took_waits_until_the_end_of_the_day(
    app: App, clock: StandingClock
) -> None:
    papers = papers_with(app, clock, FakePrinters())
    complaint = app.complaints.respond(a_draft())
    first = papers.make(complaint.id, PaperKind.SLIP)
    second = papers.make(complaint.id, PaperKind.RECEIPT)
    with pytest.raises(PrinterTrouble) as trouble:
        papers.send(first, "GONE")
    assert trouble.value.reason == NotTaken.NO_QUEUE
    assert papers.waiting() == (first, second)
    second.file.unlink()
    assert papers.waiting() == (first,)
    with pytest.raises(PrinterTrouble):
        papers.send(second, "DESK")
    clock.tick(days=1)
    assert papers.waiting() == ()


def test_practice_papers_say_so(config: Config, clock: StandingClock) -> None:
    app = build(config, clock=clock, zone=HERE)
    app.settings.change(practice=True)
    complaint = app.complaints.respond(a_draft())
    assert "PRACTICE" in text_of(app.papers.render(complaint, PaperKind.SLIP))
    app.close()
