"""Where lines end."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.documents.line_break import NEVER_FIRST, NEVER_LAST, break_lines, whole_tokens

WIDE = set("—…，。、；：？！）」』》（「『《“”‘’")


def broken(text: str, width: float, language: str = "zh_CN") -> list[str]:
    """Lines of a text in which a Chinese character or mark is 2 wide and others are 1."""
    stops = [0.0]
    for character in text:
        stops.append(stops[-1] + (2 if character > "\u2e80" or character in WIDE else 1))
    return [text[a:b] for a, b in break_lines(text, stops, width, language=language)]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("水壶漏水，烫到手。", 8, ["水壶漏", "水，烫到", "手。"]),
        ("他说：“很烫”。", 8, ["他说：", "“很", "烫”。"]),
        ("我（非常）生气", 4, ["我", "（非", "常）", "生气"]),
        ("编号BR01-26-0118请保留", 14, ["编号", "BR01-26-0118请", "保留"]),
        ("共退还1,234.50元给您", 12, ["共退还", "1,234.50元给", "您"]),
        ("于2026年11月23日办", 15, ["于", "2026年11月23日", "办"]),
        ("ring +86 10 6552 9988 now", 18, ["ring", "+86 10 6552 9988", "now"]),
        ("call on 23 November 2026", 16, ["call on", "23 November 2026"]),
        ("at 14:30 or by a.b@c.example", 14, ["at 14:30 or by", "a.b@c.example"]),
        ("a well-known shop", 8, ["a well-", "known", "shop"]),
        ("at 50 % off", 5, ["at", "50 %", "off"]),
        ("word ，word", 7, ["word ，", "word"]),
        ("水壶 ：漏", 5, ["水", "壶 ：", "漏"]),
        ("一二·三", 4, ["一", "二·", "三"]),
        ("很好——但是", 8, ["很好——", "但是"]),
        ("很好……但是", 6, ["很", "好……", "但是"]),
        ("aaaa)b", 4, ["aaa", "a)b"]),
        ("aaa(bbb", 4, ["aaa", "(bbb"]),
        ("aaaaaaaaaa", 4, ["aaaa", "aaaa", "aa"]),
        ("BR01-26-0118", 5, ["BR01-", "26-01", "18"]),
        ("𠮷𠮷𠮷 ok", 4, ["𠮷𠮷", "𠮷", "ok"]),
        ("", 4, [""]),
        ("   ", 2, [""]),
    ],
)
def test_a_line_ends_where_people_expect_it(text: str, width: float, lines: list[str]) -> None:
    assert broken(text, width) == lines


@pytest.mark.parametrize(
    "token",
    [
        "BR01-26-0118",
        "¥1,234.50",
        "US$ 12",
        "1,234.50元",
        "3万元",
        "2026-11-23",
        "2026年11月23日",
        "11月23日",
        "23 November 2026",
        "November 23, 2026",
        "14:30",
        "+86 10 6552 9988",
        "(010) 6552-9988",
        "138 0013 8000",
        "0800 123 4567",
        "KX-2",
        "GB4706.1—2005",
        "50 %",
        "service@shop.example",
    ],
)
def test_a_token_is_known_as_one(token: str) -> None:
    text = f"在 {token}，and"
    assert (2, 2 + len(token)) in list(whole_tokens(text))


def test_an_accent_is_not_cut_from_its_letter() -> None:
    assert all(not line.startswith("\u0301") for line in broken("e\u0301" * 9, 5))


PIECES = st.sampled_from([*"水壶漏水ab ，。）」”（「“", "BR01-26-0118", "¥1,234.50", " ", "word"])


@given(st.lists(PIECES).map("".join), st.integers(30, 80))
def test_no_line_begins_or_ends_with_the_wrong_mark(text: str, width: int) -> None:
    lines = broken(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for before, after in pairwise(lines):
        if _can_be_parted(before):
            assert after[0] not in NEVER_FIRST
            assert before[-1] not in NEVER_LAST


def _can_be_parted(line: str) -> bool:
    """Whether a line holds a place to end it earlier: two Han characters side by side."""
    return any(a in "水壶漏" and b in "水壶漏" for a, b in pairwise(line))


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(1, 40))
def test_nothing_is_lost_whatever_the_text(text: str, width: int) -> None:
    text = text.replace("\n", "")
    assert "".join("".join(broken(text, width)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece",
    ["a", "1", "1 ", "1-", "11 ", " ", "\u3000 ", "！", "（", "a@", "a.", "¥", "(12", "𠮷", "12月"],
)
def test_a_hundred_thousand_of_anything_take_no_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    stops = [float(place) for place in range(len(text) + 1)]
    started = time.process_time()
    lines = break_lines(text, stops, 80, language="zh_CN")
    assert time.process_time() - started < 2.0
    assert "".join(text[a:b] for a, b in lines).replace(" ", "") == text.strip().replace(" ", "")
