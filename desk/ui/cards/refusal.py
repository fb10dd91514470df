"""The card of side path 3: the customer does not accept, so it goes on somewhere else."""

from collections.abc import Mapping

from desk.domain.answers import Raw
from desk.domain.beside_labels import BESIDE_LABELS
from desk.domain.options import label
from desk.domain.question import Question
from desk.domain.referral import NEXT_LOOK, QUESTIONS, Level, Referral
from desk.domain.route import printed
from desk.domain.side_path import Path
from desk.i18n import N_, _
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.card import Card, CardLine

ABOUT = N_("They need not accept. Choose the way on; the complaint stays open until it is used up.")


class RefusalCard(Card):
    """Writes a referral with the day on which we look at it again."""

    name = "does_not_accept"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the path."""
        return _(label(Path.DOES_NOT_ACCEPT))

    def note(self) -> str:
        """Say what it is for, and the outside routes a supervisor wrote down."""
        routes = printed(self._app.settings.current().routes)
        return "\n".join(filter(None, (_(ABOUT), routes)))

    def lines(self) -> tuple[CardLine, ...]:
        """Tell where it went before, newest first."""
        return tuple(
            CardLine(one.id, self._told(one), done=not one.is_open)
            for one in reversed(self._app.besides.of(Referral, self.complaint))
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask where it goes, why, and when we look again."""
        del answers
        return (*QUESTIONS[:3], NEXT_LOOK, *QUESTIONS[3:])  # what must be said comes first

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Write it down."""
        self._app.side_paths.refer(self.complaint, answers)
        return _("Written down. The complaint stays open.")

    def _told(self, one: Referral) -> str:
        now = self._app.complaints.now()
        level = _(BESIDE_LABELS[Level][one.level]) if one.level is not None else ""
        since = moments.full(one.referred_at, now) if one.referred_at is not None else ""
        return "  ".join(filter(None, (since, level, one.where, one.result)))
