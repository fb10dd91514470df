"""Moments as registers write them: in fixed patterns, with English names of months.

Not ``strptime``: what that reads depends on the locale, which a window changes under our feet.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTS = {
    "%Y": r"(?P<year>\d{4})",
    "%y": r"(?P<short_year>\d{2})",
    "%m": r"(?P<month>\d{1,2})",
    "%d": r"(?P<day>\d{1,2})",
    "%b": rf"(?P<name>{'|'.join(_MONTHS)})",
    "%B": rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*",
    "%H": r"(?P<hour>\d{1,2})",
    "%I": r"(?P<hour>\d{1,2})",
    "%M": r"(?P<minute>\d{1,2})",
    "%S": r"(?P<second>\d{1,2})",
    "%f": r"(?P<fraction>\d{1,6})",
    "%p": r"(?P<half>[ap])m",
}
_EARLIEST, _LATEST = 1900, 2199
"""Years beyond these are mistyped, and could not be moved between time zones."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Patterns in the order they are tried. Raises ValueError for a part nobody can read."""

    formats: tuple[str, ...]

    def __post_init__(self) -> None:
        for pattern in self.formats:
            _compiled(pattern)

    def read(self, text: str) -> datetime | None:
        """Read a moment without its time zone; None when no pattern and no ISO form fits."""
        text = unicodedata.normalize("NFKC", text).strip()
        for pattern in self.formats:
            if found := _read(pattern, text):
                return found
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            return None
        return moment if _EARLIEST <= moment.year <= _LATEST else None

    def ordered_for(self, texts: Iterable[str]) -> "Patterns":
        """Put the patterns that read most of the texts first.

        03/04/2026 fits two patterns; that another row says 25/04/2026 tells which one was meant.
        """
        hits: Counter[str] = Counter()
        for text in texts:
            plain = unicodedata.normalize("NFKC", text).strip()
            hits.update(pattern for pattern in self.formats if _read(pattern, plain))
        return Patterns(tuple(sorted(self.formats, key=lambda pattern: -hits[pattern])))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = []
    for part in re.split(r"(%.|\s+)", pattern):
        if part.startswith("%") and part not in _PARTS:
            raise ValueError(f"unknown part of a date: {part}")
        parts.append(_PARTS.get(part) or (r"\s+" if part.isspace() else re.escape(part)))
    return re.compile("".join(parts), re.IGNORECASE | re.ASCII)


def _read(pattern: str, text: str) -> datetime | None:
    found = _compiled(pattern).fullmatch(text)
    if found is None:
        return None
    said = found.groupdict()
    year = int(said.get("year") or 2000)  # a time of day alone has none
    if short := said.get("short_year"):
        year = int(short) + (1900 if int(short) >= 69 else 2000)  # as POSIX divides centuries
    name = said.get("name")
    hour = int(said.get("hour") or 0)
    if half := said.get("half"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if not _EARLIEST <= year <= _LATEST:
        return None
    try:
        return datetime(  # noqa: DTZ001 - the caller knows the time zone
            year,
            _MONTHS.index(name.lower()) + 1 if name else int(said.get("month") or 1),
            int(said.get("day") or 1),
            hour,
            int(said.get("minute") or 0),
            int(said.get("second") or 0),
            int((said.get("fraction") or "").ljust(6, "0")),
        )
    except ValueError:
        return None
