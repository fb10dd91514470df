"""SQLAlchemy over the connections that `database.py` opens; loaded when it is first needed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desk.storage.author import Author
from desk.storage.transaction import Transaction


class Engines:
    """One for reading and one for writing.

    Two, because a connection that is told whether it may write forgets its prepared statements
    (SQLite: a pragma that sets a flag expires them all).
    """

    Error = sa.exc.DBAPIError

    def __init__(self, path: Path, connect: Callable[[bool], Any]) -> None:
        """`connect` gives a new connection of the driver's, told whether it writes."""
        self.reader = _engine(path, partial(connect, False), "begin")
        self.writer = _engine(path, partial(connect, True), "begin immediate")

    def close(self) -> None:
        """Close every connection that is not in use."""
        self.reader.dispose()
        self.writer.dispose()

    @contextmanager
    def reading(self, at: datetime) -> Iterator[Transaction]:
        """See one unchanging state."""
        with self.reader.connect() as connection, connection.begin():
            yield Transaction(connection, Author("", ""), at)

    @contextmanager
    def writing(self, author: Author, at: datetime) -> Iterator[Transaction]:
        """Do one thing whole or not at all."""
        with self.writer.connect() as connection, connection.begin():
            yield Transaction(connection, author, at)


def _engine(path: Path, connect: Callable[[], Any], begin: str) -> sa.Engine:
    engine = sa.create_engine(sa.URL.create("sqlite", database=str(path)), creator=connect)
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine
