"""What waits at this desk today, read at once; the first thing the window asks."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from math import inf
from pathlib import Path

from desk.domain.complaint_list import ComplaintSummary
from desk.domain.deadline import coming_next
from desk.domain.draft import Draft
from desk.domain.paper import Made
from desk.services.gate import Gate
from desk.storage.board import Board
from desk.storage.database import Clock, Database

PAPERS_WAITING = "papers_waiting"
"""Under this name the desk remembers ids of papers by the day on which they were made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One state of the desk at the local moment `now`.

    `due`: something runs out by the end of today, soonest first; `opened`: arrived today, newest
    first, as many as a list shows, of the `arrived` there are, `closed` of them already;
    `papers`: no printer has taken them; `lines`: the complaints of drafts and papers, by id, as
    far as they were ever saved.
    """

    now: datetime
    drafts: tuple[Draft, ...]
    due: tuple[ComplaintSummary, ...]
    opened: tuple[ComplaintSummary, ...]
    arrived: int
    closed: int
    papers: tuple[Made, ...]
    lines: Mapping[str, ComplaintSummary]


class Today:
    """Reads the board. `papers` is the folder where papers are kept."""

    def __init__(
        self, database: Database, gate: Gate, clock: Clock, zone: tzinfo, papers: Path
    ) -> None:
        self._database = database
        self._gate = gate
        self._clock = clock
        self._zone = zone
        self._papers = papers

    def now(self) -> datetime:
        """Give the present moment in the branch's time zone."""
        return self._clock().astimezone(self._zone)

    def read(self) -> Waiting:
        """See what waits now. Raises NotSignedIn."""
        self._gate.must_be_somebody()
        now = self.now()
        morning = datetime.combine(now.date(), time(), self._zone)
        night = datetime.combine(now.date() + timedelta(days=1), time(), self._zone)
        with self._database.looking() as board:
            drafts = board.drafts()
            papers = waiting_papers(board, now.date(), self._papers)
            arrived, closed = board.count_since(morning)
            named = {d.id for d in drafts} | {made.paper.complaint for made in papers}
            return Waiting(
                now=now,
                drafts=tuple(drafts),
                due=tuple(sorted(board.due(before=night), key=self._soonest)),
                opened=tuple(board.arrived(morning, night)),
                arrived=arrived,
                closed=closed,
                papers=papers,
                lines=board.lines(sorted(named)),
            )

    def _soonest(self, line: ComplaintSummary) -> tuple[float, int]:
        coming = coming_next(line, self._zone)
        return (coming.at.timestamp() if coming else inf, line.priority or 3)


def waiting_ids(board: Board, day: date) -> Sequence[str]:
    """Read the ids of a day's papers that wait; those of another day are forgotten."""
    kept = json.loads(board.remembered(PAPERS_WAITING, "{}"))
    return list(kept.get(day.isoformat(), ()))


def waiting_papers(board: Board, day: date, folder: Path) -> tuple[Made, ...]:
    """Read the papers made on a day that no printer has taken, oldest first."""
    papers = board.papers(waiting_ids(board, day))
    kept = [Made(paper, folder / paper.file) for paper in papers if not paper.printer]
    return tuple(made for made in kept if made.file.is_file())
