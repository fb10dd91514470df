"""The reply letter: what was told, checked, found, is done, cannot be done and why."""

from collections.abc import Iterator
from dataclasses import replace

from desk.documents.blocks import (
    BODY,
    LETTER,
    SECTION,
    SUBSECTION,
    Align,
    Block,
    Gap,
    Passage,
    Together,
)
from desk.documents.offer_words import amount_text, is_goodwill, offer_text
from desk.documents.paper_facts import ACCEPTS, LetterFacts, Offered
from desk.documents.paper_words import Words
from desk.documents.stationery import Stationery
from desk.domain.complaint import Kind
from desk.domain.investigation import Finding
from desk.domain.response import Apology, Done
from desk.i18n import full_date, long_date

_FLUSH = replace(BODY, align=Align.LEFT)
_ADDRESS = replace(_FLUSH, paragraph_gap=0.0)
_SUBJECT = replace(SECTION, space_after=9.0)
_HEADING = replace(SUBSECTION, space_before=10.0)
_TO_SIGN = 11.0


def letter(facts: LetterFacts, words: Words, stationery: Stationery) -> Iterator[Block]:
    """Set the letter's blocks."""
    yield stationery.letter_head(
        long_date(facts.on, words.language),
        words.say("reference", reference=facts.reference),
        facts.reference,
    )
    if facts.address:
        yield Gap(2)
        yield Passage("\n".join(filter(None, (facts.name, facts.address))), "address", _ADDRESS)
        yield Gap(3)
    yield Passage(subject(facts, words), "heading", _SUBJECT)
    greeting = (
        words.say("salutation", name=facts.name) if facts.name else words.say("salutation_neutral")
    )
    yield Passage(greeting, "name", _FLUSH)
    yield Passage(words.say(_opening(facts)), "letter", LETTER)
    yield from _section(words, "told", Passage(facts.told, "summary", LETTER))
    yield from _findings(facts, words)
    if facts.offered:
        yield from _section(words, "do", *_doing(facts, facts.offered, words))
    if facts.finding is Finding.CANNOT_TELL and facts.next_on:
        yield from _section(words, "next", Passage(_pending(facts, words), "next_by", LETTER))
    if facts.kind is Kind.COMPLAINT and (refused := tuple(_refused(facts, words))):
        yield from _section(words, "cannot", *refused)
    if facts.kind is Kind.COMPLAINT and not _accepted(facts):
        yield from _section(words, "routes", *_routes(facts, words))
    yield Together(tuple(_ending(facts, words)))


def subject(facts: LetterFacts, words: Words) -> str:
    """Say what the letter is about."""
    on = long_date(facts.received_on, words.language)
    return words.say(f"subject_{facts.kind.value}", date=on)


def _section(words: Words, heading: str, *passages: Passage) -> Iterator[Block]:
    yield Passage(words.say(heading), "heading", _HEADING)
    yield from passages


def _opening(facts: LetterFacts) -> str:
    if facts.kind is not Kind.COMPLAINT:
        return f"opening_{facts.kind.value}"
    return "opening_pending" if facts.finding is Finding.CANNOT_TELL else "opening"


def _accepted(facts: LetterFacts) -> bool:
    return facts.offered is not None and facts.offered.answer in ACCEPTS


def _findings(facts: LetterFacts, words: Words) -> Iterator[Block]:
    if facts.finding is None:
        if facts.found.strip():
            yield from _section(words, "answered", Passage(facts.found, "found", LETTER))
        return
    verdict = words.verdict(facts.finding, facts.found)
    if facts.checked:
        checks = words.listed([words.say(f"check_{check.value}") for check in facts.checked])
        looked = words.say("looked_only", checks=checks)
        verdict = words.say("looked_at", checks=checks, verdict=verdict) if verdict else looked
    passages = [Passage(verdict, "checked", LETTER)] if verdict else []
    if facts.found.strip():
        passages.append(Passage(facts.found, "found", LETTER))
    yield from _section(words, "checked", *passages)


