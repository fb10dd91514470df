"""The fold of a record's ops: any order, any repetition, informed edits win, forks are seen."""

import json
import random
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain.assessment import Severity
from desk.domain.complaint import Stage
from desk.domain.op import (
    EPOCH,
    Folded,
    Op,
    Plain,
    fold,
    op_id,
    plain,
    read_op,
    says_something,
    write_op,
)
from desk.domain.response import Remedy

AT = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)


def an_op(parents: tuple[str, ...] = (), *, at: int = 0, **values: Plain) -> Op:
    return write_op(
        at=AT + timedelta(milliseconds=at), actor="Lin", site="BR01", entity="complaint",
        record="r", root="r", parents=parents, values=values,
    )  # fmt: skip


def reference_fold(ops: list[Op]) -> Folded:
    """The same, as plainly as it can be said; ancestors are looked up again and again."""
    held = {op.id: op for op in ops}

    def ancestors(op: Op) -> set[str]:
        near = [held[parent] for parent in op.parents if parent in held]
        return {op.id for op in near}.union(*(ancestors(op) for op in near))

    older = {op.id: ancestors(op) for op in held.values()}
    values, conflicts = {}, {}
    for field in {field for op in held.values() for field in op.values}:
        writers = [op for op in held.values() if field in op.values]
        last = [op for op in writers if not any(op.id in older[other.id] for other in writers)]
        last.sort(key=lambda op: (op.at, op.id))
        values[field] = last[-1].values[field]
        if len({json.dumps(op.values[field]) for op in last}) > 1:
            conflicts[field] = tuple((op.id, op.values[field]) for op in last)
    heads = held.keys() - {parent for op in held.values() for parent in op.parents}
    return Folded(values, tuple(sorted(heads)), conflicts)


@st.composite
def histories(draw: st.DrawFn) -> list[Op]:
    """Ops of one record by desks that may not know of each other; some parents may be missing."""
    ops: list[Op] = []
    for _ in range(draw(st.integers(1, 9))):
        known = draw(st.lists(st.sampled_from(ops), max_size=3, unique_by=id)) if ops else []
        names = tuple(sorted({op.id for op in known}))
        if draw(st.integers(0, 9)) == 0:
            names += ("missing-parent-00000",)
        values = draw(
            st.dictionaries(
                st.sampled_from("abc"), st.sampled_from(["x", "y", "", None, 1, True, ["x"]])
            )
        )
        ops.append(an_op(names, at=draw(st.integers(0, 3)), **values))
    dropped = draw(st.integers(0, len(ops)))
    return [op for op in ops if op is not ops[min(dropped, len(ops) - 1)]] or ops


