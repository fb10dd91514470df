"""What a commitment agrees on: the offer as its own record, its limit, and the promises in it."""

from datetime import date, datetime, time, tzinfo

from desk.domain.complaint import Complaint
from desk.domain.identity import derived_id
from desk.domain.limits import OverLimit, is_covered, limits_of, money_given
from desk.domain.matter import Matter
from desk.domain.offer import Approval, Offer, made
from desk.domain.promise import Promise
from desk.domain.promising import agreed
from desk.services.settings import SettingsService
from desk.storage.transaction import Transaction


class Agreement:
    """Keeps it within the transaction of the commitment."""

    def __init__(self, settings: SettingsService, zone: tzinfo) -> None:
        self._settings = settings
        self._zone = zone

    def keep(self, tx: Transaction, decided: Complaint, stored: Complaint) -> None:
        """Write down what was offered and promised."""
        if decided.responded_at is not None:
            self._keep_offer(tx, decided)
        today = tx.at.astimezone(self._zone).date()
        promises = tx.records(Promise)
        known = {promise.id: promise for promise in promises.of(decided.id)}
        for promise in agreed(decided, stored, list(known.values()), today):
            known[promise.id] = promises.save(promise, root=decided.id)

    def must_be_within_limits(self, tx: Transaction, decided: Complaint) -> None:
        """Let an offer pass that its maker may make, or a supervisor granted. Raises OverLimit."""
        settings, person = self._settings.current(), self._settings.gate.person
        limits = limits_of(person, settings)
        amount = money_given(decided, tx.records(Matter).of(decided.id)) if limits else 0
        if limits is None or person is None or not amount:
            return
        start, end = month_of(tx.at, self._zone)
        in_month = tx.given.in_span(person.id, start, end, without=decided.id)
        if limits.is_over(amount, in_month) and not is_covered(
            amount, tx.records(Approval).of(decided.id)
        ):
            raise OverLimit(amount, limits, in_month, settings.currency)

    def _keep_offer(self, tx: Transaction, decided: Complaint) -> None:
        if not decided.offer:
            return
        before = tx.records(Offer).of(decided.id)
        last = max(before, key=lambda offer: offer.number, default=None)
        number = last.number + 1 if last is not None else 1
        fresh = Offer(
            id=derived_id(decided.id, "offer", str(number)),
            complaint=decided.id,
            number=number,
            offered_at=tx.at,
            offered_by=tx.author.name,
            staff=tx.author.staff,
        )
        tx.records(Offer).save(made(decided, last, fresh), root=decided.id)


def month_of(at: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """Give the first moments of a moment's calendar month and of the next, in a time zone."""
    first = at.astimezone(zone).date().replace(day=1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return datetime.combine(first, time(), zone), datetime.combine(following, time(), zone)
