"""Every command as a person or a script uses it."""

from pathlib import Path

import pytest

from desk.cli.arguments import machine_language, wanted_language
from tests.cli.conftest import Desk

REGISTER = """\
id,date,text,category,phone
1,2026-11-20,The kettle leaks at the base again.,product,555-0101
2,2026-11-21,电水壶底座又漏水了。,产品,000-0102
3,2026-11-21,,product,
4,someday,The lamp is green not blue.,product,
"""


@pytest.fixture
def register(tmp_path: Path) -> Path:
    file = tmp_path / "register.csv"
    file.write_text(REGISTER, "utf-8")
    return file


def test_take_counts_for_scripts(desk: Desk, register: Path) -> None:
    said = desk("take", register, "--json")
    assert (said.code, said.err) == (0, "")
    assert said.json == {
        "taken": 3,
        "flagged": [
            {
                "row": 5,
                "reason": "The date “someday” cannot be read; it counts as arriving now.",
            }
        ],
        "refused": [{"row": 4, "reason": "It says nothing about what happened."}],
        "known": 0,
    }
    assert desk("take", register, "--json").json["known"] == 3


def test_take_tells_people_which_rows_and_why(desk: Desk, register: Path) -> None:
    lines = desk("take", register).out.splitlines()
    assert lines == [
        "Taken: 3, of these flagged: 1. Refused: 1. Known before: 0.",
        "Row 4 was refused: It says nothing about what happened.",
        "Row 5 was taken: The date “someday” cannot be read; it counts as arriving now.",
    ]


