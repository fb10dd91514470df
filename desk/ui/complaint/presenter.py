"""Holds one complaint for reading, and does what can be done about it from here."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desk.domain import own_field, priorities
from desk.domain.category_tree import name_of
from desk.domain.deadline import coming_next
from desk.domain.errors import DeskError, NotFound
from desk.domain.options import label
from desk.domain.rating import Rating
from desk.domain.referral import Referral
from desk.domain.rights import Right
from desk.i18n import _, language
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.desk import CardDesk
from desk.ui.complaint.clock_facts import clock_facts
from desk.ui.complaint.end_facts import end_facts
from desk.ui.complaint.facts import FactGroup, fact_groups, own_facts
from desk.ui.complaint.history import Happened, history
from desk.ui.complaint.paper_work import PaperWork
from desk.ui.complaint.shelf_work import ShelfWork
from desk.ui.jobs import Jobs
from desk.ui.parts import Said
from desk.ui.priority_words import priority_rule
from desk.ui.refresh import Refresh
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.today.rows import is_late, next_words, words_for

if TYPE_CHECKING:
    from desk.domain.complaint import Complaint
    from desk.domain.effort import Effort
    from desk.services.complaints import Whole


@dataclass(frozen=True, slots=True)
class ComplaintScreen:
    """What the view draws: `facing` the line on top, `rule` its priority's, `due` what runs now.

    `hint` says for whom inside the company it is, where a rule asks for it.
    """

    reference: str
    facing: str
    rule: str
    due: str
    overdue: bool
    is_open: bool
    hint: str
    groups: tuple[FactGroup, ...]
    happened: tuple[Happened, ...]
    note: str
    noting: bool


NOTHING = ComplaintScreen(
    reference="", facing="", rule="", due="", overdue=False, is_open=False, hint="", groups=(),
    happened=(), note="", noting=False,
)  # fmt: skip


class ComplaintPresenter(ScreenPresenter):
    """One complaint at a time, named by its reference."""

    changed = Signal(object)

    def __init__(
        self, app: App, refresh: Refresh, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.app = self._app = app
        self._whole: Whole | None = None
        self._is_shown = False
        self._noting = False
        self._notes: dict[str, str] = {}
        self.screen = NOTHING
        self.papers = PaperWork(app, jobs, self)
        self.papers.said.connect(self.said)
        self.papers.failed.connect(self.failed)
        self.shelf = ShelfWork(app, jobs, self)
        self.shelf.said.connect(self.said)
        self.shelf.failed.connect(self.failed)
        self.cards = CardDesk(app, self, jobs)
        self.cards.said.connect(self.said)
        self.cards.failed.connect(self.failed)
        refresh.changed.connect(self._on_news)

    def title(self) -> str:
        """Name the complaint for the window's title."""
        return self.screen.reference

    def enter(self, argument: str = "") -> bool:
        """Come into view with a complaint, or with the one that was shown last."""
        self._is_shown = True
        wanted = argument or self.screen.reference
        if wanted != self.screen.reference:
            self._noting = False
            self.papers.close()
        self._read(wanted)
        return True

    def leave(self) -> bool:
        """Go out of view; a note begun stays begun."""
        self._is_shown = False
        return True

    def reload(self) -> None:
        """Read the same complaint again."""
        if self.screen.reference:
            self._read(self.screen.reference)

    def continue_in_guide(self) -> None:
        """Take the complaint up again in the guide; who may only read stays here."""
        if self._whole is None or not self._whole.complaint.is_open:
            return
        try:
            self._app.settings.must(Right.HANDLE)
        except DeskError as error:
            self.failed.emit(error)
            return
        self.asked.emit("guide", self._whole.complaint.id)

    def begin_note(self) -> None:
        """Open the field for a note."""
        self._noting = True
        self._show()

    def end_note(self) -> None:
        """Close the field for a note; what was typed comes back with it."""
        self._noting = False
        self._show()

    def type_note(self, text: str) -> None:
        """Keep what is being written, so that a change of language or screen loses nothing."""
        self._notes[self.screen.reference] = text

    def save_note(self) -> None:
        """Put the note on the timeline; an empty one only closes the field."""
        text = self._notes.get(self.screen.reference, "")
        if self._whole is None:
            return
        if text.strip():
            try:
                self._app.complaints.add_note(self._whole.complaint.id, text)
            except DeskError as error:
                self.failed.emit(error)
                return
            self.said.emit(Said(_("The note is on the timeline."), "done"))
        self._notes.pop(self.screen.reference, None)
        self._noting = False
        self.reload()

    def open_papers(self) -> None:
        """Offer the papers of this complaint."""
        if self._whole is not None:
            self.papers.offer(self._whole.complaint)

    def open_paper(self, file: str) -> None:
        """Show a paper that was kept, as it was printed."""
        if self._whole is not None:
            self.papers.offer(self._whole.complaint)
            self.papers.show_kept(Path(file).name)

    def write_beside(self) -> str:
        """Give the id of the complaint to write beside; "" for none."""
        return self._whole.complaint.id if self._whole is not None else ""

    def step_back(self) -> bool:
        """Close what lies on top, the papers before the note; tell whether anything did."""
        if self.papers.is_open:
            self.papers.close()
        elif self._noting:
            self.end_note()
        else:
            return False
        return True

    def _read(self, reference: str) -> None:
        try:
            self._whole = self._app.complaints.whole(reference)
        except NotFound as error:
            self._whole = None
            self.shelf.read("")
            self.screen = NOTHING
            self.changed.emit(self.screen)
            if reference:
                self.failed.emit(error)
            return
        self.cards.stand_beside(self._whole.complaint.id)
        self.shelf.read(self._whole.complaint.id)
        self._show()

    def _show(self) -> None:
        if self._whole is None:
            return
        complaint = self._whole.complaint
        now = self._app.complaints.now()
        currency = self._app.settings.current().currency
        coming = coming_next(complaint, now.tzinfo)
        facing = (
            words_for(complaint.category),
            _(priorities.in_short(complaint.priority)) if complaint.priority else "",
            _(label(complaint.stage)),
            _("came {when}").format(when=moments.full(complaint.arrived_at, now)),
            complaint.handler,
        )
        self.screen = ComplaintScreen(
            reference=complaint.reference,
            facing=" · ".join(part for part in facing if part),
            rule=priority_rule(complaint.priority, self._app.settings.current()),
            due=next_words(coming, now),
            overdue=is_late(coming, now),
            is_open=complaint.is_open,
            hint=self._hint(complaint),
            groups=(
                *fact_groups(complaint, now.date(), currency, self._items()),
                *own_facts(self._app.own_fields.said(complaint.id), now.date()),
                *clock_facts(complaint, self._effort(complaint), now),
                *self._end(complaint, now),
            ),
            happened=history(self._whole.entries, self._whole.papers, self._items(), now, currency),
            note=self._notes.get(complaint.reference, ""),
            noting=self._noting,
        )
        self.changed.emit(self.screen)

    def _hint(self, complaint: "Complaint") -> str:
        from desk.domain.escalation import suggested_words

        hint = self._app.escalations.suggested(complaint.id)
        return suggested_words(hint).said(_) if hint is not None else ""

    def _end(self, complaint: "Complaint", now: datetime) -> tuple[FactGroup, ...]:
        besides, about = self._app.besides, complaint.id
        return end_facts(
            complaint,
            self._app.closings.of(about),
            besides.of(Referral, about),
            besides.of(Rating, about),
            now,
        )

    def _effort(self, complaint: "Complaint") -> "Effort | None":
        """Weigh what was looked at, once something was found."""
        if complaint.finding is None:
            return None
        return self._app.assessments.effort(complaint)

    def _items(self) -> dict[str, str]:
        """Give the words of checklist items, categories and own fields, retired ones too."""
        spoken = language()
        return {
            **{item.id: item.text for item in self._app.guides.of(spoken).checklist},
            **{n.code: name_of(n, spoken) for n in self._app.categories.tree().nodes},
            **{
                own_field.question_name(field.code): own_field.name_of(field, spoken)
                for field in self._app.own_fields.fields()
            },
        }

    @Slot(frozenset)
    def _on_news(self, tables: frozenset[str]) -> None:
        if self._is_shown and tables - {"draft", "desk_state"}:
            self.reload()
