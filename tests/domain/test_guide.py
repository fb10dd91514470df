"""What each commitment waits for, answer by answer, and what the data itself ticks."""

import dataclasses
from datetime import date
from typing import Any

import pytest

from desk.domain.answers import fill
from desk.domain.assessment import (
    Affected,
    Parts,
    Safety,
    Severity,
    priority,
    suggested_affected,
    suggested_parts,
    suggested_severity,
)
from desk.domain.complaint import Category, Channel, Complaint, Kind, Known
from desk.domain.guide import (
    EFFORT_FITS,
    PAPER_PRINTED,
    PROOFS,
    REQUIREMENTS,
    ChecklistItem,
    Need,
    Step,
    opens_safety,
    proven,
    still_open,
    suggested_next_step,
)
from desk.domain.investigation import Checked, Finding
from desk.domain.questions import BY_NAME, QUESTIONS, is_asked
from desk.domain.response import Answer, Done, Remedy
from tests.make import LISTENED, WHOLE, a_complaint

TODAY = date(2026, 11, 23)


def whole(**changes: Any) -> Complaint:  # noqa: ANN401 - fields of any kind
    """A complaint that lacks nothing, changed."""
    return dataclasses.replace(fill(a_complaint(), WHOLE, TODAY).complaint, **changes)


def test_a_whole_complaint_lacks_nothing_anywhere() -> None:
    for step in Step:
        assert still_open(whole(), step, closing=True) == ()


LACKING: list[tuple[str, Step, dict[str, Any]]] = [
    ("story", Step.LISTEN, {"story": ""}),
    ("story", Step.LISTEN, {"story": "漏水了"}),
    ("category", Step.LISTEN, {"category": None}),
    ("category_other", Step.LISTEN, {"category": Category.OTHER}),
    ("safety", Step.LISTEN, {"safety": None}),
    ("pace", Step.LISTEN, {"pace": None}),
    ("wish", Step.LISTEN, {"wish": ()}),
    ("summary", Step.EMPATHISE, {"summary": ""}),
    ("agreed", Step.EMPATHISE, {"agreed": None}),
    ("apology", Step.EMPATHISE, {"apology": None}),
    ("language", Step.EMPATHISE, {"language": ""}),
    ("channel", Step.EMPATHISE, {"channel": None}),
    ("phone", Step.EMPATHISE, {"channel": Channel.PHONE, "phone": ""}),
    ("phone", Step.EMPATHISE, {"channel": Channel.TEXT, "phone": ""}),
    ("email", Step.EMPATHISE, {"channel": Channel.EMAIL}),
    ("address", Step.EMPATHISE, {"channel": Channel.POST}),
    ("consent", Step.EMPATHISE, {"consent": None}),
    ("product", Step.INVESTIGATE, {"product": ""}),
    ("product", Step.INVESTIGATE, {"category": Category.PRICE, "product": ""}),
    ("product", Step.INVESTIGATE, {"category": Category.OFFER, "product": ""}),
    ("product", Step.INVESTIGATE, {"category": Category.WAITING, "product": ""}),
    ("checked", Step.INVESTIGATE, {"checked": ()}),
    ("finding", Step.INVESTIGATE, {"finding": None}),
    ("severity", Step.INVESTIGATE, {"severity": None}),
    ("parts", Step.INVESTIGATE, {"parts": None}),
    ("affected", Step.INVESTIGATE, {"affected": None}),
    ("found", Step.INVESTIGATE, {"found": ""}),
    ("next_on", Step.INVESTIGATE, {"finding": Finding.CANNOT_TELL}),
    ("offer", Step.RESOLVE, {"offer": ()}),
    ("amount", Step.RESOLVE, {"offer": (Remedy.REFUND,)}),
    ("amount", Step.RESOLVE, {"offer": (Remedy.APOLOGY, Remedy.MONEY_OFF)}),
    ("amount", Step.RESOLVE, {"offer": (Remedy.REFUND,), "amount": 0}),
    ("offered", Step.RESOLVE, {"offered": ""}),
    ("answer", Step.RESOLVE, {"answer": None}),
    ("done", Step.RESOLVE, {"done": None}),
    ("done", Step.RESOLVE, {"done": None, "answer": Answer.ACCEPTS_PART}),
    ("done_on", Step.RESOLVE, {"done": Done.BY_DATE, "done_by": "Lin"}),
    ("done_by", Step.RESOLVE, {"done": Done.BY_DATE, "done_on": TODAY}),
]


