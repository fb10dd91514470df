"""The guide as files, and the one way to a new version of it: looked at first, then taken whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk.domain.content_version import SHIPPED, ContentVersion
from desk.domain.errors import ContentBroken, FileNotWritten
from desk.domain.identity import derived_id
from desk.domain.label import LANGUAGES, N_
from desk.domain.rights import Right
from desk.domain.sentence import sentence
from desk.domain.settings import ROOT
from desk.domain.text import shortened
from desk.services.content import read_guide
from desk.services.content_file import ContentFile, text_of
from desk.services.guide_difference import GuideChange, differences, must_belong_together
from desk.services.guides import Guides
from desk.services.settings import SettingsService
from desk.storage.database import Database

_NAMES = 120
"""Characters of the names of changed lines that a version's summary keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidePreview:
    """What a new version would say, by language, and how it differs from the one in force."""

    texts: Mapping[str, str]
    changes: tuple[GuideChange, ...]


class GuideFiles:
    """Exports guides, looks at new ones, and takes them."""

    def __init__(self, database: Database, settings: SettingsService, guides: Guides) -> None:
        self._database = database
        self._settings = settings
        self._guides = guides

    def export(self, folder: Path) -> tuple[Path, ...]:
        """Write the guide in force, one file a language. Raises FileNotWritten, ContentBroken."""
        files = []
        for language in LANGUAGES:
            file = folder / f"guide.{language}.toml"
            text = self._guides.text(language)
            try:
                folder.mkdir(parents=True, exist_ok=True)
                file.write_text(text, "utf-8")
            except OSError as error:
                raise FileNotWritten(file, error.strerror or str(error)) from error
            files.append(file)
        return tuple(files)

    def look(self, path: Path) -> GuidePreview:
        """Read a guide's file and the other languages' beside it, or a folder of them.

        A language without a file stays as it is. Raises ContentBroken with line and reason: one
        broken line refuses everything.
        """
        found = _files(path)
        return self.weigh({language: text_of(file) for language, file in found.items()}, found)

    def weigh(
        self, texts: Mapping[str, str], paths: Mapping[str, Path] | None = None
    ) -> GuidePreview:
        """Look at what new texts, by language, would change. Raises ContentBroken as `look`."""
        whole = {code: texts.get(code) or self._guides.text(code) for code in LANGUAGES}
        named = {code: (paths or {}).get(code, Path(f"guide.{code}.toml")) for code in LANGUAGES}
        files = {code: ContentFile(named[code], text) for code, text in whole.items()}
        for file in files.values():
            read_guide(file)
        must_belong_together(files)
        changes = tuple(
            change
            for code, file in files.items()
            for change in differences(code, self._file(code), file)
        )
        return GuidePreview(texts=whole, changes=changes)

    def take(self, preview: GuidePreview) -> str:
        """Put a new version in force for complaints that begin from now on; give its name.

        Nothing is written when nothing differs.
        """
        self._settings.must(Right.CHANGE_GUIDE)
        if not preview.changes:
            return self._guides.in_force()
        names = ", ".join(dict.fromkeys(change.name for change in preview.changes))
        with self._database.writing(self._settings.author(Right.CHANGE_GUIDE)) as tx:
            versions = tx.records(ContentVersion)
            number = 1 + len({version.version for version in versions.all()})
            name = f"{self._settings.current().branch}-{number}"
            for language, text in preview.texts.items():
                version = ContentVersion(
                    id=derived_id("content_version", name, language),
                    language=language,
                    version=name,
                    text=text,
                    words=shortened(names, _NAMES),
                )
                versions.save(version, root=derived_id(ROOT))
            self._settings.write(tx, "guide_version", name)
        return name

    def said(self, language: str) -> dict[str, Any]:
        """Give what the file in force says, as TOML gives it. Raises ContentBroken."""
        return self._file(language).said()

    def is_shipped(self) -> bool:
        """Tell whether the guide in force is the one desk came with."""
        return self._guides.in_force() == SHIPPED

    def _file(self, language: str) -> ContentFile:
        return ContentFile(self._guides.path(language), self._guides.text(language))


def _files(path: Path) -> dict[str, Path]:
    """Find the files of each language. Raises ContentBroken where none tells its language."""
    folder = path if path.is_dir() else path.parent
    found: dict[str, Path] = {}
    for code in LANGUAGES:
        for file in (folder / f"guide.{code}.toml", folder / code / "guide.toml"):
            if file.is_file():
                found.setdefault(code, file)
    if path.is_dir() and found:
        return found
    for code in LANGUAGES:
        if code in path.name.split(".") or path.parent.name == code:
            return {**found, code: path}
    reason = N_("its name must tell its language, as guide.en.toml or guide.zh_CN.toml does.")
    raise ContentBroken(path, 0, sentence(reason))
