"""The maps of known registers: codes that exist, and every value of the example data covered."""

import csv
import dataclasses
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desk.config import resources
from desk.domain.complaint import Category, Complaint, Kind, ReceivedVia
from desk.domain.text import says_enough
from desk.i18n import LANGUAGES

FOLDER = resources() / "maps"
NAMES = ("cfpb", "nyc311", "comcast", "zh_reviews", "desk")
DATA = Path(__file__).parents[3] / "shared" / "data"
FILES = {
    "cfpb": "en_cfpb_complaints.csv",
    "nyc311": "en_nyc311.csv",
    "comcast": "en_comcast.csv",
    "zh_reviews": "zh_negative_reviews.csv",
}
TABLES = ("columns", "aliases", "instead", "category", "channel", "date", "constants")
FIELDS = {field.name for field in dataclasses.fields(Complaint)}


def the_map(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    file = DATA / FILES[name]
    if not file.is_file():
        pytest.skip("the example data are not on this machine")
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def joined(row: dict[str, str], columns: str | list[str], empty: list[str]) -> str:
    parts = [row[c].strip() for c in ([columns] if isinstance(columns, str) else columns)]
    return " / ".join(part for part in parts if part and part not in empty)


def parsed(text: str, formats: list[str]) -> Iterator[datetime]:
    for pattern in formats:
        with suppress(ValueError):
            yield datetime.strptime(text, pattern)  # noqa: DTZ007 - only whether it can be read


def test_there_is_a_map_for_each_known_register_and_one_last_resort() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(NAMES)
    assert [name for name in NAMES if "headers" not in the_map(name)] == ["desk"]


@pytest.mark.parametrize("name", NAMES)
def test_maps_name_fields_and_codes_that_exist(name: str) -> None:
    read = the_map(name)
    assert set(read) <= {"headers", "key", "empty", *TABLES}
    named = {*read.get("columns", {}), *read.get("aliases", {}), *read.get("instead", {})}
    assert named | set(read["constants"]) <= FIELDS | {"key"}
    assert "story" in named
    assert set(read.get("category", {}).values()) <= set(Category)
    assert set(read.get("channel", {}).values()) <= set(ReceivedVia)
    constants = read["constants"]
    assert constants["kind"] in set(Kind)
    assert constants.get("language", "en") in LANGUAGES
    assert constants.get("category", "other") in set(Category)
    assert constants.get("received_via", "other") in set(ReceivedVia)


@pytest.mark.parametrize("name", NAMES)
def test_values_differ_by_more_than_case(name: str) -> None:
    for table in ("category", "channel"):
        values = [value.casefold() for value in the_map(name).get(table, {})]
        assert len(values) == len(set(values))


def test_no_header_stands_for_two_fields() -> None:
    aliases = the_map("desk")["aliases"]
    said = [header.casefold() for headers in aliases.values() for header in headers]
    said += [header.casefold() for header in the_map("desk")["date"]["aliases"]]
    assert sorted(header for header in set(said) if said.count(header) > 1) == []


@pytest.mark.parametrize("name", FILES)
def test_only_its_own_register_has_all_headers_of_a_map(name: str) -> None:
    present = set(rows(name)[0])
    fitting = [other for other in FILES if set(the_map(other)["headers"]) <= present]
    assert fitting == [name]


@pytest.mark.parametrize("name", FILES)
def test_every_row_of_the_example_data_has_a_key_and_a_story(name: str) -> None:
    read, lines = the_map(name), rows(name)
    empty = read.get("empty", [])
    assert len({row[read["key"]] for row in lines}) == len(lines)
    for row in lines:
        story = joined(row, read["columns"]["story"], empty)
        assert story or joined(row, read.get("instead", {}).get("story", []), empty)


def test_a_row_without_a_narrative_has_a_stand_in_that_says_enough() -> None:
    read = the_map("cfpb")
    silent = [row for row in rows("cfpb") if not row["narrative"].strip()]
    stand_ins = [joined(row, read["instead"]["story"], read["empty"]) for row in silent]
    assert len(stand_ins) == 600
    assert [text for text in stand_ins if not says_enough(text)] == []


@pytest.mark.parametrize("name", ["cfpb", "zh_reviews"])
def test_every_category_of_the_example_data_is_mapped(name: str) -> None:
    read = the_map(name)
    assert {row[read["columns"]["category"]] for row in rows(name)} - set(read["category"]) == set()


@pytest.mark.parametrize("name", ["cfpb", "nyc311", "comcast"])
def test_every_channel_of_the_example_data_is_mapped(name: str) -> None:
    read = the_map(name)
    found = {row[read["columns"]["received_via"]] for row in rows(name)} - {""}
    assert found - set(read["channel"]) == set()


@pytest.mark.parametrize("name", ["cfpb", "nyc311", "comcast"])
def test_every_date_of_the_example_data_is_read_one_way(name: str) -> None:
    said = the_map(name)["date"]
    for row in rows(name):
        assert len(set(parsed(row[said["column"]], said["formats"]))) == 1
        if "time" in said:
            assert len(set(parsed(row[said["time"]], said["time_formats"]))) == 1


def test_the_last_resort_reads_the_dates_shops_write() -> None:
    formats = the_map("desk")["date"]["formats"]
    for text in ("2026-11-23", "2026/11/3 9:05", "2026年11月23日", "23/11/2026", "23 Nov 2026"):
        first = next(parsed(text, formats))
        assert (first.year, first.month) == (2026, 11)
