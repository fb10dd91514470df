"""Papers for customers: made, kept exactly as printed, handed to a printer, and on the timeline."""

import contextlib
import dataclasses
import errno
import hashlib
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from desk.domain.check_digit import not_found
from desk.domain.complaint import Complaint
from desk.domain.errors import DiskFull, FileNotWritten, NotFound, PrinterTrouble
from desk.domain.identity import new_id
from desk.domain.label import LANGUAGES
from desk.domain.paper import Made, Paper, PaperKind
from desk.domain.rights import Right
from desk.domain.settings import Settings
from desk.domain.sheet import USUAL, SheetSize
from desk.domain.spooling import JobNews, NotTaken, Queue
from desk.i18n import language as screen_language
from desk.services.settings import SettingsService
from desk.services.today import PAPERS_WAITING, waiting_ids, waiting_papers
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction

if TYPE_CHECKING:
    from desk.documents.paper_words import Words

MOST_WAITING = 200
"""How many papers of a day are remembered as waiting for a printer; the newest ones."""
_NOT_IN_NAMES = re.compile("[^A-Z0-9-]")


class Printers(Protocol):
    """What takes papers to printers; at the edge, so that tests can stand in for it."""

    def queues(self) -> tuple[Queue, ...]: ...
    def hand_over(self, file: Path, queue: str, title: str) -> int: ...
    def news(self, queue: str, job: int) -> JobNews: ...


@dataclass(frozen=True, slots=True)
class Sent:
    """A paper that a printer's queue has taken; queued is not printed."""

    paper: Paper
    queue: str
    job: int


