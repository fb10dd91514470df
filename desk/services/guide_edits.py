"""Single lines of the guide, changed on the screen: each is a new version, as a file is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.domain.guide import Step
from desk.domain.label import LANGUAGES
from desk.domain.rights import Right
from desk.services.content_writing import Table, written
from desk.services.guide_files import GuideFiles
from desk.services.settings import SettingsService

PHRASE, CHECK, AVOID = "phrase", "check", "avoid"
_TEXTS = {PHRASE: ("text",), CHECK: ("text",), AVOID: ("say", "better", "why")}


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideLine:
    """One line in all languages: its texts by language and key, its step or path, its proof.

    Words to avoid have no id; their place in the file, from 0, stands for it.
    """

    id: str
    texts: Mapping[str, Mapping[str, str]]
    step: Step | None = None
    path: str = ""
    proof: str = ""


class GuideEdits:
    """Adds, changes and takes away phrases, checks and words to avoid."""

    def __init__(self, files: GuideFiles, settings: SettingsService) -> None:
        self._files = files
        self._settings = settings

    def lines(self, kind: str) -> tuple[GuideLine, ...]:
        """Read the lines of a kind in the guide in force; retired ones are left out."""
        held = {code: _named(kind, self._tables(code, kind)) for code in LANGUAGES}
        first, *_others = held.values()
        return tuple(
            GuideLine(
                id=name,
                texts={code: _texts(kind, tables.get(name, {})) for code, tables in held.items()},
                step=Step(table["step"]) if "step" in table else None,
                path=str(table.get("path", "")),
                proof=str(table.get("proof", "")),
            )
            for name, table in first.items()
            if table.get("retired") is not True
        )

    def put(
        self, kind: str, line_id: str, texts: Mapping[str, Mapping[str, str]], step: int | None
    ) -> str:
        """Change a line, or add one where `line_id` is empty; give the new version's name.

        `step` is where a line stands; None leaves it where it is. Raises ContentBroken with the
        reason where the guide would not hold.
        """
        self._settings.must(Right.CHANGE_GUIDE)
        news = {}
        for code in LANGUAGES:
            held = self._tables(code, kind)
            said: Table = {key: " ".join(texts[code].get(key, "").split()) for key in _TEXTS[kind]}
            if step is not None:
                said["step"] = step
            name = line_id or _free(kind, held)
            tables = _named(kind, held)
            tables[name] = _put_in(tables.get(name) or _begun(kind, name), said)
            news[code] = self._written(code, kind, list(tables.values()))
        return self._take(news)

    def drop(self, kind: str, line_id: str) -> str:
        """Take a line out of the guide; complaints that began with it keep it."""
        self._settings.must(Right.CHANGE_GUIDE)
        news = {}
        for code in LANGUAGES:
            tables = _named(kind, self._tables(code, kind))
            tables.pop(line_id, None)
            news[code] = self._written(code, kind, list(tables.values()))
        return self._take(news)

    def _take(self, texts: Mapping[str, str]) -> str:
        return self._files.take(self._files.weigh(texts))

    def _written(self, language: str, kind: str, tables: list[Table]) -> str:
        return written({**self._files.said(language), kind: tables})

    def _tables(self, language: str, kind: str) -> list[Table]:
        tables: Any = self._files.said(language).get(kind, [])
        return [dict(table) for table in tables]


def _named(kind: str, tables: list[Table]) -> dict[str, Table]:
    return {
        str(place) if kind == AVOID else str(table["id"]): table
        for place, table in enumerate(tables)
    }


def _texts(kind: str, table: Table) -> dict[str, str]:
    return {key: str(table.get(key, "")) for key in _TEXTS[kind]}


def _free(kind: str, tables: list[Table]) -> str:
    """Name a new line: ``own1``, the next ``own2``."""
    taken = _named(kind, tables).keys()
    if kind == AVOID:
        return str(len(tables))
    return next(name for n in range(1, len(tables) + 2) if (name := f"own{n}") not in taken)


def _begun(kind: str, name: str) -> Table:
    return {} if kind == AVOID else {"id": name}


def _put_in(table: Table, said: Mapping[str, Any]) -> Table:
    """Give a table with what was said; a reason that is empty is none."""
    other = {**table, **said}
    if "step" in said:
        other.pop("path", None)
    if other.get("why") == "":
        del other["why"]
    return other
