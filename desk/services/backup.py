"""A whole copy of the database and of the attachments while desk goes on working."""

from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path

from desk.domain.rights import Right
from desk.services.settings import SettingsService
from desk.storage.blobs import Blobs
from desk.storage.database import Clock, Database


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Where a copy is. `copied` attachments were new in the folder beside it; `lacking` ones of
    the records are missing or damaged here and not in that folder either.
    """

    database: Path
    attachments: Path
    copied: int
    lacking: int


class Backup:
    """Writes copies, by default into one folder beside the database.

    The database's copies lie side by side; the attachments, which never change, lie once among
    them in a folder of the same name as here: one of the copies, called desk.sqlite, and that
    folder are a whole desk.
    """

    def __init__(
        self,
        database: Database,
        folder: Path,
        clock: Clock,
        zone: tzinfo,
        *,
        attachments: Path,
        settings: SettingsService,
    ) -> None:
        self._database = database
        self._folder = folder
        self._clock = clock
        self._zone = zone
        self._blobs = Blobs(attachments)
        self._settings = settings

    def write(self, target: Path | None = None) -> BackedUp:
        """Write a copy that is whole or not there; give where it is.

        Raises NoRight, DiskFull, DatabaseReadOnly or FileNotWritten.
        """
        self._settings.must(Right.BACKUP)
        if target is None:
            now = self._clock().astimezone(self._zone)
            target = self._folder / f"desk-{now:%Y%m%d-%H%M%S}.sqlite"
        there = Blobs(target.absolute().parent / self._blobs.folder.name)
        before = set(there.names())
        self._copy_to(there)
        self._database.backup_to(target)
        self._copy_to(there)  # what came while the database was copied
        after = set(there.names())
        with self._database.reading() as tx:
            wanted = {each.sha256 for each in tx.kept_attachments()}
        return BackedUp(target, there.folder, len(after - before), len(wanted - after))

    def _copy_to(self, there: Blobs) -> None:
        """Copy what the other folder lacks; what is damaged here stays out and is counted later."""
        for name in self._blobs.names():
            self._blobs.copy_new(name, there)
