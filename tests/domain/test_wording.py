"""Words to avoid are found whatever their case and width, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.guide import Avoid
from desk.domain.wording import Hit, harmful

AVOID = (
    Avoid("calm down", "Tell me."),
    Avoid("that's the rule", "Here is what it is for.", "No reason."),
    Avoid("you should have…", "What would help?"),
    Avoid("sorry, but…", "I'm sorry."),
    Avoid("规定不允许", "我能办的是……", "没有原因。"),
    Avoid("概不退换", "我先看看。", "第二十六条"),
    Avoid("您早该……", "现在怎么办？"),
    Avoid("对不起，但是……", "对不起。"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Please CALM  DOWN, sir.", ["calm down"]),
        ("Ｃａｌｍ ｄｏｗｎ", ["calm down"]),
        ("That’s the rule here", ["that's the rule"]),
        ("Well, you should have kept the receipt.", ["you should have…"]),
        ("Sorry but no.", ["sorry, but…"]),
        ("Sorry, but no; that's the rule.", ["that's the rule", "sorry, but…"]),
        ("本店规定不允许退。", ["规定不允许"]),
        ("特价商品“概不退换”", ["概不退换"]),
        ("你早该说的", ["您早该……"]),
        ("对不起但是没办法", ["对不起，但是……"]),
        ("对不起, 但是没办法", ["对不起，但是……"]),
        # and what only looks like it
        ("We keep calm. Down the hall is a seat.", []),
        ("calm downstairs", []),
        ("That's the ruler you bought.", []),
        ("规定。不允许", []),
        ("退换都可以", []),
        ("", []),
    ],
)
def test_words_to_avoid_are_found_as_whole_words_and_within_chinese(
    text: str, found: list[str]
) -> None:
    """G8."""
    assert [hit.say for hit in harmful(text, AVOID)] == found


def test_a_hit_shows_a_better_sentence_and_why() -> None:
    """G8."""
    assert harmful("规定不允许。", AVOID) == (Hit("规定不允许", "我能办的是……", "没有原因。"),)


@pytest.mark.parametrize("say", ["…", "……", " ", "…… ！"])
def test_words_that_say_nothing_are_found_nowhere(say: str) -> None:
    assert harmful("anything … at all ！", [Avoid(say, "x")]) == ()


@given(st.text(), st.text(max_size=20))
def test_any_text_and_any_words_can_be_compared(text: str, say: str) -> None:
    harmful(text, [Avoid(say, "better")])
