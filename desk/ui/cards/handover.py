"""Hands the complaint in front over to a colleague; the timeline tells who gave it to whom."""

from collections.abc import Mapping

from desk.domain.answers import Raw
from desk.domain.errors import AnswersMissing, NotFound
from desk.domain.label import N_
from desk.domain.question import Form, Question
from desk.domain.staff import Staff
from desk.i18n import _
from desk.services.app import App
from desk.ui.cards.card import Card


class HandoverCard(Card):
    """One question: to whom. Who is complained about is not among the answers."""

    name = "handover"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the card."""
        return _("Hand over to a colleague")

    def note(self) -> str:
        """Say who handles it now."""
        stored = self._app.complaints.get(self.complaint)
        if not self._app.settings.gate.has_people:
            return _("No people were entered yet. Ctrl+8 enters the first, with a PIN.")
        name = stored.handler if stored is not None else ""
        return _("Handled by {name} until now. All that was written goes with it.").format(
            name=name or _("nobody")
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask to whom."""
        del answers
        return (
            Question(
                name="taker",
                form=Form.CODE,
                label=N_("To whom?"),
                problem=N_("Choose who takes it over"),
                offers=tuple((person.id, person.name) for person in self._takers()),
            ),
        )

    def commit_label(self) -> str:
        """Say what the button does."""
        return _("Hand over")

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Hand it over. Raises AnswersMissing and what the service raises."""
        raw = answers.get("taker", "")
        staff_id = raw if isinstance(raw, str) else next(iter(raw), "")
        if not staff_id:
            raise AnswersMissing(("taker",))
        saved = self._app.handover.hand_over(self.complaint, staff_id)
        words = _("{reference} is handed over to {name}.")
        return words.format(reference=saved.reference, name=saved.handler)

    def _takers(self) -> tuple[Staff, ...]:
        stored = self._app.complaints.get(self.complaint)
        if stored is None:
            raise NotFound(self.complaint)
        return self._app.handover.takers(stored)
