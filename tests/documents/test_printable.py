"""What of a text reaches paper."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.documents.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a\tb", "a    b"),
        ("\ufeff王\u200d小\u202e明\ufe0f\u00ad", "王小明"),
        ("a\x00\x07\x1bb", "ab"),
        ("a\ud800b", "a\ufffdb"),
        ("a\u2009b\u202fc\u3000d\u00a0e", "a b\u00a0c\u3000d\u00a0e"),
    ],
)
def test_only_what_prints_reaches_paper(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_no_letter_digit_mark_or_sign_is_lost(text: str) -> None:
    assert printable(text) == text


@given(st.text(st.characters(exclude_categories=[])))
def test_what_reaches_paper_stays_as_it_is(text: str) -> None:
    shown = printable(text)
    assert printable(shown) == shown
    assert not any(unicodedata.category(c) == "Cs" for c in shown)