def _doing(facts: LetterFacts, offered: Offered, words: Words) -> Iterator[Passage]:
    sorry = _sorry(facts)
    before = words.joined(
        words.say(sorry) if sorry else "",
        words.say("goodwill") if is_goodwill(facts.finding) else "",
    )
    if before:
        yield Passage(before, "letter", LETTER)
    yield Passage(offer_text(offered, words), "offered", LETTER)
    amount = amount_text(offered, words, facts.sender.currency)
    after = words.joined(
        words.say("amount", amount=amount) if amount else "", *_when(offered, words)
    )
    if after:
        yield Passage(after, "done_by", LETTER)


def _when(offered: Offered, words: Words) -> Iterator[str]:
    if offered.done is Done.NOW:
        yield words.say("done_now")
    elif offered.done is Done.BY_DATE and offered.done_on:
        by = full_date(offered.done_on, words.language)
        yield words.say("done_by", who=offered.done_by, date=by)
        if offered.check_back_on:
            yield words.say("check_back", date=full_date(offered.check_back_on, words.language))


def _sorry(facts: LetterFacts) -> str:
    """Choose the apology: for a mistake only where the finding says that there was one."""
    if facts.apology not in {Apology.TROUBLE, Apology.MISTAKE}:
        return ""
    found = facts.finding in {Finding.CONFIRMED, Finding.PARTLY}
    return "sorry_mistake" if facts.apology is Apology.MISTAKE and found else "sorry_trouble"


def _pending(facts: LetterFacts, words: Words) -> str:
    by = full_date(facts.next_on or facts.on, words.language)
    if facts.next_by:
        return words.say("pending_who", who=facts.next_by, date=by)
    return words.say("pending", date=by)


def _refused(facts: LetterFacts, words: Words) -> Iterator[Passage]:
    """Say what we cannot do: why, on what it rests, and what comes next."""
    if facts.declined:
        yield Passage(_cannot(facts, words), "wish_other", LETTER)
    if _accepted(facts):
        return
    if facts.refusal:
        yield Passage(facts.refusal, "refusal", LETTER)
    if facts.refusal_basis:
        rests = words.say("rests_on", basis=facts.refusal_basis)
        yield Passage(rests, "refusal_basis", LETTER)
    if facts.refusal_next:
        following = words.say("you_can", next=facts.refusal_next)
        yield Passage(following, "refusal_next", LETTER)


def _cannot(facts: LetterFacts, words: Words) -> str:
    why = facts.finding or Finding.CANNOT_TELL
    key = "declined_agreed" if _accepted(facts) else f"declined_{why.value}"
    return words.say(key, wishes=words.remedies(facts.declined, facts.declined_other))


def _routes(facts: LetterFacts, words: Words) -> Iterator[Passage]:
    outside = words.say("routes_outside") if facts.sender.routes else ""
    yield Passage(words.joined(words.say("routes_inside"), outside), "letter", LETTER)
    if outside:
        yield Passage(facts.sender.routes, "routes", LETTER)


def _ending(facts: LetterFacts, words: Words) -> Iterator[Block]:
    """Set what stays together: the last paragraph, the greeting, and who signs."""
    sender = facts.sender
    yield Gap(2)
    contact = (
        words.say("contact_phone", phone=sender.phone, reference=facts.reference)
        if sender.phone
        else words.say("contact_desk", reference=facts.reference)
    )
    answers = facts.kind in {Kind.COMPLAINT, Kind.QUESTION}
    last = words.joined(contact, words.say("thanks") if answers else "")
    yield Passage(last, "letterhead", LETTER)
    first, *following = words.say("closing").split("\n")
    yield Passage(first, "letter", LETTER)
    for line in following:
        yield Passage(line, "letter", _FLUSH)
    yield Gap(_TO_SIGN)
    chinese = words.language.startswith("zh")
    signed = replace(_FLUSH, align=Align.RIGHT if chinese else Align.LEFT, paragraph_gap=0.0)
    lines = [facts.handler, sender.shop]
    if chinese:
        lines = [sender.shop, facts.handler, long_date(facts.on, words.language)]
    yield Passage("\n".join(filter(None, lines)), "handler", signed)
