"""The guide's presenter: holds the draft, saves it as it is typed, and makes the commitments."""

import dataclasses
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.domain.answers import Raw
from desk.domain.complaint import Complaint
from desk.domain.draft import Draft, ParkReason
from desk.domain.errors import AlreadyClosed, DeskError
from desk.domain.guide import Step
from desk.i18n import _
from desk.services.app import App
from desk.services.gates import without_reason
from desk.ui.cards.desk import CardDesk
from desk.ui.cards.screen import CardScreen
from desk.ui.guide.commitments import Act, act_of, lacking, needs_last_look, said_of
from desk.ui.guide.earlier_visits import EarlierVisits
from desk.ui.guide.fields import PAPER, STEP_OF
from desk.ui.guide.in_front import InFront
from desk.ui.guide.keeping import Keeping
from desk.ui.guide.navigation import is_place, next_place, opened, unanswered
from desk.ui.guide.papers import PaperDesk, PaperWork, chosen_papers, usual_paper
from desk.ui.guide.path_calls import PathCalls
from desk.ui.guide.putting_away import PuttingAway
from desk.ui.guide.screen import guide_screen
from desk.ui.guide.situation import Situation, committed, continued
from desk.ui.guide.surround import SurroundReader
from desk.ui.jobs import Jobs
from desk.ui.parts import Said
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.widgets.tag import Tone