@pytest.mark.parametrize(("field", "step", "changes"), LACKING)
def test_each_requirement_is_waited_for(field: str, step: Step, changes: dict[str, Any]) -> None:
    complaint = whole(**changes)
    assert still_open(complaint, step) == (field,)
    assert still_open(complaint, Step.RESOLVE) == (field,)
    for other in Step:
        if other not in {step, Step.RESOLVE}:
            assert still_open(complaint, other) == ()


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("cause", {"cause": None}),
        ("check_back_on", {"done": Done.BY_DATE, "done_on": TODAY, "done_by": "Lin"}),
    ],
)
def test_some_answers_are_waited_for_only_when_closing(field: str, changes: dict[str, Any]) -> None:
    for step in Step:
        assert still_open(whole(**changes), step) == ()
    assert still_open(whole(**changes), Step.RESOLVE, closing=True) == (field,)


def test_every_requirement_has_its_case_here() -> None:
    closing = {r.field for r in REQUIREMENTS if r.need is Need.CLOSING}
    assert closing == {"cause", "check_back_on"}
    assert {r.field for r in REQUIREMENTS} - closing == {field for field, _, _ in LACKING}


@pytest.mark.parametrize(
    "changes",
    [
        {"channel": Channel.NO_NEED, "phone": "", "consent": None},
        {"channel": Channel.COMES_BACK, "phone": "", "consent": None},
        {"channel": Channel.EMAIL, "email": "sam@example.org", "phone": ""},
        {"channel": Channel.POST, "address": "1 Example Road", "phone": ""},
        {"category": Category.MANNER, "product": ""},
        {"category": Category.OTHER, "category_other": "The queue"},
        {"finding": Finding.CANNOT_TELL, "next_on": TODAY},
        {"answer": Answer.DOES_NOT_ACCEPT, "done": None},
        {"answer": Answer.HAS_LEFT, "done": None},
        {"offer": (Remedy.REFUND,), "amount": 1},
        {"consent": Known.NO},
    ],
)
def test_what_was_answered_otherwise_is_not_asked_again(changes: dict[str, Any]) -> None:
    assert still_open(whole(**changes), Step.RESOLVE) == ()


@pytest.mark.parametrize("kind", [Kind.SUGGESTION, Kind.PRAISE, Kind.QUESTION])
def test_what_is_no_complaint_needs_only_its_story(kind: Kind) -> None:
    for step in Step:
        assert still_open(a_complaint(kind=kind), step, closing=True) == ("story",)
        told = a_complaint(kind=kind, story="You are all very kind here.")
        assert still_open(told, step, closing=True) == ()


def test_an_empty_complaint_waits_for_answers_in_the_order_of_the_guide() -> None:
    waiting = still_open(a_complaint(), Step.RESOLVE, closing=True)
    asked = [question.name for question in QUESTIONS]
    assert list(waiting) == sorted(waiting, key=asked.index)
    assert {"story", "summary", "finding", "offer"} <= set(waiting)


def test_every_requirement_is_a_question_of_its_step_that_says_what_to_do() -> None:
    for requirement in REQUIREMENTS:
        assert BY_NAME[requirement.field].step is requirement.step
        assert BY_NAME[requirement.field].problem
        assert not BY_NAME[requirement.field].optional


@pytest.mark.parametrize(("field", "step", "changes"), LACKING)
def test_what_is_waited_for_is_also_asked(field: str, step: Step, changes: dict[str, Any]) -> None:
    assert is_asked(field, whole(**changes))


