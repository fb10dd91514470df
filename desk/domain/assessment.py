"""The first judgement: safety, severity, complexity, impact, and the priority they give."""

from enum import IntEnum, StrEnum

from desk.domain.response import Remedy


class Safety(StrEnum):
    """Is anyone hurt or at risk?"""

    NO = "no"
    YES = "yes"
    NOT_SURE = "not_sure"


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


def priority(
    *,
    safety: Safety | None,
    severity: Severity | None,
    affected: Affected | None,
    same_thing_open: bool,
) -> int:
    """Derive priority from the printed table.

    1: safety yes, or severity critical. 2: severity serious, or many affected, or an earlier
    open complaint on the same thing. 3: everything else.
    """
    if safety is Safety.YES or severity is Severity.CRITICAL:
        return 1
    if severity is Severity.SERIOUS or affected is Affected.MANY or same_thing_open:
        return 2
    return 3
