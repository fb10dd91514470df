"""One key for "told them": a word of how it stands, and the day of the next one."""

from collections.abc import Mapping

from desk.domain.answers import Raw
from desk.domain.contact import QUESTIONS, Reached
from desk.domain.questions import Question
from desk.i18n import _
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.card import Card

_BY_NAME = {question.name: question for question in QUESTIONS}


class ToldCard(Card):
    """Notes that the customer was told how it stands; Enter is enough."""

    name = "told"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the card."""
        return _("Told them how it stands")

    def note(self) -> str:
        """Say by when the word is due."""
        complaint = self._app.complaints.get(self.complaint)
        if complaint is None or complaint.progress_due_at is None:
            return _("No next word is due on this complaint.")
        return _("The next word is due {when}.").format(
            when=moments.full(complaint.progress_due_at, self._app.complaints.now())
        )

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask how, and what was said."""
        del answers
        return tuple(_BY_NAME[name] for name in ("way", "reached", "words"))

    def suggested(self) -> Mapping[str, Raw]:
        """Start from a call that reached them."""
        words = _("Told how it stands: we are still on it.")
        return {"way": ("phone",), "reached": ("yes",), "words": words}

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Write the contact down; the next word's day moves on when it reached them."""
        contact = self._app.contacts.add(self.complaint, {**answers, "direction": ("out",)})
        complaint = self._app.complaints.get(self.complaint)
        due = complaint.progress_due_at if complaint is not None else None
        if contact.reached is Reached.NO_ANSWER or due is None:
            return _("Written down. Nobody was reached, so the next word is still due.")
        now = self._app.complaints.now()
        return _("Written down. The next word is due {when}.").format(when=moments.full(due, now))
