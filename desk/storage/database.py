"""The database file: opening it safely, transactions, and news of what was committed.

The only module that opens a database; nothing else in desk knows which driver does it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desk.domain.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseReadOnly,
    DeskError,
    DiskFull,
)
from desk.storage import migrate
from desk.storage.transaction import Author, Transaction

APPLICATION_ID = 0x4445534B  # "DESK", so that `file` and other programs can tell whose it is
BUSY_SECONDS = 10
CACHE_KIBIBYTES = 16_384

Clock = Callable[[], datetime]
News = Callable[[frozenset[str]], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """What opening did: the back-up that was made before a migration, if there was one."""

    backup: Path | None


class Database:
    """One desk's database. Transactions are short: one thing staff do."""

    def __init__(self, path: Path, clock: Clock, busy_seconds: float | None = None) -> None:
        """Open `path`, creating or migrating it; wait `busy_seconds` (10 unless told) for others.

        Raises DatabaseDamaged, DatabaseForeign, DatabaseNewer, DatabaseReadOnly, DatabaseBusy
        or DiskFull; the file is unchanged then.
        """
        self.path = path
        self._clock = clock
        self._listeners: list[News] = []
        with _environment(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            _refuse_at_sight(path)
        # Two, because a connection that is told whether it may write forgets its prepared
        # statements (SQLite: a pragma that sets a flag expires them all).
        self._reader = _engine(path, busy_seconds, writes=False)
        self._writer = _engine(path, busy_seconds, writes=True)
        try:
            with _environment(path):
                self.opened = Opened(backup=self._bring_up_to_date())
        except DeskError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._reader.dispose()
        self._writer.dispose()

    def on_commit(self, listener: News) -> None:
        """Tell `listener` after every commit which tables it touched, on the committing thread."""
        self._listeners.append(listener)

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """See one unchanging state of the database. Writing in it raises a driver error."""
        with _environment(self.path), self._reader.connect() as connection, connection.begin():
            yield Transaction(connection, Author("", ""), self._clock())

    @contextmanager
    def writing(self, author: Author) -> Iterator[Transaction]:
        """Do one thing whole or not at all. Raises DiskFull, DatabaseBusy or DatabaseReadOnly."""
        with _environment(self.path), self._writer.connect() as connection, connection.begin():
            transaction = Transaction(connection, author, self._clock())
            yield transaction
        if transaction.touched:
            touched = frozenset(transaction.touched)
            for listener in self._listeners:
                listener(touched)

    def backup_to(self, target: Path) -> None:
        """Write a whole, consistent copy while others may work; it gets its name when done."""
        part = target.with_name(target.name + ".part")
        with _environment(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            with self._writer.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                raw.execute("vacuum into ?", (str(part),))
            part.replace(target)

    def _bring_up_to_date(self) -> Path | None:
        # Looked at without a lock first, so that desk opens while another program writes.
        with self._reader.connect() as connection, connection.begin():
            stored = self._revision(connection)
        if stored is None:
            with self._writer.connect() as connection, connection.begin():
                stored = self._revision(connection)
                if stored is None:
                    connection.exec_driver_sql(f"pragma application_id = {APPLICATION_ID}")
                    migrate.create(connection)
                    return None
        if stored == migrate.NEWEST:
            return None
        backup = self.path.with_name(f"{self.path.stem}-before-{migrate.NEWEST}.sqlite")
        self.backup_to(backup)
        migrate.upgrade(self._writer)
        return backup

    def _revision(self, connection: sa.Connection) -> str | None:
        """Tell the revision of desk's own file, None of an empty one."""
        if not migrate.holds_anything(connection):
            return None
        owner = connection.exec_driver_sql("pragma application_id").scalar_one()
        if owner != APPLICATION_ID:
            raise DatabaseForeign(self.path)
        return migrate.stored_revision(connection, self.path)


def _engine(path: Path, busy_seconds: float | None, *, writes: bool) -> sa.Engine:
    engine = sa.create_engine(
        sa.URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY_SECONDS if busy_seconds is None else busy_seconds},
    )
    begin = "begin immediate" if writes else "begin"
    sa.event.listen(engine, "connect", _prepare)
    if not writes:
        sa.event.listen(engine, "connect", _refuse_writing)
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _prepare(raw: Any, record: object) -> None:  # noqa: ANN401 - the driver's own connection
    del record
    # Python's driver opens transactions behind our back unless told not to (tech: explicit BEGIN).
    raw.isolation_level = None
    for pragma in (
        "journal_mode = wal",
        "synchronous = full",
        "foreign_keys = on",
        "secure_delete = on",
        "temp_store = memory",
        f"cache_size = -{CACHE_KIBIBYTES}",
    ):
        raw.execute(f"pragma {pragma}").close()


def _refuse_writing(raw: Any, record: object) -> None:  # noqa: ANN401 - the same
    del record
    raw.execute("pragma query_only = 1").close()


def _refuse_at_sight(path: Path) -> None:
    """Refuse a file that is cut, no database, or another program's, from its first 100 bytes.

    Before SQLite opens it, because asking for a write-ahead log already changes a foreign file.
    With such a log beside it the file may rightly be behind: only a settled one is judged.
    Offsets: SQLite's file format, section 1.3.
    """
    if not path.exists() or path.stat().st_size == 0:
        return
    with path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(b"SQLite format 3\0") or len(head) < 100:
        raise DatabaseDamaged(path)
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size > 0:
        return
    page = int.from_bytes(head[16:18], "big")
    page = 65_536 if page == 1 else page
    if path.stat().st_size < page * int.from_bytes(head[28:32], "big"):
        raise DatabaseDamaged(path)
    holds_tables = any(head[40:44])  # the schema cookie counts changes of the schema
    if holds_tables and int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise DatabaseForeign(path)


_SAID_BY_DRIVER: tuple[tuple[str, Callable[[Path], DeskError]], ...] = (
    ("disk is full", DiskFull),
    ("disk i/o error", DiskFull),
    ("readonly", DatabaseReadOnly),
    ("read-only", DatabaseReadOnly),
    ("unable to open", DatabaseReadOnly),
    ("locked", DatabaseBusy),
    ("malformed", DatabaseDamaged),
    ("not a database", DatabaseDamaged),
)


@contextmanager
def _environment(path: Path) -> Iterator[None]:
    """Turn what the machine does to us into errors staff can act on; defects pass unchanged."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        said = str(error.orig).lower()
        for words, kind in _SAID_BY_DRIVER:
            if words in said:
                raise kind(path) from error
        raise
    except PermissionError as error:
        raise DatabaseReadOnly(path) from error
    except OSError as error:
        if error.errno == 28:  # ENOSPC, the same number on Linux, macOS and Windows' C library
            raise DiskFull(path) from error
        raise DatabaseReadOnly(path) from error
