"""Rules of lines over texts people really wrote, when the example data is there."""

import csv
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.config import resources
from desk.documents.blocks import BODY, Align, TextStyle
from desk.documents.fonts import load
from desk.documents.printable import printable
from desk.documents.text_layout import Text
from desk.domain.errors import MissingGlyph

FONTS = load(resources() / "fonts")
DATA = Path(__file__).parents[3] / "shared" / "data"
A4_LINE, ROLL_LINE = 459.0, 204.0
CLOSING = "，。）」』》、；：？！”’％%"
OPENING = "（「『《“‘"
# Said here once more, in other words than line_break's, so that a mistake there shows.
NEVER_CUT = re.compile(
    r"[A-Z]{2}\d\d-\d\d-\d{4}|[¥￥$£]\d[\d,]*\d\.?\d*|\b\d{3}-\d{3}-\d{4}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b"
    r"|\d+(?:\.\d+)?元|\d{4}年\d{1,2}月\d{1,2}日|1[35789]\d{9}|\b\d{1,2}:\d\d\b"
)
SAMPLES = (
    "您在电话（010-6552-9988）里说：“水壶用了不到三天，壶盖就关不严了；倒水时，热水从盖子边上流出来！”您希望"
    "全额退款1,234.50元（发票号 FP-2026-10-0077），并在2026年11月30日以前答复。"
    "编号BR01-26-0118，请保留。" * 4,
    "You told us by phone (+86 10 6552 9988) that the kettle’s lid “stopped closing” within three "
    "days, and that you paid ¥1,234.50 for it on 8 October 2026. Your reference is BR01-26-0118. "
    * 4,
    "我在 App Store 里买的 iPhone 15 Pro（¥7,999.00）到货后“黑屏”，"
    "客服 Mary 说：‘please wait 24 hours’，等了3天！" * 4,
)


def laid_out(text: str, width: float, style: TextStyle = BODY, language: str = "zh_CN") -> Text:
    whole = Text(text, style, field="story", fonts=FONTS, language=language)
    whole.layout(width)
    return whole


def paragraphs(text: Text, width: float) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in text.layout(width).lines:
        lines.append(text.text[line.start : line.end])
        if line.closes:
            yield lines
            lines = []


def assert_lines_are_right(source: str, width: float, language: str) -> None:
    text = laid_out(source, width, language=language)
    assert "".join("".join(map("".join, paragraphs(text, width))).split()) == "".join(
        printable(source).split()
    )
    layout = text.layout(width)
    em = BODY.size / 1000
    for line in layout.lines:
        assert line.left + (layout.stops[line.end] - layout.stops[line.start]) * em <= width + 0.01
    for lines in paragraphs(text, width):
        for before, after in pairwise(lines):
            if has_an_earlier_end(before):
                assert after[:1] not in list(CLOSING), (before, after)
                assert before[-1:] not in list(OPENING), (before, after)
                assert_no_token_was_cut(before, after)


def has_an_earlier_end(line: str) -> bool:
    """Whether a line could have ended earlier: a blank, or two Han characters side by side."""
    return bool(re.search(r"\S\s+[^\s，。）」』》、；：？！”’％%]|[一-鿿]{2}", line))


def assert_no_token_was_cut(before: str, after: str) -> None:
    end, beginning = re.search(r"\S*$", before), re.match(r"\S*", after)
    assert end is not None
    assert beginning is not None
    for token in NEVER_CUT.finditer(end.group() + beginning.group()):
        assert not token.start() < len(end.group()) < token.end(), (before, after)


@pytest.mark.parametrize("width", [A4_LINE, ROLL_LINE, 133.0])
@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("sample", SAMPLES, ids=["chinese", "english", "mixed"])
def test_lines_of_letters_follow_the_rules(sample: str, language: str, width: float) -> None:
    assert_lines_are_right(sample, width, language)


@pytest.mark.parametrize(
    ("file", "column", "language"),
    [("zh_negative_reviews.csv", "text", "zh_CN"), ("en_cfpb_complaints.csv", "narrative", "en")],
)
@pytest.mark.parametrize("width", [A4_LINE, ROLL_LINE])
def test_lines_of_real_complaints_follow_the_rules(
    file: str, column: str, language: str, width: float
) -> None:
    if not (DATA / file).is_file():
        pytest.skip("the example data is not here")
    with (DATA / file).open(encoding="utf-8", newline="") as register:
        texts = [row[column] for row in csv.DictReader(register) if row[column]]
    assert len(texts) >= 1400
    for text in texts:
        shown = text.translate(dict.fromkeys(map(ord, FONTS.missing(text)), "□"))
        assert_lines_are_right(shown, width, language)


@given(
    st.text(st.characters(exclude_categories=[]), max_size=200), st.sampled_from(["zh_CN", "en"])
)
@settings(deadline=None)
def test_any_text_is_set_whole_or_refused_by_name(source: str, language: str) -> None:
    missing = FONTS.missing(source)
    if missing:
        with pytest.raises(MissingGlyph) as refused:
            laid_out(source, 100.0, language=language)
        assert refused.value.field == "story"
        assert refused.value.character in missing
    else:
        text = laid_out(source, 100.0, language=language)
        shown = "".join("".join(map("".join, paragraphs(text, 100.0))).split())
        assert shown == "".join(printable(source).split())


def test_a_missing_character_is_named_with_its_field() -> None:
    with pytest.raises(MissingGlyph) as refused:
        Text("王ש", BODY, field="name", fonts=FONTS, language="zh_CN").layout(A4_LINE)
    assert (refused.value.field, refused.value.character) == ("name", "ש")


def test_chinese_is_justified_and_english_ragged_unless_asked() -> None:
    chinese, english = SAMPLES[0], SAMPLES[1]
    assert laid_out(chinese, A4_LINE).layout(A4_LINE).lines[0].justified
    assert not laid_out(english, A4_LINE).layout(A4_LINE).lines[0].justified
    justified = laid_out(english, A4_LINE, replace(BODY, align=Align.JUSTIFY)).layout(A4_LINE)
    assert justified.lines[0].justified
    assert not justified.lines[-1].justified


def test_only_chinese_paragraphs_are_indented_by_two_characters() -> None:
    style = replace(BODY, first_indent=2.0)
    lines = laid_out(SAMPLES[0] + "\n" + SAMPLES[1], A4_LINE, style).layout(A4_LINE).lines
    assert [line.left for line in lines if line.opens] == [2 * BODY.size, 0.0]


def test_many_empty_lines_are_one_gap() -> None:
    text = laid_out("a" + "\n \n" * 50_000 + "b", A4_LINE)
    assert text.layout(A4_LINE).tops[-1] < 4 * BODY.leading


@pytest.mark.parametrize("piece", ["a", "一二三，", "a\n", "word ", "！", "𠮷"])
def test_a_hundred_thousand_characters_are_laid_out_in_seconds(piece: str) -> None:
    if FONTS.missing(piece):
        pytest.skip(f"no font on this machine shows {piece}")
    started = time.process_time()
    laid_out((piece * 100_000)[:100_000], A4_LINE)
    assert time.process_time() - started < 3.0
