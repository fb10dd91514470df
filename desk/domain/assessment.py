"""The first judgement: safety, severity, complexity, impact, and the priority they give."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from desk.domain.response import Remedy


class Safety(StrEnum):
    """Is anyone hurt or at risk?"""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not_sure"


AT_RISK = frozenset({Safety.YES, Safety.NOT_SURE})
"""Who is not sure is taken as at risk."""


class Severity(IntEnum):
    """How serious it is."""

    MINOR = 1
    MODERATE = 2
    SERIOUS = 3
    CRITICAL = 4


class Parts(IntEnum):
    """How complex it is."""

    ONE = 1
    SEVERAL = 2
    SPECIALIST = 3


class Affected(IntEnum):
    """Who is affected."""

    ONE = 1
    SEVERAL = 2
    MANY = 3


class Help(StrEnum):
    """What somebody needs so that they can be heard."""

    ELDERLY = "elderly"
    MINOR = "minor"
    HEARING = "hearing"
    SIGHT = "sight"
    READING = "reading"
    LANGUAGE = "language"
    CARER = "carer"
    INJURED = "injured"


HEALTH = frozenset({Help.HEARING, Help.SIGHT, Help.INJURED})
"""What says something of somebody's health, which is kept only if they agree to just that
(PIPL art. 28-29)."""


def asks_for_consent(needed: tuple[Help, ...]) -> bool:
    """Tell whether what somebody needs is kept only after a consent of its own."""
    return not HEALTH.isdisjoint(needed)


def suggested_severity(safety: Safety | None, wish: tuple[Remedy, ...]) -> Severity:
    """Suggest severity: at risk 4, not sure 3, only an explanation wished 1, else 2."""
    match safety:
        case Safety.YES:
            return Severity.CRITICAL
        case Safety.NOT_SURE:
            return Severity.SERIOUS
        case _:
            return Severity.MINOR if wish == (Remedy.EXPLANATION,) else Severity.MODERATE


def suggested_parts(wish: tuple[Remedy, ...]) -> Parts:
    """Suggest complexity from the number of wishes."""
    return Parts.ONE if len(wish) <= 1 else Parts.SEVERAL


def suggested_affected(like_it: int) -> Affected:
    """Suggest impact from the number of complaints on the same product in the last 30 days."""
    if like_it == 0:
        return Affected.ONE
    return Affected.SEVERAL if like_it < 5 else Affected.MANY


def suggested_immediate(safety: Safety | None) -> bool:
    """Suggest whether something must be done at once: where somebody is or may be at risk."""
    return safety in AT_RISK


@dataclass(frozen=True, slots=True, kw_only=True)
class PriorityRow:
    """One row of the printed table: any one of what it names gives `priority`.

    A row that names nothing holds for everything else.
    """

    priority: int
    safety: frozenset[Safety] = frozenset()
    severity: frozenset[Severity] = frozenset()
    affected: frozenset[Affected] = frozenset()
    same_thing_open: bool = False

    @property
    def holds_always(self) -> bool:
        """Tell whether the row names nothing."""
        return not (self.safety or self.severity or self.affected or self.same_thing_open)


PRIORITY_TABLE = (
    PriorityRow(priority=1, safety=AT_RISK, severity=frozenset({Severity.CRITICAL})),
    PriorityRow(
        priority=2,
        severity=frozenset({Severity.SERIOUS}),
        affected=frozenset({Affected.MANY}),
        same_thing_open=True,
    ),
    PriorityRow(priority=3),
)
"""The one table by which a priority is derived: the first row that holds gives it."""


def priority(
    *,
    safety: Safety | None,
    severity: Severity | None,
    affected: Affected | None,
    same_thing_open: bool,
) -> int:
    """Derive priority from the printed table."""
    return next(
        row.priority
        for row in PRIORITY_TABLE
        if row.holds_always
        or safety in row.safety
        or severity in row.severity
        or affected in row.affected
        or (same_thing_open and row.same_thing_open)
    )


def weighed(derived: int, by_hand: int | None, safety: Safety | None) -> int:
    """Give the priority that holds: by hand where somebody said so, never below what safety asks.

    Who is or may be at risk makes it 1 whatever anybody says.
    """
    return 1 if safety in AT_RISK else by_hand or derived
