"""The check notices names nobody can find any more, and mending finds them again."""

import pytest

from desk.services.app import App
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
