"""The card of the organisation's own fields: what else is asked, answered in any order."""

from collections.abc import Mapping

from desk.domain.answers import Raw
from desk.domain.question import Question
from desk.i18n import _, language
from desk.services.app import App
from desk.ui.cards.card import Card


class OwnFieldsCard(Card):
    """Shows every own field with its answer; saving keeps them all."""

    name = "own"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._own = app.own_fields

    def title(self) -> str:
        """Name the card."""
        return _("More about it")

    def note(self) -> str:
        """Say where fields come from when there are none."""
        if self._asked():
            return _("Inside only; all of it is optional.")
        return _("There are no own fields yet. A supervisor adds them in Settings, Own fields.")

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask every field in use, and retired ones that have an answer here."""
        del answers
        return self._asked()

    def suggested(self) -> Mapping[str, Raw]:
        """Start from what is kept."""
        return self._own.raw(self.complaint)

    def commit_label(self) -> str:
        """Say what the button does; nothing can be saved where nothing is asked."""
        return _("Save") if self._asked() else ""

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Keep the answers."""
        changed = self._own.answer(self.complaint, answers)
        return _("{what} is written down.").format(what=self.title()) if changed else ""

    def _asked(self) -> tuple[Question, ...]:
        return self._own.questions(self.complaint, language())
