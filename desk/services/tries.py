"""How long a wrong PIN holds up the next try: counted before it is looked at, and kept on disk."""

import json
import math
import time
from collections.abc import Callable
from datetime import datetime

from desk.domain.staff import Staff, Tries
from desk.domain.staff_errors import PinWaits
from desk.storage.author import THIS_DESK
from desk.storage.board import Board
from desk.storage.database import Clock, Database


class PinTries:
    """The tries of every person at this desk.

    Kept on disk, so that starting desk anew waives nothing. Seconds of the machine's own running
    (`running`) are counted beside the clock, so that setting the clock ahead helps only who also
    starts desk anew.
    """

    def __init__(
        self, database: Database, clock: Clock, running: Callable[[], float] = time.monotonic
    ) -> None:
        self._database = database
        self._clock = clock
        self._running = running
        self._until: dict[str, float] = {}

    def count(self, person: Staff) -> int:
        """Count a try before it is looked at; give the seconds it will cost if it is wrong.

        Raises PinWaits while the wait after the last one is not over.
        """
        now = self._clock()
        with self._database.writing(THIS_DESK) as tx:
            tries = _read(tx.board, person.id)
            left = max(tries.left(now), self._until.get(person.id, 0.0) - self._running())
            if left <= 0:
                tries = tries.one_more(now)
            elif tries.at is not None and now < tries.at:
                # The clock was set back: the whole wait begins anew by the clock as it is now.
                tries = Tries(tries.count, now)
            tx.desk_state.put(_name(person.id), _written(tries))
        if left > 0:
            raise PinWaits(person.name, math.ceil(left))
        self._until[person.id] = self._running() + tries.wait()
        return tries.wait()

    def forget(self, staff_id: str) -> None:
        """Wait no more: the PIN was right, or is a new one."""
        self._until.pop(staff_id, None)
        with self._database.writing(THIS_DESK) as tx:
            tx.desk_state.drop(_name(staff_id))


def _name(staff_id: str) -> str:
    return f"pin_tries/{staff_id}"


def _read(board: Board, staff_id: str) -> Tries:
    kept = board.remembered(_name(staff_id))
    if not kept:
        return Tries()
    said = json.loads(kept)
    return Tries(int(said["count"]), datetime.fromisoformat(said["at"]))


def _written(tries: Tries) -> str:
    return json.dumps({"count": tries.count, "at": tries.at.isoformat() if tries.at else ""})
