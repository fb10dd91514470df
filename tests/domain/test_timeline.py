"""The ops of a complaint told as who did what, when, and what changed from what."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desk.domain.op import Op, Plain, write_op
from desk.domain.timeline import QUIET, Change, Happening, timeline

AT = datetime(2026, 11, 23, 2, 42, 0, 5000, tzinfo=UTC)


def an_op(entity: str, *, record: str = "c", minutes: int = 0, **values: Plain) -> Op:
    return write_op(
        at=AT + timedelta(minutes=minutes), actor="Lin", site="BR01", entity=entity,
        record=record, root="c", parents=(), values=values,
    )  # fmt: skip


def test_a_complaint_is_told_from_its_first_word_to_its_end() -> None:
    told = timeline([
        an_op("complaint", stage="received", reference="BR01-26-0001", story="漏水"),
        an_op("complaint", stage="acknowledged", minutes=1, phone="555-0117"),
        an_op("complaint", minutes=2, story="漏水了"),
        an_op("tick", record="t", minutes=3, item="let_finish", on=True),
        an_op("tick", record="t", minutes=4, on=False),
        an_op("note", record="n", minutes=5, text="Rang; nobody answered."),
        an_op("paper", record="p", minutes=6, kind="letter", copy=1),
        an_op("complaint", minutes=7, stage="closed"),
    ])  # fmt: skip
    assert [(entry.what, entry.subject) for entry in told] == [
        (Happening.RECEIVED, ""),
        (Happening.ACKNOWLEDGED, ""),
        (Happening.CHANGED, ""),
        (Happening.TICKED, "let_finish"),
        (Happening.UNTICKED, "let_finish"),
        (Happening.NOTED, "Rang; nobody answered."),
        (Happening.PAPER, "letter"),
        (Happening.CLOSED, ""),
    ]
    assert [entry.at for entry in told] == [AT + timedelta(minutes=n) for n in range(8)]
    assert {(entry.by, entry.branch) for entry in told} == {("Lin", "BR01")}
    assert told[0].changes == (Change("story", None, "漏水"),)
    assert told[1].changes == (Change("phone", None, "555-0117"),)
    assert told[2].changes == (Change("story", "漏水", "漏水了"),)
    assert told[3].changes == told[5].changes == told[7].changes == ()


@pytest.mark.parametrize(
    "stage", ["acknowledged", "assessed", "investigated", "responded", "closed"]
)
def test_every_stage_is_told_by_its_own_word(stage: str) -> None:
    told = timeline([an_op("complaint", stage="received"), an_op("complaint", stage=stage)])
    assert told[1].what is Happening(stage)


def test_a_stage_from_a_newer_desk_is_told_as_a_change() -> None:
    told = timeline([an_op("complaint", stage="received"), an_op("complaint", stage="escalated")])
    assert told[1].what is Happening.CHANGED


def test_what_the_line_itself_tells_is_not_told_twice() -> None:
    quiet: dict[str, Any] = dict.fromkeys(QUIET, "x")
    (told,) = timeline([an_op("complaint", **quiet, story="漏水")])
    assert [change.field for change in told.changes] == ["story"]


def test_nothing_happened_is_an_empty_timeline() -> None:
    assert timeline([]) == ()
