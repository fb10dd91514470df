"""What takes a complaint away from the guide with everything typed: parked, set down, let go."""

from collections.abc import Callable
from functools import partial

from desk.domain.complaint import Complaint
from desk.domain.draft import ParkReason
from desk.i18n import _
from desk.services.complaints import Complaints
from desk.ui.guide.commitments import Act
from desk.ui.guide.in_front import InFront


class PuttingAway:
    """`save` has a service save what is typed and gives None on refusal; `say` tells the news."""

    def __init__(
        self,
        services: Complaints,
        front: InFront,
        save: Callable[[Act], Complaint | None],
        say: Callable[[str], object],
    ) -> None:
        self._services = services
        self._front = front
        self._save = save
        self._say = say

    def park(self, reason: ParkReason | None) -> None:
        """Set aside; Today keeps it on top."""
        act = partial(self._services.park, reason=reason)
        self._put(act, _("{reference} is parked."))

    def let_go(self) -> None:
        """Keep everything typed, with nobody at the desk any more."""
        self._put(self._services.leave, _("{reference} is saved and stays open."))

    def set_down(self) -> None:
        """Keep everything as it is, not parked."""
        words = _("{reference} is kept as it is; Enter on Today takes it up again.")
        self._put(self._services.save, words)

    def _put(self, act: Act, words: str) -> None:
        """Take away what is in front; where nothing was typed, nothing is kept."""
        situation = self._front.situation
        if situation is None:
            return
        if not situation.draft.answers:
            self._front.take_away()
            return
        saved = self._save(act)
        if saved is not None:
            self._front.take_away()
            self._say(words.format(reference=saved.reference))
