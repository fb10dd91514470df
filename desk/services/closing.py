"""How complaints end without a yes, are opened again, and are asked about afterwards."""

import dataclasses
import os
from datetime import UTC, date, datetime, tzinfo
from functools import partial

from desk.domain import recurring, stages
from desk.domain.answers import Answers
from desk.domain.closing import REOPEN, WITHOUT_AGREEMENT, Closing
from desk.domain.complaint import Complaint
from desk.domain.errors import AnswersMissing, NotClosed
from desk.domain.identity import new_id
from desk.domain.promise import Promise, PromiseKind, PromiseState, how_kept
from desk.domain.rating import QUESTIONS, Asked, Occasion, Rating, lacking
from desk.domain.response import Outcome
from desk.domain.rights import Right
from desk.services.besides import must, said
from desk.services.commitment import Commitment
from desk.services.ending import Farewell, closing_of
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Closings:
    """The use cases round the end of a complaint. What was accepted ends in the guide."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        commitment: Commitment,
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        self._database = database
        self._settings = settings
        self._commitment = commitment
        self._clock = clock
        self._zone = zone

    def of(self, complaint_id: str) -> list[Closing]:
        """Read every closing of a complaint, oldest first."""
        with self._database.reading() as tx:
            return sorted(tx.records(Closing).of(complaint_id), key=_moment)

    def end(self, complaint_id: str, answers: Answers) -> Complaint:
        """End a complaint without agreement, as one of the three below.

        Raises AnswersMissing, MayNotClose, AlreadyClosed and NotFound.
        """
        self._settings.must(Right.HANDLE)
        read = said(WITHOUT_AGREEMENT, answers, self._today())
        outcome: Outcome = read["outcome"]
        if outcome is Outcome.RESOLVED:
            raise AnswersMissing(("outcome",))
        farewell = Farewell(read.get("words", ""), read.get("told"))
        if outcome is Outcome.WITHDRAWN and not farewell.words.strip():
            raise AnswersMissing(("words",))
        return self._end(complaint_id, outcome, farewell)

    def close_withdrawn(self, complaint_id: str, words: str) -> Complaint:
        """End it because the customer takes it back, in their words. Raises as `end`."""
        return self._end(complaint_id, Outcome.WITHDRAWN, Farewell(words))

    def close_no_contact(self, complaint_id: str) -> Complaint:
        """End it because nobody answered, however often we tried. Raises as `end`."""
        return self._end(complaint_id, Outcome.NO_CONTACT, Farewell())

    def close_exhausted(self, complaint_id: str, farewell: Farewell) -> Complaint:
        """End it because every route was used up, or they were told of those. Raises as `end`."""
        return self._end(complaint_id, Outcome.ROUTES_EXHAUSTED, farewell)

    def reopen(self, complaint_id: str, answers: Answers) -> Complaint:
        """Open a closed complaint again, with the reason; the clock of the answer begins anew.

        The closing stays and says so. Raises AnswersMissing, NotClosed, NotFound and NoRight.
        """
        self._settings.must(Right.REOPEN)
        read = said(REOPEN, answers, self._today())

        before: list[Complaint] = []

        def reopen(complaint: Complaint, at: datetime) -> Complaint:
            before.append(complaint)
            return stages.reopen(complaint, at)

        def keep(tx: Transaction, saved: Complaint) -> None:
            kept = tx.records(Closing).of(saved.id)
            last = max(kept, key=_moment) if kept else closing_of(before[0])
            opened = dataclasses.replace(
                last, reopened_at=tx.at, reopened_by=tx.author.name, **read
            )
            tx.records(Closing).save(opened, root=saved.id)
            _drop(tx, saved.id, self._today(), frozenset({PromiseKind.CALL}))
            tx.drafts.drop(saved.id)

        return self._commitment.amend(complaint_id, reopen, keep)

    def rate(self, complaint_id: str, answers: Answers) -> Rating:
        """Keep how a customer found it when they were called back; the call is made by it.

        Raises AnswersMissing, NotClosed and NotFound.
        """
        author = self._settings.author()
        read = said(QUESTIONS, answers, self._today())
        if short := lacking(read["asked"], read.get("result"), read.get("handling")):
            raise AnswersMissing(short)
        with self._database.writing(author) as tx:
            complaint = must(tx, complaint_id)
            if complaint.is_open:
                raise NotClosed(complaint.reference)
            if read["asked"] is not Asked.ANSWERED:
                read |= {"result": None, "handling": None}
            rating = Rating(
                id=new_id(tx.at, os.urandom(10)),
                complaint=complaint_id,
                occasion=Occasion.CALL_BACK,
                asked_at=tx.at,
                asked_by=tx.author.name,
                **read,
            )
            if rating.asked is not Asked.NOT_ASKED:
                _made(tx, complaint_id, self._today())
            return tx.records(Rating).save(rating, root=complaint_id)

    def say_repeat(self, complaint_id: str, answers: Answers) -> Complaint:
        """Say whether it came once or again, instead of what desk counted.

        Raises AnswersMissing and NotFound.
        """
        self._settings.must(Right.HANDLE)
        read = said(recurring.QUESTIONS, answers, self._today())
        return self._commitment.amend(
            complaint_id, lambda complaint, at: dataclasses.replace(complaint, **read)
        )

    def _end(self, complaint_id: str, outcome: Outcome, farewell: Farewell) -> Complaint:
        with self._database.reading() as tx:
            draft = tx.board.draft(complaint_id)
        if draft is not None:  # what was typed is kept, not lost with its draft
            self._commitment.make(draft, stages.keep)

        def finish(tx: Transaction, saved: Complaint) -> None:
            if outcome in {Outcome.WITHDRAWN, Outcome.NO_CONTACT}:
                _drop(tx, saved.id, self._today(), frozenset(PromiseKind))
            tx.drafts.drop(saved.id)

        end = partial(stages.end, outcome=outcome)
        return self._commitment.amend(complaint_id, end, finish, farewell)

    def _today(self) -> date:
        return self._clock().astimezone(self._zone).date()


def _moment(closing: Closing) -> datetime:
    return closing.closed_at or _LONG_AGO


def _drop(tx: Transaction, complaint_id: str, today: date, kinds: frozenset[PromiseKind]) -> None:
    """Promise nothing of some kinds any more: it is not wanted, or nobody can be reached."""
    for promise in tx.records(Promise).of(complaint_id):
        if promise.is_open and promise.kind in kinds:
            dropped = dataclasses.replace(promise, state=PromiseState.DROPPED, ended_on=today)
            tx.records(Promise).save(dropped, root=complaint_id)


def _made(tx: Transaction, complaint_id: str, today: date) -> None:
    """Keep the open call to a customer whose complaint is closed: they were called."""
    for promise in tx.records(Promise).of(complaint_id):
        if promise.is_open and promise.kind is PromiseKind.CALL:
            kept = dataclasses.replace(promise, state=how_kept(promise, today), ended_on=today)
            tx.records(Promise).save(kept, root=complaint_id)
