"""The papers: exactly their facts in both languages, never what is for inside only."""

import dataclasses
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desk.config import resources
from desk.domain.complaint import INSIDE_ONLY, Channel, Kind
from desk.domain.errors import MissingGlyph
from desk.domain.investigation import Checked, Finding
from desk.domain.label import LANGUAGES
from desk.domain.response import Answer, Apology, Remedy
from desk.domain.settings import Settings
from desk.domain.sheet import SheetSize
from desk.domain.timeline import PaperKind
from desk.services.paper_content import load_words
from tests.documents.record import CANARY, SETTINGS, a_record, bare, printed, refunded, text_of

HEAD = "Example Household Goods 12 Sample Street Phone 555-0100 · Open Mon to Sat 9:00 to 18:00 "


def test_the_slip_says_exactly_its_facts() -> None:
    assert text_of(printed(a_record(), PaperKind.SLIP).pdf) == HEAD + (
        "We have your complaint Your number BR01-26-0001 "
        "Received Mon 23 Nov 2026, 14:05 "
        "In short The kettle leaks at the base for the second time. "
        "You asked for An exchange and a refund "
        "You spoke with Lin "
        "What happens next "
        "You will hear from us by Thu 26 Nov 2026, 18:00. "
        "You will have our final answer by Mon 7 Dec 2026, 18:00. "
        "We will phone you. "
        "How to ask Give your number at our desk, or phone 555-0100. "
        "Anyone there can carry on from it. Open Mon to Sat 9:00 to 18:00 "
        "Thank you for telling us."
    )


def test_the_chinese_receipt_says_exactly_its_facts() -> None:
    record = refunded(
        summary="电水壶第二次漏水。", found="密封圈磨损。", offered="按您付款的方式退款。",
        finding=Finding.PARTLY,
    )  # fmt: skip
    settings = Settings(shop="示例家居", routes="示例市消费者协会：12315")
    made = printed(record, PaperKind.RECEIPT, "zh_CN", settings=settings)
    assert bare(text_of(made.pdf)) == (
        "示例家居投诉处理意见回执受理编号BR01-26-0001"
        "日期2026年11月23日（周一）"
        "您反映的情况电水壶第二次漏水。"
        "核实结果您反映的情况部分属实。密封圈磨损。"
        "处理办法按您付款的方式退款。"
        "金额¥1,234.50（大写：壹仟贰佰叁拾肆元伍角）"
        "办理时间最迟2026年11月26日（周四）"
        "经办人MeiExample"
        "接下来怎么办您的投诉继续受理，最迟2026年12月7日（周一）18:00前给您最终答复。"
        "如果您不同意示例市消费者协会：12315"
        "本人已收到此单。签名不表示接受以上处理办法。"
        "顾客签名、日期经办人签名、日期"
    )


def test_the_letter_says_exactly_its_facts_on_one_page() -> None:
    made = printed(a_record(), PaperKind.LETTER)
    assert made.pages == 1
    assert text_of(made.pdf) == HEAD + (
        "23 November 2026 Our reference: BR01-26-0001 "
        "Your complaint of 23 November 2026 Dear Sam Example, "
        "Thank you for telling us about this. We have looked into it, and this is our answer. "
        "What you told us The kettle leaks at the base for the second time. "
        "What we checked and found We looked at the item itself and your receipt. "
        "It happened as you told us. The base seal is worn; we saw the water ourselves. "
        "What we do We are sorry for our mistake. Exchange for a new kettle today. "
        "This has been done. "
        "What we cannot do, and why You had also asked for a refund. "
        "This is not part of what we agreed; what is written above takes its place. "
        "If anything is unclear, phone us on 555-0100 and give the reference BR01-26-0001. "
        "Thank you for giving us the chance to answer. "
        "Yours sincerely, Lin Example Example Household Goods"
    )


def test_a_chinese_letter_greets_a_named_and_an_unnamed_customer() -> None:
    named = bare(text_of(printed(a_record(name="王"), PaperKind.LETTER, "zh_CN").pdf))
    assert "王，您好：" in named
    assert "此致敬礼！" in named
    unnamed = bare(text_of(printed(a_record(name=" "), PaperKind.LETTER, "zh_CN").pdf))
    assert "尊敬的顾客：" in unnamed


def test_times_and_days_are_in_words_of_the_language() -> None:
    slip = bare(text_of(printed(a_record(), PaperKind.SLIP, "zh_CN").pdf))
    assert "2026年11月26日（周四）18:00前，我们给您第一次答复。" in slip
    assert "最迟2026年12月7日（周一）18:00前，给您最终答复。" in slip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PaperKind)
