"""``desk show``: one complaint by its reference or the end of it, for people and for scripts."""

from pathlib import Path

import pytest

from tests.cli.conftest import Desk
from tests.cli.test_commands import REGISTER


@pytest.fixture
def register(tmp_path: Path) -> Path:
    file = tmp_path / "register.csv"
    file.write_text(REGISTER, "utf-8")
    return file


def test_show_tells_everything_known(desk: Desk, register: Path) -> None:
    desk("take", register)
    one = desk("show", "br01-26-0001", "--json").json
    assert one["story"] == "The kettle leaks at the base again."
    assert (one["reference"], one["stage"], one["category"]) == (
        "BR01-26-0001",
        "received",
        "product",
    )
    (entry,) = one["timeline"]
    assert entry["what"] == "received"
    assert {"field": "phone", "before": None, "after": "555-0101"} in entry["changes"]
    text = desk("show", "BR01-26-0001").out
    assert "What happened, in the customer's words: The kettle leaks at the base again.\n" in text
    assert "What is it about? Product\n" in text
    unknown = desk("show", "BR01-26-9999")
    assert unknown.code == 1
    assert unknown.err == (
        "No complaint has the reference BR01-26-9999. Check the number on the slip, "
        "or find it by a name, a phone number or words.\n"
    )


def test_show_takes_the_last_digits_of_a_reference(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    rows = "2025-11-20,The lamp broke,\n2026-11-20,The kettle leaks,\n2026-11-21,Late again,0001\n"
    file.write_text("date,text,phone\n" + rows, "utf-8")
    desk("take", file)
    one = desk("show", "0002", "--json")
    assert (one.code, one.json["reference"]) == (0, "BR01-26-0002")
    assert desk("show", "26-0001", "--json").json["reference"] == "BR01-26-0001"
    several = desk("show", "0001")
    assert (several.code, several.out) == (1, "")
    assert several.err.splitlines() == [
        "Several complaints end in 0001. Name one of them:",
        "BR01-26-0001  2026-11-20  Received  The kettle leaks",
        "BR01-25-0001  2025-11-20  Received  The lamp broke",
    ]
    assert desk("show", "9999").code == 1


def test_show_writes_days_as_people_do_and_scripts_get_iso(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_text(
        "date,text,happened_on\n2026-11-20 09:30,The kettle leaks,2026-11-19\n", "utf-8"
    )
    map_file = tmp_path / "map.toml"
    map_file.write_text(
        'columns.story = "text"\ncolumns.happened_on = "happened_on"\ndate.column = "date"\n'
    )
    desk("take", file, "--map", map_file)
    said = desk("show", "0001").out
    assert "When was it? Thu 19 Nov 2026\n" in said
    assert "Fri 20 Nov 2026, 09:30" in said.splitlines()[0]
    assert "2026-11-" not in said
    chinese = desk("show", "0001", "--language", "zh_CN").out
    assert "2026年11月19日（周四）" in chinese
    assert desk("show", "0001", "--json").json["happened_on"] == "2026-11-19"


def test_show_cannot_be_used_to_command_the_terminal(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("text\nThe kettle \x1b]0;owned\x07 \x9b2J leaks\n", "utf-8")
    desk("take", file)
    assert not set(desk("show", "BR01-26-0001").out) & {"\x1b", "\x07", "\x9b"}
    story = desk("show", "BR01-26-0001", "--json").json["story"]
    assert story == "The kettle \x1b]0;owned\x07 \x9b2J leaks"
