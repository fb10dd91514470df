"""One transaction: who acts, when, and the repositories through which tables are reached."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from desk.domain.complainant import Complainant, Merge
from desk.domain.guide import Tick
from desk.domain.rights import may_handle
from desk.domain.sentence import Sentence
from desk.domain.settings import Setting
from desk.domain.staff_errors import MayNotHandle
from desk.domain.timeline import Note, Paper
from desk.storage import tables
from desk.storage.author import Author
from desk.storage.board import Board
from desk.storage.complaints import Complaints
from desk.storage.desk_state import DeskState
from desk.storage.drafts import Drafts
from desk.storage.log import Log
from desk.storage.plain import asking
from desk.storage.repository import R, Repository
from desk.storage.search import Search

if TYPE_CHECKING:
    from desk.storage.check import KeptPaper
    from desk.storage.customers import Customers
    from desk.storage.given import Given
    from desk.storage.kept_attachments import KeptAttachment
    from desk.storage.persons import Persons
    from desk.storage.reports import Reports


class Transaction:
    """Repositories over one connection; `touched` collects the names of tables written."""

    def __init__(self, connection: sa.Connection, author: Author, at: datetime) -> None:
        self._connection = connection
        self.at = at
        self.author = author
        self.touched: set[str] = set()
        self.board = Board(asking(connection))
        self.log = Log(
            connection,
            actor=author.name,
            site=author.branch,
            at=at,
            before=self._must_not_be_about_the_author,
        )
        self.search = Search(connection)
        self.complaints = Complaints(connection, self.log, self.touched, self.search)
        self.ticks = Repository(connection, self.log, self.touched, tables.tick, Tick)
        self.notes = Repository(connection, self.log, self.touched, tables.note, Note)
        self.papers = Repository(connection, self.log, self.touched, tables.paper, Paper)
        self.settings = Repository(connection, self.log, self.touched, tables.setting, Setting)
        self.drafts = Drafts(connection, self.touched)
        self.desk_state = DeskState(connection)
        self._records: dict[type[Any], Repository[Any]] = {}

    def records(self, kind: type[R]) -> Repository[R]:
        """Give the records of a kind named in `domain/besides.py`."""
        from desk.storage.beside_tables import TABLES
        from desk.storage.own_values import OwnValue, OwnValues
        from desk.storage.persons import Complainants

        if kind not in self._records:
            own: dict[type[Any], Any] = {Complainant: Complainants, OwnValue: OwnValues}
            make = own.get(kind, Repository)
            self._records[kind] = make(self._connection, self.log, self.touched, TABLES[kind], kind)
        return self._records[kind]

    def _must_not_be_about_the_author(self, root: str) -> None:
        """Let nobody write to a complaint that is about them. Raises MayNotHandle."""
        if self.author.staff:
            stored = self.complaints.get(root)  # as it is before this save
            if stored is not None and not may_handle(self.author.staff, stored):
                raise MayNotHandle(stored.reference)

    # Imported when asked: the window does not wait for what only reviews need.

    @cached_property
    def customers(self) -> "Customers":
        """The questions about people."""
        from desk.storage.customers import Customers

        return Customers(self._connection)

    @cached_property
    def persons(self) -> "Persons":
        """People, and which records are the same one."""
        from desk.storage.persons import Persons

        return Persons(self._connection, self.records(Complainant), self.records(Merge))

    @cached_property
    def reports(self) -> "Reports":
        """The questions a report asks."""
        from desk.storage.reports import Reports

        return Reports(self._connection)

    @cached_property
    def given(self) -> "Given":
        """The questions about what was given."""
        from desk.storage.given import Given

        return Given(self._connection)

    def problems(self) -> Iterator[Sentence]:
        """Prove the whole database: name everything that does not hold, one sentence each."""
        from desk.storage import check

        return check.problems(self._connection)

    def kept_papers(self) -> "Iterator[KeptPaper]":
        """Give every paper there should be, in the order of file names."""
        from desk.storage import check

        return check.kept_papers(self._connection)

    def kept_attachments(self) -> "Iterator[KeptAttachment]":
        """Give every attachment there should be, in the order of hashes."""
        from desk.storage.kept_attachments import kept_attachments

        return kept_attachments(self._connection)