@pytest.mark.parametrize("copy", [1, 2])
def test_no_paper_shows_what_is_for_inside_only(kind: PaperKind, language: str, copy: int) -> None:
    numbers = {
        name: 77771 + place
        for place, name in enumerate(
            ("pace", "pace_end", "severity", "parts", "affected", "priority", "priority_by_hand")
        )
    }
    texts = {name: f"{CANARY} {name}" for name in INSIDE_ONLY - numbers.keys()}
    assert numbers.keys() < INSIDE_ONLY
    assert {"person", "lesson", "tier", "supervisor_told_at"} < texts.keys()
    inside: dict[str, Any] = {**texts, **numbers, "source": CANARY}
    for brought in Kind:
        for record in (a_record(), refunded(finding=Finding.NOT_CONFIRMED)):
            made = printed(
                dataclasses.replace(record, kind=brought, **inside),
                kind, language, copy=copy,
            )  # fmt: skip
            text = text_of(made.pdf)
            assert "BR01-26-0001" in text
            assert CANARY not in text
            assert CANARY.encode() not in made.pdf
            assert "7777" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [PaperKind.RECEIPT, PaperKind.LETTER])
def test_goodwill_after_no_confirmation_admits_nothing(kind: PaperKind, language: str) -> None:
    refused = refunded(finding=Finding.NOT_CONFIRMED, apology=Apology.MISTAKE, found="-")
    text = bare(text_of(printed(refused, kind, language).pdf))
    words = load_words(resources() / "languages", language, PaperKind.LETTER)
    assert bare(words.say("verdict_not_confirmed")) in text
    assert ("goodwill" if language == "en" else "善意") in text
    for admission in ("mistake", "fault", "过错", "错误", bare(words.say("verdict_confirmed"))):
        assert admission not in text
    confirmed = bare(text_of(printed(refunded(), PaperKind.LETTER, language).pdf))
    assert ("mistake" if language == "en" else "过错") in confirmed  # or this test sees nothing


def test_wishes_that_are_not_offered_are_refused_with_the_reason() -> None:
    wishes = (Remedy.REFUND, Remedy.REPAIR, Remedy.OTHER, Remedy.EXPLANATION, Remedy.APOLOGY)
    record = refunded(wish=wishes, wish_other="a taxi voucher", finding=Finding.PARTLY)
    text = text_of(printed(record, PaperKind.LETTER).pdf)
    assert "You also asked for a repair and a taxi voucher. We cannot offer this, because" in text
    assert "only part of what you told us is confirmed" in text


def test_other_routes_stand_in_a_letter_whose_offer_is_not_accepted() -> None:
    route = "Sampletown consumer advice, 555-0199"
    assert route in text_of(printed(refunded(), PaperKind.LETTER).pdf)
    assert route not in text_of(printed(a_record(), PaperKind.LETTER).pdf)
    assert route in text_of(printed(a_record(), PaperKind.RECEIPT).pdf)
    without = dataclasses.replace(SETTINGS, routes="")
    text = text_of(printed(refunded(), PaperKind.LETTER, settings=without).pdf)
    assert "If you do not agree Please tell us." in text
    assert "turn to" not in text


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer.ACCEPTS, "I accept this offer."),
        (Answer.ACCEPTS_PART, "I accept part of this offer."),
        (Answer.WANTS_TO_THINK, "I have received this sheet."),
        (None, "I have received this sheet."),
    ],
)
def test_only_who_accepts_signs_an_acceptance(answer: Answer | None, words: str) -> None:
    text = text_of(printed(a_record(answer=answer), PaperKind.RECEIPT).pdf)
    assert words in text
    assert (". I accept" in text or "0199 I accept" in text) is (
        answer in {Answer.ACCEPTS, Answer.ACCEPTS_PART}
    )


def test_what_cannot_be_told_yet_names_who_finds_out_and_the_day() -> None:
    record = a_record(
        finding=Finding.CANNOT_TELL, next_on=date(2026, 11, 27), next_by="Mei Example", offer=(),
        answer=None, done=None,
    )  # fmt: skip
    text = text_of(printed(record, PaperKind.LETTER).pdf)
    assert "Mei Example is finding out. You will hear from us by Fri 27 Nov 2026." in text
    assert "mistake" not in text


def test_what_is_not_known_is_said_to_be_so() -> None:
    assert "You asked for Not said yet" in text_of(printed(a_record(wish=()), PaperKind.SLIP).pdf)
    open_offer = a_record(done=None, answer=Answer.WANTS_TO_THINK)
    assert "When not known yet" in text_of(printed(open_offer, PaperKind.RECEIPT).pdf)


