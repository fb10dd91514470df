"""The gates of a complaint: two refuse, every other warns, takes a reason and is counted (G5).

One rule set for every way in: whoever commits passes here.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Any

from desk.domain import stages
from desk.domain.complaint import Complaint
from desk.domain.label import N_

GO_ON = "go_on_anyway"
"""Under this name a draft keeps why staff go on though answers are missing; once."""


class Gate(StrEnum):
    """What a commitment waits for."""

    LISTEN = "listen"
    EMPATHISE = "empathise"
    INVESTIGATE = "investigate"
    RESOLVE = "resolve"
    SAFETY = "safety"
    CLOSING = "closing"


HARD = frozenset({Gate.SAFETY, Gate.CLOSING})
"""The safety line and the closing rule: nobody goes on without them."""


class GoOnReason(StrEnum):
    """Why staff go on though answers are missing."""

    HURRY = "hurry"
    WILL_NOT_SAY = "will_not_say"
    NOT_KNOWN = "not_known"
    OTHER = "other"


REASONS: Mapping[GoOnReason, str] = {
    GoOnReason.HURRY: N_("The customer cannot stay"),
    GoOnReason.WILL_NOT_SAY: N_("The customer does not want to say"),
    GoOnReason.NOT_KNOWN: N_("Nobody can know it yet"),
    GoOnReason.OTHER: N_("Another reason"),
}

_GATES: Mapping[Any, Gate] = {
    stages.receive: Gate.LISTEN,
    stages.acknowledge: Gate.EMPATHISE,
    stages.record_finding: Gate.INVESTIGATE,
    stages.respond: Gate.RESOLVE,
    stages.close: Gate.CLOSING,
}

Decide = Callable[[Complaint, datetime], Complaint]


def gate_of(decide: Decide) -> Gate | None:
    """Name the gate of a commitment; keeping what is typed has none."""
    return _GATES.get(decide)


def passed(decide: Decide, reason: str) -> Decide | None:
    """Give a commitment that asks for no missing answers; None where its gate is hard.

    `reason` must be a GoOnReason: without one nobody goes on.
    """
    gate = gate_of(decide)
    if gate is None or gate in HARD or reason not in {each.value for each in GoOnReason}:
        return None
    asks: Any = decide  # each soft one can be told to ask for nothing, which no type can say of all
    return partial(asks, waived=True)
