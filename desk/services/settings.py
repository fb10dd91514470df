"""How the branch works, kept as synced records; and what this desk remembers for itself."""

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desk.domain.identity import derived_id
from desk.domain.rights import Right
from desk.domain.settings import ROOT, Setting, Settings
from desk.domain.text import storable
from desk.i18n import reword
from desk.services.gate import Gate
from desk.storage.author import THIS_DESK, Author
from desk.storage.database import Database

if TYPE_CHECKING:  # the first picture needs no transaction
    from desk.storage.transaction import Transaction

_KINDS: dict[str, Any] = {field.name: field.type for field in dataclasses.fields(Settings)}
WORDS = "words."
"""How the names of settings begin that hold a branch's own words: ``words.cause.mix_up.en``."""


class SettingsService:
    """Reads and changes settings; what was read is kept until something changes it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: Settings | None = None
        self.gate = Gate(database)
        database.on_commit(self._forget)

    def current(self) -> Settings:
        """Give the settings in force; who is signed in stands in them as the handler."""
        if self._known is None:
            with self._database.looking() as board:
                said = board.settings()
            known = {name: _read(name, value) for name, value in said.items() if name in _KINDS}
            self._known = Settings(**known)
            reword(_own_words(said))
        if self.gate.has_people:
            person = self.gate.person
            return dataclasses.replace(self._known, handler=person.name if person else "")
        return self._known

    def change(self, **wanted: str | int | bool) -> Settings:
        """Set some settings at once; each change is one op. Raises TypeError for unknown names.

        Raises NotSignedIn and NoRight as every service does.
        """
        if unknown := wanted.keys() - _KINDS.keys():
            raise TypeError(f"no such setting: {', '.join(sorted(unknown))}")
        with self._database.writing(self.author(Right.CHANGE_SETTINGS)) as tx:
            for name, value in wanted.items():
                self.write(tx, name, value)
        return self.current()

    def write(self, tx: "Transaction", name: str, value: str | int | bool) -> None:
        """Set one setting within a transaction that does more."""
        record_id = derived_id("setting", name)
        stored = tx.settings.get(record_id) or Setting(id=record_id, name=name)
        text = storable(str(int(value) if isinstance(value, bool) else value)).strip()
        tx.settings.save(dataclasses.replace(stored, value=text), root=derived_id(ROOT))

    def reword(self, key: str, words: Mapping[str, str]) -> None:
        """Have the branch's own words, by language, stand for an answer; empty ones give it back.

        `key` names the answer, as ``cause.mix_up`` does. Codes and what is stored stay.
        """
        with self._database.writing(self.author(Right.CHANGE_SETTINGS)) as tx:
            for language, text in words.items():
                self.write(tx, f"{WORDS}{key}.{language}", text)

    def begin(self, region: str, currency: str) -> None:
        """Let a new desk keep the country and currency it begins in, whatever machine opens it."""
        begun = {"region": region, "currency": currency}
        current = self.current()
        if wanted := {n: said for n, said in begun.items() if getattr(current, n) != said}:
            self.change(**wanted)

    def author(self, right: Right = Right.HANDLE) -> Author:
        """Give who acts at this desk, when they have the right to.

        Whatever is written for people to read is written through here, so that no right can be
        forgotten. Raises NotSignedIn and NoRight.
        """
        self.gate.must(right)
        settings, person = self.current(), self.gate.person
        return Author(settings.handler, settings.branch, person.id if person else "")

    def must(self, right: Right) -> None:
        """Go on only with a right. Raises NotSignedIn and NoRight."""
        self.gate.must(right)

    def remembered(self, name: str, otherwise: str = "") -> str:
        """Read what this desk remembers under a name."""
        with self._database.looking() as board:
            return board.remembered(name, otherwise)

    def remember(self, **values: str) -> None:
        """Remember texts on this desk only."""
        with self._database.writing(THIS_DESK) as tx:
            for name, value in values.items():
                tx.desk_state.put(name, value)

    def forget(self, name: str) -> None:
        """Remember nothing under a name any more."""
        with self._database.writing(THIS_DESK) as tx:
            tx.desk_state.drop(name)

    def _forget(self, touched: frozenset[str]) -> None:
        if "setting" in touched:
            self._known = None


def _own_words(said: Mapping[str, str]) -> dict[tuple[str, str], str]:
    """Give the branch's own words by key and language."""
    found = {}
    for name, words in said.items():
        if name.startswith(WORDS):
            key, _dot, language = name.removeprefix(WORDS).rpartition(".")
            found[(key, language)] = words
    return found


def _read(name: str, value: str) -> Any:  # noqa: ANN401 - the type the setting declares
    kind = _KINDS[name]
    if kind is bool:
        return value == "1"
    return int(value) if kind is int else value
