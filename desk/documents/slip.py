"""The slip: number, what was understood, by when the customer hears, and how to ask."""

from collections.abc import Iterator

from desk.documents.blocks import Block, Fact, Facts, Gap, Passage, Together
from desk.documents.paper_facts import SlipFacts
from desk.documents.paper_words import Words
from desk.documents.stationery import Stationery, section
from desk.domain.complaint import Channel, Kind
from desk.domain.response import Remedy
from desk.i18n import full_moment

_COME_HERE = {Channel.COMES_BACK, Channel.NO_NEED}


def slip(facts: SlipFacts, words: Words, stationery: Stationery) -> Iterator[Block]:
    """Set the slip's blocks."""
    yield stationery.title(words.say(f"title_{facts.kind.value}"))
    yield stationery.number_and_codes(words.say("number"), facts.reference)
    yield Gap(1)
    yield Facts(tuple(_rows(facts, words)))
    yield Together((section(words.say("next")), *_next(facts, words)))
    yield Together((section(words.say("how_to_ask")), *_how_to_ask(facts, words)))


def _rows(facts: SlipFacts, words: Words) -> Iterator[Fact]:
    at = full_moment(facts.received_at, words.language)
    yield Fact(words.say("received"), at, "received_at")
    yield Fact(words.say("in_short"), facts.in_short, "summary")
    if facts.wish or facts.kind is Kind.COMPLAINT:
        wishes = facts.wish or (Remedy.NOT_SAID,)
        wish = words.remedies(wishes, facts.wish_other)
        yield Fact(words.say("wish"), wish[:1].upper() + wish[1:], "wish_other")
    if facts.handler:
        yield Fact(words.say("spoke_with"), facts.handler, "handler")


def _next(facts: SlipFacts, words: Words) -> Iterator[Block]:
    first, then, final = facts.first_word_due_at, facts.progress_due_at, facts.final_due_at
    between = then if first and then and final and first < then < final else None
    clocks = {"first_word": first, "progress": between, "final": final}
    running = {key: at for key, at in clocks.items() if at}
    here = "_here" if facts.channel in _COME_HERE else ""
    lines = [
        words.say(f"{key}{here}", date=full_moment(at, words.language))
        for key, at in running.items()
    ]
    if not lines:
        lines = [words.say("no_clock")]
    if facts.channel is not None:
        lines.append(words.say(f"by_{facts.channel.value}"))
    yield Passage("\n".join(lines), "slip")


def _how_to_ask(facts: SlipFacts, words: Words) -> Iterator[Block]:
    sender = facts.sender
    ask = words.say("ask_phone", phone=sender.phone) if sender.phone else words.say("ask_desk")
    hours = [words.say("hours", hours=sender.hours)] if sender.hours else []
    yield Passage("\n".join([ask, *hours, words.say("thanks")]), "letterhead")
