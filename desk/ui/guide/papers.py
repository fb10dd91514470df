"""Papers asked for in the guide: rendered, kept and printed beside the window, told in words."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desk.domain.complaint import Complaint
from desk.domain.errors import PrinterTrouble
from desk.domain.timeline import PaperKind
from desk.explain import explain
from desk.services.app import App
from desk.ui.guide.fields import PAPER
from desk.ui.guide.situation import Situation
from desk.ui.jobs import Jobs
from desk.ui.sending import send_to_usual


@dataclass(frozen=True, slots=True)
class PaperWork:
    """What became of the papers of one complaint, in words."""

    complaint: str
    made: int
    words: str


class PaperDesk(QObject):
    """Runs paper work as jobs, in order."""

    def __init__(self, app: App, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._jobs = jobs

    def count(self, complaint_id: str) -> int:
        """Count the papers made for a complaint."""
        return len(self._app.complaints.papers(complaint_id))

    def render(
        self, complaint: Complaint, kinds: tuple[PaperKind, ...], done: Callable[[bytes], object]
    ) -> None:
        """Draw the first of the chosen papers for the preview; nothing is kept."""
        if not kinds:
            done(b"")
            return
        self._jobs.run(
            lambda progress: self._app.papers.render(complaint, kinds[0]),
            lambda pdf: _ignore(done(pdf)),
            lambda error: _ignore(done(b"")),
        )

    def warm(self, complaint: Complaint) -> None:
        """Draw a paper nobody sees: the first one loads faces and words."""
        self.render(complaint, (PaperKind.RECEIPT,), lambda pdf: None)

    def make(
        self,
        complaint: Complaint,
        kinds: tuple[PaperKind, ...],
        done: Callable[[PaperWork], None],
    ) -> None:
        """Keep the papers as PDF and hand them to the printer; tell what became of them."""
        if not kinds:
            return
        self._jobs.run(
            lambda progress: self._work(complaint, kinds),
            done,
            lambda error: done(PaperWork(complaint.id, 0, explain(error))),
        )

    def _work(self, complaint: Complaint, kinds: tuple[PaperKind, ...]) -> PaperWork:
        words = []
        for kind in kinds:
            made = self._app.papers.make(complaint.id, kind)
            try:
                words.append(send_to_usual(self._app.papers, made))
            except PrinterTrouble as trouble:
                words.append(explain(trouble))
        return PaperWork(complaint.id, len(kinds), " ".join(dict.fromkeys(words)))


def chosen_papers(situation: Situation) -> tuple[PaperKind, ...]:
    """Give the papers chosen on the last page; the receipt when nothing was chosen."""
    chosen = situation.draft.answers.get(PAPER, ("receipt",))
    return {
        "receipt": (PaperKind.RECEIPT,),
        "letter": (PaperKind.LETTER,),
        "both": (PaperKind.RECEIPT, PaperKind.LETTER),
    }.get(chosen[0] if chosen else "", ())


def _ignore(result: object) -> None:
    """Drop what a signal's emit returns."""
    del result
