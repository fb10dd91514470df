"""How much somebody may give away, and whose word is needed above it."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk.domain.complaint import Complaint
from desk.domain.errors import Refused
from desk.domain.label import N_
from desk.domain.matter import Matter
from desk.domain.offer import Approval
from desk.domain.response import MONEY, Answer
from desk.domain.sentence import sentence
from desk.domain.settings import Settings
from desk.domain.staff import Role, Staff


@dataclass(frozen=True, slots=True)
class Limits:
    """What somebody may give by themselves: for one complaint and in a calendar month."""

    complaint: int
    month: int

    def is_over(self, amount: int, in_month: int) -> bool:
        """Tell whether an amount needs somebody else's word; `in_month` was given before it."""
        return amount > 0 and (amount > self.complaint or amount + in_month > self.month)


def limits_of(person: Staff | None, settings: Settings) -> Limits | None:
    """Give somebody's limits, their own before their role's; None for no limit.

    Head office has none, nor has a desk where no people were entered.
    """
    if person is None or person.role is Role.HEAD_OFFICE:
        return None
    is_supervisor = person.role is Role.SUPERVISOR
    by_role = (
        Limits(settings.limit_supervisor_complaint, settings.limit_supervisor_month)
        if is_supervisor
        else Limits(settings.limit_handler_complaint, settings.limit_handler_month)
    )
    return Limits(
        by_role.complaint if person.limit_complaint is None else person.limit_complaint,
        by_role.month if person.limit_month is None else person.limit_month,
    )


def money_given(complaint: Complaint, matters: Iterable[Matter] = ()) -> int:
    """Add up the money a complaint's offers hold, its further matters' too, in minor units.

    An offer that was refused gives nothing, but the one being made counts before its answer.
    """
    own = complaint.amount or 0 if MONEY & set(complaint.offer) else 0
    return own + sum(
        matter.amount or 0
        for matter in matters
        if MONEY & set(matter.offer) and matter.answer is not Answer.DOES_NOT_ACCEPT
    )


def is_covered(amount: int, approvals: Iterable[Approval]) -> bool:
    """Tell whether a supervisor granted this much, and nobody refused as much or less since."""
    decided = [a for a in approvals if a.decided_at is not None and a.granted is not None]
    covered = False
    for approval in sorted(decided, key=lambda a: (a.decided_at, not a.granted)):
        asked = approval.amount or 0
        if approval.granted and asked >= amount:
            covered = True
        elif not approval.granted and asked <= amount:
            covered = False
    return covered


def amount_words(amount: int, currency: str) -> str:
    """Write an amount of minor units for a sentence: ``620.00 CNY``."""
    return f"{amount // 100:,}.{amount % 100:02d} {currency}"


class OverLimit(Refused):
    """An offer is over the limit of who makes it, and no supervisor has granted it."""

    def __init__(self, amount: int, limits: Limits, in_month: int, currency: str) -> None:
        for_one = amount > limits.complaint
        words = (
            N_(
                "The offer of {amount} was not saved: it is over your limit of {limit} for one "
                "complaint. Press Ctrl+E 4 and let a supervisor type their PIN here; what you "
                "wrote is kept."
            )
            if for_one
            else N_(
                "The offer of {amount} was not saved: with it you would have given more than your "
                "limit of {limit} for this month. Press Ctrl+E 4 and let a supervisor type their "
                "PIN here; what you wrote is kept."
            )
        )
        limit = limits.complaint if for_one else limits.month
        super().__init__(
            sentence(
                words,
                amount=amount_words(amount, currency),
                limit=amount_words(limit, currency),
            )
        )
        self.amount = amount
        self.in_month = in_month


class CannotGrant(Refused):
    """Who was asked may not decide about this offer."""

    def __init__(self, name: str) -> None:
        super().__init__(
            sentence(
                N_(
                    "Nothing was decided: {name} cannot approve this offer, because it is over "
                    "their own limit, it is their own offer, or the complaint is about them. Ask "
                    "another supervisor or head office."
                ),
                name=name,
            )
        )
        self.name = name
