"""Text messages: one message each, never a part of a character, the reference always whole (C7)."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from desk.domain.text_message import MOST_LATIN, MOST_OTHERS, composed, fits

REFERENCES = st.text("BR0123456789-", min_size=6, max_size=20)


def test_a_message_of_70_chinese_or_160_latin_characters_fits_and_one_more_does_not() -> None:
    """C7."""
    assert fits("诉" * MOST_OTHERS)
    assert not fits("诉" * (MOST_OTHERS + 1))
    assert fits("a" * MOST_LATIN)
    assert not fits("a" * (MOST_LATIN + 1))
    assert not fits("𠮷" * 36)  # two units each on a phone
    assert not fits("€" * 81)


@given(st.text(max_size=80), REFERENCES, st.text(max_size=120), st.text(max_size=80))
@example("", "BR01-26-0118", "👨‍👩‍👧" * 40, "")
@example("【店】", "BR01-26-0118", "é" * 200, "")
def test_whatever_is_said_the_message_fits_and_holds_the_whole_reference(
    shop: str, reference: str, said: str, phone: str
) -> None:
    """C7."""
    message = composed(shop, f"{reference}: {said}", phone, reference)
    assert fits(message)
    assert reference in message
    whole = shop + f"{reference}: {said}" + phone
    if fits(whole):
        assert message == whole


@given(st.text(st.sampled_from("a诉👨👩‍\u0301\ufe0f"), min_size=60, max_size=200))
def test_no_character_is_cut_in_two(said: str) -> None:
    """C7."""
    reference = "BR01-26-0118"
    message = composed("", reference + said, "", reference)
    kept = message.removesuffix("…").removeprefix(reference)
    if message.endswith("…") and kept != said:
        following = said[len(kept) :][:1]
        assert unicodedata.category(following) not in {"Mn", "Me", "Cf"}
        assert not kept.endswith("\N{ZERO WIDTH JOINER}")


def test_shop_and_phone_are_left_out_before_the_core_is_cut() -> None:
    """C7."""
    core = "您的投诉BR01-26-0118已收到，11月26日前答复您。"
    assert (
        composed("【" + "店" * 60 + "】", core, "电话1234。", "BR01-26-0118") == core + "电话1234。"
    )
