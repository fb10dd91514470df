"""A complaint moves forward only, once, and not at all when closed or incomplete."""

import dataclasses
import itertools
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk.domain import stages
from desk.domain.answers import fill
from desk.domain.complaint import Complaint, Kind, Stage
from desk.domain.errors import AlreadyClosed, AnswersMissing, MayNotClose
from desk.domain.investigation import Finding
from desk.domain.response import Answer, Done, Outcome, may_close
from tests.make import WHOLE, a_complaint

AT = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
Commit = Callable[[Complaint, datetime], Complaint]
COMMITMENTS: dict[str, Commit] = {
    "keep": stages.keep, "receive": stages.receive, "acknowledge": stages.acknowledge,
    "record_finding": stages.record_finding, "respond": stages.respond, "close": stages.close,
}  # fmt: skip


def whole(**changes: Any) -> Complaint:  # noqa: ANN401 - fields of any kind
    """A complaint that lacks nothing, changed."""
    filled = fill(a_complaint(), WHOLE, date(2026, 11, 23)).complaint
    return dataclasses.replace(filled, **changes)


@pytest.mark.parametrize(
    ("name", "stage", "moments"),
    [
        ("keep", Stage.RECEIVED, set()),
        ("receive", Stage.RECEIVED, {"received_at"}),
        ("acknowledge", Stage.ACKNOWLEDGED, {"received_at", "acknowledged_at"}),
        ("record_finding", Stage.INVESTIGATED, {"investigated_at"}),
        ("respond", Stage.RESPONDED, {"received_at", "acknowledged_at", "responded_at"}),
        ("close", Stage.CLOSED, {"received_at", "acknowledged_at", "responded_at", "closed_at"}),
    ],
)
def test_a_commitment_sets_its_stage_and_its_moments(
    name: str, stage: Stage, moments: set[str]
) -> None:
    after = COMMITMENTS[name](whole(), AT)
    assert after.stage is stage
    said = {f.name for f in dataclasses.fields(after) if f.name.endswith("ed_at")}
    assert {moment for moment in said if getattr(after, moment) == AT} - {"arrived_at"} == moments


def test_a_finding_that_cannot_be_told_yet_leaves_it_assessed() -> None:
    after = stages.record_finding(
        whole(finding=Finding.CANNOT_TELL, next_on=date(2026, 11, 26)), AT
    )
    assert after.stage is Stage.ASSESSED
    assert after.investigated_at is None


@settings(max_examples=100, deadline=None)
@given(names=st.lists(st.sampled_from([n for n in COMMITMENTS if n != "close"]), max_size=7))
def test_stages_never_go_back_and_first_moments_stay(names: list[str]) -> None:
    complaint = whole()
    for n, name in enumerate(names):
        after = COMMITMENTS[name](complaint, AT + timedelta(minutes=n))
        assert stages.ORDER.index(after.stage) >= stages.ORDER.index(complaint.stage)
        for field in ("received_at", "acknowledged_at", "investigated_at", "responded_at"):
            assert getattr(complaint, field) in {None, getattr(after, field)}
        complaint = after


@pytest.mark.parametrize("name", COMMITMENTS)
def test_a_closed_complaint_takes_no_commitment(name: str) -> None:
    closed = stages.close(whole(), AT)
    with pytest.raises(AlreadyClosed) as refused:
        COMMITMENTS[name](closed, LATER)
    assert refused.value.reference == closed.reference


@pytest.mark.parametrize(
    ("name", "lacks"),
    [("receive", "pace"), ("acknowledge", "agreed"), ("record_finding", "checked"),
     ("respond", "offered"), ("respond", "pace"), ("close", "cause"), ("close", "story")],
)  # fmt: skip
def test_a_commitment_names_what_is_missing(name: str, lacks: str) -> None:
    empty = getattr(a_complaint(), lacks)
    with pytest.raises(AnswersMissing) as refused:
        COMMITMENTS[name](whole(**{lacks: empty}), AT)
    assert refused.value.fields == (lacks,)


ENDS = list(itertools.product((None, *Answer), (None, *Done)))


@pytest.mark.parametrize(("answer", "done"), ENDS)
def test_only_what_was_accepted_and_is_done_may_close(
    answer: Answer | None, done: Done | None
) -> None:
    accepted = answer in {Answer.ACCEPTS, Answer.ACCEPTS_PART} and done is Done.NOW
    assert may_close(answer, done) is accepted
    day = date(2026, 11, 27)
    complaint = whole(answer=answer, done=done, done_on=day, done_by="Lin", check_back_on=day)
    assert stages.can_close(complaint) is accepted
    if accepted:
        closed = stages.close(complaint, AT)
        assert (closed.outcome, closed.closed_at) == (Outcome.RESOLVED, AT)
    else:
        with pytest.raises((MayNotClose, AnswersMissing)):
            stages.close(complaint, AT)


@pytest.mark.parametrize("kind", [Kind.SUGGESTION, Kind.PRAISE, Kind.QUESTION])
def test_what_is_no_complaint_closes_with_its_story_alone(kind: Kind) -> None:
    told = a_complaint(kind=kind, story="You are all very kind here.")
    assert stages.can_close(told)
    assert stages.close(told, AT).stage is Stage.CLOSED


@given(
    answers=st.fixed_dictionaries({}, optional={name: st.just(raw) for name, raw in WHOLE.items()})
)
def test_can_close_tells_exactly_whether_close_succeeds(answers: dict[str, Any]) -> None:
    complaint = fill(a_complaint(), answers, date(2026, 11, 23)).complaint
    try:
        stages.close(complaint, AT)
    except (AnswersMissing, MayNotClose):
        assert not stages.can_close(complaint)
    else:
        assert stages.can_close(complaint)
