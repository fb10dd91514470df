"""desk without a window: every use case in one value, as command line and screens get it."""

from collections.abc import Callable
from datetime import tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desk.config import Config
    from desk.services.backup import Backup
    from desk.services.calendar import Calendars
    from desk.services.check import Check
    from desk.services.complaints import Complaints
    from desk.services.drafts import Drafts
    from desk.services.guides import Guides
    from desk.services.papers import Papers
    from desk.services.settings import SettingsService
    from desk.services.take import Take
    from desk.services.week import Week
    from desk.storage.database import Clock, Database


class App:
    """The services over one open database.

    What neither Today nor the keeping of complaints needs is imported and made when it is first
    asked for: the window does not wait for it.
    """

    def __init__(
        self,
        *,
        config: "Config",
        database: "Database",
        settings: "SettingsService",
        calendars: "Calendars",
        complaints: "Complaints",
        drafts: "Drafts",
        papers: "Papers",
        clock: "Clock",
        zone: tzinfo,
    ) -> None:
        self.config = config
        self.database = database
        self.settings = settings
        self.complaints = complaints
        self.drafts = drafts
        self.papers = papers
        self._calendars = calendars
        self._clock = clock
        self._zone = zone

    @cached_property
    def guides(self) -> "Guides":
        """The guides of all languages."""
        from desk.services.guides import Guides

        return Guides(self.config.resources / "languages")

    @cached_property
    def take(self) -> "Take":
        """Bringing in a register."""
        from desk.services.take import Take

        return Take(
            self.database,
            self.settings,
            self._calendars,
            self._clock,
            zone=self._zone,
            maps=self.config.resources / "maps",
        )

    @cached_property
    def check(self) -> "Check":
        """The proof of the whole desk."""
        from desk.services.check import Check

        return Check(self.database, self.config.papers)

    @cached_property
    def backup(self) -> "Backup":
        """Whole copies of the database."""
        from desk.services.backup import Backup

        return Backup(self.database, self.config.data / "backups", self._clock, self._zone)

    @cached_property
    def week(self) -> "Week":
        """The weekly review."""
        from desk.services.week import Week

        return Week(self.database, self.settings, self._clock, self._zone)

    def on_commit(self, listener: Callable[[frozenset[str]], None]) -> None:
        """Tell `listener` after every commit which tables it touched, on the committing thread."""
        self.database.on_commit(listener)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()
