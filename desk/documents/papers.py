"""A paper as PDF: its facts and words, set as blocks in the frame all papers share."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desk.documents import page
from desk.documents.blocks import Block, Passage
from desk.documents.fonts import load
from desk.documents.letter import letter, subject
from desk.documents.paper_facts import Facts, LetterFacts, ReceiptFacts, Sender, SlipFacts
from desk.documents.paper_words import Words
from desk.documents.receipt import receipt
from desk.documents.slip import slip
from desk.documents.stationery import Stationery, tightened
from desk.domain.sheet import SheetSize


@dataclass(frozen=True, slots=True)
class Made:
    """A paper's bytes and how many pages it has."""

    pdf: bytes
    pages: int


def make(
    facts: Facts, words: Words, *, size: SheetSize, copy: int, at: datetime, fonts: Path
) -> Made:
    """Make the PDF of a paper; the same arguments give the same bytes.

    `at` is the local moment it is made; `copy` counts from 1, and from 2 on is marked; `fonts`
    is the folder of the faces. Raises MissingGlyph with the field nobody's font can show.
    """
    paper = page.Paper[size.name]
    stationery = Stationery(paper.value, load(fonts))
    title, story = _story(facts, words, stationery)
    mark = words.say("copy", copy=str(copy)) if copy > 1 else ""
    if mark and stationery.is_roll:
        story.insert(0, stationery.copy_mark(mark))
        mark = ""
    spec = page.PageSpec(
        language=words.language,
        title=f"{title} {facts.reference}",
        author=facts.sender.shop or "desk",
        created_at=at,
        paper=paper,
        letterhead=_letterhead(facts.sender, words),
        running_head=words.say("running_head", title=title, reference=facts.reference),
        mark=mark,
        watermark=words.say("practice") if facts.sender.practice else "",
    )
    return _paged(story, spec, words, fonts)


def _paged(story: list[Block], spec: page.PageSpec, words: Words, fonts: Path) -> Made:
    """Render, if it can be on one page, and learn from the footer how many pages there are."""
    pages = 1

    def footer(number: int, of: int) -> str:
        nonlocal pages
        pages = of
        return words.say("page", page=str(number), pages=str(of)) if of > 1 else ""

    closer = [tightened(block) for block in story]
    pdf = page.render(story, replace(spec, footer=footer), fonts=fonts, closer=closer)
    return Made(pdf, pages)


def _story(facts: Facts, words: Words, stationery: Stationery) -> tuple[str, list[Block]]:
    """Give a paper's title and blocks."""
    match facts:
        case SlipFacts():
            return _titled(slip(facts, words, stationery))
        case ReceiptFacts():
            return _titled(receipt(facts, words, stationery))
        case LetterFacts():
            return subject(facts, words), list(letter(facts, words, stationery))


def _titled(blocks: Iterable[Block]) -> tuple[str, list[Block]]:
    """Take the title of a paper that begins with it."""
    story = list(blocks)
    title = story[0]
    return (title.text if isinstance(title, Passage) else ""), story


def _letterhead(sender: Sender, words: Words) -> page.Letterhead | None:
    contact = [words.say("phone", phone=sender.phone)] if sender.phone else []
    if sender.hours:
        contact.append(words.say("hours", hours=sender.hours))
    lines = tuple(filter(None, (sender.address, " · ".join(contact))))
    if not sender.shop and not lines:
        return None
    return page.Letterhead(sender.shop, lines)
