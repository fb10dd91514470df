"""How the branch works, kept as synced records; and what this desk remembers for itself."""

import dataclasses
from typing import Any, get_type_hints

from desk.domain.identity import derived_id
from desk.domain.settings import ROOT, Setting, Settings
from desk.domain.text import storable
from desk.storage.author import Author
from desk.storage.database import Database

_KINDS = get_type_hints(Settings)


class SettingsService:
    """Reads and changes settings; what was read is kept until something changes it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: Settings | None = None
        database.on_commit(self._forget)

    def current(self) -> Settings:
        """Give the settings in force."""
        if self._known is None:
            with self._database.looking() as board:
                said = board.settings()
            known = {name: _read(name, value) for name, value in said.items() if name in _KINDS}
            self._known = Settings(**known)
        return self._known

    def change(self, **wanted: str | int | bool) -> Settings:
        """Set some settings at once; each change is one op. Raises TypeError for unknown names."""
        if unknown := wanted.keys() - _KINDS.keys():
            raise TypeError(f"no such setting: {', '.join(sorted(unknown))}")
        with self._database.writing(self.author()) as tx:
            for name, value in wanted.items():
                record_id = derived_id("setting", name)
                stored = tx.settings.get(record_id) or Setting(id=record_id, name=name)
                text = storable(str(int(value) if isinstance(value, bool) else value)).strip()
                tx.settings.save(dataclasses.replace(stored, value=text), root=derived_id(ROOT))
        return self.current()

    def begin(self, region: str, currency: str) -> None:
        """Let a new desk keep the country and currency it begins in, whatever machine opens it."""
        begun = {"region": region, "currency": currency}
        current = self.current()
        if wanted := {n: said for n, said in begun.items() if getattr(current, n) != said}:
            self.change(**wanted)

    def author(self) -> Author:
        """Give who acts at this desk."""
        settings = self.current()
        return Author(settings.handler, settings.branch)

    def remembered(self, name: str, otherwise: str = "") -> str:
        """Read what this desk remembers under a name."""
        with self._database.looking() as board:
            return board.remembered(name, otherwise)

    def remember(self, **values: str) -> None:
        """Remember texts on this desk only."""
        with self._database.writing(self.author()) as tx:
            for name, value in values.items():
                tx.desk_state.put(name, value)

    def forget(self, name: str) -> None:
        """Remember nothing under a name any more."""
        with self._database.writing(self.author()) as tx:
            tx.desk_state.drop(name)

    def _forget(self, touched: frozenset[str]) -> None:
        if "setting" in touched:
            self._known = None


def _read(name: str, value: str) -> Any:  # noqa: ANN401 - the type the setting declares
    kind = _KINDS[name]
    if kind is bool:
        return value == "1"
    return int(value) if kind is int else value
