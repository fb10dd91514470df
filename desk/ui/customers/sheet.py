"""What is shown of one customer: everything that is stored, and counts of what happened."""

from dataclasses import dataclass

from desk.domain.complainant import DETAILS, Detail
from desk.domain.masking import masked_address, masked_email, masked_phone
from desk.domain.options import label
from desk.domain.past import Found, Past
from desk.domain.person import Person
from desk.domain.text import shortened
from desk.i18n import LANGUAGES, _, ngettext
from desk.ui.customers.columns import name_of

LIMIT = 400


@dataclass(frozen=True, slots=True)
class Sheet:
    """One customer as drawn. `lines` are label and text; `merged` counts merges that hold."""

    title: str
    lines: tuple[tuple[str, str], ...]
    counts: tuple[str, ...]
    merged: int = 0
    is_masked: bool = True
    is_person: bool = True


def person_sheet(past: Past, *, is_masked: bool) -> Sheet:
    """Show a customer, with contact details masked unless they were asked for."""
    person = past.person
    lines = [
        (_(words), detail_text(person, detail, is_masked=is_masked))
        for detail, words in DETAILS.items()
    ]
    return Sheet(
        title=shortened(person.name, 80) or _("no name given"),
        lines=tuple((words, text or _("not stored")) for words, text in lines),
        counts=tuple(counts_of(past)),
        merged=len(person.merges),
        is_masked=is_masked,
    )


def loose_sheet(found: Found) -> Sheet:
    """Show a complaint that is linked to no customer."""
    phone = masked_phone(found.phone) if found.phone else _("not stored")
    return Sheet(
        title=name_of(found),
        lines=((_(DETAILS[Detail.PHONES]), phone),),
        counts=(_("This complaint is linked to no customer record, and needs none."),),
        is_person=False,
    )


def detail_text(person: Person, detail: Detail, *, is_masked: bool) -> str:
    """Write one thing that is stored; empty when it is not."""
    held = "" if detail is Detail.PHONES else str(getattr(person, detail))
    if detail is Detail.PHONES:
        return "   ".join(masked_phone(p) if is_masked else p for p in person.phones)
    if detail is Detail.LANGUAGE:
        return LANGUAGES.get(held, held)
    if is_masked and held and detail in {Detail.EMAIL, Detail.ADDRESS}:
        return masked_email(held) if detail is Detail.EMAIL else masked_address(held)
    return shortened(held, LIMIT)


def counts_of(past: Past) -> list[str]:
    """Say what happened so far, in counts."""
    said = ngettext("{count} complaint", "{count} complaints", past.count)
    lines = [
        _("{complaints}, {open} open").format(
            complaints=said.format(count=past.count), open=past.still_open
        )
    ]
    if past.last_outcome is not None:
        lines.append(_("Last outcome: {outcome}").format(outcome=_(label(past.last_outcome))))
    made = past.kept + past.late + past.broken
    if made or past.waiting:
        lines.append(
            _("Promises: {kept} of {made} kept, {late} late, {broken} broken, {open} open").format(
                kept=past.kept, made=made, late=past.late, broken=past.broken, open=past.waiting
            )
        )
    lines += [
        _("{product}: {count} times").format(product=shortened(p.name, 60), count=p.count)
        for p in past.again[:3]
    ]
    return lines
