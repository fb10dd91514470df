"""One commitment: a draft's answers become a saved complaint, as the domain decides."""

import dataclasses
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from desk.domain import stages
from desk.domain.answers import fill
from desk.domain.assessment import AT_RISK
from desk.domain.complaint import Complaint
from desk.domain.content_version import SHIPPED
from desk.domain.deadline import WorkCalendar
from desk.domain.draft import Draft
from desk.domain.errors import NotFound
from desk.domain.guide import Tick
from desk.domain.identity import derived_id
from desk.domain.later_change import LaterChange
from desk.domain.offer import afresh, kept_back
from desk.domain.opened_with import going_on
from desk.domain.rights import Right, may_handle
from desk.domain.safety import must_be_safe
from desk.domain.side_path import Override
from desk.domain.staff import Staff
from desk.domain.staff_errors import MayNotHandle
from desk.services.agreement import Agreement
from desk.services.clocks import Clocks
from desk.services.ending import SILENT, Ending, Farewell
from desk.services.gates import decided_anyway, without_reason
from desk.services.later_changes import with_reason
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction

Decide = Callable[[Complaint, datetime], Complaint]

_ANSWERS = (stages.respond, stages.close)
"""What nobody does about themselves, even where they only now write down whom it is about."""
_PROMISES = (stages.record_finding, *_ANSWERS)
"""What promises something, offers something, or ends a promise."""


class Commitment:
    """Saves what was answered, with its clocks, ticks and draft, in one transaction."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        calendar: Callable[[], WorkCalendar],
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._zone = zone
        self._agreement = Agreement(settings, zone)
        self._clocks = Clocks(settings, calendar, zone)
        self._ending = Ending(settings, calendar, zone)

    def make(self, draft: Draft, decide: Decide, *, keep_draft: bool = True) -> Complaint:
        """Fill the answers in, let the domain decide, and save record, ticks and draft at once.

        Raises what `decide` raises, MayNotHandle, ReasonNeeded, and OverLimit for an offer.
        """
        with self._database.writing(self._settings.author()) as tx:
            stored = tx.complaints.get(draft.id) or self._fresh(tx, draft)
            if decide is stages.keep and not may_handle(tx.author.staff, stored):
                # It is about them: what they typed stays in the draft for whoever takes over.
                tx.drafts.put(_on_disk(draft, stored, tx))
                return stored
            today = self._clock().astimezone(self._zone).date()
            draft = going_on(draft, stored, today)
            asked_on = fill(afresh(stored), draft.answers, today).complaint
            filled = _with_person(tx, asked_on, stored)
            if not filled.guide:
                filled = dataclasses.replace(filled, guide=self._guide_in_force())
            if decide in _ANSWERS and not may_handle(tx.author.staff, filled):
                raise MayNotHandle(filled.reference)
            if decide not in _ANSWERS:
                filled = kept_back(filled, stored)
            is_kept = decide is stages.keep
            weighed = with_reason(
                tx, draft, stored, filled,
                put_aside=is_kept and (draft.parked_at is not None or not keep_draft),
                by_commitment=not is_kept,
            )  # fmt: skip
            ready = self._clocks.weighed(tx, weighed.complaint, stored)
            decided, override = decided_anyway(tx, draft, decide, ready)
            draft = without_reason(draft)
            if decide in _ANSWERS:
                self._agreement.must_be_within_limits(tx, decided)
            saved = self._saved(tx, decided, stored)
            if decide in _PROMISES:
                self._agreement.keep(tx, saved, stored)
            self._ending.finish(tx, saved, stored)
            self._save_ticks(tx, draft, saved.guide)
            if override is not None:
                tx.records(Override).save(override, root=saved.id)
            if weighed.reason is not None:
                tx.records(LaterChange).save(weighed.reason, root=saved.id)
            if keep_draft or weighed.waits:
                tx.drafts.put(_on_disk(going_on(draft, saved, today), saved, tx))
            else:
                tx.drafts.drop(draft.id)
            if is_kept:
                tx.log.changes.clear()  # keeping what is typed is no action to be taken back
        return saved

    def amend(
        self,
        complaint_id: str,
        decide: Decide,
        also: Callable[[Transaction, Complaint], object] = lambda tx, saved: None,
        farewell: Farewell = SILENT,
    ) -> Complaint:
        """Change a saved complaint as the domain decides, its clocks with it. Raises NotFound.

        `also` writes what goes with it, in the same transaction; `farewell` is what was said where
        it ends. Raises MayNotClose.
        """
        with self._database.writing(self._settings.author()) as tx:
            stored = tx.complaints.get(complaint_id)
            if stored is None:
                raise NotFound(complaint_id)
            decided = self._clocks.weighed(tx, decide(stored, tx.at), stored)
            saved = self._saved(tx, decided, stored)
            also(tx, saved)
            self._ending.finish(tx, saved, stored, farewell)
            return saved

    def _fresh(self, tx: Transaction, draft: Draft) -> Complaint:
        settings = self._settings.current()
        kept = tx.board.draft(draft.id)
        number = draft.reference or (kept.reference if kept else "")
        year = draft.opened_at.astimezone(self._zone).year
        return Complaint(
            id=draft.id,
            reference=number or tx.complaints.next_reference(settings.branch, year),
            branch=settings.branch,
            handler=settings.handler,
            arrived_at=draft.opened_at.astimezone(UTC),
        )

    def _saved(self, tx: Transaction, decided: Complaint, stored: Complaint) -> Complaint:
        """Write a complaint with its clocks; the safety line holds whatever closes it."""
        if decided.closed_at is not None and stored.closed_at is None:
            must_be_safe(decided, tx.author.name, staff_known=bool(tx.author.staff))
            if decided.safety in AT_RISK:
                self._settings.must(Right.CLOSE_SAFETY)
            decided = self._ending.weighed(tx, decided)
        return tx.complaints.save(self._clocks.clocked(tx, decided, stored))

    def _guide_in_force(self) -> str:
        """Name the version of the guide a complaint keeps from its first save on."""
        return self._settings.current().guide_version or SHIPPED

    def _save_ticks(self, tx: Transaction, draft: Draft, guide: str) -> None:
        stored = {tick.item: tick for tick in tx.ticks.of(draft.id)}
        for item in sorted(draft.ticks | stored.keys()):
            tick = stored.get(item) or Tick(
                id=derived_id(draft.id, item), complaint=draft.id, item=item
            )
            if tick.on != (item in draft.ticks):
                turned = dataclasses.replace(tick, on=not tick.on, guide=guide)
                tx.ticks.save(turned, root=draft.id)


def _with_person(tx: Transaction, filled: Complaint, stored: Complaint) -> Complaint:
    """Tell by the name that was written whom of the staff a complaint is about, if anybody."""
    if filled.person == stored.person:
        return filled
    named = filled.person.casefold()
    about = next((s.id for s in tx.records(Staff).all() if s.name.casefold() == named), "")
    return dataclasses.replace(filled, person_staff=about)


def _on_disk(draft: Draft, saved: Complaint, tx: Transaction) -> Draft:
    return dataclasses.replace(draft, reference=saved.reference, saved_at=tx.at)
