"""A whole copy of the database while desk goes on working."""

from datetime import tzinfo
from pathlib import Path

from desk.storage.database import Clock, Database


class Backup:
    """Writes copies, by default into one folder beside the database."""

    def __init__(self, database: Database, folder: Path, clock: Clock, zone: tzinfo) -> None:
        self._database = database
        self._folder = folder
        self._clock = clock
        self._zone = zone

    def write(self, target: Path | None = None) -> Path:
        """Write a copy that is whole or not there; give where it is.

        Raises DiskFull or DatabaseReadOnly.
        """
        if target is None:
            now = self._clock().astimezone(self._zone)
            target = self._folder / f"desk-{now:%Y%m%d-%H%M%S}.sqlite"
        self._database.backup_to(target)
        return target
