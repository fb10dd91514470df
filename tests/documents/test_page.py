"""Papers as PDF: fonts, text that copies out, pages, bytes."""

import re
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.graphics.shapes import Drawing, Rect, String

from desk.config import resources
from desk.documents import blocks
from desk.documents.blocks import Block, Fact, Facts, Heading, Passage
from desk.documents.fonts import Role, load
from desk.documents.page import Letterhead, PageSpec, Paper, render
from desk.domain.errors import MissingGlyph

FONTS = resources() / "fonts"
HEADING = load(FONTS).face(Role.HEADING).fontName
PAGE = PageSpec(
    language="zh_CN",
    title="答复 <b>&",
    author="某某百货",
    created_at=datetime(2026, 11, 23, 10, 42, tzinfo=timezone(timedelta(hours=8))),
    letterhead=Letterhead("某某百货", ("示例路18号",)),
    footer="第 {} 页，共 {} 页".format,
    running_head="BR01-26-0118",
    mark="内部资料",
    watermark="练习",
)
STORY = "水壶用了不到三天，“壶盖”就关不严了……热水流出来，烫红了孩子的手——编号BR01-26-0118。"
EVERYTHING: tuple[Block, ...] = (
    Heading("对您投诉的答复", level=1),
    Facts((Fact("编号", "BR01-26-0118", "reference"), Fact("顾客", "王小明", "name"))),
    blocks.Rule(),
    Heading("您告诉我们的"),
    Passage(STORY, "story"),
    blocks.Table(
        (blocks.Column("日期"), blocks.Column("金额")), (("2026-11-23", "1.00"),), "table"
    ),
    blocks.Ticks((blocks.Tick("退款", ticked=True), blocks.Tick("回访")), "promises"),
    blocks.Notice("不影响您的权利。", "notice"),
    blocks.Gap(3),
    blocks.Together((blocks.Barcode("BR01-26-0118"), blocks.QrCode("https://shop.example/c"))),
    blocks.Figure(Drawing(800, 60, Rect(0, 0, 800, 40), String(4, 44, "x", fontName=HEADING))),
    blocks.Signatures(("顾客签名", "经办人签名")),
    blocks.PageBreak(),
    Passage("The kettle’s lid “stopped” closing… 𬍛", "note"),
)


def made(story: Sequence[Block], **changes: object) -> bytes:
    return render(story, replace(PAGE, **changes), fonts=FONTS)  # type: ignore[arg-type]  # any field


def pages_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


def folded(text: str) -> str:
    return "".join(text.split())


