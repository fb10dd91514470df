"""What each paper may say: a whitelist of facts, taken from the record by pure functions.

A paper is made from its facts and from nothing else. What is for inside only (notes, severity,
who was at fault) has no place here, so no layout can print it.
"""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from desk.domain import saying_no
from desk.domain.complaint import Channel, Complaint, Kind
from desk.domain.errors import SlotEmpty
from desk.domain.investigation import Checked, Finding
from desk.domain.response import MONEY, Answer, Apology, Done, Remedy
from desk.domain.route import printed
from desk.domain.settings import Settings
from desk.domain.text import first_sentence, is_han
from desk.domain.timeline import PaperKind

SHORT = 160
"""Characters of a slip's or receipt's summary; what is longer is cut with an ellipsis."""
ACCEPTS = frozenset({Answer.ACCEPTS, Answer.ACCEPTS_PART})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes, from the settings."""

    shop: str
    address: str
    phone: str
    hours: str
    routes: str
    currency: str
    practice: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipFacts:
    """What the slip may say. Moments are local; None means that no clock runs."""

    sender: Sender
    reference: str
    kind: Kind
    received_at: datetime
    in_short: str
    wish: tuple[Remedy, ...]
    wish_other: str
    handler: str
    channel: Channel | None
    first_word_due_at: datetime | None
    final_due_at: datetime | None
    progress_due_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """What is offered, and how and when it is carried out."""

    remedies: tuple[Remedy, ...]
    other: str
    text: str
    amount: int | None
    answer: Answer | None
    done: Done | None
    done_on: date | None
    done_by: str
    check_back_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptFacts:
    """What the receipt may say. `on` is the day it is made."""

    sender: Sender
    reference: str
    on: date
    told: str
    finding: Finding | None
    found: str
    offered: Offered
    handler: str
    final_due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """What the reply letter may say. `offered` is None while there is nothing to offer."""

    sender: Sender
    reference: str
    on: date
    kind: Kind
    received_on: date
    name: str
    address: str
    told: str
    checked: tuple[Checked, ...]
    finding: Finding | None
    found: str
    apology: Apology | None
    offered: Offered | None
    declined: tuple[Remedy, ...]
    declined_other: str
    next_on: date | None
    next_by: str
    handler: str
    refusal: str = ""
    refusal_basis: str = ""
    refusal_next: str = ""


Facts = SlipFacts | ReceiptFacts | LetterFacts


def facts_of(
    kind: PaperKind, complaint: Complaint, settings: Settings, *, at: datetime, zone: tzinfo
) -> Facts:
    """Take the facts of one paper made at an aware moment.

    Raises SlotEmpty with the first field, in the order of the guide, that the paper needs and
    the record does not have.
    """
    match kind:
        case PaperKind.SLIP:
            return _slip(complaint, settings, zone)
        case PaperKind.RECEIPT:
            return _receipt(complaint, settings, at, zone)
        case PaperKind.LETTER:
            return _letter(complaint, settings, at, zone)


def _slip(complaint: Complaint, settings: Settings, zone: tzinfo) -> SlipFacts:
    kind = complaint.kind or Kind.COMPLAINT
    clocks = (complaint.first_word_due_at, complaint.final_due_at)
    if kind is Kind.COMPLAINT and None in clocks:
        raise SlotEmpty("first_word_due_at")
    return SlipFacts(
        sender=_sender(settings),
        reference=complaint.reference,
        kind=kind,
        received_at=(complaint.received_at or complaint.arrived_at).astimezone(zone),
        in_short=_in_short(complaint),
        wish=complaint.wish,
        wish_other=complaint.wish_other,
        handler=first_name(complaint.handler),
        channel=complaint.channel,
        first_word_due_at=_local(complaint.first_word_due_at, zone),
        final_due_at=_local(complaint.final_due_at, zone),
        progress_due_at=_local(complaint.progress_due_at, zone),
    )


def _receipt(complaint: Complaint, settings: Settings, at: datetime, zone: tzinfo) -> ReceiptFacts:
    told = _in_short(complaint)
    if not complaint.offer:
        raise SlotEmpty("offer")
    return ReceiptFacts(
        sender=_sender(settings),
        reference=complaint.reference,
        on=at.astimezone(zone).date(),
        told=told,
        finding=complaint.finding,
        found=complaint.found,
        offered=_offered(complaint),
        handler=complaint.handler,
        final_due_at=_local(complaint.final_due_at, zone),
    )


def _letter(complaint: Complaint, settings: Settings, at: datetime, zone: tzinfo) -> LetterFacts:
    kind = complaint.kind or Kind.COMPLAINT
    told = complaint.summary.strip() or complaint.story.strip()
    if not told:
        raise SlotEmpty("story")
    if kind is Kind.COMPLAINT:
        _answerable(complaint)
    if wanting := saying_no.lacking(complaint):
        raise SlotEmpty(wanting[0])
    received = complaint.received_at or complaint.arrived_at
    return LetterFacts(
        sender=_sender(settings),
        reference=complaint.reference,
        on=at.astimezone(zone).date(),
        kind=kind,
        received_on=received.astimezone(zone).date(),
        name=complaint.name.strip(),
        address=complaint.address if complaint.channel is Channel.POST else "",
        told=told,
        checked=complaint.checked,
        finding=complaint.finding,
        found=complaint.found,
        apology=complaint.apology,
        offered=_offered(complaint) if complaint.offer else None,
        declined=saying_no.unmet(complaint),
        declined_other=complaint.wish_other,
        next_on=complaint.next_on,
        next_by=complaint.next_by,
        handler=complaint.handler,
        refusal=complaint.refusal.strip(),
        refusal_basis=complaint.refusal_basis.strip(),
        refusal_next=complaint.refusal_next.strip(),
    )


def _answerable(complaint: Complaint) -> None:
    """Refuse a reply to a complaint that has not been answered yet."""
    if complaint.finding is None:
        raise SlotEmpty("finding")
    if not complaint.found.strip():
        raise SlotEmpty("found")
    if complaint.finding is Finding.CANNOT_TELL:
        if complaint.next_on is None:
            raise SlotEmpty("next_on")
    elif not complaint.offer:
        raise SlotEmpty("offer")


def _offered(complaint: Complaint) -> Offered:
    if MONEY & set(complaint.offer) and complaint.amount is None:
        raise SlotEmpty("amount")
    if not complaint.offered.strip() and set(complaint.offer) == {Remedy.OTHER}:
        raise SlotEmpty("offered")
    if complaint.done is Done.BY_DATE and complaint.done_on is None:
        raise SlotEmpty("done_on")
    if complaint.done is Done.BY_DATE and not complaint.done_by.strip():
        raise SlotEmpty("done_by")
    return Offered(
        remedies=complaint.offer,
        other=complaint.offer_other,
        text=complaint.offered.strip(),
        amount=complaint.amount if MONEY & set(complaint.offer) else None,
        answer=complaint.answer,
        done=complaint.done,
        done_on=complaint.done_on,
        done_by=complaint.done_by,
        check_back_on=complaint.check_back_on if complaint.done is Done.BY_DATE else None,
    )


def _in_short(complaint: Complaint) -> str:
    """Give what was read back to the customer, or the story's first sentence, cut when long."""
    text = first_sentence(complaint.story.lstrip()[: 8 * SHORT], SHORT)
    if complaint.summary.strip():
        text = complaint.summary.strip()
    if not text:
        raise SlotEmpty("story")
    if len(text) <= SHORT:
        return text
    cut = text[: SHORT - 1]
    words = cut.rpartition(" ")[0]
    return (words if len(words) > SHORT * 0.8 else cut).rstrip() + "…"


def _sender(settings: Settings) -> Sender:
    return Sender(
        shop=settings.shop.strip(),
        address=settings.address.strip(),
        phone=settings.phone.strip(),
        hours=settings.hours.strip(),
        routes=printed(settings.routes),
        currency=settings.currency,
        practice=settings.practice,
    )


def _local(moment: datetime | None, zone: tzinfo) -> datetime | None:
    return moment.astimezone(zone) if moment else None


def first_name(name: str) -> str:
    """Give what a customer calls a handler: the first word of a name, or a Chinese name whole."""
    if any(map(is_han, name)):
        return name.strip()
    return name.split()[0] if name.split() else ""