@pytest.mark.parametrize("kind", [Kind.SUGGESTION, Kind.PRAISE, Kind.QUESTION])
def test_what_is_no_complaint_has_a_slip_and_a_letter_without_clocks(kind: Kind) -> None:
    record = a_record(
        kind=kind, first_word_due_at=None, final_due_at=None, finding=None, found="", offer=(),
        channel=Channel.NO_NEED,
    )  # fmt: skip
    slip = text_of(printed(record, PaperKind.SLIP).pdf)
    assert "We pass it on" in slip
    assert "complaint" not in slip
    assert "complaint" not in text_of(printed(record, PaperKind.LETTER).pdf)


@pytest.mark.parametrize("field", ["summary", "found", "offered", "wish_other", "name", "done_by"])
def test_a_character_no_font_shows_is_named_with_its_field(field: str) -> None:
    record = refunded(wish=(Remedy.OTHER,), **{field: "x \U0001f9ff\U00100000"})
    with pytest.raises(MissingGlyph) as refused:
        printed(record, PaperKind.LETTER)
    assert refused.value.field == field


@pytest.mark.parametrize("kind", PaperKind)
def test_a_number_no_font_shows_is_refused_too(kind: PaperKind) -> None:
    with pytest.raises(MissingGlyph) as refused:
        printed(a_record(reference="\U0001f9ff1-26-0001"), kind)
    assert refused.value.field == "reference"
    assert "甲1-26-0001" in text_of(printed(a_record(reference="甲1-26-0001"), kind).pdf)


@pytest.mark.parametrize("kind", PaperKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_customer_text_is_never_markup_nor_a_slot(kind: PaperKind, language: str) -> None:
    evil = "{reference} {name} <para>&lt;b> %s =cmd()"
    record = refunded(summary=evil, name=evil, offered=evil, wish_other=evil)
    made = printed(record, kind, language)
    assert bare(evil) in bare(text_of(made.pdf))


def test_a_very_long_story_is_cut_with_a_mark_on_the_slip_and_paged_in_the_letter() -> None:
    story = "水壶漏水，台面湿透，" * 10_000
    record = a_record(story=story, summary="", channel=Channel.POST, address="Flat 3\nSampletown")
    for kind in (PaperKind.SLIP, PaperKind.RECEIPT):
        made = printed(record, kind, "zh_CN")
        assert made.pages == 1
        text = bare(text_of(made.pdf))
        assert story[:159] + "…" in text
        assert text.count("水壶漏水") == 16
    letter = printed(record, PaperKind.LETTER, "zh_CN")
    assert letter.pages > 50
    assert f"第{letter.pages}页，共{letter.pages}页" in bare(text_of(letter.pdf))


@pytest.mark.parametrize("size", SheetSize)
@pytest.mark.parametrize("kind", PaperKind)
def test_every_paper_fits_every_size(kind: PaperKind, size: SheetSize) -> None:
    made = printed(refunded(), kind, size=size)
    assert "BR01-26-0001" in text_of(made.pdf)
    assert "Page" not in text_of(printed(a_record(), PaperKind.SLIP, size=size).pdf)


def test_copies_are_marked_from_the_second_on() -> None:
    assert "Copy" not in text_of(printed(a_record(), PaperKind.SLIP).pdf)
    assert "Copy 2" in text_of(printed(a_record(), PaperKind.SLIP, copy=2).pdf)
    roll = printed(a_record(), PaperKind.SLIP, "zh_CN", copy=3, size=SheetSize.ROLL_80)
    assert "补打（第3份）" in bare(text_of(roll.pdf))


def test_practice_is_written_across_the_page() -> None:
    practice = dataclasses.replace(SETTINGS, practice=True)
    assert "PRACTICE" in text_of(printed(a_record(), PaperKind.LETTER, settings=practice).pdf)
    assert "PRACTICE" not in text_of(printed(a_record(), PaperKind.LETTER).pdf)


def test_the_same_facts_give_the_same_bytes() -> None:
    assert printed(refunded(), PaperKind.LETTER) == printed(refunded(), PaperKind.LETTER)


@pytest.mark.parametrize("kind", PaperKind)
def test_only_embedded_fonts_are_used(kind: PaperKind, tmp_path: Path) -> None:
    if shutil.which("pdffonts") is None:
        pytest.skip("pdffonts (poppler-utils) is not installed")
    file = tmp_path / "paper.pdf"
    file.write_bytes(printed(refunded(summary="电水壶 leaks"), kind, "zh_CN").pdf)
    listed = subprocess.run(["pdffonts", file], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()[2:]]
    assert rows
    assert all("NotoS" in row[0] and row[-5] == "yes" for row in rows)


def test_a_refused_offer_with_every_section_still_makes_one_page_in_chinese() -> None:
    record = refunded(checked=tuple(Checked), found="底座密封圈磨损，" * 15, summary="漏水" * 60)
    settings = dataclasses.replace(SETTINGS, routes="示例市消费者协会：12315\n示例市监管局：12345")
    assert printed(record, PaperKind.LETTER, "zh_CN", settings=settings).pages == 1
