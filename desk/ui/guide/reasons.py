"""Asks by one digit why something on paper is changed, and goes on with what was pressed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Slot

from desk.domain.answers import Raw
from desk.domain.errors import DeskError
from desk.domain.field_labels import field_label
from desk.domain.later_change import ANSWER, ChangeReason, ReasonNeeded
from desk.domain.options import labels
from desk.i18n import _
from desk.ui.cards.card import Card, CardLine
from desk.ui.guide.presenter import GuidePresenter
from desk.ui.parts import Said


class ReasonCard(Card):
    """The reasons there are; the digit of one is the whole answer."""

    name = "change_reason"

    def __init__(self, needed: ReasonNeeded, given: Callable[[str], object]) -> None:
        super().__init__(needed.complaint)
        self._fields = needed.fields
        self._given = given

    def title(self) -> str:
        """Ask why."""
        return _("Why is it changed?")

    def note(self) -> str:
        """Name what is changed."""
        named = _(", ").join(_(field_label(name)) for name in self._fields)
        return _("The customer has this on paper: {fields}. One digit is enough.").format(
            fields=named
        )

    def lines(self) -> tuple[CardLine, ...]:
        """Give the reasons in the order of their digits."""
        return tuple(
            CardLine(reason.value, _(words), by_hand=True)
            for reason, words in labels(ChangeReason).items()
        )

    def tick(self, line: str, on: bool) -> Mapping[str, Raw] | None:
        """Take the reason."""
        del on
        self._given(line)
        return None

    def commit(self, answers: Mapping[str, Raw]) -> str:
        """Say that a digit is waited for."""
        del answers
        return _("Press the digit of the reason.")

    def stays_open(self) -> bool:
        """Wait for the digit."""
        return True


class ReasonAsker(QObject):
    """Stands beside the guide's presenter and answers what its services ask for."""

    def __init__(self, presenter: GuidePresenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        presenter.failed.connect(self._on_failed)

    @Slot(object)
    def _on_failed(self, error: DeskError) -> None:
        if isinstance(error, ReasonNeeded):
            card = ReasonCard(error, lambda reason: self._take(error, reason))
            self._presenter.cards.open(card)

    def _take(self, needed: ReasonNeeded, reason: str) -> None:
        presenter = self._presenter
        place = presenter.place()
        presenter.edit(ANSWER, (reason, *needed.fields))
        presenter.stand_at(*place)
        # When the card has done its own work: closing it draws the form again.
        QTimer.singleShot(0, self, lambda: self._go_on(by_commitment=needed.by_commitment))

    def _go_on(self, *, by_commitment: bool) -> None:
        self._presenter.cards.close()
        if by_commitment:
            self._presenter.commit()
        else:
            self._presenter.said.emit(Said(_("The reason is noted. Press the key again.")))
