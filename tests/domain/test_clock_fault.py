"""A clock that cannot be true is told; a year that is not known is said, never guessed silently."""

from datetime import UTC, date, datetime, timedelta

import pytest

from desk.domain.clock_fault import ClockFault, clock_fault, unknown_year
from desk.domain.deadline import WorkCalendar

SEEN = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "fault"),
    [
        (-24, ClockFault.BACK), (-0.1, ClockFault.BACK), (-0.05, None), (0, None), (47.9, None),
        (48.1, ClockFault.AHEAD), (24 * 400, ClockFault.AHEAD),
    ],
)  # fmt: skip
def test_a_clock_is_told_that_went_back_or_is_48_hours_ahead(
    hours: float, fault: ClockFault | None
) -> None:
    """D8."""
    assert clock_fault(SEEN, SEEN + timedelta(hours=hours)) is fault
    assert clock_fault(None, SEEN) is None


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 10, 31), None), (date(2026, 11, 1), 2027), (date(2026, 12, 31), 2027),
        (date(2027, 1, 1), 2027), (date(2025, 12, 1), None),
    ],
)  # fmt: skip
def test_a_year_that_is_missing_is_told_from_the_first_of_november(
    today: date, year: int | None
) -> None:
    """D2."""
    assert unknown_year(WorkCalendar(known=frozenset({2025, 2026})), today) == year
