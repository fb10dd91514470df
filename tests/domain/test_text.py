"""Customer text at the entrance, and the short forms shown of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain.text import (
    digits,
    first_sentence,
    initials,
    is_han,
    says_enough,
    shortened,
    storable,
)

any_text = st.text(alphabet=st.characters(codec=None, categories=None))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("", ""), ("a\0b", "a\ufffdb"), ("\ud800", "\ufffd"), ("a\udfffb", "a\ufffdb"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"), ("\r\r\n", "\n\n"),
        ("漏水😀\u202e\x07", "漏水😀\u202e\x07"),
        ("=cmd()|'<para>", "=cmd()|'<para>"), ("  both ends  ", "  both ends  "),
    ],
)  # fmt: skip
def test_only_what_no_database_holds_is_replaced(typed: str, kept: str) -> None:
    assert storable(typed) == kept


@given(any_text)
def test_stored_text_is_storable_and_stays_as_it_is(text: str) -> None:
    kept = storable(text)
    assert storable(kept) == kept
    kept.encode("utf-8")
    assert "\0" not in kept
    assert "\r" not in kept


@pytest.mark.parametrize(
    ("story", "sentence"),
    [
        ("", ""), ("   ", ""), ("No stop", "No stop"),
        ("The kettle leaks. Again!", "The kettle leaks."),
        ("漏水了。要求退款。", "漏水了。"), ("她说：“不管！”然后走了。", "她说：“不管！”"),
        ("Paid 12.50 for v1.2 of it. Bad.", "Paid 12.50 for v1.2 of it."),
        ("What?! Never.", "What?!"), ("a\nb. c", "a b."), ("  Wide   blanks.  x", "Wide blanks."),
    ],
)  # fmt: skip
def test_the_first_sentence_is_found(story: str, sentence: str) -> None:
    assert first_sentence(story, 160) == sentence


@given(any_text, st.integers(1, 50))
def test_short_forms_are_one_line_within_their_limit(text: str, limit: int) -> None:
    for short in (first_sentence(text, limit), shortened(text, limit)):
        assert len(short) <= limit
        assert "\n" not in short


def test_a_text_that_fits_is_not_cut_and_a_longer_one_shows_it() -> None:
    assert shortened("0123456789", 10) == "0123456789"
    assert shortened("0123456789x", 10) == "012345678…"
    assert first_sentence("0123456789x.", 10) == "012345678…"


def test_a_hundred_thousand_characters_are_shortened_at_once() -> None:
    assert shortened("漏水 " * 50_000, 40).endswith("…")
    assert len(first_sentence("漏水，" * 50_000, 160)) == 160


@pytest.mark.parametrize(
    ("character", "han"),
    [("漏", True), ("𠮷", True), ("䶮", True), ("a", False), ("。", False), ("あ", False),
     ("ア", False), ("한", False), ("1", False), ("😀", False), ("\x07", False), ("﹍", False)],
)  # fmt: skip
def test_a_chinese_character_is_told_from_others(character: str, han: bool) -> None:
    assert is_han(character) is han


@pytest.mark.parametrize(
    ("story", "enough"),
    [("", False), ("漏水了", False), ("水壶漏水", True), ("too short", False),
     ("long enough", True), ("          x", False), ("漏 水 了 啊", True),
     ("x" * 10, True), ("x" * 9, False)],
)  # fmt: skip
def test_a_story_says_enough_with_four_han_or_ten_characters(story: str, enough: bool) -> None:
    assert says_enough(story) is enough


@pytest.mark.parametrize(
    ("name", "letters"),
    [("", ""), ("  ", ""), ("Wei Lin", "WL"), ("wei", "W"), ("王小明", "王"), ("王 小明", "王"),
     ("Ana Maria de la Cruz", "AMD"), ("𠮷田", "𠮷"), ("ß x", "SSX")],
)  # fmt: skip
def test_initials_hide_a_name(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("typed", "only"),
    [("", ""), ("555-0117", "5550117"), ("+86 138 0000 0117", "8613800000117"),
     ("１３８", "138"), ("١٢٣", "123"), ("a1b2", "12"), ("½Ⅷ漏", "")],
)  # fmt: skip
def test_only_digits_are_kept_as_ascii(typed: str, only: str) -> None:
    assert digits(typed) == only


@given(any_text)
def test_digits_are_ascii_whatever_comes(text: str) -> None:
    assert set(digits(text)) <= set("0123456789")
