"""What a complaint promises by its own answers, and what ending a promise says about them."""

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desk.domain.complaint import Complaint
from desk.domain.identity import derived_id
from desk.domain.investigation import Finding
from desk.domain.offer import NOT_AGREED
from desk.domain.promise import Promise, PromiseKind, PromiseState, how_kept
from desk.domain.response import Done

CHAINS = {
    "remedy": PromiseKind.REMEDY,
    "call": PromiseKind.CALL,
    "answer": PromiseKind.ANSWER,
}
"""What the guide promises, by the name its records' ids are derived from."""
MOST_IN_A_CHAIN = 200


@dataclass(frozen=True, slots=True)
class Given:
    """A promise as the guide's answers give it."""

    due_on: date
    what: str
    by: str


def given(complaint: Complaint) -> dict[str, Given]:
    """Give what a complaint's answers promise, by chain.

    What was refused is not promised; the day of a check-back is, whatever was answered.
    """
    found: dict[str, Given] = {}
    if complaint.done is Done.BY_DATE:
        if complaint.done_on is not None and complaint.answer not in NOT_AGREED:
            found["remedy"] = Given(complaint.done_on, complaint.offered, complaint.done_by)
        if complaint.check_back_on is not None:
            found["call"] = Given(complaint.check_back_on, "", complaint.handler)
    waits = complaint.finding is Finding.CANNOT_TELL and complaint.responded_at is None
    if waits and complaint.next_on is not None:
        found["answer"] = Given(complaint.next_on, "", complaint.next_by or complaint.handler)
    return found


def chain_id(complaint_id: str, chain: str, number: int = 1) -> str:
    """Name the promises of a chain: the first, and each that took an earlier one's place."""
    return derived_id(complaint_id, chain, *([] if number == 1 else [str(number)]))


def chained(complaint_id: str, chain: str, by_id: Mapping[str, Promise]) -> list[Promise]:
    """Give the promises of a chain, oldest first."""
    found: list[Promise] = []
    for number in range(1, MOST_IN_A_CHAIN):
        promise = by_id.get(chain_id(complaint_id, chain, number))
        if promise is None:
            break
        found.append(promise)
    return found


def agreed(
    complaint: Complaint, stored: Complaint, promises: list[Promise], today: date
) -> Iterator[Promise]:
    """Give the promises to be saved when a commitment was made, ended ones before new ones.

    A day corrected on the day it was given is corrected; later it is moved, and the new day is a
    promise of its own. What is said to be done, answered or closed was kept or late.
    """
    wanted, by_id = given(complaint), {promise.id: promise for promise in promises}
    for chain, kind in CHAINS.items():
        links = chained(complaint.id, chain, by_id)
        last = links[-1] if links else None
        one = wanted.get(chain)
        if last is not None and last.is_open:
            if one is None:
                if state := _ended(chain, complaint, last, today):
                    yield dataclasses.replace(last, state=state, ended_on=today)
                continue
            if one.due_on == last.due_on or last.made_on == today:
                yield dataclasses.replace(last, due_on=one.due_on, what=one.what, by=one.by)
                continue
            yield dataclasses.replace(
                last, state=PromiseState.MOVED, ended_on=today, reason=complaint.offered
            )
        elif one is None or (last is not None and _stands(complaint, stored, chain, last)):
            continue
        yield Promise(
            id=chain_id(complaint.id, chain, len(links) + 1),
            complaint=complaint.id,
            kind=kind,
            what=one.what,
            by=one.by,
            due_on=one.due_on,
            made_on=today,
        )


def _ended(chain: str, complaint: Complaint, last: Promise, today: date) -> PromiseState | None:
    """Say what became of an open promise that the answers do not give any more."""
    match chain:
        case "remedy" if complaint.answer in NOT_AGREED:
            return PromiseState.DROPPED
        case "remedy" if complaint.done is Done.NOW:
            return how_kept(last, today)
        case "call" if not complaint.is_open:
            return how_kept(last, today)
        case "answer" if complaint.responded_at is not None:
            return how_kept(last, today)
        case _:
            return None


def _stands(complaint: Complaint, stored: Complaint, chain: str, last: Promise) -> bool:
    """Tell whether the answers only repeat what was answered before a promise was ended."""
    one = given(complaint)[chain]
    return one.due_on == last.due_on or one == given(stored).get(chain)


def after_end(complaint: Complaint, promise: Promise, moved_to: date | None = None) -> Complaint:
    """Give a complaint's answers after one of its promises ended, or was moved to another day.

    Only answers that say the same day are touched; a remedy that is broken is still to be done.
    """
    if not complaint.is_open:
        return complaint
    match promise.kind:
        case PromiseKind.REMEDY if (
            complaint.done is Done.BY_DATE and complaint.done_on == promise.due_on
        ):
            if moved_to is not None:
                return dataclasses.replace(complaint, done_on=moved_to)
            if promise.state in {PromiseState.KEPT, PromiseState.LATE}:
                return dataclasses.replace(complaint, done=Done.NOW)
        case PromiseKind.CALL if complaint.check_back_on == promise.due_on:
            return dataclasses.replace(complaint, check_back_on=moved_to)
        case PromiseKind.ANSWER if complaint.next_on == promise.due_on:
            return dataclasses.replace(complaint, next_on=moved_to)
        case _:
            pass
    return complaint
