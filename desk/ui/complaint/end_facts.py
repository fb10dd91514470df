"""How a complaint ended, where it went on, and how the customer found it, as facts."""

from collections.abc import Sequence
from datetime import datetime

from desk.domain import expectation
from desk.domain.closing import Closing
from desk.domain.complaint import Complaint
from desk.domain.options import label
from desk.domain.rating import Rating
from desk.domain.referral import Referral
from desk.i18n import _, ngettext
from desk.ui import moments
from desk.ui.cards.closing import rating_words
from desk.ui.cards.referral import referral_words
from desk.ui.complaint.facts import Fact, FactGroup


def end_facts(
    complaint: Complaint,
    closings: Sequence[Closing],
    referrals: Sequence[Referral],
    ratings: Sequence[Rating],
    now: datetime,
) -> tuple[FactGroup, ...]:
    """Give them as a group of its own; none where there is nothing to tell."""
    facts = [
        Fact(f"referral_{n}", _("Referral"), referral_words(one, now.date()), inside=True)
        for n, one in enumerate(referrals, 1)
    ]
    for n, closing in enumerate(closings, 1):
        facts.append(Fact(f"closing_{n}", _("Closed"), _closed(closing, now), inside=False))
        if closing.reopened_at is not None:
            facts.append(
                Fact(f"reopened_{n}", _("Opened again"), _reopened(closing, now), inside=False)
            )
    facts += [
        Fact(f"rating_{n}", _("How they found it"), rating_words(one), inside=True)
        for n, one in enumerate(ratings, 1)
    ]
    if complaint.repeat is not None:
        facts.append(Fact("repeat", _("Once or again?"), _(label(complaint.repeat)), inside=True))
    if words := _gap(complaint):
        facts.append(Fact("gap", _("Wished for and given"), words, inside=True))
    return (FactGroup(_("Its end and after"), tuple(facts)),) if facts else ()


def _closed(closing: Closing, now: datetime) -> str:
    outcome = _(label(closing.outcome)) if closing.outcome is not None else ""
    when = moments.full(closing.closed_at, now) if closing.closed_at is not None else ""
    return "  ".join(filter(None, (when, outcome, closing.closed_by, closing.words)))


def _reopened(closing: Closing, now: datetime) -> str:
    why = _(label(closing.reopened_for)) if closing.reopened_for is not None else ""
    when = moments.full(closing.reopened_at, now) if closing.reopened_at is not None else ""
    return "  ".join(filter(None, (when, why, closing.reopened_by, closing.reopened_words)))


def _gap(complaint: Complaint) -> str:
    found = expectation.gap(complaint.wish, complaint.offer, complaint.answer)
    if found is None or complaint.is_open:
        return ""
    words = _(label(found))
    days = expectation.days_late(complaint.closed_at, complaint.final_due_at)
    if days is None:
        return words
    late = ngettext("{n} day late", "{n} days late", days) if days > 0 else ""
    early = ngettext("{n} day early", "{n} days early", -days) if days < 0 else _("on the day")
    return _("{gap}, {days}").format(gap=words, days=(late or early).format(n=abs(days)))
