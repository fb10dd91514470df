"""The check notices names nobody can find any more, and mending finds them again."""

from pathlib import Path

import pytest

from desk.services.app import App
from desk.storage.database import Database
from tests.conftest import StandingClock
from tests.make import a_complaint
from tests.services.test_customer_links import someone
from tests.storage.by_hand import LIN, by_hand


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("delete from search_name", "names of complaints"),
        ("update search_name set key = 'x' where key = 'sam example'", "names of complaints"),
        ("delete from search_person", "customers by name"),
        ("insert into search_person values ('x', x'01')", "customers by name"),
    ],
)
def test_a_name_that_cannot_be_found_is_told_and_mended(app: App, change: str, words: str) -> None:
    someone(app, 1, name="Sam Example")
    by_hand(app.config.database, change)
    with app.database.reading() as tx:
        (problem,) = tx.problems()
    assert words in str(problem)
    with app.database.writing(LIN) as tx:
        tx.complaints.index_anew()
        assert list(tx.problems()) == []


def test_names_written_before_there_was_an_index_of_them_are_found_after_the_migration(
    tmp_path: Path,
) -> None:
    file = tmp_path / "desk.sqlite"
    database = Database(file, StandingClock())
    with database.writing(LIN) as tx:
        tx.complaints.save(a_complaint(name="张伟"))
    database.close()
    by_hand(
        file,
        "drop table search_name",
        "drop table search_person",
        "drop index complaint_complainant",
        "drop index merge_by_kept",
        "drop index merge_by_merged",
        "drop index unmasking_by_person",
        "update alembic_version set version_num = '0003'",
    )
    migrated = Database(file, StandingClock())
    with migrated.reading() as tx:
        assert [line.name for line in tx.complaints.find("zw", limit=5)] == ["张伟"]
        assert list(tx.problems()) == []
    migrated.close()
