"""What printers and their queues say, as codes that people's sentences are found by."""

from dataclasses import dataclass
from enum import StrEnum


class QueueState(StrEnum):
    """What a queue does."""

    IDLE = "idle"
    PRINTING = "printing"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A printer as the spooler knows it. `accepting` tells whether it takes new jobs."""

    name: str
    state: QueueState
    accepting: bool
    usual: bool = False


class NotTaken(StrEnum):
    """Why a paper was not handed over."""

    NO_SPOOLER = "no_spooler"
    NO_QUEUE = "no_queue"
    NOT_ACCEPTING = "not_accepting"
    REFUSED = "refused"
    TIMED_OUT = "timed_out"
    NO_FILE = "no_file"


class JobState(StrEnum):
    """Where a job stands. SENT: the printer has it; no printer says that it is on paper."""

    SENT = "sent"
    WAITING = "waiting"
    FAILED = "failed"


class Wait(StrEnum):
    """What a job waits for at the printer."""

    TURN = "turn"
    PAPER = "paper"
    INK = "ink"
    COVER = "cover"
    JAM = "jam"
    OFFLINE = "offline"
    STOPPED = "stopped"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class JobNews:
    """What the spooler says about a job; `wait` only while it waits."""

    state: JobState
    wait: Wait | None = None