def run(program: str, pdf: bytes, folder: Path, *arguments: str) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed (poppler-utils)")
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(
        [program, str(file), *arguments], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout


@pytest.mark.parametrize("paper", list(Paper))
def test_every_paper_embeds_subsets_of_our_faces_and_nothing_else(
    paper: Paper, tmp_path: Path
) -> None:
    listed = run("pdffonts", made(EVERYTHING, paper=paper), tmp_path).splitlines()[2:]
    assert {line.split()[0].split("+")[1] for line in listed} == {
        "NotoSansSC-Regular",
        "NotoSerifSC-Regular",
    }
    for line in listed:
        assert re.search(r"TrueType\s+\S+\s+yes yes yes", line), line


@pytest.mark.parametrize("paper", list(Paper))
def test_all_text_copies_out_as_it_was_written(paper: Paper, tmp_path: Path) -> None:
    text = folded(run("pdftotext", made(EVERYTHING, paper=paper, watermark=""), tmp_path, "-"))
    for wanted in (
        "对您投诉的答复",
        STORY,
        "王小明",
        "1.00",
        "不影响您的权利。",
        "经办人签名",
        "示例路18号",
        "Thekettle’slid“stopped”closing…𬍛",
    ):
        assert folded(wanted) in text


def test_a_character_of_the_upper_planes_copies_out_from_a_fallback_too(tmp_path: Path) -> None:
    if load(FONTS).missing("𠮷"):
        pytest.skip("no font on this machine shows 𠮷")
    assert "王𠮷先生" in run("pdftotext", made((Passage("王𠮷先生", "name"),)), tmp_path, "-")


def test_justified_chinese_copies_out_without_blanks(tmp_path: Path) -> None:
    text = run("pdftotext", made((Passage(STORY * 9, "story"),), watermark=""), tmp_path, "-")
    assert STORY * 9 in text.replace("\n", "")


LATIN_AND_HAN = st.text(st.sampled_from([*"水壶漏，。（）“”abc 12-.—…\t\n䶮", "\u200d", "\ufeff"]))


@given(LATIN_AND_HAN, st.sampled_from(["zh_CN", "en"]))
@settings(deadline=None, max_examples=40)
def test_no_printable_character_is_lost_on_paper(text: str, language: str) -> None:
    pdf = render(
        (Passage(text, "story"),),
        PageSpec(language=language, title="", author="", created_at=PAGE.created_at),
        fonts=FONTS,
    )
    wanted = folded(text).replace("\u200d", "").replace("\ufeff", "")
    # pypdf gives characters of one line in the order they were drawn.
    assert folded("".join(pages_of(pdf))) == wanted


@pytest.mark.parametrize(
    "character", ["䶮", "𬍛", "㐂", "𠮷", "𪚥", "😀", "ש", "\ue000", "\U00102019"]
)
def test_a_rare_character_is_printed_or_refused_by_name(character: str) -> None:
    story = (Facts((Fact("姓名", f"王{character}", "name"),)),)
    if load(FONTS).missing(character):
        with pytest.raises(MissingGlyph) as refused:
            made(story)
        assert (refused.value.field, refused.value.character) == ("name", character)
    else:
        assert f"王{character}" in pages_of(made(story))[0]


@pytest.mark.parametrize(
    ("story", "changes", "field"),
    [
        ((Heading("ש", "heading"),), {}, "heading"),
        ((blocks.Table((blocks.Column("ש"),), (), "table"),), {}, "table"),
        ((blocks.Ticks((blocks.Tick("ש"),), "promises"),), {}, "promises"),
        ((blocks.Notice("ש", "notice"),), {}, "notice"),
        ((blocks.Signatures(("ש",)),), {}, "signatures"),
        ((blocks.Barcode("编号"),), {}, "reference"),
        ((), {"letterhead": Letterhead("ש")}, "letterhead"),
        ((), {"watermark": "ש"}, "watermark"),
        ((), {"mark": "ש"}, "mark"),
        ((), {"footer": "ש{}{}".format}, "footer"),
    ],
)
def test_a_missing_character_is_named_with_its_field_wherever_it_stands(
    story: tuple[Block, ...], changes: dict[str, object], field: str
) -> None:
    with pytest.raises(MissingGlyph) as refused:
        made(story, **changes)
    assert refused.value.field == field


def test_markup_in_a_text_is_text() -> None:
    hostile = "<para>a</para> <b>&amp;</b> %s {0} \\n <font color=red>"
    assert folded(hostile) in folded(pages_of(made((Passage(hostile, "story"),)))[0])


def test_the_same_values_give_the_same_bytes() -> None:
    assert made(EVERYTHING) == made(EVERYTHING)
    assert made(EVERYTHING) != made(EVERYTHING, created_at=PAGE.created_at + timedelta(days=1))


def test_nothing_of_this_machine_is_written_into_the_file() -> None:
    assert str(FONTS).encode() not in made(EVERYTHING)


def test_the_file_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(made(EVERYTHING)))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("答复 <b>&", "某某百货")
    assert reader.metadata.creation_date == PAGE.created_at
    assert str(reader.root_object["/Lang"]) == "zh-CN"


def test_every_page_knows_its_number_and_the_last() -> None:
    pages = pages_of(made((Passage(STORY * 150, "story"),)))
    assert len(pages) == 4
    for number, page in enumerate(pages, start=1):
        assert f"第 {number} 页，共 4 页" in page
        assert "内部资料" in page
        assert ("BR01-26-0118\n" in page.split("水壶")[0]) == (number > 1)


