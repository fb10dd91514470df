"""The composition root: builds every room and wires them by hand, top to bottom."""

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from desk import i18n
from desk.config import Config
from desk.services.app import App
from desk.services.settings import SettingsService
from desk.services.today import Today
from desk.storage.database import Clock, Database

if TYPE_CHECKING:
    from desk.services.papers import Printers


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
    return App(
        config=config,
        database=database,
        settings=settings,
        today=Today(database, settings.gate, clock, here, config.papers),
        printers=_printers,
        clock=clock,
        zone=here,
    )


def _printers() -> "Printers":
    from desk.printing.cups import Cups

    return Cups()
