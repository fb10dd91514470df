"""The receipt: what was found and offered, who does it by when, and two signatures."""

from collections.abc import Iterator

from desk.documents.blocks import (
    Block,
    Fact,
    Facts,
    Gap,
    Passage,
    Signatures,
    Together,
)
from desk.documents.offer_words import amount_text, is_goodwill, offer_text
from desk.documents.paper_facts import ACCEPTS, ReceiptFacts
from desk.documents.paper_words import Words
from desk.documents.stationery import Stationery, section
from desk.domain.response import Answer, Done
from desk.i18n import full_date, full_moment


def receipt(facts: ReceiptFacts, words: Words, stationery: Stationery) -> Iterator[Block]:
    """Set the receipt's blocks."""
    agreed = facts.offered.answer in ACCEPTS
    yield stationery.title(words.say("title_agreed" if agreed else "title_offer"))
    yield stationery.number_and_bars(words.say("number"), facts.reference)
    yield Gap(1)
    yield Facts(tuple(_rows(facts, words)))
    yield Together((section(words.say("next")), Passage(_next(facts, words), "receipt")))
    if facts.sender.routes:
        yield Together((section(words.say("routes")), Passage(facts.sender.routes, "routes")))
    yield Together(
        (
            Gap(2),
            Passage(words.say(_statement(facts.offered.answer)), "receipt"),
            Signatures((words.say("sign_customer"), words.say("sign_shop"))),
        )
    )


def _rows(facts: ReceiptFacts, words: Words) -> Iterator[Fact]:
    offered = facts.offered
    yield Fact(words.say("date"), full_date(facts.on, words.language), "made_at")
    yield Fact(words.say("told"), facts.told, "summary")
    yield Fact(words.say("found"), _found(facts, words), "found")
    offer = offer_text(offered, words)
    if is_goodwill(facts.finding):
        offer += "\n" + words.say("goodwill")
    yield Fact(words.say("offer"), offer, "offered")
    if amount := amount_text(offered, words, facts.sender.currency):
        yield Fact(words.say("amount"), amount, "amount")
    yield Fact(words.say("when"), _when(facts, words), "done_on")
    who = offered.done_by or (facts.handler if offered.done is Done.NOW else "")
    if offered.done is not None:
        yield Fact(words.say("who"), who or words.say("not_known"), "done_by")


def _found(facts: ReceiptFacts, words: Words) -> str:
    verdict = words.verdict(facts.finding, facts.found) if facts.finding else ""
    return words.joined(verdict, facts.found) or words.say("not_known")


def _when(facts: ReceiptFacts, words: Words) -> str:
    match facts.offered.done, facts.offered.done_on:
        case Done.NOW, _:
            return words.say("when_now", date=full_date(facts.on, words.language))
        case Done.BY_DATE, day if day is not None:
            return words.say("when_by", date=full_date(day, words.language))
        case _:
            return words.say("not_known")


def _next(facts: ReceiptFacts, words: Words) -> str:
    offered = facts.offered
    if offered.answer in ACCEPTS:
        if offered.done is Done.NOW:
            return words.say("next_settled")
        if offered.check_back_on:
            return words.say("check_back", date=full_date(offered.check_back_on, words.language))
    if facts.final_due_at is None:
        return words.say("next_open")
    return words.say("next_open_until", date=full_moment(facts.final_due_at, words.language))


def _statement(answer: Answer | None) -> str:
    """Choose what the customer signs: only who accepts signs an acceptance."""
    return {Answer.ACCEPTS: "accepted", Answer.ACCEPTS_PART: "accepted_part"}.get(
        answer or Answer.HAS_LEFT, "handed"
    )
