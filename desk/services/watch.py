"""Looks whether the machine's clock and the calendar can be trusted; after the first picture."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from desk.domain.clock_fault import ClockFault, clock_fault, unknown_year
from desk.domain.deadline import WorkCalendar
from desk.storage.author import THIS_DESK
from desk.storage.database import Clock, Database

LAST_SEEN = "last_seen"
"""Under this name a desk remembers when it last looked at its clock, in UTC."""


@dataclass(frozen=True, slots=True)
class Watched:
    """What staff are told: a fault of the clock, when desk was last used, a year not known."""

    fault: ClockFault | None = None
    last_seen: datetime | None = None
    unknown_year: int | None = None


class Watch:
    """Remembers the last moment this desk saw."""

    def __init__(
        self, database: Database, calendar: Callable[[], WorkCalendar], clock: Clock, zone: tzinfo
    ) -> None:
        self._database = database
        self._calendar = calendar
        self._clock = clock
        self._zone = zone

    def look(self) -> Watched:
        """See what is wrong now, and remember this moment."""
        now = self._clock()
        with self._database.writing(THIS_DESK) as tx:
            said = tx.board.remembered(LAST_SEEN)
            tx.desk_state.put(LAST_SEEN, now.isoformat())
        last = datetime.fromisoformat(said).astimezone(self._zone) if said else None
        return Watched(
            fault=clock_fault(last, now),
            last_seen=last,
            unknown_year=unknown_year(self._calendar(), now.astimezone(self._zone).date()),
        )
