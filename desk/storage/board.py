"""The board: what the window shows and is told before anything else, each read said once in SQL."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from desk.domain.complaint_choices import Stage
from desk.domain.complaint_list import ComplaintSummary
from desk.domain.draft import Draft
from desk.domain.paper import Paper
from desk.domain.staff import Staff
from desk.storage import plain, waiting
from desk.storage.plain import Ask

MOST = 200
LIST_TEXT = 400
"""How much of a story a list reads; the rest stays in the database."""

R = TypeVar("R")


def _answers(value: str) -> Mapping[str, str | tuple[str, ...]]:
    return {
        name: tuple(said) if isinstance(said, list) else said
        for name, said in json.loads(value).items()
    }


def _ticks(value: str) -> frozenset[str]:
    return frozenset(json.loads(value))


def _columns(kind: type[Any]) -> str:
    return ", ".join(kind.__dataclass_fields__)


_AS_DRAFT = plain.reader(Draft, answers=_answers, ticks=_ticks)
_AS_LINE = plain.reader(ComplaintSummary)
_AS_PAPER = plain.reader(Paper)
_AS_STAFF = plain.reader(Staff)

_SAID_OTHERWISE = {
    "story": f"substr(story, 1, {LIST_TEXT})",
    "promised_on": waiting.PROMISED_ON,
    "promised_by": waiting.PROMISED_BY,
}
_LINE = ", ".join(_SAID_OTHERWISE.get(name, name) for name in ComplaintSummary.__dataclass_fields__)
_NEWEST_FIRST = "order by arrived_at desc, id desc"


class Board:
    """Reads through any connection, a driver's own or SQLAlchemy's."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def settings(self) -> dict[str, str]:
        """Read the settings that were ever set, as text."""
        return {
            str(name): value for name, value in self._ask("select name, value from setting", {})
        }

    def remembered(self, name: str, otherwise: str = "") -> str:
        """Read what this desk remembers under a name."""
        found = self._ask("select value from desk_state where name = :name", {"name": name})
        return next((str(value) for (value,) in found), otherwise)

    def people(self) -> list[Staff]:
        """Read everybody who was ever entered."""
        columns = ", ".join(f'"{name}"' for name in Staff.__dataclass_fields__)
        return self._read(_AS_STAFF, f"select {columns} from staff order by id", {})  # noqa: S608 - the same

    def drafts(self) -> list[Draft]:
        """Read every draft, the one opened first first."""
        asked = f"select {_columns(Draft)} from draft order by opened_at"  # noqa: S608 - our own names
        return self._read(_AS_DRAFT, asked, {})

    def draft(self, complaint_id: str) -> Draft | None:
        """Read the draft of one complaint, or None."""
        asked = f"select {_columns(Draft)} from draft where id = :id"  # noqa: S608 - our own names
        said = {"id": plain.as_bytes(complaint_id)}
        return next(iter(self._read(_AS_DRAFT, asked, said)), None)

    def due(self, *, before: datetime, limit: int = MOST) -> list[ComplaintSummary]:
        """Read open complaints of which something runs out before a local midnight, soonest first.

        A promised day stands before the moments of that day: who needs the very order sorts.
        """
        return self._lines(
            f"{waiting.IS_OPEN} and {waiting.ANY_OVER} order by {waiting.EARLIEST}, priority "
            "limit :most",
            waiting.over(before, before.date() - timedelta(days=1)) | {"most": limit},
        )

    def arrived(self, start: datetime, end: datetime, limit: int = MOST) -> list[ComplaintSummary]:
        """Read what arrived in a span of time, newest first."""
        return self._lines(
            f"arrived_at >= :start and arrived_at < :end {_NEWEST_FIRST} limit :most",
            {"start": plain.as_text(start), "end": plain.as_text(end), "most": limit},
        )

    def count_since(self, start: datetime) -> tuple[int, int]:
        """Count what arrived from a moment on, and how many of these are closed."""
        asked = (
            "select count(*), sum(case when stage = :closed then 1 else 0 end) from complaint "
            "where arrived_at >= :start"
        )
        said = {"closed": Stage.CLOSED.value, "start": plain.as_text(start)}
        return next((total, closed or 0) for total, closed in self._ask(asked, said))

    def lines(self, ids: Iterable[str]) -> dict[str, ComplaintSummary]:
        """Read some hundred complaints at most as lines, by their ids."""
        among, said = _among(ids)
        return {line.id: line for line in self._lines(f"id in ({among})", said)} if said else {}

    def papers(self, ids: Sequence[str]) -> list[Paper]:
        """Read some hundred papers at most, in the order asked; what is not there is left out."""
        among, said = _among(ids)
        if not said:
            return []
        asked = f"select {_columns(Paper)} from paper where id in ({among})"  # noqa: S608 - our own names
        found = {paper.id: paper for paper in self._read(_AS_PAPER, asked, said)}
        return [found[name] for name in ids if name in found]

    def _lines(self, where: str, said: Mapping[str, Any]) -> list[ComplaintSummary]:
        asked = f"select {_LINE} from complaint where {where}"  # noqa: S608 - our own words
        return self._read(_AS_LINE, asked, said)

    def _read(
        self, read: Callable[[Sequence[Any]], R], asked: str, said: Mapping[str, Any]
    ) -> list[R]:
        return [read(row) for row in self._ask(asked, said)]


def _among(ids: Iterable[str]) -> tuple[str, dict[str, bytes]]:
    said = {f"id{n}": plain.as_bytes(name) for n, name in enumerate(ids)}
    return ", ".join(f":{name}" for name in said), said
