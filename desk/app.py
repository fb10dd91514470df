"""The composition root: builds every room and wires them by hand, top to bottom."""

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from desk.config import Config
from desk.services.calendar import Calendars
from desk.services.complaints import Complaints
from desk.services.guides import Guides
from desk.services.drafts import Drafts
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database


@dataclass(frozen=True, slots=True, kw_only=True)
class App:
    """desk without a window: everything the command line and the screens call."""

    config: Config
    database: Database
    settings: SettingsService
    complaints: Complaints
    drafts: Drafts
    guides: Guides

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def now() -> datetime:
    """The clock of the real program."""
    return datetime.now(UTC)


def build(config: Config, clock: Clock = now, zone: tzinfo | None = None) -> App:
    """Open the database and build the services.

    `zone` is the branch's time zone, by default this machine's. Raises what opening a database
    raises.
    """
    here = zone or datetime.now().astimezone().tzinfo or UTC
    database = Database(config.database, clock)
    settings = SettingsService(database)
    calendars = Calendars(config.data / "calendar")
    complaints = Complaints(database, settings, calendars, clock, here)
    drafts = Drafts(database, settings, clock, here)
    guides = Guides(config.resources / "languages")
    return App(
        config=config,
        database=database,
        settings=settings,
        complaints=complaints,
        drafts=drafts,
        guides=guides,
    )
