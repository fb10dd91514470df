"""The working calendar: made once, read as edited, refused at the line of what is wrong."""

from datetime import date
from pathlib import Path

import pytest

from desk.domain.errors import ContentBroken
from desk.services.calendar import Calendars, read

CALENDAR = """\
known = [2026]

rest = [
  2026-01-01,
]

make_up = [
  2026-01-04,
]
"""


def test_a_calendar_is_read_as_it_was_edited(tmp_path: Path) -> None:
    file = tmp_path / "CN.toml"
    file.write_text(CALENDAR.replace("2026-01-04,", "2026-01-04,\n  2026-02-14,"), "utf-8")
    calendar = read(file)
    assert calendar.rest == {date(2026, 1, 1)}
    assert calendar.make_up == {date(2026, 1, 4), date(2026, 2, 14)}
    assert calendar.known == {2026}


def test_a_calendar_that_desk_made_is_read_again(tmp_path: Path) -> None:
    made = Calendars(tmp_path).of("CN", 2026)
    assert date(2026, 10, 1) in made.rest
    assert read(tmp_path / "CN.toml") == made


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("known = [2026]", "known = 2026", 1, "“known” is missing or not a list of years."),
        ("known = [2026]", "", 1, "“known” is missing or not a list of years."),
        ("  2026-01-01,", '  "New Year",', 3, "“rest” is missing or not a list of days."),
        ("  2026-01-04,", "  2026-01-04T08:00:00,", 7, "“make_up” is missing or not a list"),
        ("  2026-01-01,", "  2026-13-01,", 4, "it is not written as TOML asks ("),
    ],
)
def test_a_broken_calendar_is_refused_at_its_line(
    tmp_path: Path, old: str, new: str, line: int, words: str
) -> None:
    file = tmp_path / "CN.toml"
    file.write_text(CALENDAR.replace(old, new), "utf-8")
    with pytest.raises(ContentBroken) as refused:
        read(file)
    assert refused.value.line == line
    assert str(refused.value.reason).startswith(words)