def test_a_roll_is_as_long_as_its_text() -> None:
    def height(lines: int) -> float:
        pdf = made((Passage("水壶漏水\n" * lines, "story"),), paper=Paper.ROLL_80)
        (page,) = PdfReader(BytesIO(pdf)).pages
        assert float(page.mediabox.width) == pytest.approx(80 / 25.4 * 72, abs=0.01)
        return float(page.mediabox.height)

    assert height(60) - height(40) == pytest.approx(height(40) - height(20), abs=0.1)
    assert height(20) < 500


def test_signatures_take_the_end_of_the_text_along_to_the_next_page() -> None:
    for lines in range(30, 50):
        text = "\n".join(f"第{number}段" for number in range(lines))
        pages = pages_of(made((Passage(text, "story"), blocks.Signatures(("顾客签名",)))))
        if len(pages) == 2:
            assert f"第{lines - 1}段" in pages[1]
            assert "顾客签名" in pages[1]
            break
    else:
        pytest.fail("the text never reached the second page")


def test_a_heading_stays_with_what_it_heads() -> None:
    for lines in range(25, 50):
        filler = Passage("\n".join(["水壶"] * lines), "story")
        pages = pages_of(made((filler, Heading("结论"), Passage(STORY * 2, "finding"))))
        if len(pages) == 2 and "结论" in pages[1]:
            assert "BR01-26-0118。" in pages[1]
            return
        assert "烫红了" in pages[0][pages[0].index("结论") :]
    pytest.fail("the heading never reached the second page")


def test_no_single_line_of_a_paragraph_is_left_alone() -> None:
    for lines in range(20, 45):
        filler = Passage("\n".join(["水壶"] * lines), "story")
        text = "\n".join(f"{first}{'一' * 120}" for first in "甲乙丙")
        pages = pages_of(made((filler, Passage(text, "finding")), mark="", watermark=""))
        if len(pages) < 2:
            continue
        tops = [line for line in pages[1].splitlines() if "一" in line]
        bottoms = [line for line in pages[0].splitlines() if "一" in line]
        assert not (tops and len(tops[0]) < 40), "a last line stands alone on top"
        assert not (bottoms and bottoms[-1][0] in "甲乙丙"), "a first line stands alone below"


def test_a_long_fact_and_a_long_table_run_over_pages_with_nothing_lost() -> None:
    story = (
        Facts((Fact("经过", "长" * 20_000, "story"),)),
        blocks.Table(
            (blocks.Column("编号"), blocks.Column("内容", 3)),
            tuple((f"r{number}", "短" * 50) for number in range(200)),
            "table",
        ),
    )
    pages = pages_of(made(story, watermark=""))
    assert len(pages) > 10
    assert sum(page.count("长") for page in pages) == 20_000
    assert sum(page.count("短") for page in pages) == 10_000
    tables = [page for page in pages if "短" in page]
    assert all("内容" in page for page in tables)
    assert re.findall(r"r\d+", "\n".join(tables)) == [f"r{number}" for number in range(200)]


def test_a_column_is_wide_enough_for_its_dates_on_a_roll() -> None:
    columns = (blocks.Column("日期"), blocks.Column("内容", 9))
    table = blocks.Table(columns, (("2026-11-23", "水壶漏水，已登记。" * 3),), "table")
    assert "2026-11-23" in pages_of(made((table,), paper=Paper.ROLL_80))[0]


@pytest.mark.parametrize("piece", ["a", "水壶漏水，", "a\n", "！"])
def test_a_hundred_thousand_characters_are_paged_in_seconds(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    started = time.process_time()
    pages = pages_of_count(made((Passage(text, "story"),), watermark=""))
    assert time.process_time() - started < 8.0
    assert pages > 10


def pages_of_count(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def test_an_empty_paper_is_one_page() -> None:
    assert pages_of_count(made(())) == 1
