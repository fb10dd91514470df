"""A write that bypasses the op log is refused by the database itself, whoever tries it."""

import dataclasses
from pathlib import Path

import pytest
import sqlalchemy as sa

from desk.storage.database import Database
from tests.conftest import StandingClock
from tests.storage.by_hand import BEGINNINGS, LIN, by_hand, read_by_hand
from tests.storage.records import A_TEXT, NAMES, plain_one, repository

GUARDS = [f"{name}_{what}" for name in NAMES for what in ("update", "insert", "delete")]


@pytest.fixture
def file(database: Database) -> Path:
    """A file with one record of each kind, let go of."""
    with database.writing(LIN) as tx:
        for name in NAMES:
            record = plain_one(name)
            repository(tx, name).save(record, root=record.id)
    database.close()
    return database.path


def test_every_synced_table_has_its_three_guards_and_there_are_no_others(file: Path) -> None:
    there = read_by_hand(file, "select name from sqlite_master where type = 'trigger'")
    assert sorted(name for (name,) in there) == sorted(GUARDS)


UPDATE = "update {table} set {column} = 'changed'"
INSERT = "insert into {table} select {values} from {table}"
DELETE = "delete from {table}"


def values(file: Path, table: str, heads: str) -> str:
    """The columns of a table as a SELECT of another row with these heads, in SQL."""
    changed = {"id": "randomblob(16)", "heads": heads}
    columns = [row[1] for row in read_by_hand(file, "pragma table_info({table})", table=table)]
    return ", ".join(changed.get(column, f'"{column}"') for column in columns)


@pytest.mark.parametrize("name", NAMES)
def test_an_update_that_keeps_its_heads_is_refused(file: Path, name: str) -> None:
    column = A_TEXT[name]
    with pytest.raises(sa.exc.IntegrityError, match="write without an op"):
        by_hand(file, UPDATE, table=name, column=column)
    held = read_by_hand(file, "select {column} from {table}", table=name, column=column)
    assert held != [("changed",)]


@pytest.mark.parametrize("name", NAMES)
def test_a_row_without_an_op_is_refused(file: Path, name: str) -> None:
    with pytest.raises(sa.exc.IntegrityError, match="write without an op"):
        by_hand(file, INSERT, table=name, values=values(file, name, "x''"))
    # With a head it goes in, so it was the heads that were looked at.
    by_hand(file, INSERT, table=name, values=values(file, name, "randomblob(15)"))


@pytest.mark.parametrize("name", NAMES)
def test_a_record_cannot_be_deleted(file: Path, name: str) -> None:
    with pytest.raises(sa.exc.IntegrityError, match="records are never deleted"):
        by_hand(file, DELETE, table=name)


@pytest.mark.parametrize("guard", GUARDS)
def test_without_a_guard_the_write_goes_through_and_check_names_it(file: Path, guard: str) -> None:
    name, what = guard.rsplit("_", 1)
    write = {"update": UPDATE, "insert": INSERT, "delete": DELETE}[what]
    names = {"column": A_TEXT[name], "values": values(file, name, "x''")}
    by_hand(file, "drop trigger {guard}", write, guard=guard, table=name, **names)
    again = Database(file, StandingClock())
    with again.reading() as tx:
        assert any(str(problem).startswith(BEGINNINGS[name]) for problem in tx.problems())
    again.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_repository_never_meets_its_own_guards(database: Database, name: str) -> None:
    record = plain_one(name)
    field = A_TEXT[name]
    with database.writing(LIN) as tx:
        for words in ("one", "two", "", "one"):
            record = repository(tx, name).save(
                dataclasses.replace(record, **{field: words}), root=record.id
            )
    with database.reading() as tx:
        assert tx.log.count() == 4
        assert list(tx.problems()) == []
