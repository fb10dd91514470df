"""Many new complaints at once lie in the database exactly as if saved one by one."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.domain.identity import derived_id
from desk.storage.author import Author
from desk.storage.database import Database
from tests.conftest import StandingClock
from tests.make import a_complaint

LIN = Author("Lin", "BR01")
NEW = [
    a_complaint(
        id=derived_id("complaint", str(n)),
        reference=f"BR01-26-{n:04d}",
        story=story,
        phone=phone,
    )
    for n, (story, phone) in enumerate(
        [("The kettle leaks.", "555-0101"), ("电水壶漏水。", ""), ("", "555-0101")], 1
    )
]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(tmp_path / "desk.sqlite", StandingClock())
    yield opened
    opened.close()


def test_adding_many_is_saving_each(database: Database, tmp_path: Path) -> None:
    other = Database(tmp_path / "other.sqlite", StandingClock())
    with database.writing(LIN) as tx:
        added = tx.complaints.add_all(NEW)
    with other.writing(LIN) as tx:
        saved = [tx.complaints.save(complaint) for complaint in NEW]
    assert added == saved
    for one in (database, other):
        with one.reading() as tx:
            assert sorted(tx.complaints.all(), key=lambda c: c.reference) == saved
            assert [op.line for c in saved for op in tx.log.of_root(c.id)] == [
                op.line for c in added for op in tx.log.of_root(c.id)
            ]
            assert [line.reference for line in tx.complaints.find("漏水", limit=9)] == [
                "BR01-26-0002"
            ]
            assert len(tx.complaints.find("0101", limit=9)) == 2
            assert list(tx.problems()) == []
    other.close()


def test_adding_many_is_news_and_adding_none_is_not(database: Database) -> None:
    news: list[frozenset[str]] = []
    database.on_commit(news.append)
    with database.writing(LIN) as tx:
        assert tx.complaints.add_all([]) == []
    with database.writing(LIN) as tx:
        tx.complaints.add_all(NEW)
    assert news == [frozenset({"complaint"})]


def test_what_was_added_can_be_changed_in_the_same_transaction(database: Database) -> None:
    with database.writing(LIN) as tx:
        first, *_ = tx.complaints.add_all(NEW)
        changed = dataclasses.replace(first, summary="It leaks.")
        assert tx.complaints.save(changed).heads != first.heads
        assert tx.complaints.known([first.id, derived_id("nobody")]) == {first.id}
    with database.reading() as tx:
        assert list(tx.problems()) == []


def test_references_are_taken_in_order_and_never_twice(database: Database) -> None:
    with database.writing(LIN) as tx:
        assert tx.complaints.next_references("BR01", 2026, 3) == [
            "BR01-26-0001",
            "BR01-26-0002",
            "BR01-26-0003",
        ]
        assert tx.complaints.next_reference("BR01", 2026) == "BR01-26-0004"
        assert tx.complaints.next_references("BR01", 2025, 1) == ["BR01-25-0001"]
