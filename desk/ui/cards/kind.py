"""The card by which praise taken in as a complaint becomes praise, with the reason."""

from collections.abc import Mapping

from desk.domain.answers import Raw
from desk.domain.kind_change import QUESTIONS
from desk.domain.options import label
from desk.domain.question import Question
from desk.i18n import _
from desk.services.app import App
from desk.ui.cards.card import Card


class KindCard(Card):
    """Asks for the kind it is and why."""

    name = "kind"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._kinds = app.kinds

    def title(self) -> str:
        """Name the card."""
        return _("Another kind")

    def note(self) -> str:
        """Say what follows from it."""
        return _("Deadlines run only for complaints; the kinds are counted apart.")

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask which, and why."""
        del answers
        return QUESTIONS

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Change it."""
        saved = self._kinds.change(self.complaint, answers)
        kind = _(label(saved.kind)) if saved.kind is not None else ""
        return _("{reference} is counted as: {kind}.").format(reference=saved.reference, kind=kind)
