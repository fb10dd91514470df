"""The guides of all languages, each read from its file on first use."""

from pathlib import Path

from desk.domain.guide import Guide
from desk.services.content import load_guide


class Guides:
    """Guides by language code."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[str, Guide] = {}

    def of(self, language: str) -> Guide:
        """Give one language's guide. Raises ContentBroken."""
        if language not in self._read:
            self._read[language] = load_guide(self._folder / language)
        return self._read[language]