class GuidePresenter(ScreenPresenter):
    """One complaint in front of the handler. Lives on the GUI thread."""

    changed = Signal(object)
    """The GuideScreen to show."""
    focus_wanted = Signal(str, int)
    """A field that should have the focus, and the cursor's place in it; "" for the first one."""
    summary_wanted = Signal()
    """The list of problems should take the focus."""
    preview_asked = Signal()
    preview = Signal(bytes)
    """The paper as it will print, for the last page; it comes a moment after it was asked."""
    untrue = Signal(str)
    """Words said before that are true no longer."""

    def __init__(
        self, app: App, jobs: Jobs, reads: Jobs | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.app = self._app = app
        self._claim = ""
        self._front = InFront(SurroundReader(app), self)
        self._front.changed.connect(self._draw)
        self._front.renamed.connect(self.renamed)
        self._visits = EarlierVisits(app, reads or jobs, self._front)
        self.paths = PathCalls(self)
        self.paths.told.connect(self._tell)
        self._papers = PaperDesk(app, jobs, self)
        self._away = PuttingAway(
            app.complaints, self._front, partial(self._save, typed_only=True), self._tell
        )
        self.cards = CardDesk(app, self, jobs)
        self.cards.said.connect(self.said)
        self.cards.failed.connect(self.failed)
        self.cards.saved.connect(self._after_card)
        self.cards.changed.connect(self._on_card)
        self._autosave = Keeping(app, self._front, self)
        self._autosave.failed.connect(self.failed)

    def title(self) -> str:
        """Name the complaint for the window's title, an error first; empty when there is none."""
        return self._front.title()

    def enter(self, argument: str = "") -> bool:
        """Put a complaint in front by its id, as it was left; without one, an empty guide.

        A closed or unknown complaint is not opened.
        """
        if not argument:
            self._show(self._app.complaints.new_draft(), None)
            return True
        stored = self._app.complaints.get(argument)
        if stored is not None and not stored.is_open:
            self.failed.emit(AlreadyClosed(stored.reference))
            return False
        draft = self._app.drafts.resume(argument)
        if stored is not None:
            draft = continued(draft, stored, self._app.complaints.ticks(argument), self._now())
        if draft is None:
            return False
        self._show(draft, stored)
        return True

    def leave(self) -> bool:
        """Park what is in front; it stays when it cannot be saved."""
        self.park()
        return self._front.situation is None

    def place(self) -> tuple[str, int]:
        """Tell which field staff were at, and the cursor's place in it."""
        draft = self._front.must().draft
        return draft.field, draft.cursor

    def edit(self, name: str, raw: Raw) -> None:
        """Take an answer as typed or chosen; it is on disk within a second."""
        situation = self._front.must()
        draft = situation.draft
        before = situation.complaint
        answers = {**draft.answers, name: raw}
        self._front.update(
            dataclasses.replace(draft, answers=answers, field=name),
            problems=tuple(field for field in situation.problems if field != name),
        )
        self._autosave.put(self._front.must().draft)
        if name == PAPER:
            self._ask_preview()
        self.paths.look(before, self._front.must().complaint)

    def stand_at(self, name: str, cursor: int) -> None:
        """Remember which field has the focus, so that a restart comes back to it."""
        if self._front.situation is not None and is_place(name):
            self._autosave.put(self._front.stand_at(name, cursor))

    def tick(self, item: str, on: bool) -> None:
        """Tick a checklist item by hand, or take the tick back."""
        draft = self._front.must().draft
        ticks = draft.ticks | {item} if on else draft.ticks - {item}
        self._front.update(dataclasses.replace(draft, ticks=ticks))
        self._autosave.put(self._front.must().draft)

    def go_to(self, step: int) -> None:
        """Open another step; always possible."""
        if self._front.situation is None:
            return
        draft = opened(self._front.situation.draft, step)
        self._front.update(draft, checking=False, problems=())
        self._autosave.put(self._front.must().draft)
        self.focus_wanted.emit("", 0)
        if draft.step is Step.RESOLVE:
            self._papers.warm(self._front.must().complaint)

    def jump(self, name: str) -> None:
        """Go to a field, on whatever step it is."""
        situation = self._front.must()
        step = STEP_OF[name]
        if step is not situation.draft.step or situation.checking:
            self._front.update(dataclasses.replace(situation.draft, step=step), checking=False)
        self.focus_wanted.emit(name, 0)

    def next_unanswered(self) -> None:
        """Go to the next question of this step without an answer, what closing needs last."""
        if self._front.situation is None:
            return
        if waiting := unanswered(self._front.situation):
            self.jump(next_place(waiting, self._front.situation.draft.field))
        else:
            self._claim = _("Every question of this step is answered.")
            self.said.emit(Said(self._claim))

    def commit(self) -> None:
        """Make this step's commitment, or say what is missing for it."""
        situation = self._front.situation
        if situation is None:
            return
        step = situation.draft.step
        if names := lacking(situation):
            self._front.update(situation.draft, problems=names, checking=False)
            self.summary_wanted.emit()
        elif needs_last_look(situation):
            self._front.update(situation.draft, checking=True, problems=())
            self._ask_preview()
            self.focus_wanted.emit(PAPER, 0)
        elif self._save(act_of(self._app.complaints, situation)) and step is not Step.RESOLVE:
            self.go_to(step + 1)

    def step_back(self) -> bool:
        """Close the list of problems, else the last page; False when neither is open."""
        situation = self._front.situation
        if situation is None or not (situation.problems or situation.checking):
            return False
        self._front.update(situation.draft, problems=(), checking=False)
        self.focus_wanted.emit(*self.place())
        return True

    def set_down(self) -> bool:
        """Keep everything as it is, not parked: Today shows it as left open. False on failure."""
        self._away.set_down()
        return self._front.situation is None

    def park(self, reason: ParkReason | None = None) -> None:
        """Set the complaint aside with everything typed; Today keeps it on top."""
        self._away.park(reason)

    def let_go(self) -> None:
        """Keep everything typed, with nobody at the desk any more: it waits for its due date."""
        self._away.let_go()

    def print_paper(self) -> None:
        """Make and print the paper of this page now."""
        situation = self._front.situation
        if situation is None:
            return
        # What is printed is what stands on the screen, what desk suggested there included.
        seen = committed(situation)
        saved = self._save(lambda draft: self._app.complaints.save(seen), typed_only=True)
        if saved is not None:
            self._front.update(self._front.must().draft, checking=situation.checking)
            self._papers.make(saved, (usual_paper(situation),), self._paper_made)

    def write_beside(self) -> str:
        """Save what is typed, and give the id of the complaint to write beside; "" for none."""
        situation = self._front.situation
        if situation is None or not situation.draft.answers:
            self.said.emit(Said(_("Write down first what happened, in a word or two.")))
            return ""
        saved = self._save(self._app.complaints.save, typed_only=True)
        return saved.id if saved is not None else ""

    def reload(self) -> None:
        """Draw again: another language, another minute, other settings, something taken back."""
        self._after_card()

    def close(self) -> None:
        """Write what waits, and stop."""
        self._visits.close()
        self._autosave.close()

    def _ask_preview(self) -> None:
        situation = self._front.must()
        kinds = chosen_papers(situation)
        self.preview_asked.emit()
        self._papers.render(situation.complaint, kinds[:1], self.preview.emit)

    def _save(self, act: Act, *, typed_only: bool = False) -> Complaint | None:
        """Have a service save the draft; on refusal say so and keep everything where it is."""
        situation = self._front.must()
        self._autosave.forget(situation.draft.id)
        draft = situation.draft if typed_only else committed(situation)
        try:
            saved = act(draft)
        except DeskError as error:
            self._autosave.put(situation.draft)
            self.failed.emit(error)
            return None
        draft = dataclasses.replace(draft, reference=saved.reference, saved_at=self._now())
        kinds = chosen_papers(situation)
        self._show(draft, saved)
        if situation.checking and not typed_only:
            words = said_of(saved)
            self._papers.make(saved, kinds, partial(self._paper_made, after=words))
            self._front.take_away()
            self.said.emit(Said(words, can_be_undone=True))
            self.asked.emit("today", "")
        return saved

    def _paper_made(self, work: PaperWork, after: str = "") -> None:
        tone = Tone.INFO if work.went_well else Tone.WARNING
        self.said.emit(Said(f"{after} {work.words}".strip(), tone.value, can_be_undone=bool(after)))
        if self._front.is_of(work.complaint):
            situation = self._front.must()
            self._front.update(situation.draft, printed=situation.printed + work.printed)

    def _show(self, draft: Draft, stored: Complaint | None) -> None:
        printed = self._papers.count_printed(draft.id) if stored is not None else 0
        self._front.put(without_reason(draft), stored, printed=printed)
        self.cards.stand_beside(draft.id)

    def _draw(self, situation: Situation) -> None:
        self.changed.emit(guide_screen(situation))
        if self._claim and unanswered(situation):
            self.untrue.emit(self._claim)
            self._claim = ""

    def _after_card(self) -> None:
        situation = self._front.situation
        if situation and not self._front.reread(self._app.complaints.get(situation.draft.id)):
            self._autosave.forget(situation.draft.id)  # a card has closed it
            self.asked.emit("today", "")

    def _on_card(self, card: CardScreen | None) -> None:
        self._front.open_beside(card.name if card is not None else "")

    def _tell(self, words: str) -> None:
        self.said.emit(Said(words))

    def in_front(self) -> Situation | None:
        """Give what is in front, for a page about it beside the guide; None for nothing."""
        return self._front.situation

    def _now(self) -> datetime:
        return self._app.complaints.now()
