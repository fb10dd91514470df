"""desk without a window: every use case in one value, as command line and screens get it."""

from collections.abc import Callable
from dataclasses import dataclass

from desk.config import Config
from desk.services.check import Check
from desk.services.complaints import Complaints
from desk.services.drafts import Drafts
from desk.services.guides import Guides
from desk.services.papers import Papers
from desk.services.settings import SettingsService
from desk.services.take import Take
from desk.services.week import Week
from desk.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """The services over one open database."""

    config: Config
    database: Database
    settings: SettingsService
    complaints: Complaints
    drafts: Drafts
    guides: Guides
    take: Take
    check: Check
    week: Week
    papers: Papers

    def on_commit(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Tell `listener` after every commit which tables it touched, on the committing thread."""
        self.database.on_commit(listener)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()
