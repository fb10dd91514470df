"""The timeline of a complaint: its ops, told as who did what, when, and what changed from what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk.domain.complaint import Stage
from desk.domain.op import EPOCH, Op, Plain
from desk.domain.paper import Paper as Paper
from desk.domain.paper import PaperKind as PaperKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something written down about a complaint; never changed afterwards."""

    id: str
    complaint: str
    text: str = ""
    heads: tuple[str, ...] = ()


class Happening(StrEnum):
    """What one save was, in the words of the trade."""

    RECEIVED = "received"
    ACKNOWLEDGED = "acknowledged"
    ASSESSED = "assessed"
    INVESTIGATED = "investigated"
    RESPONDED = "responded"
    CLOSED = "closed"
    REOPENED = "reopened"
    CHANGED = "changed"
    TICKED = "ticked"
    UNTICKED = "unticked"
    NOTED = "noted"
    PAPER = "paper"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Change:
    """A field that got another value; both as an op holds them."""

    field: str
    before: Plain
    after: Plain


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline. `subject` is the checklist item, note, paper file or own field.

    `entity` is the kind of record it is about, as `domain/besides.py` names it.
    """

    op: str
    at: datetime
    by: str
    branch: str
    what: Happening
    subject: str
    changes: tuple[Change, ...]
    entity: str = "complaint"


ALONE = frozenset({"tick", "note", "paper"})
"""Records whose line says all there is to say."""

QUIET = frozenset({
    "stage", "complaint", "policy", "reference", "branch", "handler", "arrived_at", "received_at",
    "acknowledged_at", "investigated_at", "responded_at", "closed_at", "reopened_at",
})  # fmt: skip
"""Fields the line itself already tells."""


def timeline(ops: Iterable[Op]) -> tuple[Entry, ...]:
    """Tell the ops of one complaint and its papers, ticks and notes, given oldest first."""
    return tuple(_entries(ops))


def _entries(ops: Iterable[Op]) -> Iterator[Entry]:
    known: dict[str, dict[str, Plain]] = {}
    for op in ops:
        before = known.setdefault(op.record, {})
        what, subject = _what(op, before)
        yield Entry(
            op=op.id,
            at=EPOCH + timedelta(milliseconds=op.at),
            by=op.actor,
            branch=op.site,
            what=what,
            subject=subject,
            changes=tuple(
                Change(field, before.get(field), value)
                for field, value in op.values.items()
                if op.entity not in ALONE and _tells(field, before)
            ),
            entity=op.entity,
        )
        before.update(op.values)


def _tells(field: str, before: dict[str, Plain]) -> bool:
    """Tell whether a field has something to say; a handler only when another took over."""
    return field not in QUIET or (field == "handler" and bool(before.get("handler")))


def _what(op: Op, before: dict[str, Plain]) -> tuple[Happening, str]:
    values = op.values
    match op.entity:
        case "tick":
            on = bool(values.get("on"))
            item = values.get("item", before.get("item", ""))
            return (Happening.TICKED if on else Happening.UNTICKED), str(item)
        case "note":
            return Happening.NOTED, str(values.get("text", ""))
        case "paper":
            return Happening.PAPER, str(values.get("kind", ""))
        case "complaint":
            stage = values.get("stage")
            if not before:
                return Happening.RECEIVED, ""
            if values.get("reopened_at"):
                return Happening.REOPENED, ""
            return (Happening(stage) if stage in set(Stage) else Happening.CHANGED), ""
        case _:
            own = str(values.get("field", before.get("field", "")))
            subject = own if op.entity == "own_value" else ""
            return (Happening.CHANGED if before else Happening.ADDED), subject
