"""The composition root: builds every room and wires them by hand, top to bottom."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo

from desk import i18n
from desk.config import Config
from desk.printing.cups import Cups
from desk.services.app import App
from desk.services.calendar import Calendars
from desk.services.complaints import Complaints
from desk.services.drafts import Drafts
from desk.services.papers import Papers
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database


def now() -> datetime:
    """The clock of the real program."""
    return datetime.now(UTC)


def build(
    config: Config,
    clock: Clock = now,
    zone: tzinfo | None = None,
    environment: Mapping[str, str] | None = None,
) -> App:
    """Open the database and build the services.

    `zone` is the branch's time zone, by default this machine's. A desk that is new begins with
    the country and currency the machine's `environment` names. Raises what opening a database
    raises.
    """
    here = zone or datetime.now().astimezone().tzinfo or UTC
    home = i18n.home(environment or {}) if not config.database.exists() else None
    database = Database(config.database, clock, config.busy_seconds)
    settings = SettingsService(database)
    if home is not None:
        settings.begin(*home)
    calendars = Calendars(config.data / "calendar")
    complaints = Complaints(database, settings, calendars, clock, here)
    drafts = Drafts(database, settings, clock, here)
    papers = Papers(
        database,
        settings,
        Cups(),
        clock,
        here,
        folder=config.papers,
        resources=config.resources,
    )
    return App(
        config=config,
        database=database,
        settings=settings,
        calendars=calendars,
        complaints=complaints,
        drafts=drafts,
        papers=papers,
        clock=clock,
        zone=here,
    )
