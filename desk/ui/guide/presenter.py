"""The guide's presenter: holds the draft, saves it as it is typed, and makes the commitments."""

import dataclasses
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk.domain.answers import Raw
from desk.domain.complaint import Complaint
from desk.domain.draft import Draft, ParkReason
from desk.domain.errors import AlreadyClosed, DeskError
from desk.domain.guide import Step
from desk.domain.questions import BY_NAME
from desk.domain.response import may_close
from desk.domain.stages import can_close
from desk.domain.timeline import PaperKind
from desk.i18n import _
from desk.services.app import App
from desk.ui.guide.autosave import Autosave
from desk.ui.guide.fields import ORDER, PAPER
from desk.ui.guide.papers import PaperDesk, PaperWork, chosen_papers
from desk.ui.guide.screen import guide_screen
from desk.ui.guide.situation import Situation, committed, continued, missing, situate
from desk.ui.guide.surround import SurroundReader
from desk.ui.jobs import Jobs
from desk.ui.parts import Said
from desk.ui.screen_presenter import ScreenPresenter

_STAYS = ("problems", "checking", "papers", "unsaved")


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

    def __init__(self, app: App, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._situation: Situation | None = None
        self._surround = SurroundReader(app)
        self._papers = PaperDesk(app, jobs, self)
        self._autosave = Autosave(app.drafts.keep, self)
        self._autosave.kept.connect(self._on_kept)
        self._autosave.failed.connect(self._on_not_kept)

    def title(self) -> str:
        """Name the complaint for the window's title; empty when there is none."""
        if self._situation is None:
            return ""
        return self._situation.draft.reference or _("New complaint")

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
        return self._situation is None

    def place(self) -> tuple[str, int]:
        """Tell which field staff were at, and the cursor's place in it."""
        draft = self._must().draft
        return draft.field, draft.cursor

    def edit(self, name: str, raw: Raw) -> None:
        """Take an answer as typed or chosen; it is on disk within a second."""
        situation = self._must()
        draft = situation.draft
        answers = {**draft.answers, name: raw}
        self._update(
            dataclasses.replace(draft, answers=answers, field=name),
            problems=tuple(field for field in situation.problems if field != name),
        )
        self._autosave.put(self._must().draft)
        if name == PAPER:
            self._ask_preview()

    def stand_at(self, name: str, cursor: int) -> None:
        """Remember which field has the focus, so that a restart comes back to it."""
        if self._situation is None or name not in {*ORDER, PAPER}:
            return
        draft = dataclasses.replace(self._situation.draft, field=name, cursor=cursor)
        self._situation = dataclasses.replace(self._situation, draft=draft)
        self._autosave.put(draft)

    def tick(self, item: str, on: bool) -> None:
        """Tick a checklist item by hand, or take the tick back."""
        draft = self._must().draft
        ticks = draft.ticks | {item} if on else draft.ticks - {item}
        self._update(dataclasses.replace(draft, ticks=ticks))
        self._autosave.put(self._must().draft)

    def go_to(self, step: int) -> None:
        """Open another step; always possible."""
        if self._situation is None:
            return
        draft = dataclasses.replace(self._situation.draft, step=Step(step), field="", cursor=0)
        self._update(draft, checking=False, problems=())
        self._autosave.put(self._must().draft)
        self.focus_wanted.emit("", 0)
        if draft.step is Step.RESOLVE:
            self._papers.warm(self._must().complaint)

    def jump(self, name: str) -> None:
        """Go to a field, on whatever step it is."""
        situation = self._must()
        step = BY_NAME[name].step
        if step is not situation.draft.step or situation.checking:
            self._update(dataclasses.replace(situation.draft, step=step), checking=False)
        self.focus_wanted.emit(name, 0)

    def next_unanswered(self) -> None:
        """Go to the next required question of this step that has no answer."""
        if self._situation is None:
            return
        waiting = missing(self._situation, self._situation.draft.step)
        if waiting:
            self.jump(waiting[0])
        else:
            self.said.emit(Said(_("Every question of this step is answered.")))

    def commit(self) -> None:
        """Make this step's commitment, or say what is missing for it."""
        if self._situation is None:
            return
        situation = self._situation
        step = situation.draft.step
        ends = may_close(situation.complaint.answer, situation.complaint.done)
        lacking = missing(situation, step, closing=step is Step.RESOLVE and ends)
        if lacking:
            self._update(situation.draft, problems=lacking, checking=False)
            self.summary_wanted.emit()
            return
        if step is Step.RESOLVE and not situation.checking:
            self._check()
            return
        services = self._app.complaints
        act = {
            Step.LISTEN: services.receive,
            Step.EMPATHISE: services.acknowledge,
            Step.INVESTIGATE: services.record_finding,
            Step.RESOLVE: services.close if can_close(situation.complaint) else services.respond,
        }[step]
        saved = self._save(act)
        if saved is not None and step is not Step.RESOLVE:
            self.go_to(step + 1)

    def park(self, reason: ParkReason | None = None) -> None:
        """Set the complaint aside with everything typed; Today keeps it on top."""
        act = partial(self._app.complaints.park, reason=reason)
        self._put_aside(act, _("{reference} is parked."))

    def let_go(self) -> None:
        """Keep everything typed, with nobody at the desk any more: it waits for its due date."""
        self._put_aside(self._app.complaints.leave, _("{reference} is saved and stays open."))

    def print_paper(self) -> None:
        """Make and print this step's paper now."""
        if self._situation is None:
            return
        step = self._situation.draft.step
        saved = self._save(self._app.complaints.save, typed_only=True)
        if saved is None:
            return
        kind = PaperKind.RECEIPT if step is Step.RESOLVE else PaperKind.SLIP
        self._papers.make(saved, (kind,), self._paper_made)

    def reload(self) -> None:
        """Draw again: another language, another minute, other settings."""
        if self._situation is not None:
            self._update(self._situation.draft)

    def close(self) -> None:
        """Write what waits, and stop."""
        self._autosave.close()

    def _check(self) -> None:
        self._update(self._must().draft, checking=True, problems=())
        self._ask_preview()
        self.focus_wanted.emit(PAPER, 0)

    def _ask_preview(self) -> None:
        situation = self._must()
        kinds = chosen_papers(situation)
        self.preview_asked.emit()
        self._papers.render(situation.complaint, kinds[:1], self.preview.emit)

    def _save(
        self, act: Callable[[Draft], Complaint], *, typed_only: bool = False
    ) -> Complaint | None:
        """Have a service save the draft; on refusal say so and keep everything where it is."""
        situation = self._must()
        self._autosave.forget(situation.draft.id)
        draft = situation.draft if typed_only else committed(situation)
        try:
            saved = act(draft)
        except DeskError as error:
            self._autosave.put(situation.draft)
            self.failed.emit(error)
            return None
        draft = dataclasses.replace(draft, reference=saved.reference, saved_at=self._now())
        finished = situation.checking
        kinds = chosen_papers(situation)
        self._show(draft, saved)
        if finished and not typed_only:
            words = (
                _("{reference} is closed.") if not saved.is_open else _("{reference} stays open.")
            ).format(reference=saved.reference)
            self._papers.make(saved, kinds, partial(self._paper_made, after=words))
            self._situation = None
            self.said.emit(Said(words))
            self.asked.emit("today", "")
        return saved

    def _put_aside(self, act: Callable[[Draft], Complaint], words: str) -> None:
        """Take away what is in front; where nothing was typed, nothing is kept."""
        if self._situation is None:
            return
        if not self._situation.draft.answers:
            self._situation = None
            return
        saved = self._save(act, typed_only=True)
        if saved is not None:
            self._situation = None
            self.said.emit(Said(words.format(reference=saved.reference)))

    def _paper_made(self, work: PaperWork, after: str = "") -> None:
        self.said.emit(Said(f"{after} {work.words}".strip()))
        if self._situation is not None and self._situation.draft.id == work.complaint:
            self._update(self._situation.draft, papers=self._situation.papers + 1)

    def _show(self, draft: Draft, stored: Complaint | None) -> None:
        self._situation = dataclasses.replace(
            situate(draft, stored, self._surround.of(draft)),
            papers=self._papers.count(draft.id) if stored is not None else 0,
        )
        self.changed.emit(guide_screen(self._situation))
        self.renamed.emit()

    def _update(self, draft: Draft, **changes: Any) -> None:
        """Add the draft up anew; what a situation holds beside it stays, but for `changes`."""
        before = self._must()
        stays = {name: getattr(before, name) for name in _STAYS}
        situation = situate(draft, before.stored, self._surround.of(draft))
        self._situation = dataclasses.replace(situation, **{**stays, **changes})
        self.changed.emit(guide_screen(self._situation))

    def _now(self) -> datetime:
        return self._app.complaints.now()

    def _must(self) -> Situation:
        if self._situation is None:
            raise RuntimeError("no complaint is in front")
        return self._situation

    def _on_kept(self, kept: Draft) -> None:
        if self._situation is None or self._situation.draft.id != kept.id:
            return
        draft = dataclasses.replace(
            self._situation.draft, reference=kept.reference, saved_at=kept.saved_at
        )
        self._update(draft, unsaved=None)
        self.renamed.emit()

    def _on_not_kept(self, error: DeskError) -> None:
        if self._situation is None:
            return
        is_news = self._situation.unsaved is None
        self._update(self._situation.draft, unsaved=error)
        if is_news:
            self.failed.emit(error)