@settings(max_examples=150, deadline=None)
@given(ops=histories(), chance=st.randoms(use_true_random=False))
def test_fold_is_the_same_in_any_order_and_with_repetitions(
    ops: list[Op], chance: random.Random
) -> None:
    expected = fold(ops)
    shuffled = ops + ops[: len(ops) // 2]
    chance.shuffle(shuffled)
    assert fold(shuffled) == expected


@settings(max_examples=150, deadline=None)
@given(histories())
def test_fold_equals_the_plain_reference(ops: list[Op]) -> None:
    assert fold(ops) == reference_fold(ops)


def test_an_informed_edit_wins_whatever_the_clocks_say() -> None:
    first = an_op(a="old", at=10_000_000)
    second = an_op((first.id,), a="new", at=0)
    assert fold([second, first]) == Folded({"a": "new"}, (second.id,), {})


def test_edits_in_ignorance_of_each_other_are_a_conflict_with_a_provisional_winner() -> None:
    root = an_op(a="0", b="0")
    one = an_op((root.id,), a="1", at=1)
    two = an_op((root.id,), a="2", b="2", at=2)
    folded = fold([two, root, one])
    assert folded.values == {"a": "2", "b": "2"}
    assert folded.heads == tuple(sorted((one.id, two.id)))
    assert folded.conflicts == {"a": ((one.id, "1"), (two.id, "2"))}
    decided = an_op(folded.heads, a="1", at=3)
    assert fold([root, one, two, decided]) == Folded({"a": "1", "b": "2"}, (decided.id,), {})


def test_the_same_value_twice_is_no_conflict() -> None:
    root = an_op(a="0")
    one, two = an_op((root.id,), a="1", at=1), an_op((root.id,), a="1", at=2)
    assert fold([root, one, two]).conflicts == {}


def test_true_and_one_are_different_values() -> None:
    root = an_op(a="0")
    one, two = an_op((root.id,), a=True, at=1), an_op((root.id,), a=1, at=2)
    assert set(fold([root, one, two]).conflicts) == {"a"}


def test_a_chain_of_ten_thousand_ops_folds() -> None:
    ops = [an_op(a=0)]
    for n in range(1, 10_000):
        ops.append(an_op((ops[-1].id,), a=n))
    folded = fold(reversed(ops))
    assert folded == Folded({"a": 9_999}, (ops[-1].id,), {})


def test_a_fork_of_five_hundred_desks_folds() -> None:
    root = an_op(a=0)
    forks = [an_op((root.id,), a=n, at=n) for n in range(1, 501)]
    folded = fold([*forks, root])
    assert folded.values == {"a": 500}
    assert len(folded.heads) == len(folded.conflicts["a"]) == 500
    merged = an_op(folded.heads, a=7, at=0)
    assert fold([merged, *forks, root]) == Folded({"a": 7}, (merged.id,), {})


def test_a_missing_parent_neither_stops_nor_joins() -> None:
    child = an_op(("nobody-holds-this-00",), a=1)
    assert fold([child]) == Folded({"a": 1}, (child.id,), {})
    assert fold([]) == Folded({}, (), {})


GOLDEN = (
    '{"a":"林","e":"complaint","f":{"amount":1250,"closed_at":null,"story":"漏水 \\"!\\"\\n",'
    '"wish":["refund"]},"i":"AZrxJ8kgcAGAAAAAAAAAAA","p":["parent-of-20-letters"],'
    '"r":"AZrxJ8kgcAGAAAAAAAAAAA","s":"BR01","t":1795401720123}'
).encode()
"""The bytes of one op for ever: ids are their hash, so no release may write them otherwise."""


def golden_op() -> Op:
    return write_op(
        at=datetime(2026, 11, 23, 2, 42, 0, 123_999, tzinfo=UTC), actor="林", site="BR01",
        entity="complaint", record="AZrxJ8kgcAGAAAAAAAAAAA", root="AZrxJ8kgcAGAAAAAAAAAAA",
        parents=("parent-of-20-letters",),
        values={"wish": ["refund"], "story": '漏水 "!"\n', "closed_at": None, "amount": 1250},
    )  # fmt: skip


def test_an_op_is_written_byte_for_byte_as_ever() -> None:
    assert golden_op().line == GOLDEN
    assert golden_op().id == op_id(GOLDEN) == "e4s97D-wBYv6NlqvWrM8"


def test_an_op_comes_back_from_its_bytes() -> None:
    assert read_op(GOLDEN) == golden_op()


@given(
    values=st.dictionaries(
        st.text(max_size=9),
        st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text(), max_size=3),
    ),
    at=st.datetimes(timezones=st.just(UTC)),
)
def test_any_op_comes_back_from_its_bytes(values: Mapping[str, Plain], at: datetime) -> None:
    op = write_op(
        at=at, actor="a", site="s", entity="e", record="r", root="q", parents=("p",), values=values
    )
    assert read_op(op.line) == op
    assert b"\n" not in op.line
    assert len(op.id) == 20


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"[]", b"null", b'"a"', b"\xff", b'{"a":1}', b"{", b"1"]
)
def test_bytes_that_are_no_op_are_refused(line: bytes) -> None:
    with pytest.raises((ValueError, KeyError)):
        read_op(line)


@pytest.mark.parametrize(
    ("value", "held"),
    [
        (None, None), (True, True), (3, 3), ("漏", "漏"), ("", ""), ((), []),
        (Severity.SERIOUS, 3), (Stage.CLOSED, "closed"),
        ((Remedy.REFUND, Remedy.OTHER), ["refund", "other"]),
        (date(2026, 2, 14), "2026-02-14"),
        (AT, "2026-11-23T02:42:00.000000+00:00"),
        (AT.astimezone(timezone(timedelta(hours=8))), "2026-11-23T02:42:00.000000+00:00"),
    ],
)  # fmt: skip
def test_a_value_is_held_plainly(value: object, held: Plain) -> None:
    assert plain(value) == held
    assert type(plain(value)) is type(held)


@pytest.mark.parametrize("value", [1.5, b"bytes", {"a": 1}, [1], object()])
def test_an_op_cannot_hold_what_is_not_plain(value: object) -> None:
    with pytest.raises(TypeError):
        plain(value)


@pytest.mark.parametrize(
    ("value", "says"),
    [(None, False), ("", False), ([], False), ((), False), (False, True), (0, True), (" ", True)],
)
def test_nothing_is_none_and_the_empty_ones_only(value: object, says: bool) -> None:
    assert says_something(value) is says


def test_the_clock_of_an_op_counts_from_1970() -> None:
    assert an_op().at == (AT - EPOCH) // timedelta(milliseconds=1) == 1795401720000
