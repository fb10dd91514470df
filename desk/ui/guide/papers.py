"""Papers asked for in the guide: rendered, kept and printed beside the window, told in words."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desk.domain import saying_no
from desk.domain.complaint import Complaint
from desk.domain.errors import DeskError, SlotEmpty
from desk.domain.guide import Step
from desk.domain.questions import BY_NAME
from desk.domain.timeline import PaperKind
from desk.explain import explain
from desk.i18n import N_, _
from desk.services.app import App
from desk.ui.guide.fields import PAPER, STEP_OF
from desk.ui.guide.situation import Situation
from desk.ui.jobs import Jobs
from desk.ui.sending import send_to_usual

PRINT = {
    PaperKind.SLIP: N_("Print the slip"),
    PaperKind.RECEIPT: N_("Print the receipt"),
    PaperKind.LETTER: N_("Print the reply"),
}
"""What the button says that prints this paper."""

_THE = {
    PaperKind.SLIP: N_("the slip"),
    PaperKind.RECEIPT: N_("the receipt"),
    PaperKind.LETTER: N_("the reply"),
}
_CLOCK = "first_word_due_at"
"""No field on the screen: it is known once the first step is finished."""


@dataclass(frozen=True, slots=True)
class PaperWork:
    """What became of the papers of one complaint, in words.

    `printed` counts those a printer has taken; `went_well` is False where one was not.
    """

    complaint: str
    printed: int
    words: str
    went_well: bool = True


class PaperDesk(QObject):
    """Runs paper work as jobs, in order."""

    def __init__(self, app: App, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._jobs = jobs

    def count_printed(self, complaint_id: str) -> int:
        """Count the papers of a complaint that a printer has taken."""
        return sum(bool(paper.printer) for paper in self._app.complaints.papers(complaint_id))

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
            lambda error: done(PaperWork(complaint.id, 0, explain(error), went_well=False)),
        )

    def _work(self, complaint: Complaint, kinds: tuple[PaperKind, ...]) -> PaperWork:
        words, printed = [], 0
        for kind in kinds:
            try:
                made = self._app.papers.make(complaint.id, kind)
                words.append(send_to_usual(self._app.papers, made))
                printed += 1
            except SlotEmpty as error:
                words.append(why_not(error, kind))
            except DeskError as error:
                words.append(explain(error))
        told = " ".join(dict.fromkeys(words))
        return PaperWork(complaint.id, printed, told, went_well=printed == len(kinds))


def chosen_papers(situation: Situation) -> tuple[PaperKind, ...]:
    """Give the papers chosen on the last page; the receipt when nothing was chosen."""
    chosen = situation.draft.answers.get(PAPER, ("receipt",))
    return {
        "receipt": (PaperKind.RECEIPT,),
        "letter": (PaperKind.LETTER,),
        "both": (PaperKind.RECEIPT, PaperKind.LETTER),
    }.get(chosen[0] if chosen else "", ())


def usual_paper(situation: Situation) -> PaperKind:
    """Give the paper Ctrl+P prints here: the slip, in the last step the receipt or what was chosen.

    ux.md §9.
    """
    if situation.draft.step is not Step.RESOLVE:
        return PaperKind.SLIP
    chosen = chosen_papers(situation)
    return chosen[0] if chosen else PaperKind.RECEIPT


def why_not(error: SlotEmpty, kind: PaperKind) -> str:
    """Say which step is to be finished before a paper can be made, and what it carries of it."""
    if error.field == _CLOCK:
        step, what = Step.LISTEN, _("the day by which the customer hears from us")
    elif error.field in saying_no.NEEDED:
        return explain(error)
    elif error.field in STEP_OF:
        step = STEP_OF[error.field]
        what = _("“{question}”").format(question=_(BY_NAME[error.field].label))
    else:
        return explain(error)
    return _("Finish step {step} first: {paper} carries {what}.").format(
        step=step.value, paper=_(_THE[kind]), what=what
    )


def _ignore(result: object) -> None:
    """Drop what a signal's emit returns."""
    del result
