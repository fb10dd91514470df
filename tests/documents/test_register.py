"""Registers as people send them: every encoding and separator, and every file that is none."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from desk.documents.register import read_register
from desk.documents.register_lines import Register
from desk.domain.errors import RegisterUnreadable

TEXT = "id,text,phone\n1,“水壶漏水”,555-0101\n2,🫖 𠮷䶮 leaks,555-0102\n"
ROWS = [
    {"id": "1", "text": "“水壶漏水”", "phone": "555-0101"},
    {"id": "2", "text": "🫖 𠮷䶮 leaks", "phone": "555-0102"},
]


def written(tmp_path: Path, content: bytes | str, name: str = "register.csv") -> Path:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def cells(register: Register) -> list[dict[str, str]]:
    return [dict(line.cells) for line in register.rows]


def read(tmp_path: Path, content: bytes | str) -> list[dict[str, str]]:
    return cells(read_register(written(tmp_path, content)))


def refusal(file: Path) -> str:
    with pytest.raises(RegisterUnreadable) as refused:
        read_register(file)
    assert refused.value.path == file
    assert refused.value.reason.endswith(".")
    return refused.value.reason


def at(text: str) -> datetime:
    """A moment without a zone, as workbooks hold them."""
    return datetime.fromisoformat(text)


def book(tmp_path: Path, *rows: Sequence[object]) -> Path:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    file = tmp_path / "register.xlsx"
    made.save(file)
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_encoding_gives_the_same_rows(tmp_path: Path, encoding: str) -> None:
    assert read(tmp_path, TEXT.encode(encoding)) == ROWS


def test_big_endian_text_with_its_mark_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, b"\xfe\xff" + TEXT.encode("utf-16-be")) == ROWS


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_separator_and_line_end_gives_the_same_rows(
    tmp_path: Path, separator: str, end: str
) -> None:
    assert read(tmp_path, TEXT.replace(",", separator).replace("\n", end)) == ROWS


def test_a_lone_carriage_return_in_a_cell_does_not_end_the_row(tmp_path: Path) -> None:
    found = read(tmp_path, b'id,text\n1,one\rtwo\n2,"three\rfour\r\nfive"\n')
    assert [row["text"] for row in found] == ["one\ntwo", "three\nfour\nfive"]


def test_separators_quotation_marks_and_line_ends_inside_quotes_are_text(tmp_path: Path) -> None:
    found = read(tmp_path, 'id,text\n1,"He said ""no"", then\nleft"\n2,5" pipe\n')
    assert [row["text"] for row in found] == ['He said "no", then\nleft', '5" pipe']


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    register = read_register(written(tmp_path, '\n\nid,text\n1,"a\nb"\n\n2,c\n'))
    assert [(line.number, line.cells["id"]) for line in register.rows] == [(4, "1"), (6, "2")]
    assert register.count == 2


def test_rows_can_be_read_again(tmp_path: Path) -> None:
    register = read_register(written(tmp_path, TEXT))
    assert cells(register) == cells(register) == ROWS


def test_ragged_rows_say_what_they_lack_and_what_they_have_too_much(tmp_path: Path) -> None:
    file = written(tmp_path, "id,text,phone\n1,short\n2,a,b,c,d\n3,a,b,,\n")
    short, long, blank = read_register(file).rows
    assert (short.missing, dict(short.cells)) == (1, {"id": "1", "text": "short", "phone": ""})
    assert long.extra == ("c", "d")
    assert (blank.missing, blank.extra) == (0, ())


def test_columns_of_the_same_or_no_name_are_told_apart(tmp_path: Path) -> None:
    register = read_register(written(tmp_path, "text,text,,text \na,b,c,d\n"))
    assert register.columns == ("text", "text 2", "column 3", "text 3")


def test_a_header_without_rows_is_a_register_without_rows(tmp_path: Path) -> None:
    register = read_register(written(tmp_path, "id,text\n"))
    assert (register.count, cells(register)) == (0, [])


def test_control_characters_and_long_cells_come_through(tmp_path: Path) -> None:
    odd = "".join(map(chr, range(32))).replace("\n", "").replace("\r", "") + "\x7f\x85\u2028"
    long = "水" * 300_000
    found = read(tmp_path, f'id,text\n1,"{odd}"\n2,{long}\n')
    assert [row["text"] for row in found] == [odd, long]


def test_a_byte_damaged_on_the_way_spoils_one_character_not_the_file(tmp_path: Path) -> None:
    content = bytearray(("id,text\n" + "1,水壶漏水底座开裂\n" * 20).encode())
    content[-4] = 0xFF
    found = read(tmp_path, bytes(content))
    assert found[0]["text"] == "水壶漏水底座开裂"
    assert "\ufffd" in found[-1]["text"]


def test_a_lone_surrogate_in_utf_16_comes_through(tmp_path: Path) -> None:
    found = read(tmp_path, "id,text\n1,a\ud800b\n".encode("utf-16", "surrogatepass"))
    assert found[0]["text"] == "a\ud800b"


def test_western_text_is_not_taken_for_chinese(tmp_path: Path) -> None:
    text = "id,text\n" + "1,The café’s kettle — it’s leaking\n" * 5
    assert "UTF-8" in refusal(written(tmp_path, text.encode("cp1252")))


def test_a_quotation_mark_that_never_closes_refuses_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, 'id,text\n1,a\n2,"b\n3,c\n4,d\n')
    assert "row 3" in refusal(file)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf\n \n", "empty"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "old Excel"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"PK\x03\x04" + b"rubbish" * 50, "damaged"),
        (bytes(range(256)) * 4, "letters"),
        ("id,text\n1,a".encode("utf-16-le"), "not text"),
    ],
)
def test_what_is_no_register_is_refused_with_a_reason(
    tmp_path: Path, content: bytes, words: str
) -> None:
    assert words in refusal(written(tmp_path, content))


def test_a_folder_and_a_missing_file_are_refused_with_a_reason(tmp_path: Path) -> None:
    assert "folder" in refusal(tmp_path)
    assert "no such file" in refusal(tmp_path / "missing.csv")
    assert refusal(tmp_path / "nul\0.csv")


def test_a_database_is_refused_with_a_reason(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "a.csv")) as other:
        other.execute("create table a (b)")
    assert "database" in refusal(tmp_path / "a.csv")


def test_a_workbook_gives_text_whatever_its_cells_hold(tmp_path: Path) -> None:
    file = book(
        tmp_path,
        ("id", "text", "when", "phone"),
        (1.0, '=HYPERLINK("http://example.com")', at("2026-11-03 09:05"), 13800000000),
        (2.5, "𠮷\u202e🫖", date(2026, 11, 4), None),
        (None, None, None, None),
        (True, "a_x000D_\nb", at("2026-11-05"), "0012"),
    )
    register = read_register(file)
    assert [tuple(line.cells.values()) for line in register.rows] == [
        ("1", '=HYPERLINK("http://example.com")', "2026-11-03 09:05:00", "13800000000"),
        ("2.5", "𠮷\u202e🫖", "2026-11-04", ""),
        ("True", "a\r\nb", "2026-11-05", "0012"),
    ]
    assert [line.number for line in register.rows] == [2, 3, 5]


def test_the_first_sheet_with_anything_in_it_is_read(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    sheet = made.create_sheet("list")
    sheet.append([None])
    sheet.append(["id", "text", None])
    sheet.append([1, "a"])
    made.save(tmp_path / "a.xlsx")
    register = read_register(tmp_path / "a.xlsx")
    assert register.columns == ("id", "text")
    assert cells(register) == [{"id": "1", "text": "a"}]


def test_content_counts_not_the_name(tmp_path: Path) -> None:
    file = book(tmp_path, ("id", "text"), (1, "a"))
    file.rename(tmp_path / "a.csv")
    assert cells(read_register(tmp_path / "a.csv")) == [{"id": "1", "text": "a"}]
    written(tmp_path, TEXT, "b.xlsx")
    assert cells(read_register(tmp_path / "b.xlsx")) == ROWS


def test_an_empty_workbook_and_a_cut_one_are_refused(tmp_path: Path) -> None:
    file = book(tmp_path)
    assert "empty" in refusal(file)
    whole = book(tmp_path, *[("a", "b")] * 50).read_bytes()
    for size in (100, len(whole) // 2, len(whole) - 10):
        file.write_bytes(whole[:size])
        assert "damaged" in refusal(file)
