"""Whether what was looked at is enough for how serious it is (ISO 10002: commensurate effort)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desk.domain.complaint import Complaint
from desk.domain.investigation import Checked

if TYPE_CHECKING:
    from desk.domain.fact import Fact

_AS_CHECKED = {
    "item": "item", "receipt": "receipt", "record": "records", "camera": "camera",
    "staff": "colleague", "customer": "customer", "witness": "witness", "rule": "rule",
}  # fmt: skip
"""What a fact rests on, told as what was checked, so that nothing counts twice."""

OUR_SIDE = frozenset({Checked.COLLEAGUE.value, Checked.RECORDS.value, "camera"})
"""Where our own side speaks: staff, our records, our camera."""


class Lacking(StrEnum):
    """What is not enough yet."""

    CHECK = "check"
    SECOND_CHECK = "second_check"
    OUR_SIDE = "our_side"
    SUPERVISOR = "supervisor"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What was looked at beside a complaint's own answers; `evidence` is something kept."""

    facts: tuple["Fact", ...] = ()
    evidence: bool = False


NOTHING = LookedAt()


@dataclass(frozen=True, slots=True)
class Effort:
    """How many different things were looked at, and what is lacking still."""

    checks: int
    lacking: tuple[Lacking, ...]

    @property
    def is_enough(self) -> bool:
        """Tell whether nothing is lacking."""
        return not self.lacking


def effort(complaint: Complaint, facts: Iterable["Fact"], *, evidence: bool) -> Effort:
    """Weigh what was looked at against the priority.

    3: one check. 2: two, one of them of our own side. 1: those, a supervisor who was told, and
    `evidence`: a fact, item or file that is kept.
    """
    checks = {checked.value for checked in complaint.checked}
    checks |= {_AS_CHECKED[fact.source.value] for fact in facts if fact.source is not None}
    return Effort(len(checks), tuple(_lacking(complaint, checks, evidence=evidence)))


def _lacking(complaint: Complaint, checks: set[str], *, evidence: bool) -> Iterable[Lacking]:
    weight = complaint.priority or 3
    if not checks:
        yield Lacking.CHECK
    if weight <= 2:
        if len(checks) < 2:
            yield Lacking.SECOND_CHECK
        if OUR_SIDE.isdisjoint(checks):
            yield Lacking.OUR_SIDE
    if weight == 1:
        if complaint.supervisor_told_at is None:
            yield Lacking.SUPERVISOR
        if not evidence:
            yield Lacking.EVIDENCE
