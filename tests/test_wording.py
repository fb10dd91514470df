"""No word of ours is one a customer should not see: guide, screens, papers, both languages."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from desk.config import resources
from desk.domain.guide import Avoid
from desk.domain.wording import harmful
from desk.i18n import LANGUAGES
from desk.services.content import load_guide

FOLDER = resources() / "languages"
ABOUT_CUSTOMERS = (
    *("difficult customer", "troublemaker", "frequent complainer", "angry", "unreasonable"),
    *("liar", "aggressive", "blacklist", "black list", "fault of the customer", "rude"),
    *(
        "刁民",
        "刁难",
        "无理取闹",
        "胡搅蛮缠",
        "恶意投诉",
        "职业打假",
        "难缠",
        "黑名单",
        "愤怒",
        "无理要求",
    ),
)
"""Judgements of a person: the screen is read across the counter (ux.md §3.6, features.md H4)."""


def avoided() -> tuple[Avoid, ...]:
    """Everything not to be said, in every language, and judgements of people."""
    from_guides = [avoid for code in LANGUAGES for avoid in load_guide(FOLDER / code).avoid]
    return (*from_guides, *(Avoid(words, "-") for words in ABOUT_CUSTOMERS))


def of_guide(code: str) -> Iterator[str]:
    guide = load_guide(FOLDER / code)
    yield from guide.purposes
    yield from (phrase.text for phrase in guide.phrases)
    yield from (item.text for item in guide.checklist)
    yield from (line for _, lines in guide.cards for line in lines)
    yield from (avoid.better for avoid in guide.avoid)
    yield from (aside.text for aside in guide.asides)
    yield from (prefill.text for prefill in guide.prefills)


def of_screens(code: str) -> Iterator[str]:
    with (FOLDER / code / "desk.po").open("rb") as file:
        for message in read_po(file):
            for words in (message.id, message.string):
                yield from (words,) if isinstance(words, str) else words or ()


def of_papers(code: str) -> Iterator[str]:
    for file in sorted((FOLDER / code / "papers").glob("*.toml")):
        yield from texts(tomllib.loads(file.read_text("utf-8")))


def texts(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        for one in said.values():
            yield from texts(one)
    elif isinstance(said, list):
        for one in said:
            yield from texts(one)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("source", [of_guide, of_screens, of_papers])
def test_no_text_of_ours_has_a_word_a_customer_should_not_see(source: object, code: str) -> None:
    """G8; issue: done when."""
    assert callable(source)
    all_texts = list(source(code))
    assert len(all_texts) > 20
    avoid = avoided()
    found = {t: [hit.say for hit in harmful(t, avoid)] for t in all_texts if harmful(t, avoid)}
    assert found == {}


def test_the_rule_bites() -> None:
    avoid = avoided()
    assert harmful("Calm down, that's the rule.", avoid)
    assert harmful("特价商品概不退换，本店解释权归本店。", avoid)
    assert harmful("顾客无理取闹", avoid)
    assert Path(FOLDER).is_dir()
