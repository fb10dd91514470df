"""Records come back as they were saved, each save is one op, and nobody overwrites unseen."""

import dataclasses
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.domain.errors import ChangedMeanwhile
from desk.domain.identity import new_id
from desk.domain.op import plain, read_op, says_something
from desk.storage.beside_tables import ALL_SYNCED
from desk.storage.database import Database
from desk.storage.name_tables import NAME_TABLES
from desk.storage.tables import LOCAL, metadata
from tests.conftest import StandingClock
from tests.make import ARRIVED
from tests.storage.by_hand import LIN
from tests.storage.records import A_TEXT, KINDS, NAMES, anything, plain_one, repository

MANY = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.fixture(scope="module")
def shared() -> Iterator[Database]:
    """One database for all examples of a property; every example uses new records."""
    with tempfile.TemporaryDirectory() as folder:
        opened = Database(Path(folder) / "desk.sqlite", StandingClock())
        yield opened
        opened.close()


def fresh() -> str:
    """A new id beside what Hypothesis decides, which repeats its examples."""
    return new_id(ARRIVED, os.urandom(10))


def test_every_synced_table_has_its_dataclass_here() -> None:
    assert set(KINDS) == set(NAMES)


def test_every_table_is_synced_or_stays_on_this_desk() -> None:
    assert {*ALL_SYNCED} | {*LOCAL, *NAME_TABLES} == {*metadata.tables.values()}
    assert not {*ALL_SYNCED} & {*LOCAL}


@pytest.mark.parametrize("name", NAMES)
def test_columns_are_the_fields_of_the_dataclass_and_the_root(name: str) -> None:
    fields = {field.name for field in dataclasses.fields(KINDS[name])}
    assert set(metadata.tables[name].c.keys()) == fields | {"root"}


@pytest.mark.parametrize("name", NAMES)
@MANY
@given(data=st.data())
def test_any_record_comes_back_equal(shared: Database, name: str, data: st.DataObject) -> None:
    record = dataclasses.replace(data.draw(anything(name)), id=fresh())
    with shared.writing(LIN) as tx:
        saved = repository(tx, name).save(record, root=record.id)
    with shared.reading() as tx:
        assert repository(tx, name).get(record.id) == saved
    assert dataclasses.replace(saved, heads=()) == record


@pytest.mark.parametrize("name", NAMES)
@MANY
@given(data=st.data())
def test_the_ops_of_a_record_say_what_it_says(
    shared: Database, name: str, data: st.DataObject
) -> None:
    first = dataclasses.replace(data.draw(anything(name)), id=fresh())
    second = dataclasses.replace(data.draw(anything(name)), id=first.id)
    if hasattr(first, "complaint"):
        second = dataclasses.replace(second, complaint=first.complaint)
    with shared.writing(LIN) as tx:
        saved = repository(tx, name).save(first, root=first.id)
        repository(tx, name).save(dataclasses.replace(second, heads=saved.heads), root=first.id)
    told: dict[str, Any] = {}
    with shared.reading() as tx:
        for op in tx.log.of_root(first.id):
            told.update(op.values)
    for field in dataclasses.fields(second):
        value = plain(getattr(second, field.name))
        if field.name not in {"id", "heads"} and (says_something(value) or field.name in told):
            assert told[field.name] == value, field.name


def test_after_all_these_saves_the_database_proves_itself(shared: Database) -> None:
    with shared.reading() as tx:
        assert tx.log.count() > 150
        assert list(tx.problems()) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_default_says_nothing_or_is_always_written(database: Database, name: str) -> None:
    """Else a desk that gets the op by a bundle would not know what the row says here."""
    kind = KINDS[name]
    least = dataclasses.replace(
        plain_one(name),
        **{
            field.name: field.default
            for field in dataclasses.fields(kind)
            if field.default is not dataclasses.MISSING
        },
    )
    with database.writing(LIN) as tx:
        repository(tx, name).save(least, root=least.id)
        (op,) = tx.log.of_root(least.id)
    defaults = {
        field.name: field.default
        for field in dataclasses.fields(kind)
        if field.default is not dataclasses.MISSING and field.name != "heads"
    }
    assert defaults
    for field, default in defaults.items():
        assert not says_something(default) or op.values[field] == plain(default), field
        assert says_something(default) or field not in op.values


