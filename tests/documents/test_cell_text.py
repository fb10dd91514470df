"""Customers' texts in a workbook's cells: any text comes back, and none becomes a formula."""

from pathlib import Path

import pytest

from desk.documents.cell_text import LONGEST, CellText, as_xml, sheet_name
from tests.documents.workbooks import a_row, made, register

STORY = "What happened, in the customer's words"
HOSTILE = [
    '=HYPERLINK("x")',
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\tindented",
    "#N/A",
    "12345678901234567890",
    "<para>&amp; “quoted” 'it'</para>",
    "  blanks kept  ",
    "two\nlines",
    "漏水😀𠮷 שלום",
    "true",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_whatever_it_looks_like(tmp_path: Path, text: str) -> None:
    done, book = made(tmp_path, a_row(story=text))
    cell = next(c for c in book["Register"][2] if c.value is not None and c.value == text)
    assert cell.data_type == "s"
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "\t"))
    assert done.replaced_characters == 0


def test_a_carriage_return_is_a_line_end(tmp_path: Path) -> None:
    _, book = made(tmp_path, a_row(story="one\r\ntwo\rthree"))
    assert register(book)[0][STORY] == "one\ntwo\nthree"


def test_characters_no_workbook_holds_are_marked_and_counted(tmp_path: Path) -> None:
    done, book = made(tmp_path, a_row(story="a\x00b\x1fc\uffffd\ufffee\ud800f", summary="\x0b"))
    assert register(book)[0][STORY] == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"
    assert done.replaced_characters == 6


@pytest.mark.parametrize("letter", ["漏", "x", "😀"])
def test_a_long_story_is_cut_with_a_mark(tmp_path: Path, letter: str) -> None:
    _, book = made(tmp_path, a_row(story=letter * 40_000))
    text = register(book)[0][STORY]
    assert len(text.encode("utf-16-le")) // 2 in {LONGEST, LONGEST - 1}
    assert text.startswith(letter * 16_000)
    assert text.endswith("[cut here; the whole text is in desk]")


def test_a_text_that_just_fits_is_not_cut(tmp_path: Path) -> None:
    _, book = made(tmp_path, a_row(story="漏" * LONGEST))
    assert register(book)[0][STORY] == "漏" * LONGEST


def test_what_excel_would_decode_is_written_escaped() -> None:
    assert as_xml("_x0041_ _x_ x") == "_x005F_x0041_ _x_ x"


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("a/b:c[d]*?\\", "a b c d"),
        ("x" * 40, "x" * 31),
        ("'", "-"),
        ("Late", "Late 2"),
        ("截止时间", "截止时间"),
    ],
)
def test_a_sheets_name_is_one_excel_takes(wanted: str, name: str) -> None:
    assert sheet_name(wanted, ["late"]) == name


def test_half_of_a_pair_is_never_left_by_a_cut() -> None:
    cell = CellText("…")
    for lead in ("", "x"):
        cell.fit(lead + "😀" * 20_000).encode()
    assert cell.replaced == 0
