"""Weighs a complaint and sets its clocks, the same whatever saved it."""

import dataclasses
from collections.abc import Callable
from datetime import datetime, tzinfo

from desk.domain.assessment import priority, suggested_immediate, weighed
from desk.domain.clocks import after_waiting, stretches, without_clocks
from desk.domain.complaint import Complaint, Known
from desk.domain.deadline import (
    WorkCalendar,
    demands,
    due_dates,
    next_word_due,
    stamped,
    statutory_due,
)
from desk.services.settings import SettingsService
from desk.storage.transaction import Transaction


class Clocks:
    """What is worked out about a complaint before it is written."""

    def __init__(
        self, settings: SettingsService, calendar: Callable[[], WorkCalendar], zone: tzinfo
    ) -> None:
        self._settings = settings
        self._calendar = calendar
        self._zone = zone

    def weighed(self, tx: Transaction, complaint: Complaint, stored: Complaint) -> Complaint:
        """Give the priority that holds, the customer's tier, and whether to act at once."""
        derived = priority(
            safety=complaint.safety,
            severity=complaint.severity,
            affected=complaint.affected,
            same_thing_open=tx.complaints.same_thing_open(complaint.product, complaint.id),
        )
        immediate = complaint.immediate
        at_once = suggested_immediate(complaint.safety)
        is_news = at_once and not suggested_immediate(stored.safety)
        if complaint.severity is not None and (immediate is None or is_news):
            immediate = Known.YES if at_once else Known.NO
        return dataclasses.replace(
            complaint,
            priority=weighed(derived, complaint.priority_by_hand, complaint.safety),
            tier=_tier(tx, complaint, stored),
            immediate=immediate,
        )

    def clocked(self, tx: Transaction, complaint: Complaint, stored: Complaint) -> Complaint:
        """Set the clocks where a complaint is received, reopened or weighed anew.

        What only waited to be closed waits no longer; what is no complaint has no clocks.
        """
        base = complaint.reopened_at or complaint.received_at
        if base is None:
            return complaint
        if not complaint.is_complaint:
            return without_clocks(complaint)
        if stored.closed_at is not None and complaint.closed_at is not None:
            return complaint
        if complaint.closed_at is not None:
            complaint = _not_waiting(tx, complaint)
        is_anew = complaint.reopened_at != stored.reopened_at
        if is_anew or not complaint.policy or _weight(complaint) != _weight(stored):
            complaint = self._set(tx, complaint, base)
        complaint = self._law(complaint, stored, base if is_anew or not stored.policy else tx.at)
        return complaint if is_anew else self._next_word(complaint, stored)

    def _set(self, tx: Transaction, complaint: Complaint, base: datetime) -> Complaint:
        from desk.domain.pause import Pause  # only what is weighed anew asks for pauses

        calendar = self._calendar()
        due = due_dates(
            received_at=base,
            priority=complaint.priority or 3,
            calendar=calendar,
            settings=self._settings.current(),
            zone=self._zone,
            tier=complaint.tier,
        )
        first_word = complaint.first_word_due_at
        complaint = stamped(complaint, due)
        if complaint.reopened_at is not None:  # they had their first word; it is not due again
            complaint = dataclasses.replace(complaint, first_word_due_at=first_word)
        since = complaint.paused_at
        over = (
            pause
            for pause in tx.records(Pause).of(complaint.id)
            if pause.until_at is not None
            and pause.from_at is not None
            and pause.from_at >= base
            and (since is None or pause.from_at < since)
        )
        return after_waiting(complaint, stretches(over, tx.at), calendar, self._zone)

    def _law(self, complaint: Complaint, stored: Complaint, demanded_at: datetime) -> Complaint:
        """Start the law's clock with a demand; it is never stopped but by taking that back."""
        if complaint.final_due_at is None or not demands(complaint.wish):
            return dataclasses.replace(complaint, statutory_due_at=None)
        is_anew = complaint.reopened_at != stored.reopened_at
        if stored.statutory_due_at is not None and not is_anew:
            return complaint
        due = statutory_due(demanded_at, self._settings.current(), self._zone)
        return dataclasses.replace(complaint, statutory_due_at=due)

    def _next_word(self, complaint: Complaint, stored: Complaint) -> Complaint:
        """Move the next word's clock on from each word that went to the customer."""
        said_at = complaint.responded_at or complaint.acknowledged_at
        before = stored.responded_at or stored.acknowledged_at
        if said_at is None or complaint.progress_due_at is None:
            return complaint
        if said_at == before and complaint.progress_due_at == stored.progress_due_at:
            return complaint
        due = next_word_due(said_at, self._calendar(), self._settings.current(), self._zone)
        if stored.acknowledged_at is not None and stored.progress_due_at is not None:
            due = max(due, stored.progress_due_at)
        return dataclasses.replace(complaint, progress_due_at=due)


def _weight(complaint: Complaint) -> tuple[int | None, str]:
    return complaint.priority, complaint.tier


def _tier(tx: Transaction, complaint: Complaint, stored: Complaint) -> str:
    """Give the tier of the customer a complaint is linked to, or what was written."""
    if not complaint.complainant or complaint.complainant == stored.complainant:
        return complaint.tier
    from desk.domain.complainant import Complainant

    known = tx.records(Complainant).get(complaint.complainant)
    return known.tier if known is not None else complaint.tier


def _not_waiting(tx: Transaction, complaint: Complaint) -> Complaint:
    """End what a closed complaint waited for."""
    if complaint.paused_at is None:
        return complaint
    from desk.domain.pause import Pause

    for pause in tx.records(Pause).of(complaint.id):
        if pause.is_open:
            ended = dataclasses.replace(pause, until_at=complaint.closed_at)
            tx.records(Pause).save(ended, root=complaint.id)
    return dataclasses.replace(complaint, paused_at=None)
