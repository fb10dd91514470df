"""Goes on though answers are missing: one digit says why, and it is counted."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer

from desk.domain.answers import Raw
from desk.domain.gates import GO_ON, REASONS
from desk.i18n import _
from desk.ui.cards.card import Card, CardLine
from desk.ui.guide.presenter import GuidePresenter


class GoOnCard(Card):
    """The reasons there are; the digit of one is the whole answer."""

    name = "go_on"

    def __init__(self, complaint: str, given: Callable[[str], object]) -> None:
        super().__init__(complaint)
        self._given = given

    def title(self) -> str:
        """Ask why."""
        return _("Why go on without it?")

    def note(self) -> str:
        """Say that it is counted, and what nobody can go on without."""
        return _(
            "It is counted, not held against anybody. Telling the supervisor where somebody is at "
            "risk, and what closing needs, cannot be left out."
        )

    def lines(self) -> tuple[CardLine, ...]:
        """Give the reasons in the order of their digits."""
        return tuple(CardLine(r.value, _(words), by_hand=True) for r, words in REASONS.items())

    def commit_label(self) -> str:
        """A digit is enough."""
        return ""

    def tick(self, line: str, on: bool) -> Mapping[str, Raw] | None:
        """Take the reason."""
        del on
        self._given(line)
        return None


def go_on_anyway(presenter: GuidePresenter) -> None:
    """Ask why, then make the commitment of this step without what is missing."""

    def go_on(reason: str) -> None:
        place = presenter.place()
        presenter.edit(GO_ON, (reason,))
        presenter.stand_at(*place)
        # When the card has done its own work: closing it draws the form again.
        QTimer.singleShot(0, presenter, finish)

    def finish() -> None:
        presenter.cards.close()
        presenter.commit()

    if complaint := presenter.write_beside():
        presenter.cards.open(GoOnCard(complaint, go_on))
