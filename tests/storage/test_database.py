"""Transactions are whole, readers see one state, news names tables, and copies are whole."""

import errno
import os
from pathlib import Path

import pytest
import sqlalchemy as sa

from desk.domain.draft import Draft
from desk.domain.errors import DatabaseBusy, DatabaseReadOnly, DiskFull
from desk.domain.identity import derived_id
from desk.storage import database as opening
from desk.storage.database import Database
from desk.storage.transaction import Transaction
from tests.conftest import StandingClock
from tests.make import ARRIVED, a_complaint
from tests.storage.by_hand import LIN, read_by_hand
from tests.storage.records import plain_one


def test_a_failing_transaction_leaves_nothing_and_tells_nobody(database: Database) -> None:
    news: list[frozenset[str]] = []
    database.on_commit(news.append)
    with pytest.raises(ZeroDivisionError), database.writing(LIN) as tx:
        _save_and_fail(tx)
    with database.writing(LIN) as tx:
        assert tx.complaints.get(a_complaint().id) is None
        assert tx.log.count() == 0
        assert tx.complaints.find("kettle", limit=5) == []
        assert tx.complaints.next_reference("BR01", 2026) == "BR01-26-0001"
    assert news == []


def _save_and_fail(tx: Transaction) -> None:
    tx.complaints.save(a_complaint(story="The kettle leaks."))
    tx.complaints.next_reference("BR01", 2026)
    raise ZeroDivisionError


def test_news_names_the_tables_that_were_written(database: Database) -> None:
    news: list[frozenset[str]] = []
    database.on_commit(news.append)
    with database.writing(LIN) as tx:
        tx.complaints.save(plain_one("complaint"))
        tx.ticks.save(plain_one("tick"), root=plain_one("tick").complaint)
        assert news == []  # not before the commit
    with database.writing(LIN) as tx:
        tx.drafts.put(Draft(id=derived_id("draft"), opened_at=ARRIVED))
    with database.writing(LIN) as tx:
        tx.settings.save(plain_one("setting"), root=derived_id("ref"))
    with database.writing(LIN) as tx:
        tx.complaints.get(derived_id("nobody"))
    assert news == [{"complaint", "tick"}, {"draft"}, {"setting"}]


def test_a_reader_sees_the_old_state_while_another_writes(database: Database) -> None:
    with database.writing(LIN) as tx:
        saved = tx.complaints.save(a_complaint(name="before"))
    with database.writing(LIN) as writing:
        writing.complaints.save(a_complaint(name="after", heads=saved.heads))
        with database.reading() as reading:
            read = reading.complaints.get(saved.id)
            assert read is not None
            assert read.name == "before"
    with database.reading() as reading:
        read = reading.complaints.get(saved.id)
        assert read is not None
        assert read.name == "after"


def test_a_reader_sees_one_state_to_its_end(database: Database) -> None:
    with database.reading() as reading:
        assert reading.log.count() == 0
        with database.writing(LIN) as tx:
            tx.complaints.save(a_complaint())
        assert reading.log.count() == 0


def test_a_reader_cannot_write(database: Database) -> None:
    with (
        pytest.raises((DatabaseReadOnly, sa.exc.OperationalError)),
        database.reading() as tx,
    ):
        tx.complaints.save(a_complaint())
    with database.writing(LIN) as tx:  # the same connection, from the pool
        tx.complaints.save(a_complaint())


def test_a_second_writer_waits_and_then_says_that_the_database_is_busy(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.1)
    other = Database(database.path, StandingClock())
    with (
        database.writing(LIN),
        pytest.raises(DatabaseBusy),
        other.writing(LIN),
    ):
        pass
    with other.writing(LIN) as tx:
        tx.complaints.save(a_complaint())
    other.close()


def test_references_never_repeat_and_count_by_branch_and_year(database: Database) -> None:
    with database.writing(LIN) as tx:
        given = [
            tx.complaints.next_reference(branch, year)
            for branch, year in (("BR01", 2026), ("BR01", 2026), ("BR02", 2026), ("BR01", 2027))
        ]
    assert given == ["BR01-26-0001", "BR01-26-0002", "BR02-26-0001", "BR01-27-0001"]


def test_a_backup_is_whole_although_a_reader_came_before(
    database: Database, tmp_path: Path
) -> None:
    with database.writing(LIN) as tx:
        tx.complaints.save(a_complaint(story="The kettle leaks."))
    with database.reading() as tx:
        tx.log.count()
    target = tmp_path / "copy of desk.sqlite"
    target.write_bytes(b"an older copy")
    database.backup_to(target)
    copy = Database(target, StandingClock())
    with copy.reading() as tx:
        assert tx.complaints.get(a_complaint().id) is not None
        assert list(tx.problems()) == []
    copy.close()
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".part")] == []


def test_the_file_says_whose_it_is_and_is_written_safely(database: Database) -> None:
    database.close()
    assert read_by_hand(database.path, "pragma application_id") == [(opening.APPLICATION_ID,)]
    assert read_by_hand(database.path, "pragma journal_mode") == [("wal",)]


def test_every_connection_waits_for_the_disk(database: Database) -> None:
    told: list[object] = []

    def ask(connection: sa.Connection) -> None:
        names = ("synchronous", "foreign_keys", "secure_delete")
        told.append([connection.exec_driver_sql(f"pragma {name}").scalar() for name in names])

    sa.event.listen(sa.engine.Engine, "commit", ask)
    with database.writing(LIN) as tx:
        tx.complaints.save(a_complaint())
    sa.event.remove(sa.engine.Engine, "commit", ask)
    assert told == [[2, 1, 1]]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DatabaseReadOnly):
        Database(tmp_path / "new" / "desk.sqlite", StandingClock())


def test_a_full_disk_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(DiskFull):
        Database(tmp_path / "new" / "desk.sqlite", StandingClock())
