"""Weighing: what the hand may do, what safety demands, what is enough, what needs a consent."""

import itertools

import pytest

from desk.domain.assessment import (
    AT_RISK,
    PRIORITY_TABLE,
    Affected,
    Help,
    Safety,
    Severity,
    asks_for_consent,
    priority,
    suggested_immediate,
    weighed,
)
from desk.domain.complaint import Known, Stage
from desk.domain.effort import Lacking, effort
from desk.domain.errors import AlreadyClosed, AnswersMissing, SafetyNeedsAnother, SafetyNotTold
from desk.domain.fact import Fact, FactSource
from desk.domain.investigation import Checked
from desk.domain.priority_by_hand import by_hand
from desk.domain.safety import must_be_safe
from tests.make import ARRIVED, a_complaint


@pytest.mark.parametrize(
    ("safety", "severity", "affected", "again", "hand"),
    list(
        itertools.product(
            (None, *Safety), (None, *Severity), (None, *Affected), (False, True), (None, 1, 2, 3)
        )
    ),
)
def test_the_hand_decides_except_where_safety_demands(
    safety: Safety | None,
    severity: Severity | None,
    affected: Affected | None,
    again: bool,
    hand: int | None,
) -> None:
    """A1, A2: yes and not sure are 1 whatever anybody says."""
    derived = priority(safety=safety, severity=severity, affected=affected, same_thing_open=again)
    assert derived in {1, 2, 3}
    held = weighed(derived, hand, safety)
    assert held == (1 if safety in AT_RISK else hand or derived)
    assert suggested_immediate(safety) is (safety in AT_RISK)


def test_the_printed_table_has_one_row_a_priority_and_ends_with_everything_else() -> None:
    """A1."""
    assert [row.priority for row in PRIORITY_TABLE] == [1, 2, 3]
    assert [row.holds_always for row in PRIORITY_TABLE] == [False, False, True]


def test_a_priority_by_hand_needs_a_reason_and_is_taken_back_with_it() -> None:
    """A1."""
    with pytest.raises(AnswersMissing) as refused:
        by_hand(a_complaint(), {"priority_by_hand": "1", "priority_reason": "  "})
    assert refused.value.fields == ("priority_reason",)
    said = {"priority_by_hand": "2", "priority_reason": "third time", "immediate": Known.YES}
    changed = by_hand(a_complaint(), said)
    assert (changed.priority_by_hand, changed.priority_reason) == (2, "third time")
    back = by_hand(changed, {"priority_by_hand": "0", "priority_reason": "third time"})
    assert (back.priority_by_hand, back.priority_reason) == (None, "")
    assert back.immediate is Known.YES
    with pytest.raises(AlreadyClosed):
        by_hand(a_complaint(stage=Stage.CLOSED), said)


@pytest.mark.parametrize("safety", [Safety.YES, Safety.NOT_SURE])
def test_where_somebody_is_at_risk_nobody_closes_untold_or_alone(safety: Safety) -> None:
    """A2."""
    risky = a_complaint(safety=safety, handler="Lin")
    told = a_complaint(safety=safety, handler="Lin", supervisor_told_at=ARRIVED)
    for closer in ("Lin", "Chen"):
        with pytest.raises(SafetyNotTold):
            must_be_safe(risky, closer, staff_known=True)
    with pytest.raises(SafetyNeedsAnother):
        must_be_safe(told, "lin", staff_known=True)
    must_be_safe(told, "Chen", staff_known=True)
    must_be_safe(told, "Lin", staff_known=False)
    must_be_safe(a_complaint(safety=Safety.NO, handler="Lin"), "Lin", staff_known=True)


def a_fact(source: FactSource) -> Fact:
    return Fact(id="", complaint="", source=source, shows="wet")


@pytest.mark.parametrize(
    ("weight", "checked", "facts", "told", "evidence", "lacking"),
    [
        (3, (), (), False, False, {Lacking.CHECK}),
        (3, (Checked.ITEM,), (), False, False, set()),
        (2, (Checked.ITEM,), (), False, False, {Lacking.SECOND_CHECK, Lacking.OUR_SIDE}),
        (2, (Checked.ITEM, Checked.RECEIPT), (), False, False, {Lacking.OUR_SIDE}),
        (2, (Checked.ITEM,), (FactSource.STAFF,), False, False, set()),
        # What was checked and written down as a fact counts once.
        (2, (Checked.COLLEAGUE,), (FactSource.STAFF,), False, False, {Lacking.SECOND_CHECK}),
        (1, (Checked.ITEM, Checked.RECORDS), (), False, False,
         {Lacking.SUPERVISOR, Lacking.EVIDENCE}),
        (1, (Checked.ITEM, Checked.RECORDS), (), True, True, set()),
    ],
)  # fmt: skip
def test_effort_fits_how_serious_it_is(
    weight: int,
    checked: tuple[Checked, ...],
    facts: tuple[FactSource, ...],
    told: bool,
    evidence: bool,
    lacking: set[Lacking],
) -> None:
    """A5: 3 one check, 2 two with our own side, 1 a supervisor and evidence kept."""
    complaint = a_complaint(
        priority=weight, checked=checked, supervisor_told_at=ARRIVED if told else None
    )
    found = effort(complaint, map(a_fact, facts), evidence=evidence)
    assert set(found.lacking) == lacking
    assert found.is_enough is (not lacking)


def test_what_tells_of_somebodys_health_asks_a_consent_of_its_own() -> None:
    """A6."""
    asking = {one for one in Help if asks_for_consent((one,))}
    assert asking == {Help.HEARING, Help.SIGHT, Help.INJURED}
    assert not asks_for_consent((Help.ELDERLY, Help.LANGUAGE))
    assert asks_for_consent((Help.ELDERLY, Help.INJURED))