def test_the_guide_opens_where_something_is_still_open() -> None:
    assert suggested_next_step(a_complaint()) is Step.LISTEN
    listened = fill(a_complaint(), LISTENED, TODAY).complaint
    assert suggested_next_step(listened) is Step.EMPATHISE
    assert suggested_next_step(whole(found="")) is Step.INVESTIGATE
    assert suggested_next_step(whole(answer=None)) is Step.RESOLVE
    assert suggested_next_step(whole()) is Step.RESOLVE


@pytest.mark.parametrize(
    ("safety", "opens"),
    [(None, False), (Safety.NO, False), (Safety.YES, True), (Safety.NOT_SURE, True)],
)
def test_the_safety_card_opens_unless_nobody_is_at_risk(safety: Safety | None, opens: bool) -> None:
    assert opens_safety(a_complaint(safety=safety)) is opens


@pytest.mark.parametrize("proof", PROOFS)
def test_an_empty_complaint_proves_nothing_but_what_it_cannot_break(proof: str) -> None:
    """Money within the limit is kept while no money is offered."""
    empty = PROOFS[proof](a_complaint())
    assert empty is (proof == "within_limit")


@pytest.mark.parametrize("proof", sorted(set(PROOFS) - {"rule_read"}))
def test_a_whole_complaint_proves_every_item(proof: str) -> None:
    complaint = whole(acknowledged_at=a_complaint().arrived_at, priority=3)
    assert proven(complaint, ChecklistItem("any", Step.LISTEN, "", proof), printed=0, enough=False)


def test_an_item_without_a_rule_is_never_proven() -> None:
    assert not proven(
        whole(), ChecklistItem("any", Step.LISTEN, "Let them finish"), printed=1, enough=False
    )
    assert PROOFS["rule_read"](whole(checked=(Checked.RULE,)))


def test_a_paper_is_proven_by_having_gone_to_a_printer() -> None:
    item = ChecklistItem("any", Step.RESOLVE, "", PAPER_PRINTED)
    assert not proven(whole(), item, printed=0, enough=False)
    assert proven(whole(), item, printed=1, enough=False)


def test_effort_is_proven_by_what_was_looked_at_and_not_by_a_count_of_its_own() -> None:
    """A5."""
    item = ChecklistItem("any", Step.INVESTIGATE, "", EFFORT_FITS)
    assert proven(whole(), item, printed=0, enough=True)
    assert not proven(whole(checked=tuple(Checked)), item, printed=0, enough=False)


@pytest.mark.parametrize(
    ("safety", "severity", "affected", "same_open", "expected"),
    [
        (Safety.YES, Severity.MINOR, Affected.ONE, False, 1),
        (Safety.NO, Severity.CRITICAL, Affected.ONE, False, 1),
        (Safety.NOT_SURE, Severity.CRITICAL, Affected.MANY, True, 1),
        (Safety.NO, Severity.SERIOUS, Affected.ONE, False, 2),
        (Safety.NO, Severity.MINOR, Affected.MANY, False, 2),
        (Safety.NO, Severity.MINOR, Affected.ONE, True, 2),
        (Safety.NOT_SURE, Severity.MODERATE, Affected.SEVERAL, False, 1),
        (None, None, None, False, 3),
    ],
)
def test_priority_follows_the_printed_table(
    safety: Safety | None,
    severity: Severity | None,
    affected: Affected | None,
    same_open: bool,
    expected: int,
) -> None:
    found = priority(safety=safety, severity=severity, affected=affected, same_thing_open=same_open)
    assert found == expected


def test_weights_are_suggested_from_what_was_said() -> None:
    assert suggested_severity(Safety.YES, ()) is Severity.CRITICAL
    assert suggested_severity(Safety.NOT_SURE, ()) is Severity.SERIOUS
    assert suggested_severity(Safety.NO, (Remedy.EXPLANATION,)) is Severity.MINOR
    assert suggested_severity(None, (Remedy.REFUND,)) is Severity.MODERATE
    assert suggested_parts((Remedy.REFUND,)) is Parts.ONE
    assert suggested_parts((Remedy.REFUND, Remedy.APOLOGY)) is Parts.SEVERAL
    assert [suggested_affected(n).value for n in (0, 1, 4, 5, 50)] == [1, 2, 2, 3, 3]
