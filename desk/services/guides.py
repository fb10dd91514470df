"""The guides of all languages and versions, each read from its file or record on first use."""

from pathlib import Path

from desk.domain.content_version import SHIPPED, ContentVersion
from desk.domain.guide import Guide
from desk.services.content import load_guide, read_guide
from desk.services.content_file import ContentFile, text_of
from desk.services.settings import SettingsService
from desk.storage.database import Database


class Guides:
    """Guides by language code and version."""

    def __init__(self, folder: Path, database: Database, settings: SettingsService) -> None:
        self._folder = folder
        self._database = database
        self._settings = settings
        self._read: dict[tuple[str, str], Guide] = {}
        database.on_commit(self._forget)

    def in_force(self) -> str:
        """Name the version a new complaint begins with."""
        return self._settings.current().guide_version or SHIPPED

    def of(self, language: str, version: str = "") -> Guide:
        """Give one language's guide in a version, or the one in force. Raises ContentBroken.

        A version this desk does not hold (it came with a complaint, and before its file) is
        read as the one in force.
        """
        wanted = (language, version or self.in_force())
        if wanted not in self._read:
            self._read[wanted] = self._load(*wanted)
        return self._read[wanted]

    def text(self, language: str, version: str = "") -> str:
        """Give the file of one language's guide as text. Raises ContentBroken."""
        held = self._record(language, version or self.in_force())
        return held.text if held else text_of(self.path(language))

    def path(self, language: str) -> Path:
        """Give the file that desk came with."""
        return self._folder / language / "guide.toml"

    def _load(self, language: str, version: str) -> Guide:
        held = self._record(language, version)
        if held is not None:
            return read_guide(ContentFile(Path(f"guide.{language}.toml"), held.text))
        if version not in (SHIPPED, self.in_force()):
            return self.of(language)
        return load_guide(self._folder / language)

    def _record(self, language: str, version: str) -> ContentVersion | None:
        if version == SHIPPED:
            return None
        with self._database.reading() as tx:
            held = tx.records(ContentVersion).all()
        return next((v for v in held if (v.language, v.version) == (language, version)), None)

    def _forget(self, touched: frozenset[str]) -> None:
        if "content_version" in touched:
            self._read.clear()
