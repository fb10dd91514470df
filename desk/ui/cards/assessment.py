"""The cards of weighing and of time: a priority by hand, and waiting for somebody."""

from collections.abc import Mapping

from desk.domain.answers import Raw
from desk.domain.beside_labels import BESIDE_LABELS
from desk.domain.pause import QUESTIONS as PAUSE
from desk.domain.pause import Pause, WaitingFor
from desk.domain.priority_by_hand import QUESTIONS as BY_HAND
from desk.domain.questions import Question
from desk.i18n import _
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.card import Card, CardLine
from desk.ui.priority_words import priority_table


class PriorityCard(Card):
    """Shows the table a priority follows, and lets another be set with a reason."""

    name = "priority"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the card."""
        return _("Priority by hand")

    def note(self) -> str:
        """Say what the hand may not do."""
        return _(
            "The table gives the priority; what holds is ticked. Another one needs a reason and "
            "stands in the history. Where somebody is or may be at risk it stays P1."
        )

    def lines(self) -> tuple[CardLine, ...]:
        """Show the table, the row that holds ticked."""
        kept = self._app.complaints.get(self.complaint)
        held = (kept.priority if kept is not None else None) or 3
        return tuple(
            CardLine(f"p{number}", rule, done=number == held)
            for number, rule in priority_table(self._app.settings.current())
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask which, why, and whether something must be done at once."""
        del answers
        return BY_HAND

    def suggested(self) -> Mapping[str, Raw]:
        """Start from what was set before."""
        kept = self._app.complaints.get(self.complaint)
        if kept is None:
            return {}
        return {
            "priority_by_hand": (str(kept.priority_by_hand or 0),),
            "priority_reason": kept.priority_reason,
            "immediate": (kept.immediate.value,) if kept.immediate else (),
        }

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Save it and say which holds now."""
        saved = self._app.assessments.weigh_by_hand(self.complaint, answers)
        return _("The priority is P{number}.").format(number=saved.priority or 3)


class PauseCard(Card):
    """Stops our own clocks while we wait for somebody; a line that is open is ended by its tick."""

    name = "pause"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app
        self._ending = ""

    def title(self) -> str:
        """Name the card."""
        return _("Waiting for somebody")

    def note(self) -> str:
        """Say which clocks stand still and which do not."""
        return _(
            "Our own clocks stand still while we wait. Promises and the 15 days by law go on. "
            "Choose a line to end its waiting."
        )

    def lines(self) -> tuple[CardLine, ...]:
        """Tell every pause, newest first; one that lasts can be chosen."""
        return tuple(self._told(pause) for pause in reversed(self._kept()))

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask whom we wait for and why; an end asks nothing."""
        del answers
        return () if self._ending else PAUSE

    def commit_label(self) -> str:
        """Say what the button does."""
        return _("Go on") if self._ending else _("Stop our clocks")

    def tick(self, line: str, on: bool) -> None:
        """Choose a pause to be ended, or go back to a new one."""
        self._ending = line if on else ""

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Begin one, or end the one that was chosen."""
        if not self._ending:
            self._app.pauses.begin(self.complaint, answers)
            return _("We wait: our own clocks stand still.")
        pause = next(kept for kept in self._kept() if kept.id == self._ending)
        self._app.pauses.end(pause)
        self._ending = ""
        return _("The waiting is over: our clocks go on.")

    def _kept(self) -> list[Pause]:
        return self._app.pauses.of(self.complaint)

    def _told(self, pause: Pause) -> CardLine:
        now = self._app.complaints.now()
        since = moments.full(pause.from_at, now) if pause.from_at else ""
        until = moments.full(pause.until_at, now) if pause.until_at else _("still waiting")
        whom = _(BESIDE_LABELS[WaitingFor][pause.waiting_for]) if pause.waiting_for else ""
        words = _("{whom}: {reason}  {since} – {until}").format(
            whom=whom, reason=pause.reason, since=since, until=until
        )
        return CardLine(pause.id, words, done=not pause.is_open, by_hand=pause.is_open)
