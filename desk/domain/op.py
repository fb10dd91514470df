"""One save of one record, and how the saves of a record add up to what it says now.

The log of ops is the truth; every synced table is the fold of it. An op is named by the hash of
its own bytes and names as parents the newest ops of the record its author had seen, so whether
two desks knew of each other's edit is a fact in the data, independent of any clock.
"""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

Plain = str | int | bool | None | list[str]
"""What an op may hold: text, whole numbers, truth, nothing, or a list of texts. No floats."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Op:
    """One save: who (`actor`) at which branch (`site`) set which fields of which record.

    `at` is the author's clock in milliseconds since 1970 UTC; `line` the exact bytes as first
    written, which are what is stored, exchanged and hashed.
    """

    id: str
    at: int
    actor: str
    site: str
    entity: str
    record: str
    root: str
    parents: tuple[str, ...]
    values: Mapping[str, Plain]
    line: bytes


def write_op(
    *,
    at: datetime,
    actor: str,
    site: str,
    entity: str,
    record: str,
    root: str,
    parents: tuple[str, ...],
    values: Mapping[str, Plain],
) -> Op:
    """Make an op: sorted keys, UTF-8, one line, named by the first 15 bytes of its SHA-256."""
    milliseconds = (at - EPOCH) // _MILLISECOND
    content = {
        "a": actor, "e": entity, "f": values, "i": record, "p": parents, "r": root,
        "s": site, "t": milliseconds,
    }  # fmt: skip
    line = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return Op(
        id=op_id(line),
        at=milliseconds,
        actor=actor,
        site=site,
        entity=entity,
        record=record,
        root=root,
        parents=parents,
        values=values,
        line=line,
    )


def read_op(line: bytes) -> Op:
    """Read an op back from its bytes. Raises ValueError or KeyError when they are not an op."""
    content = json.loads(line)
    if not isinstance(content, dict):
        raise ValueError("not an op")
    return Op(
        id=op_id(line),
        at=content["t"],
        actor=content["a"],
        site=content["s"],
        entity=content["e"],
        record=content["i"],
        root=content["r"],
        parents=tuple(content["p"]),
        values=content["f"],
        line=line,
    )


def op_id(line: bytes) -> str:
    """Name an op by its own bytes: 20 base64url characters of the SHA-256."""
    return base64.urlsafe_b64encode(hashlib.sha256(line).digest()[:15]).decode()


_MILLISECOND = datetime(1970, 1, 1, 0, 0, 0, 1000) - datetime(1970, 1, 1)  # noqa: DTZ001 - a length


@dataclass(frozen=True, slots=True)
class Folded:
    """What the ops of one record add up to.

    `values`: the newest value of every field; `heads`: ops nobody names as parent, sorted;
    `conflicts`: fields set to different values by desks that did not know of each other, each
    with its (op id, value) pairs.
    """

    values: Mapping[str, Plain]
    heads: tuple[str, ...]
    conflicts: Mapping[str, tuple[tuple[str, Plain], ...]]


def fold(ops: Iterable[Op]) -> Folded:
    """Add up the ops of ONE record, given in any order and any number of times.

    A later edit made in knowledge of an earlier one wins; of edits made in ignorance of each
    other the latest by (clock, id) is the provisional value and the field is in conflict.
    """
    held = {op.id: op for op in ops}
    bits: dict[str, int] = {}
    ancestors: dict[str, int] = {}
    named = 0
    writers: dict[str, list[tuple[int, str, Plain]]] = {}
    for op in _parents_first(held):
        bits[op.id] = len(bits)
        known = 0
        for parent in op.parents:
            if parent in bits:
                known |= ancestors[parent] | 1 << bits[parent]
                named |= 1 << bits[parent]
        ancestors[op.id] = known
        for field, value in op.values.items():
            unseen = [w for w in writers.get(field, ()) if not known >> bits[w[1]] & 1]
            writers[field] = [*unseen, (op.at, op.id, value)]
    competing = {field: found for field, found in writers.items() if len(found) > 1}
    return Folded(
        values={
            field: (max(found, key=lambda w: w[:2]) if field in competing else found[0])[2]
            for field, found in writers.items()
        },
        heads=tuple(sorted(i for i, bit in bits.items() if not named >> bit & 1)),
        conflicts={
            field: tuple((i, value) for _, i, value in sorted(found, key=lambda w: w[:2]))
            for field, found in competing.items()
            if len({json.dumps(value) for _, _, value in found}) > 1
        },
    )


def _parents_first(held: Mapping[str, Op]) -> list[Op]:
    """Order ops so that each follows its parents (Kahn's algorithm); unheld parents are skipped."""
    waiting = {i: sum(parent in held for parent in op.parents) for i, op in held.items()}
    children: dict[str, list[str]] = {}
    for op in held.values():
        for parent in op.parents:
            children.setdefault(parent, []).append(op.id)
    ready = [i for i, count in waiting.items() if count == 0]
    ordered = []
    while ready:
        op = held[ready.pop()]
        ordered.append(op)
        for child in children.get(op.id, ()):
            waiting[child] -= 1
            if waiting[child] == 0:
                ready.append(child)
    return ordered


def plain(value: Any) -> Plain:  # noqa: ANN401 - any field of any record
    """Turn a field's value into what an op may hold. Raises TypeError for anything else."""
    match value:
        case Enum():
            return plain(value.value)
        case None | str() | int():
            return value
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds")
        case date():
            return value.isoformat()
        case tuple():
            return [str(plain(item)) for item in value]
        case _:
            raise TypeError(f"an op cannot hold {type(value).__name__}")


def says_something(value: object) -> bool:
    """Tell whether a value says anything: a field no op has set means the same as an empty one."""
    return value is not None and value not in ("", [], ())


NEVER_IN_OPS = frozenset({"id", "heads"})
