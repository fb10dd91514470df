"""Papers of a complaint from its own screen: looked at first, then kept and printed."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.domain.complaint import Complaint
from desk.domain.errors import DeskError, FileNotWritten
from desk.domain.timeline import PaperKind
from desk.services.app import App
from desk.ui.jobs import Jobs
from desk.ui.parts import Said
from desk.ui.sending import send_to_usual


@dataclass(frozen=True, slots=True)
class PaperScreen:
    """What the sheet draws: whether it is open, the paper chosen or kept, and its pages."""

    is_open: bool = False
    kind: PaperKind | None = None
    kept: str = ""
    pdf: bytes = b""
    trouble: DeskError | None = None


class PaperWork(QObject):
    """Renders beside the window; keeps and prints what was looked at."""

    changed = Signal(object)
    said = Signal(object)
    failed = Signal(object)

    def __init__(self, app: App, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._jobs = jobs
        self._complaint: Complaint | None = None
        self.screen = PaperScreen()

    @property
    def is_open(self) -> bool:
        """Tell whether the sheet lies over the complaint."""
        return self.screen.is_open

    def offer(self, complaint: Complaint) -> None:
        """Open the sheet for a complaint."""
        self._complaint = complaint
        self._show(PaperScreen(is_open=True))

    def close(self) -> None:
        """Close the sheet."""
        self._show(PaperScreen())

    def choose(self, kind: PaperKind) -> None:
        """Draw a paper as it would print now; nothing is kept yet."""
        complaint, papers = self._complaint, self._app.papers
        if complaint is None:
            return
        self._show(PaperScreen(is_open=True, kind=kind))
        self._jobs.run(
            lambda progress: papers.render(complaint, kind),
            partial(self._drawn, kind),
            partial(self._not_drawn, kind),
        )

    def show_kept(self, name: str) -> None:
        """Show a paper that was kept, byte for byte."""
        file = self._app.config.papers / name
        try:
            pdf = file.read_bytes()
        except OSError as error:
            self.failed.emit(FileNotWritten(file, error.strerror or str(error)))
            return
        self._show(PaperScreen(is_open=True, kept=name, pdf=pdf))

    def print_chosen(self) -> None:
        """Keep the paper that is shown and hand it to the usual printer."""
        complaint, papers, kind = self._complaint, self._app.papers, self.screen.kind
        if complaint is None or kind is None:
            return
        self._jobs.run(
            lambda progress: send_to_usual(papers, papers.make(complaint.id, kind)),
            self._printed,
            self.failed.emit,
        )

    def _drawn(self, kind: PaperKind, pdf: bytes) -> None:
        if self.screen.is_open and self.screen.kind is kind:
            self._show(PaperScreen(is_open=True, kind=kind, pdf=pdf))

    def _not_drawn(self, kind: PaperKind, trouble: DeskError) -> None:
        if self.screen.is_open and self.screen.kind is kind:
            self._show(PaperScreen(is_open=True, kind=kind, trouble=trouble))

    def _printed(self, words: str) -> None:
        self.close()
        self.said.emit(Said(words, "done"))

    def _show(self, screen: PaperScreen) -> None:
        self.screen = screen
        self.changed.emit(screen)
