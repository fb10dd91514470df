"""An offer and the customer's answer to it, and the supervisor's word on what is over a limit."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk.domain.complaint import Complaint
from desk.domain.response import MONEY, Answer, Remedy

NOT_AGREED = frozenset({Answer.DOES_NOT_ACCEPT, Answer.WANTS_TO_THINK})
"""Answers after which another offer may follow."""
AGREED = frozenset({Answer.ACCEPTS, Answer.ACCEPTS_PART})
"""Answers by which an offer holds."""
_NOT_FINAL = frozenset({None, Answer.WANTS_TO_THINK, Answer.HAS_LEFT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One offer as it was made; a later one stands beside it, never over it.

    `amount` is in minor units. `number` counts from 1 within a complaint. `staff` is the id of
    who made it, where people were entered.
    """

    id: str
    complaint: str
    number: int = 1
    offer: tuple[Remedy, ...] = ()
    offered: str = ""
    amount: int | None = None
    answer: Answer | None = None
    offered_at: datetime | None = None
    offered_by: str = ""
    staff: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A supervisor's answer to an offer over the handler's limit; refusals are kept as well.

    `staff` is the id of who decided.
    """

    id: str
    complaint: str
    amount: int | None = None
    offered: str = ""
    asked_by: str = ""
    decided_by: str = ""
    granted: bool | None = None
    reason: str = ""
    decided_at: datetime | None = None
    staff: str = ""
    heads: tuple[str, ...] = ()


def made(complaint: Complaint, last: Offer | None, fresh: Offer) -> Offer:
    """Give the record of what a complaint offers now, seeing the last one that was kept.

    The same offer takes the answer it still waited for. Whatever else is said is an offer of its
    own, the next in number: what was refused or accepted before stays as it was. `fresh` brings
    its id, moment and maker.
    """
    if last is not None and _says(complaint) == (last.offer, last.offered, last.amount):
        if complaint.answer is last.answer:
            return last
        if last.answer in _NOT_FINAL:
            return dataclasses.replace(last, answer=complaint.answer)
    offer, offered, amount = _says(complaint)
    return dataclasses.replace(
        fresh, offer=offer, offered=offered, amount=amount, answer=complaint.answer
    )


def _says(complaint: Complaint) -> tuple[tuple[Remedy, ...], str, int | None]:
    amount = complaint.amount if MONEY & set(complaint.offer) else None
    return complaint.offer, complaint.offered, amount


_OFFER = (
    "offer", "offer_other", "amount", "offered", "answer", "done", "done_on", "done_by",
    "check_back_on", "check_back_via",
)  # fmt: skip


def afresh(complaint: Complaint) -> Complaint:
    """Give a complaint as it is asked on: where the last offer was not agreed, the next is empty.

    What was offered before stays as a record of its own (features.md R1).
    """
    if not complaint.is_open or complaint.answer not in NOT_AGREED:
        return complaint
    return without_offer(complaint)


def without_offer(complaint: Complaint) -> Complaint:
    """Give a complaint with nothing offered, answered or agreed; kept offers are not touched."""
    empty: dict[str, Any] = {field.name: field.default for field in dataclasses.fields(Complaint)}
    return dataclasses.replace(complaint, **{name: empty[name] for name in _OFFER})


def kept_back(typed: Complaint, stored: Complaint) -> Complaint:
    """Give what is typed with the last offer and its answer, as long as no next one is begun."""
    if stored.answer not in NOT_AGREED or typed.answer is not None:
        return typed
    if typed.offer or typed.offered:
        return typed if stored.answer is Answer.DOES_NOT_ACCEPT else _answered(typed, stored)
    said: dict[str, Any] = {name: getattr(stored, name) for name in _OFFER}
    return dataclasses.replace(typed, **said)


def _answered(typed: Complaint, stored: Complaint) -> Complaint:
    same = _says(typed) == _says(stored)
    return dataclasses.replace(typed, answer=stored.answer) if same else typed
