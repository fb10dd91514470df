"""What belongs to the end of a complaint, whatever ended it: the rule, and what is kept of it."""

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from desk.domain.closing import Closing, Standing, must_be_closable
from desk.domain.complaint import Complaint
from desk.domain.complaint_choices import Channel, Known
from desk.domain.deadline import WorkCalendar
from desk.domain.guide import has_contact
from desk.domain.identity import derived_id
from desk.domain.kept_item import KeptItem
from desk.domain.matter import Matter
from desk.domain.promise import Promise, PromiseKind
from desk.domain.rating import Asked, Occasion, Rating
from desk.domain.recurring import WITHIN, suggested_repeat
from desk.domain.referral import INSIDE, Referral
from desk.domain.response import Outcome
from desk.services.settings import SettingsService
from desk.storage.transaction import Transaction

_NOT_CALLED = {None, Channel.NO_NEED}


@dataclass(frozen=True, slots=True)
class Farewell:
    """What was said when a complaint ended without agreement."""

    words: str = ""
    told: Known | None = None


SILENT = Farewell()


class Ending:
    """Works within the transaction of the commitment that closes."""

    def __init__(
        self, settings: SettingsService, calendar: Callable[[], WorkCalendar], zone: tzinfo
    ) -> None:
        self._settings = settings
        self._calendar = calendar
        self._zone = zone

    def weighed(self, tx: Transaction, closed: Complaint) -> Complaint:
        """Say whether it came once or again, unless somebody said so before."""
        if closed.repeat is not None or not closed.is_complaint:
            return closed
        alike = tx.given.alike(closed, since=closed.arrived_at - WITHIN)
        return dataclasses.replace(closed, repeat=suggested_repeat(alike + 1))

    def finish(
        self, tx: Transaction, saved: Complaint, stored: Complaint, farewell: Farewell = SILENT
    ) -> None:
        """Keep a closing with its ratings and the call that follows it; nothing if it stays open.

        Raises MayNotClose, which names all that is still open.
        """
        if saved.closed_at is None or stored.closed_at is not None:
            return
        outcome = saved.outcome or Outcome.RESOLVED
        must_be_closable(saved, outcome, self._standing(tx, saved, farewell))
        number = len(tx.records(Closing).of(saved.id)) + 1
        self._keep_closing(tx, saved, farewell, number)
        self._keep_rating(tx, saved, number)
        self._promise_call(tx, saved, number)

    def _standing(self, tx: Transaction, saved: Complaint, farewell: Farewell) -> Standing:
        promises = tx.records(Promise).of(saved.id)
        outside = [r for r in tx.records(Referral).of(saved.id) if r.level not in INSIDE]
        return Standing(
            remedies=sum(p.is_open and p.kind is PromiseKind.REMEDY for p in promises),
            items=sum(item.is_open for item in tx.records(KeptItem).of(saved.id)),
            matters=sum(not matter.is_decided for matter in tx.records(Matter).of(saved.id)),
            outside=len(outside),
            awaited=sum(referral.is_open for referral in outside),
            told=farewell.told is Known.YES,
            words=farewell.words,
            tried=tx.given.tried(saved.id, self._zone),
            tries=self._settings.current().no_contact_tries,
        )

    def _keep_closing(
        self, tx: Transaction, saved: Complaint, farewell: Farewell, number: int
    ) -> None:
        closing = dataclasses.replace(
            closing_of(saved, number),
            words=farewell.words,
            told=farewell.told,
            closed_by=tx.author.name,
        )
        tx.records(Closing).save(closing, root=saved.id)

    def _keep_rating(self, tx: Transaction, saved: Complaint, number: int) -> None:
        """Keep how they found it; that nobody asked is counted as well (features.md E4)."""
        is_said = saved.rating_result is not None or saved.rating_handling is not None
        rating = Rating(
            id=derived_id(saved.id, "rating", str(number)),
            complaint=saved.id,
            occasion=Occasion.CLOSING,
            asked=Asked.ANSWERED if is_said else Asked.NOT_ASKED,
            result=saved.rating_result,
            handling=saved.rating_handling,
            asked_at=tx.at,
            asked_by=tx.author.name,
        )
        tx.records(Rating).save(rating, root=saved.id)

    def _promise_call(self, tx: Transaction, saved: Complaint, number: int) -> None:
        days = self._settings.current().call_back_days
        may_call = (
            has_contact(saved)
            and saved.consent is Known.YES
            and saved.channel not in _NOT_CALLED
            and saved.outcome is Outcome.RESOLVED
            and saved.is_complaint
        )
        if not days or not may_call:
            return
        today = tx.at.astimezone(self._zone).date()
        call = Promise(
            id=derived_id(saved.id, "call_back", str(number)),
            complaint=saved.id,
            kind=PromiseKind.CALL,
            by=saved.handler,
            due_on=self._worked(today + timedelta(days=days)),
            made_on=today,
        )
        tx.records(Promise).save(call, root=saved.id)

    def _worked(self, day: date) -> date:
        """Give a day, or the working day after it."""
        calendar = self._calendar()
        return day if calendar.is_working(day) else calendar.after(day, 1)


def closing_of(closed: Complaint, number: int = 1) -> Closing:
    """Make the closing a closed complaint tells of by itself; `number` counts from 1."""
    return Closing(
        id=derived_id(closed.id, "closing", str(number)),
        complaint=closed.id,
        outcome=closed.outcome,
        answer=closed.answer,
        closed_at=closed.closed_at,
        since_at=closed.reopened_at,
        due_at=closed.final_due_at,
    )
