"""A content file: its tables, and the lines on which they stand, for errors people can act on."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from desk.domain.errors import ContentBroken
from desk.domain.label import N_
from desk.domain.sentence import Fact, sentence

UNKNOWN = N_("desk does not know “{name}” here.")
NOT_ONE = N_("“{name}” cannot be “{value}”.")
NO_TEXT = N_("a text is missing: “{name}”.")
NO_SLOT = N_("there is no slot {slot} here.")
OPEN_BRACE = N_("a brace is not closed or not opened.")

_HEAD = re.compile(r"\[\[?\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of a content file, with the lines (from 1) of its head and of its keys."""

    path: Path
    values: Mapping[str, object]
    line: int
    lines: Mapping[str, int]

    def broken(self, text: str, at: str = "id", /, **facts: Fact) -> NoReturn:
        """Refuse the file at the line of the key `at`, or at the head where that is not written.

        `text` is a marked message, `facts` what stands in its slots.
        """
        raise ContentBroken(self.path, self.lines.get(at, self.line), sentence(text, **facts))

    def allow(self, *keys: str) -> None:
        """Refuse a key that is none of `keys`, at its own line."""
        for key in self.values:
            if key not in keys:
                self.broken(UNKNOWN, key, name=key)

    def text(self, key: str) -> str:
        """Give a text that must be there and not be blank."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            self.broken(NO_TEXT, name=key)
        return value

    def whole(self, key: str) -> int:
        """Give a whole number that must be there."""
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            self.broken(N_("a whole number is missing: “{name}”."), name=key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts that must be there; it may be empty."""
        value = self.values.get(key)
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            self.broken(N_("a list of texts is missing: “{name}”."), name=key)
        return tuple(value)


class ContentFile:
    """A TOML file made of ``[[kind]]`` tables. Raises ContentBroken where it cannot be read.

    With `text` that is what the file says, and `path` only its name in errors.
    """

    def __init__(self, path: Path, text: str | None = None) -> None:
        text = text_of(path) if text is None else text
        self.path = path
        self._values = parsed(path, text)
        self._places = tuple(_places(text))

    def top(self, *kinds: str) -> Entry:
        """Give the keys that stand alone; refuse any that is neither plain nor one of `kinds`."""
        for name, value in self._values.items():
            if name not in kinds and isinstance(value, list | dict):
                raise ContentBroken(self.path, self._line(name), sentence(UNKNOWN, name=name))
        alone = {k: v for k, v in self._values.items() if k not in kinds}
        return Entry(self.path, alone, 1, self._places[0][2])

    def said(self) -> dict[str, object]:
        """Give all that the file says, as TOML gives it."""
        return self._values

    def plain(self) -> Entry:
        """Give every key of a file that has no tables."""
        return Entry(self.path, self._values, 1, self._places[0][2])

    def entries(self, kind: str) -> tuple[Entry, ...]:
        """Give every ``[[kind]]`` in the order of the file; none where there is none."""
        tables = self._values.get(kind, [])
        places = [(line, keys) for name, line, keys in self._places if name == kind]
        if not isinstance(tables, list) or len(tables) != len(places):
            reason = sentence(N_("“{name}” is not written as [[{name}]]."), name=kind)
            raise ContentBroken(self.path, self._line(kind), reason)
        return tuple(
            Entry(self.path, table, line, keys)
            for table, (line, keys) in zip(tables, places, strict=True)
        )

    def _line(self, name: str) -> int:
        heads = [line for kind, line, _ in self._places if kind == name]
        return heads[0] if heads else self._places[0][2].get(name, 1)


def text_of(path: Path) -> str:
    """Read a file's text. Raises ContentBroken."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise ContentBroken(path, 0, sentence(N_("it is not there."))) from error
    except OSError as error:
        reason = sentence(N_("it cannot be read ({why})."), why=error.strerror or str(error))
        raise ContentBroken(path, 0, reason) from error
    try:
        return raw.decode("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ContentBroken(path, line, sentence(N_("it is not UTF-8 text."))) from error


def parsed(path: Path, text: str) -> dict[str, object]:
    """Read what a text says as TOML. Raises ContentBroken."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found.group(1)) if found else text.count("\n") + 1
        why = _AT_LINE.sub("", str(error)).strip()
        raise ContentBroken(
            path, line, sentence(N_("it is not written as TOML asks ({why})."), why=why)
        ) from error


def _places(text: str) -> Iterator[tuple[str, int, dict[str, int]]]:
    """Give name, line and lines of keys of each table; the first, named "", is the file's top.

    tomllib does not tell lines. A line inside a text of several lines that looks like a head
    would be taken for one; `entries` then refuses the file, as the counts differ.
    """
    name, head, keys = "", 1, dict[str, int]()
    for number, line in enumerate(text.split("\n"), 1):
        if found := _HEAD.match(line):
            yield name, head, keys
            name, head, keys = found.group(1), number, {}
        elif found := _KEY.match(line):
            keys.setdefault(found.group(1), number)
    yield name, head, keys
