"""The card of offers: those made so far, and what was given last time for the like."""

from datetime import datetime

from desk.domain.like_this import median_cost
from desk.domain.limits import amount_words
from desk.domain.options import label
from desk.domain.response import MONEY, Answer, Remedy
from desk.i18n import _
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.card import Card, CardLine


class OffersCard(Card):
    """Only tells: nothing is asked here, and nobody is named."""

    name = "offers"

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._app = app

    def title(self) -> str:
        """Name the card."""
        return _("Offers so far")

    def note(self) -> str:
        """Say what was given before for the like."""
        earlier = self._app.offers.like_this(self.complaint)
        cost = median_cost(earlier)
        if cost is None:
            return _("Nothing like it was answered before.")
        told = [
            _("What we gave last time for the like"),
            *(self._line(one.responded_at, one.offer, one.cost, one.answer) for one in earlier),
            _("Middle cost: {amount}").format(amount=self._money(cost)),
        ]
        return "\n".join(told)

    def lines(self) -> tuple[CardLine, ...]:
        """Give this complaint's offers in their order."""
        return tuple(
            CardLine(
                one.id,
                f"{one.number}  {self._line(one.offered_at, one.offer, one.amount, one.answer)}  "
                f"{one.offered}",
                done=one.answer in {Answer.ACCEPTS, Answer.ACCEPTS_PART},
            )
            for one in self._app.offers.of(self.complaint)
        )

    def commit_label(self) -> str:
        """There is nothing to save."""
        return ""

    def _line(
        self,
        at: datetime | None,
        offer: tuple[Remedy, ...],
        amount: int | None,
        answer: Answer | None,
    ) -> str:
        parts = (
            moments.full(at, self._app.complaints.now()) if at is not None else "",
            _(", ").join(_(label(remedy)) for remedy in offer),
            self._money(amount or 0) if MONEY & set(offer) else "",
            _(label(answer)) if answer is not None else "",
        )
        return "  ".join(part for part in parts if part)

    def _money(self, amount: int) -> str:
        return amount_words(amount, self._app.settings.current().currency)
