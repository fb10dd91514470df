"""``desk check`` names whatever was changed behind desk's back, and nothing when all is well."""

from pathlib import Path

import pytest

from desk.storage.database import Database
from tests.conftest import StandingClock
from tests.make import a_complaint
from tests.storage.by_hand import LIN, by_hand, read_by_hand
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
    """What `desk check` says about a file."""
    database = Database(file, StandingClock())
    with database.reading() as tx:
        found = list(tx.problems())
    database.close()
    return found


def test_a_sound_database_has_no_problems(file: Path) -> None:
    assert problems(file) == []


FIRST = "where rowid = (select min(rowid) from complaint)"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("update complaint set handler = 'Mallory' {first}", "handler differs from the log"),
        ("update complaint set priority = 1 {first}", "priority differs from the log"),
        ("update complaint set name = '' || char(32) {first}", "name differs"),
        ("update complaint set heads = randomblob(15) {first}", "newest ops are not"),
        ("update complaint set root = randomblob(16) {first}", "another root"),
        ("delete from complaint {first}", "in the log but not in the table"),
        ("update op set line = replace(line, 'Lin', 'Lim') where arr = 1", "bytes of op"),
        ("update op set line = x'00' || line where arr = 1", "bytes of op"),
        ("update op set id = randomblob(15) where arr = 1", "bytes of op"),
        ("update op set root = randomblob(16) where arr = 1", "bytes of op"),
        ("update op set record = randomblob(16) where arr = 1", "bytes of op"),
        ("update op set entity = 'note' where arr = 1", "bytes of op"),
        ("delete from op where arr = 1", "in the table, and no op explains it"),
        ("delete from op where arr = (select max(arr) from op)", "newest ops are not the log's"),
        ("delete from op where arr = (select max(arr) - 1 from op)", "an earlier op is missing"),
        ("update complaint set stage = 'lost' {first}", "stage cannot be read"),
        ("update complaint set wish = 'not json' {first}", "wish cannot be read"),
        ("update complaint set arrived_at = 'yesterday' {first}", "arrived_at cannot be read"),
        ("update complaint set id = 'text' {first}", "no op explains it"),
        ("update op set line = cast(line as text) where arr = 1", "bytes of op"),
        ("delete from search_text where n = 1", "is not found by what it says"),
        ("delete from search_word where rowid = 1", "is not found by what it says"),
        ("update search_text set body = 'else' where n = 1", "is not found by what it says"),
        ("update search_word set words = 'else' where rowid = 1", "is not found by what it says"),
        ("delete from search_tail where tail = '7110555'", "by the end of its numbers"),
        (
            "insert into search_text (complaint, body) values (randomblob(16), 'a')",
            "is found but does not exist",
        ),
        ("insert into search_tail values ('123', randomblob(16))", "complaints that do not exist"),
    ],
)  # fmt: skip
def test_what_was_changed_by_hand_is_named(file: Path, change: str, words: str) -> None:
    by_hand(file, *LET_IN, change, first=FIRST)
    found = problems(file)
    assert any(words in problem for problem in found), found


def test_a_row_that_no_op_explains_is_named_although_another_row_is_missing(file: Path) -> None:
    by_hand(file, *LET_IN, "update complaint set id = randomblob(16) {first}", first=FIRST)
    found = " ".join(problems(file))
    assert "no op explains it" in found
    assert "in the log but not in the table" in found


@pytest.mark.parametrize("name", NAMES)
def test_every_synced_table_is_looked_at(file: Path, name: str) -> None:
    by_hand(file, "drop trigger {table}_delete", "delete from {table}", table=name)
    assert any(name in problem for problem in problems(file))


FLIP = "update op set line = x'{line}' where arr = 1"


def test_each_flipped_byte_of_an_op_is_seen(file: Path) -> None:
    """Bytes that are JSON no more, or JSON of another meaning, are named and never an exception."""
    (written,) = read_by_hand(file, "select line from op where arr = 1")
    for place in range(0, len(written[0]), 5):
        flipped = bytearray(written[0])
        flipped[place] ^= 1
        by_hand(file, FLIP, line=bytes(flipped).hex())
        assert any("bytes of op" in problem for problem in problems(file))
    by_hand(file, FLIP, line=written[0].hex())
    assert problems(file) == []


def test_a_broken_page_is_named(file: Path) -> None:
    """A page of an index overwritten on disk; the tables themselves still read."""
    by_hand(file, "pragma wal_checkpoint(truncate)")
    by_hand(file, "pragma writable_schema = on", "delete from sqlite_master where name = 'op_root'")
    assert any(problem.startswith("file: ") for problem in problems(file))
