"""The database file: opening it safely, transactions, and news of what was committed.

The only module that opens a database; nothing else in desk knows which driver does it.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from desk.domain.change import Change
from desk.domain.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseForeign,
    DatabaseReadOnly,
    DeskError,
    DiskFull,
)
from desk.storage import migrate
from desk.storage.author import Author
from desk.storage.board import Board
from desk.storage.plain import Ask, asking

if TYPE_CHECKING:
    from desk.storage.engine import Engines
    from desk.storage.transaction import Transaction

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
        self._busy_seconds = BUSY_SECONDS if busy_seconds is None else busy_seconds
        self._listeners: list[News] = []
        self._on_saved: list[Callable[[tuple[Change, ...]], None]] = []
        self._before_reading: list[Callable[[], None]] = []
        self._idle: list[sqlite3.Connection] = []
        self._made: Engines | None = None
        self._making = Lock()
        with _environment(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            _refuse_at_sight(path)
        try:
            with _environment(path):
                self.opened = Opened(backup=self._bring_up_to_date())
        except DeskError:
            self._let_go()
            raise

    def close(self) -> None:
        """Let go of the file, everything in it: it may be copied by itself then."""
        with suppress(sqlite3.Error):  # another program reads: the log stays beside, and is whole
            writer = self._connect(True)
            writer.execute("pragma busy_timeout = 100").close()
            writer.execute("pragma wal_checkpoint(truncate)").close()
            writer.close()
        self._let_go()

    def on_commit(self, listener: News) -> None:
        """Tell `listener` after every commit which tables it touched, on the committing thread."""
        self._listeners.append(listener)

    def on_saved(self, listener: Callable[[tuple[Change, ...]], None]) -> None:
        """Tell `listener` after every commit what it saved, on the committing thread."""
        self._on_saved.append(listener)

    def on_reading(self, ask: Callable[[], None]) -> None:
        """Call `ask` before complaints are read; what it raises keeps the reader out."""
        self._before_reading.append(ask)

    @contextmanager
    def looking(self) -> Iterator[Board]:
        """See one unchanging state of what the board shows; SQLAlchemy is not loaded for it."""
        with _environment(self.path), self._asking() as ask:
            yield Board(ask)

    @contextmanager
    def reading(self, *, by_anybody: bool = False) -> "Iterator[Transaction]":
        """See one unchanging state of the database. Writing in it raises a driver error.

        Raises NotSignedIn where somebody should be and is not, but for what shows no complaint.
        """
        if not by_anybody:
            for ask in self._before_reading:
                ask()
        engines = self.engines()
        with _environment(self.path, engines.Error), engines.reading(self._clock()) as transaction:
            yield transaction

    @contextmanager
    def writing(self, author: Author) -> "Iterator[Transaction]":
        """Do one thing whole or not at all. Raises DiskFull, DatabaseBusy or DatabaseReadOnly."""
        engines = self.engines()
        with (
            _environment(self.path, engines.Error),
            engines.writing(author, self._clock()) as transaction,
        ):
            yield transaction
        if transaction.touched:
            touched = frozenset(transaction.touched)
            for listener in self._listeners:
                listener(touched)
            for hear in self._on_saved:
                hear(tuple(transaction.log.changes))

    def engines(self) -> "Engines":
        """Give SQLAlchemy's side of the database, loading it the first time (some 200 ms)."""
        with self._making:
            if self._made is None:
                from desk.storage.engine import Engines

                self._made = Engines(self.path, self._connect)
            return self._made

    def backup_to(self, target: Path) -> None:
        """Write a whole, consistent copy while others may work; it gets its name when done."""
        part = target.with_name(target.name + ".part")
        with _environment(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            part.unlink(missing_ok=True)
            writer = self._connect(True)
            try:
                writer.execute("vacuum into ?", (str(part),))
            finally:
                writer.close()
            part.replace(target)

    def _bring_up_to_date(self) -> Path | None:
        # Looked at without a lock first, so that desk opens while another program writes.
        with self._asking() as ask:
            stored = self._revision(ask)
        if stored is None:
            engines = self.engines()
            with (
                _environment(self.path, engines.Error),
                engines.writer.connect() as connection,
                connection.begin(),
            ):
                stored = self._revision(asking(connection))
                if stored is None:
                    connection.exec_driver_sql(f"pragma application_id = {APPLICATION_ID}")
                    migrate.create(connection)
                    return None
        if stored == migrate.NEWEST:
            return None
        backup = self.path.with_name(f"{self.path.stem}-before-{migrate.NEWEST}.sqlite")
        self.backup_to(backup)
        engines = self.engines()
        with _environment(self.path, engines.Error):
            migrate.upgrade(engines.writer)
        return backup

    def _revision(self, ask: Ask) -> str | None:
        """Tell the revision of desk's own file, None of an empty one."""
        if not migrate.holds_anything(ask):
            return None
        if [tuple(row) for row in ask("pragma application_id", {})] != [(APPLICATION_ID,)]:
            raise DatabaseForeign(self.path)
        return migrate.stored_revision(ask, self.path)

    @contextmanager
    def _asking(self) -> Iterator[Ask]:
        """Begin a reading transaction on a connection of the driver's own."""
        try:
            connection = self._idle.pop()  # whatever thread used it last
        except IndexError:
            connection = self._connect(False)
        try:
            connection.execute("begin").close()
            yield connection.execute
        finally:
            connection.rollback()
            self._idle.append(connection)

    def _connect(self, writes: bool) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path,
            timeout=self._busy_seconds,
            # Python's driver opens transactions behind our back unless told not to.
            isolation_level=None,
            check_same_thread=False,
        )
        for pragma in (*_PRAGMAS, *(() if writes else ("query_only = 1",))):
            connection.execute(f"pragma {pragma}").close()
        return connection

    def _let_go(self) -> None:
        while self._idle:
            self._idle.pop().close()
        if self._made is not None:
            self._made.close()


_PRAGMAS = (
    "journal_mode = wal",
    "synchronous = full",
    "foreign_keys = on",
    "secure_delete = on",
    "temp_store = memory",
    f"cache_size = -{CACHE_KIBIBYTES}",
)


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
def _environment(path: Path, wrapping: type[Exception] = sqlite3.Error) -> Iterator[None]:
    """Turn what the machine does to us into errors staff can act on; defects pass unchanged.

    `wrapping` are SQLAlchemy's errors that carry one of the driver's.
    """
    try:
        yield
    except (sqlite3.Error, wrapping) as error:
        said = str(getattr(error, "orig", error)).lower()
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