def test_take_names_the_first_rows_and_counts_the_others(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_text("text\n" + "Bad.\n" * 25, "utf-8")
    lines = desk("take", file).out.splitlines()
    assert len(lines) == 22
    assert lines[-1] == "… and 5 more rows"


@pytest.mark.parametrize("content", [None, b"", b"%PDF-1.7", b"a,b\n1,2\n", b"\xff\x00\x80 \xfd"])
def test_a_file_that_is_no_register_is_refused_in_one_sentence(
    desk: Desk, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "register.csv"
    if content is not None:
        file.write_bytes(content)
    said = desk("take", file)
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert said.err.startswith(f"The register {file} cannot be read: ")
    assert said.err.endswith(" Nothing was taken. Look at the file, then try again.\n")


def test_take_names_the_columns_it_found_and_the_way_to_map_them(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "unknown.csv"
    file.write_text("Nr;What the customer said;Day\n7;The kettle leaks again;2026-11-20\n", "utf-8")
    said = desk("take", file)
    assert said.code == 1
    assert "(“Nr”, “What the customer said”, “Day”) none tells what happened" in said.err
    assert "--map FILE.toml" in said.err
    with pytest.raises(SystemExit):
        desk("take", "--help")
    example = [line for line in capsys.readouterr().out.splitlines() if " = " in line]
    assert len(example) == 2
    (tmp_path / "map.toml").write_text("\n".join(example))
    assert desk("take", file, "--map", tmp_path / "map.toml", "--json").json["taken"] == 1
    assert desk("show", "0001", "--json").json["story"] == "The kettle leaks again"


def test_find_prints_lines_for_people_and_whole_stories_for_scripts(
    desk: Desk, register: Path
) -> None:
    desk("take", register)
    said = desk("find", "kettle", "leaks")
    assert said.out == "BR01-26-0001  2026-11-20  Received  The kettle leaks at the base again.\n"
    (found,) = desk("find", "漏水", "--json").json
    assert (found["reference"], found["story"]) == ("BR01-26-0002", "电水壶底座又漏水了。")
    assert len(desk("find", "--limit", 1, "the", "--json").json) == 1
    nothing = desk("find", "unheard")
    assert (nothing.code, nothing.out, nothing.err) == (0, "", "No complaint has these words.\n")
    assert desk("find", "unheard", "--json").json == []


@pytest.mark.parametrize(
    "words", ["*", '"', "NEAR(", "AND OR NOT", "'; drop", "-x", "a\udcffb", ""]
)
def test_find_takes_any_words_as_words(desk: Desk, register: Path, words: str) -> None:
    desk("take", register)
    said = desk("find", "--json", "--", words)
    assert (said.code, said.json) == (0, [])


def test_paper_is_written_in_the_language_asked_for(
    desk: Desk, register: Path, tmp_path: Path
) -> None:
    desk("take", register)
    out = tmp_path / "slip.pdf"
    said = desk("paper", "slip", "BR01-26-0001", "--out", out)
    assert (said.code, said.out) == (0, f"Written to {out}.\n")
    assert out.read_bytes().startswith(b"%PDF")
    assert desk("paper", "slip", "BR01-26-0001", "--out", out, "--language", "zh_CN").code == 0
    papers = desk("show", "BR01-26-0001", "--json").json["papers"]
    assert [(paper["kind"], paper["language"]) for paper in papers] == [
        ("slip", "en"),
        ("slip", "zh_CN"),
    ]
    for refused in (
        ("paper", "slip", "BR01-26-9999", "--out", out),
        ("paper", "letter", "BR01-26-0001", "--out", out),
        ("paper", "slip", "BR01-26-0001", "--out", tmp_path / "no" / "slip.pdf"),
    ):
        said = desk(*refused)
        assert (said.code, said.err.count("\n")) == (1, 1)


def test_week_counts_and_writes_the_workbook(desk: Desk, register: Path, tmp_path: Path) -> None:
    desk("take", register)
    lines = desk("week", "2026-W47").out.splitlines()
    assert lines[0] == "2026-W47"
    assert "Opened: 2" in lines
    out = tmp_path / "week.xlsx"
    assert str(out) in desk("week", "2026-W47", "--xlsx", out).out
    assert out.read_bytes().startswith(b"PK")


def test_check_says_whether_all_is_well(desk: Desk, register: Path, tmp_path: Path) -> None:
    desk("take", register)
    assert desk("check").out == "All is well.\n"
    assert desk("check", "--json").json == {"ok": True, "problems": []}
    desk("paper", "slip", "BR01-26-0001", "--out", tmp_path / "slip.pdf")
    (paper,) = (tmp_path / "desk" / "papers").iterdir()
    paper.unlink()
    said = desk("check", "--json")
    assert (said.code, said.json["ok"], len(said.json["problems"])) == (1, False, 1)
    assert said.json["problems"][0].startswith(f"The paper {paper.name} of complaint BR01-26-0001 ")
    assert desk("check").out == said.json["problems"][0] + "\n"


def test_check_tells_its_problems_in_the_language_of_the_screen(
    desk: Desk, register: Path, tmp_path: Path
) -> None:
    desk("take", register)
    desk("paper", "slip", "BR01-26-0001", "--out", tmp_path / "slip.pdf")
    (paper,) = (tmp_path / "desk" / "papers").iterdir()
    paper.unlink()
    told = desk("check", "--json", "--language", "zh_CN").json["problems"]
    assert told[0].startswith(f"投诉BR01-26-0001的单据{paper.name}已不在单据文件夹里。")
    assert desk("check", "--language", "zh_CN").out == told[0] + "\n"


def test_practice_never_fills_the_folder_of_real_work(
    desk: Desk, register: Path, tmp_path: Path
) -> None:
    desk("take", register)
    said = desk("practice")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert "holds real complaints" in said.err


def test_data_and_language_stand_before_or_after_the_command(process: Desk, tmp_path: Path) -> None:
    other = tmp_path / "other"
    assert process("check", "--data", other, "--language", "zh_CN").code == 0
    assert (other / "desk.sqlite").is_file()
    assert not (tmp_path / "desk").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("dance",), "COMMAND cannot be 'dance'. It is one of: 'tour', 'take'"),
        (("find",), "This is missing: WORDS."),
        (("find", "a", "--limit", "0"), "0 is not a number from 1 up"),
        (("find", "a", "--limit"), "--limit needs a value."),
        (("show", "a", "b"), "desk does not know this: b."),
        (("check", "--language", "fr"), "--language cannot be 'fr'."),
        (("week", "2026-W99"), "The weeks of 2026 run from 2026-W01 to 2026-W53."),
        (("week", "2027-W53"), "The weeks of 2027 run from 2027-W01 to 2027-W52."),
        (("week", "soon"), "“soon” is not a week. Write the year and the week, such as 2026-W47."),
        (("paper", "poem", "a", "--out", "b"), "KIND cannot be 'poem'."),
    ],
)
def test_wrong_use_is_told_with_the_usage(
    desk: Desk, arguments: tuple[str, ...], words: str
) -> None:
    said = desk(*arguments)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("usage: desk")
    assert words in said.err


def test_help_names_every_command(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        desk("--help")
    assert ended.value.code == 0
    said = capsys.readouterr().out
    for command in ("tour", "take", "find", "show", "paper", "week", "check", "practice"):
        assert f"\n    {command} " in said


def test_a_broken_configuration_is_told(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    for content in ("language = ", 'language = "fr"', 'busy_seconds = "long"', "busy_seconds = []"):
        (folder / "desk.toml").write_text(content)
        said = desk("check")
        assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
        assert "desk.toml cannot be used" in said.err


def test_the_language_is_asked_of_the_option_then_of_the_machine() -> None:
    assert wanted_language(["--language", "zh_CN"]) == "zh_CN"
    assert wanted_language(["find", "--language=en", "x"]) == "en"
    assert wanted_language(["find", "--", "--language", "zh_CN"]) is None
    assert wanted_language(["--language"]) is None
    assert wanted_language(["--language", "fr"]) is None
    assert machine_language({"LANG": "zh_CN.UTF-8"}) == "zh_CN"
    assert machine_language({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}) == "en"
    assert machine_language({"LC_ALL": "", "LANG": "de_DE.UTF-8"}) == "en"
    assert machine_language({}) == "en"
