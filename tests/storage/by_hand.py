"""What tests do to a database file behind desk's back, and who acts in them."""

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desk.storage.transaction import Author

LIN = Author("Lin", "BR01")


def by_hand(file: Path, *statements: str, **values: object) -> None:
    """Run SQL on a file as another program would; `values` are its parameters."""
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(file)))
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(sa.text(statement), values)
    engine.dispose()


def read_by_hand(file: Path, statement: str) -> list[tuple[Any, ...]]:
    """Read a file as another program would."""
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(file)))
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.exec_driver_sql(statement)]
    engine.dispose()
    return rows
