"""What staff do with a complaint: take it in, acknowledge, find out, respond, close, note, find."""

import dataclasses
import os
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from desk.domain import stages
from desk.domain.check_digit import is_misread, not_found
from desk.domain.complaint import Complaint, ComplaintFilter, ComplaintSummary
from desk.domain.deadline import WorkCalendar
from desk.domain.draft import Draft, ParkReason
from desk.domain.errors import NotFound
from desk.domain.identity import new_id
from desk.domain.rights import Right
from desk.domain.text import digits, storable
from desk.domain.timeline import Entry, Note, Paper, timeline
from desk.services.calendar import Calendars
from desk.services.commitment import Commitment
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction

LIKE_IT_DAYS = 30
LEAST_TAIL, MOST_TAIL = 4, 6
"""How many last digits of a reference stand for it."""
LISTED = 200


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything known about one complaint. `ticks` are the items ticked by hand."""

    complaint: Complaint
    ticks: frozenset[str]
    notes: tuple[Note, ...]
    papers: tuple[Paper, ...]
    entries: tuple[Entry, ...]


class Complaints:
    """The use cases of the guide and of the lists."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        calendars: Calendars,
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        self._database = database
        self._settings = settings
        self._calendars = calendars
        self._clock = clock
        self._zone = zone
        self.commitment = Commitment(database, settings, self.calendar, clock, zone)

    def now(self) -> datetime:
        """Give the present moment in the branch's time zone."""
        return self._clock().astimezone(self._zone)

    def today(self) -> date:
        """Give the branch's day."""
        return self.now().date()

    def calendar(self) -> WorkCalendar:
        """Give the branch's working days."""
        return self._calendars.of(self._settings.current().region, self.today().year)

    def new_draft(self) -> Draft:
        """Start an empty draft: nothing is written until something is said.

        Raises NotSignedIn and NoRight.
        """
        self._settings.must(Right.TAKE_IN)
        return Draft(id=new_id(self._clock(), os.urandom(10)), opened_at=self._clock())

    def save(self, draft: Draft) -> Complaint:
        """Keep what was answered so far, without a commitment. Raises AlreadyClosed."""
        return self.commitment.make(draft, stages.keep)

    def park(self, draft: Draft, reason: ParkReason | None = None) -> Complaint:
        """Keep what was answered so far and set the complaint aside."""
        parked = dataclasses.replace(draft, parked_at=self._clock(), parked_for=reason)
        return self.commitment.make(parked, stages.keep)

    def receive(self, draft: Draft) -> Complaint:
        """Take a complaint in. Raises AnswersMissing or AlreadyClosed, as all commitments do."""
        return self.commitment.make(draft, stages.receive)

    def acknowledge(self, draft: Draft) -> Complaint:
        """Confirm receipt; the customer has the number."""
        return self.commitment.make(draft, stages.acknowledge)

    def record_finding(self, draft: Draft) -> Complaint:
        """Keep the assessment and the finding."""
        return self.commitment.make(draft, stages.record_finding)

    def respond(self, draft: Draft) -> Complaint:
        """Keep the offer and the answer to it; the complaint stays open."""
        return self.commitment.make(draft, stages.respond, keep_draft=False)

    def close(self, draft: Draft) -> Complaint:
        """End the complaint. Raises MayNotClose unless it was accepted and is done."""
        return self.commitment.make(draft, stages.close, keep_draft=False)

    def leave(self, draft: Draft) -> Complaint:
        """Keep what was answered and clear the desk of it."""
        return self.commitment.make(draft, stages.keep, keep_draft=False)

    def add_note(self, complaint_id: str, text: str) -> Note:
        """Write something down about a complaint. Raises NotFound."""
        with self._database.writing(self._settings.author()) as tx:
            self._must(tx, complaint_id)
            note = Note(
                id=new_id(tx.at, os.urandom(10)), complaint=complaint_id, text=storable(text)
            )
            return tx.notes.save(note, root=complaint_id)

    def get(self, complaint_id: str) -> Complaint | None:
        """Read one complaint, or None when nothing of it has been saved yet."""
        with self._database.reading() as tx:
            return tx.complaints.get(complaint_id)

    def ticks(self, complaint_id: str) -> frozenset[str]:
        """Read which checklist items were ticked by hand."""
        with self._database.reading() as tx:
            return frozenset(t.item for t in tx.ticks.of(complaint_id) if t.on)

    def papers(self, complaint_id: str) -> list[Paper]:
        """List the papers made for a complaint, oldest first."""
        with self._database.reading() as tx:
            return tx.papers.of(complaint_id)

    def whole(self, reference: str) -> Whole:
        """Read everything known about one complaint, by its reference as printed or scanned.

        Raises NotFound, and of that Misread for a scanned code that was read wrongly.
        """
        with self._database.reading() as tx:
            complaint = tx.complaints.by_reference(reference)
            if complaint is None:
                raise not_found(reference)
            return Whole(
                complaint=complaint,
                ticks=frozenset(t.item for t in tx.ticks.of(complaint.id) if t.on),
                notes=tuple(tx.notes.of(complaint.id)),
                papers=tuple(tx.papers.of(complaint.id)),
                entries=timeline(tx.log.of_root(complaint.id)),
            )

    def count(self, wanted: ComplaintFilter) -> int:
        """Count what a filter shows. Raises Misread as `find` does."""
        with self._database.reading() as tx:
            count = tx.complaints.count(wanted, self.now())
            if (
                not count
                and is_misread(wanted.words)
                and not tx.complaints.find(wanted.words, limit=1)
            ):
                raise not_found(wanted.words)
            return count

    def page(self, wanted: ComplaintFilter, offset: int, limit: int) -> list[ComplaintSummary]:
        """Read some lines of a list, newest first."""
        with self._database.reading() as tx:
            return tx.complaints.page(wanted, self.now(), offset=offset, limit=limit)

    def find(self, words: str, limit: int) -> list[ComplaintSummary]:
        """Find complaints by reference, phone end or words, newest first.

        Raises Misread where nothing is found by a scanned code that was read wrongly.
        """
        with self._database.reading() as tx:
            found = tx.complaints.find(words, limit=limit)
        if not found and is_misread(words):
            raise not_found(words)
        return found

    def ending(self, tail: str) -> list[ComplaintSummary]:
        """List complaints whose reference ends in four to six digits, newest first.

        None for any other text: it may be a whole reference.
        """
        wanted = digits(tail)
        if not MOST_TAIL >= len(wanted) >= LEAST_TAIL or tail.strip("0123456789- "):
            return []
        with self._database.reading() as tx:
            found = tx.complaints.find(wanted, limit=LISTED)
        return [line for line in found if digits(line.reference).endswith(wanted)]

    def like_it(self, product: str, without: str) -> tuple[int, bool]:
        """Count other complaints on the same product in 30 days, and tell whether one is open."""
        since = self._clock() - timedelta(days=LIKE_IT_DAYS)
        with self._database.reading() as tx:
            return (
                tx.complaints.like_it(product.strip(), since, without),
                tx.complaints.same_thing_open(product.strip(), without),
            )

    def _must(self, tx: Transaction, complaint_id: str) -> Complaint:
        complaint = tx.complaints.get(complaint_id)
        if complaint is None:
            raise NotFound(complaint_id)
        return complaint