class Papers:
    """The use cases of paper. `folder` keeps the PDFs, `resources` has words and faces."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        printers: Printers,
        clock: Clock,
        zone: tzinfo,
        *,
        folder: Path,
        resources: Path,
    ) -> None:
        self._database = database
        self._settings = settings
        self._printers = printers
        self._clock = clock
        self._zone = zone
        self._folder = folder
        self._resources = resources
        self._known: dict[tuple[str, PaperKind], Words] = {}

    def render(
        self,
        complaint: Complaint,
        kind: PaperKind,
        language: str | None = None,
        copy: int = 1,
        size: SheetSize | None = None,
    ) -> bytes:
        """Give the PDF as it would be made now, for looking at; nothing is kept.

        In the complaint's language, else in the screen's. Raises SlotEmpty and MissingGlyph with
        the field that is wanting, ContentBroken, and KeyError for a language desk lacks.
        """
        self._settings.must(Right.READ_ALL)
        settings = self._settings.current()
        spoken = _language(complaint, language)
        return self._pdf(complaint, kind, settings, spoken, copy, size, self._clock())[0]

    def make(
        self,
        complaint_id: str,
        kind: PaperKind,
        language: str | None = None,
        size: SheetSize | None = None,
    ) -> Made:
        """Make a paper and keep it: the PDF first, then its record, which the timeline tells.

        Raises NotFound and what `render` raises, and DiskFull or FileNotWritten when the PDF
        cannot be kept; nothing is recorded then.
        """
        with self._database.writing(self._settings.author()) as tx:
            complaint = tx.complaints.get(complaint_id)
            if complaint is None:
                raise NotFound(complaint_id)
            return self._keep(tx, complaint, kind, language, size)

    def write(
        self,
        reference: str,
        kind: PaperKind,
        out: Path,
        language: str | None = None,
        size: SheetSize | None = None,
    ) -> Path:
        """Make a paper, keep it, and write a copy of it to `out`.

        Raises what `make` raises; FileNotWritten or DiskFull when `out` cannot be written.
        """
        if not out.parent.is_dir():
            raise FileNotWritten(out, os.strerror(errno.ENOENT))
        with self._database.reading() as tx:
            complaint = tx.complaints.by_reference(reference)
        if complaint is None:
            raise not_found(reference)
        made = self.make(complaint.id, kind, language, size)
        _write_whole(out, made.file.read_bytes())
        return out

    def queues(self) -> tuple[Queue, ...]:
        """List the printers of this machine. Raises PrinterTrouble when there is no spooler."""
        return self._printers.queues()

    def send(self, made: Made, queue: str) -> Sent:
        """Hand a kept PDF to a printer and remember which. Raises PrinterTrouble; then it waits."""
        author = self._settings.author()
        if not made.file.is_file():
            raise PrinterTrouble(queue, NotTaken.NO_FILE)
        job = self._printers.hand_over(made.file, queue, made.file.stem)
        with self._database.writing(author) as tx:
            stored = tx.papers.get(made.paper.id) or made.paper
            paper = tx.papers.save(
                dataclasses.replace(stored, printer=queue), root=made.paper.complaint
            )
            waiting = waiting_ids(tx.board, self._today())
            if paper.id in waiting:
                self._remember(tx, [i for i in waiting if i != paper.id])
        return Sent(paper, queue, job)

    def news(self, sent: Sent) -> JobNews:
        """Ask where a paper stands at its printer. Raises PrinterTrouble."""
        return self._printers.news(sent.queue, sent.job)

    def waiting(self) -> tuple[Made, ...]:
        """List papers this desk made today and no printer has taken, oldest first."""
        self._settings.must(Right.READ_ALL)
        with self._database.looking() as board:
            return waiting_papers(board, self._today(), self._folder)

    def _keep(
        self,
        tx: Transaction,
        complaint: Complaint,
        kind: PaperKind,
        language: str | None,
        size: SheetSize | None,
    ) -> Made:
        before = [p for p in tx.papers.of(complaint.id) if p.kind is kind]
        copy = max((p.copy for p in before), default=0) + 1
        spoken = _language(complaint, language)
        settings = self._settings.current()
        pdf, pages = self._pdf(complaint, kind, settings, spoken, copy, size, tx.at)
        name = _NOT_IN_NAMES.sub("-", complaint.reference.upper()) or "PAPER"
        file = self._folder / f"{name}-{kind.value}-{copy}.pdf"
        _write_whole(file, pdf, make_folder=True)
        paper = Paper(
            id=new_id(tx.at, os.urandom(10)),
            complaint=complaint.id,
            kind=kind,
            language=spoken,
            copy=copy,
            file=file.name,
            sha256=hashlib.sha256(pdf).hexdigest(),
            pages=pages,
            made_at=tx.at,
        )
        saved = tx.papers.save(paper, root=complaint.id)
        self._remember(tx, [*waiting_ids(tx.board, self._today()), saved.id])
        return Made(saved, file)

    def _pdf(
        self,
        complaint: Complaint,
        kind: PaperKind,
        settings: Settings,
        language: str,
        copy: int,
        size: SheetSize | None,
        at: datetime,
    ) -> tuple[bytes, int]:
        # reportlab takes 60 ms to load, which a desk that prints nothing never pays.
        from desk.documents.paper_facts import facts_of
        from desk.documents.papers import make

        facts = facts_of(kind, complaint, settings, at=at, zone=self._zone)
        made = make(
            facts,
            self._words(language, kind),
            size=size or USUAL[kind],
            copy=copy,
            at=at.astimezone(self._zone),
            fonts=self._resources / "fonts",
        )
        return made.pdf, made.pages

    def _words(self, language: str, kind: PaperKind) -> "Words":
        from desk.services.paper_content import load_words

        if (language, kind) not in self._known:
            words = load_words(self._resources / "languages", language, kind)
            self._known[language, kind] = words
        return self._known[language, kind]

    def _remember(self, tx: Transaction, ids: Sequence[str]) -> None:
        kept = {self._today().isoformat(): ids[-MOST_WAITING:]}
        tx.desk_state.put(PAPERS_WAITING, json.dumps(kept))

    def _today(self) -> date:
        return self._clock().astimezone(self._zone).date()


def _language(complaint: Complaint, asked: str | None) -> str:
    if asked is not None and asked not in LANGUAGES:
        raise KeyError(asked)
    return asked or (complaint.language if complaint.language in LANGUAGES else screen_language())


def _write_whole(file: Path, content: bytes, *, make_folder: bool = False) -> None:
    """Write beside and rename, so that a name never stands for half a file, even after a crash."""
    part = file.with_name(file.name + ".part")
    try:
        if make_folder:
            file.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        if error.errno == errno.ENOSPC:
            raise DiskFull(file) from error
        raise FileNotWritten(file, error.strerror or str(error)) from error
