"""``desk check`` names whatever was changed behind desk's back, and nothing when all is well."""

from pathlib import Path

import pytest

from desk.i18n import catalogue
from desk.storage.database import Database
from tests.conftest import StandingClock
from tests.make import a_complaint
from tests.storage.by_hand import BEGINNINGS, LIN, by_hand, read_by_hand
from tests.storage.records import NAMES, plain_one, repository

LET_IN = tuple(f"drop trigger complaint_{what}" for what in ("update", "insert", "delete"))


@pytest.fixture
def file(database: Database) -> Path:
    """A file with two complaints, one saved twice, and a record of each other kind."""
    with database.writing(LIN) as tx:
        for name in NAMES:
            record = plain_one(name)
            repository(tx, name).save(record, root=record.id)
        other = a_complaint(id=plain_one("note").id, reference="BR01-26-0002", story="漏。水")
        saved = tx.complaints.save(other)
        tx.complaints.save(a_complaint(**_like(other), story="漏水", heads=saved.heads))
    database.close()
    return database.path


def _like(complaint: object) -> dict[str, object]:
    return {name: getattr(complaint, name) for name in ("id", "reference")}


def problems(file: Path) -> list[str]:
    """What `desk check` says about a file, in English."""
    database = Database(file, StandingClock())
    with database.reading() as tx:
        found = [str(problem) for problem in tx.problems()]
    database.close()
    return found


def test_a_sound_database_has_no_problems(file: Path) -> None:
    assert problems(file) == []


FIRST = "where rowid = (select min(rowid) from complaint)"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("update complaint set handler = 'Mallory' {first}", "“Handler” is not what its log says"),
        ("update complaint set priority = 1 {first}", "“Priority” is not what its log says"),
        ("update complaint set name = '' || char(32) {first}", "“Name” is not what"),
        ("update complaint set heads = randomblob(15) {first}", "last change is not the last"),
        ("update complaint set root = randomblob(16) {first}", "filed under something else"),
        ("delete from complaint {first}", "the log tells of it, but it is gone"),
        ("update op set line = replace(line, 'Lin', 'Lim') where arr = 1", "not as it was written"),
        ("update op set line = x'00' || line where arr = 1", "not as it was written"),
        ("update op set id = randomblob(15) where arr = 1", "not as it was written"),
        ("update op set root = randomblob(16) where arr = 1", "not as it was written"),
        ("update op set record = randomblob(16) where arr = 1", "not as it was written"),
        ("update op set entity = 'note' where arr = 1", "not as it was written"),
        ("delete from op where arr = 1", "the log does not say who wrote it"),
        ("delete from op where arr = (select max(arr) from op)", "last change is not the last"),
        ("delete from op where arr = (select max(arr) - 1 from op)", "an earlier entry"),
        ("update complaint set stage = 'lost' {first}", "“Stage” cannot be read"),
        ("update complaint set wish = 'not json' {first}", "put it right?” cannot be read"),
        ("update complaint set arrived_at = 'yesterday' {first}", "“Arrived” cannot be read"),
        ("update complaint set id = 'text' {first}", "the log does not say who wrote it"),
        ("update op set line = cast(line as text) where arr = 1", "not as it was written"),
        ("delete from search_text where n = 1", "its words do not find it"),
        ("delete from search_word where rowid = 1", "its words do not find it"),
        ("update search_text set body = 'else' where n = 1", "its words do not find it"),
        ("update search_word set words = 'else' where rowid = 1", "its words do not find it"),
        ("delete from search_tail where tail = '7110555'", "the end of its phone number"),
        (
            "insert into search_text (complaint, body) values (randomblob(16), 'a')",
            "finds a complaint that is not there",
        ),
        ("insert into search_tail values ('123', randomblob(16))", "numbers of complaints"),
    ],
)  # fmt: skip
def test_what_was_changed_by_hand_is_named(file: Path, change: str, words: str) -> None:
    by_hand(file, *LET_IN, change, first=FIRST)
    found = problems(file)
    assert any(words in problem for problem in found), found


def test_a_row_that_no_op_explains_is_named_although_another_row_is_missing(file: Path) -> None:
    by_hand(file, *LET_IN, "update complaint set id = randomblob(16) {first}", first=FIRST)
    found = " ".join(problems(file))
    assert "the log does not say who wrote it" in found
    assert "the log tells of it, but it is gone" in found


@pytest.mark.parametrize("name", NAMES)
def test_every_synced_table_is_looked_at(file: Path, name: str) -> None:
    by_hand(file, "drop trigger {table}_delete", "delete from {table}", table=name)
    assert any(problem.startswith(BEGINNINGS[name]) for problem in problems(file))


FLIP = "update op set line = x'{line}' where arr = 1"


def test_each_flipped_byte_of_an_op_is_seen(file: Path) -> None:
    """Bytes that are JSON no more, or JSON of another meaning, are named and never an exception."""
    (written,) = read_by_hand(file, "select line from op where arr = 1")
    for place in range(0, len(written[0]), 5):
        flipped = bytearray(written[0])
        flipped[place] ^= 1
        by_hand(file, FLIP, line=bytes(flipped).hex())
        assert any("is not as it was written" in problem for problem in problems(file))
    by_hand(file, FLIP, line=written[0].hex())
    assert problems(file) == []


def test_a_broken_page_is_named(file: Path) -> None:
    """A page of an index overwritten on disk; the tables themselves still read."""
    by_hand(file, "pragma wal_checkpoint(truncate)")
    by_hand(file, "pragma writable_schema = on", "delete from sqlite_master where name = 'op_root'")
    assert any(problem.startswith("The database file is damaged (") for problem in problems(file))


def test_a_problem_names_its_complaint_what_is_wrong_and_what_to_do(file: Path) -> None:
    by_hand(file, *LET_IN, "update complaint set priority = 1 {first}", first=FIRST)
    (told,) = problems(file)
    assert told == (
        "Complaint BR01-26-0001: “Priority” is not what its log says. "
        "Copy the data folder as it is; then, with desk closed, "
        "put the last back-up in the place of desk.sqlite."
    )


def test_a_complaint_that_is_gone_is_named_by_what_its_log_says(file: Path) -> None:
    by_hand(file, *LET_IN, "delete from complaint {first}", first=FIRST)
    assert any(found.startswith("Complaint BR01-26-0001: ") for found in problems(file))


def test_what_belongs_to_a_complaint_is_named_by_its_reference(file: Path) -> None:
    by_hand(
        file,
        "drop trigger note_update",
        "update note set text = 'Else', root = (select id from complaint {first})",
        first=FIRST,
    )
    told = problems(file)
    assert any(found.startswith("A note on complaint BR01-26-0001: ") for found in told), told


def test_a_broken_search_index_loses_nothing_and_says_so(file: Path) -> None:
    by_hand(file, "delete from search_tail where tail = '7110555'")
    (problem,) = problems(file)
    assert problem.startswith("Complaint BR01-26-0001: the end of its phone number")
    assert "Nothing is lost" in problem


def test_a_problem_is_said_in_chinese_with_its_field_in_chinese(file: Path) -> None:
    by_hand(file, *LET_IN, "update complaint set priority = 1 {first}", first=FIRST)
    database = Database(file, StandingClock())
    with database.reading() as tx:
        (problem,) = tx.problems()
    database.close()
    said = problem.said(catalogue("zh_CN").gettext)
    assert said.startswith("投诉BR01-26-0001：“优先级”与日志")
