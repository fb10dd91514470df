"""What tests do to a database file behind desk's back, and who acts in them."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desk.domain.besides import BESIDES, REFERENCE
from desk.storage.author import Author

LIN = Author("Lin", "BR01")

BEGINNINGS = {
    "complaint": "Complaint ",
    "tick": "A tick of complaint ",
    "note": "A note on complaint ",
    "paper": "The record of a paper of complaint ",
    "setting": "The setting “shop”",
    **{beside.entity: f"{beside.label} of complaint " for beside in BESIDES},
    **{beside.entity: f"{beside.label} " for beside in REFERENCE},
}
"""How `desk check` begins a sentence about a record of each table."""


def by_hand(file: Path, *statements: str, **names: str) -> None:
    """Run SQL on a file as another program would, with `names` of tables for ``{name}``."""
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(file)))
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement.format(**names))
    engine.dispose()


def read_by_hand(file: Path, statement: str, **names: str) -> list[tuple[Any, ...]]:
    """Read a file as another program would."""
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(file)))
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.exec_driver_sql(statement.format(**names))]
    engine.dispose()
    return rows