@pytest.mark.parametrize("name", NAMES)
def test_a_save_writes_one_op_with_only_what_changed(database: Database, name: str) -> None:
    record = plain_one(name)
    with database.writing(LIN) as tx:
        saved = repository(tx, name).save(record, root=record.id)
        again = repository(tx, name).save(
            dataclasses.replace(saved, **{A_TEXT[name]: "漏水 = new"}), root=record.id
        )
    with database.reading() as tx:
        first, second = tx.log.of_root(record.id)
        assert repository(tx, name).get(record.id) == again
    assert second.values == {A_TEXT[name]: "漏水 = new"}
    assert (first.parents, second.parents) == ((), (first.id,))
    assert again.heads == (second.id,)
    assert (second.actor, second.site, second.entity) == ("Lin", "BR01", name)
    assert read_op(second.line) == second


@pytest.mark.parametrize("name", NAMES)
def test_saving_what_was_read_writes_nothing(database: Database, name: str) -> None:
    record = plain_one(name)
    with database.writing(LIN) as tx:
        repository(tx, name).save(record, root=record.id)
    news: list[frozenset[str]] = []
    database.on_commit(news.append)
    with database.writing(LIN) as tx:
        read = repository(tx, name).get(record.id)
        assert repository(tx, name).save(read, root=record.id) is read
        assert tx.log.count() == 1
    assert news == []


@pytest.mark.parametrize("name", NAMES)
def test_a_record_changed_meanwhile_is_not_overwritten(database: Database, name: str) -> None:
    record = plain_one(name)
    with database.writing(LIN) as tx:
        repository(tx, name).save(record, root=record.id)
    for stale in (record, dataclasses.replace(record, heads=("A" * 20,))):
        with pytest.raises(ChangedMeanwhile), database.writing(LIN) as tx:
            repository(tx, name).save(
                dataclasses.replace(stale, **{A_TEXT[name]: record.id}), root=record.id
            )
    with database.reading() as tx:
        assert tx.log.count() == 1
        assert list(tx.problems()) == []


def test_a_moment_without_its_zone_is_refused(database: Database) -> None:
    record = dataclasses.replace(plain_one("complaint"), arrived_at=ARRIVED.replace(tzinfo=None))
    with pytest.raises((ValueError, sa.exc.StatementError)), database.writing(LIN) as tx:
        tx.complaints.save(record)
    with database.reading() as tx:
        assert tx.log.count() == 0


def test_a_hundred_thousand_characters_come_back(database: Database) -> None:
    story = "漏水了\u202e=cmd()'\"; <para>👩‍👩‍👧 \x07" * 5000
    record = dataclasses.replace(plain_one("complaint"), story=story[:100_000])
    with database.writing(LIN) as tx:
        tx.complaints.save(record)
    with database.reading() as tx:
        read = tx.complaints.get(record.id)
        assert read is not None
        assert read.story == story[:100_000]
        assert list(tx.problems()) == []


def test_many_new_complaints_are_written_as_one_by_one(tmp_path: Path) -> None:
    records = [
        dataclasses.replace(plain_one("complaint"), id=fresh(), story=f"The kettle leaks: {n}.")
        for n in range(40)
    ]
    found = []
    for name in ("one by one", "all at once"):
        database = Database(tmp_path / f"{name}.sqlite", StandingClock())
        with database.writing(LIN) as tx:
            if name == "all at once":
                saved = tx.complaints.add_all(records)
            else:
                saved = [tx.complaints.save(record) for record in records]
        with database.reading() as tx:
            assert list(tx.problems()) == []
            assert [tx.complaints.get(record.id) for record in records] == saved
            lines = [op.line for record in records for op in tx.log.of_root(record.id)]
            found.append((saved, lines, len(tx.complaints.find("kettle", limit=99))))
        database.close()
    assert found[0] == found[1]
