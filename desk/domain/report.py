"""The report of a week: which span of time, what is counted in it, what the counts must prove."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from statistics import median

from desk.domain.assessment import Safety
from desk.domain.complaint import Category, Kind
from desk.domain.expectation import Gap
from desk.domain.investigation import Cause
from desk.domain.response import Outcome, Remedy

ON_THE_SPOT = timedelta(minutes=30)
"""A first reply within this time of arriving was given while the customer was still there."""
FEWEST_FOR_SHARES = 10
"""With fewer cases a per cent misleads, so only counts are shown."""

_ISO_WEEK = re.compile(r"(\d{4})-?[Ww](\d{1,2})")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time, `start` included, `end` not, both aware; `cut` is when clocks are read.

    `cut` is `end`, or the present moment while the span still runs.
    """

    start: datetime
    end: datetime
    cut: datetime


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """An ISO 8601 week, Monday to Sunday, named by its Monday."""

    first_on: date

    @classmethod
    def of(cls, day: date) -> "Period":
        """Give the week a day lies in."""
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read ``2026-W47``. Raises ValueError for anything else and for weeks a year lacks."""
        found = _ISO_WEEK.fullmatch(text.strip())
        if found is None or not 1900 <= int(found[1]) <= 9000:
            raise ValueError(f"{text!r} is not a week such as 2026-W47")
        return cls(date.fromisocalendar(int(found[1]), int(found[2]), 1))

    def __str__(self) -> str:
        return f"{self.year}-W{self.week:02}"

    @property
    def year(self) -> int:
        """Give the year the week is counted in, which may differ from its Monday's."""
        return self.first_on.isocalendar().year

    @property
    def week(self) -> int:
        """Give the number of the week in its year."""
        return self.first_on.isocalendar().week

    @property
    def days(self) -> tuple[date, ...]:
        """Give the seven days."""
        return tuple(self.first_on + timedelta(days=n) for n in range(7))

    def shifted(self, weeks: int) -> "Period":
        """Give the week that lies some weeks later, or earlier when negative."""
        return Period(self.first_on + timedelta(weeks=weeks))

    def span(self, zone: tzinfo, now: datetime) -> Span:
        """Give the week's moments in the branch's time zone, as seen at an aware moment."""
        start, end = self.midnights(zone)[0], self.midnights(zone)[-1]
        return Span(start, end, min(end, max(start, now.astimezone(UTC))))

    def midnights(self, zone: tzinfo) -> tuple[datetime, ...]:
        """Give the eight midnights that bound the seven days, as UTC."""
        days = (*self.days, self.first_on + timedelta(days=7))
        return tuple(datetime.combine(day, time(), zone).astimezone(UTC) for day in days)


class ClockState(StrEnum):
    """How a clock of one complaint stands."""

    IN_TIME = "in_time"
    LATE = "late"
    WAITING = "waiting"


def clock_state(
    given: datetime | None, due: datetime | None, cut: datetime, *, waits: bool = False
) -> ClockState | None:
    """Tell how a clock stands at `cut`; None for what never had a clock.

    Where we wait for somebody (`waits`) our own clocks stand still.
    """
    if due is None:
        return None
    if given is None and waits:
        return ClockState.WAITING
    if given is None:
        return ClockState.LATE if due < cut else ClockState.WAITING
    return ClockState.IN_TIME if given <= due else ClockState.LATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """Complaints that came, went and stayed."""

    at_start: int = 0
    opened: int = 0
    reopened: int = 0
    closed: int = 0
    at_end: int = 0

    @property
    def adds_up(self) -> bool:
        """Tell whether what was there, came and went explains what is there."""
        return self.at_start + self.opened + self.reopened - self.closed == self.at_end


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockCount:
    """One clock over a span; a complaint is counted in time or late once, in one span only.

    `in_time`: given in the span, not after its due moment. `late`: ran out in the span, not
    given by then. `waiting`: not given at the end and not run out. `overdue`: not given at the
    end and run out, in this span or earlier.
    """

    in_time: int = 0
    late: int = 0
    waiting: int = 0
    overdue: int = 0

    @property
    def in_time_share(self) -> float | None:
        """Give in time / (in time + late), or None with too few cases for a share."""
        return share(self.in_time, self.in_time + self.late)


@dataclass(frozen=True, slots=True)
class Spread:
    """Durations in seconds: how many, the middle one, and the one nine in ten do not exceed."""

    count: int
    median: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class Rating:
    """Ratings from 1 to 5: how many were given, and the middle one."""

    count: int = 0
    median: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryCount:
    """Complaints of one category (None: not said): opened, their causes, and their clocks."""

    category: Category | None
    opened: int
    causes: Mapping[Cause | None, int]
    first_word: ClockCount
    final: ClockCount


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was offered and answered in a span. `remedies` counts offers; money is minor units."""

    responded: int = 0
    not_accepted: int = 0
    upheld: int = 0
    remedies: Mapping[Remedy, int] = field(default_factory=dict)
    with_money: int = 0
    money: int = 0
    rating_result: Rating = field(default_factory=Rating)
    rating_handling: Rating = field(default_factory=Rating)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseCount:
    """Promises that ended in a span. A moved one is broken for its first day."""

    kept: int = 0
    late: int = 0
    broken: int = 0

    @property
    def kept_share(self) -> float | None:
        """Give kept / (kept + late + broken), or None with too few cases for a share."""
        return share(self.kept, self.kept + self.late + self.broken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Satisfaction:
    """How often customers were asked how they found it, and what marks they gave."""

    answered: int = 0
    declined: int = 0
    not_asked: int = 0
    result: Rating = field(default_factory=Rating)
    handling: Rating = field(default_factory=Rating)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """How complaints ended in a span (outcome None: not known), and what came of their wishes."""

    outcomes: Mapping[Outcome | None, int] = field(default_factory=dict)
    gaps: Mapping[Gap, int] = field(default_factory=dict)
    asked: Satisfaction = field(default_factory=Satisfaction)


@dataclass(frozen=True, slots=True)
class HandlingTime:
    """Seconds from beginning to closing: less all waiting, and less only that for the customer."""

    ours: Spread = field(default_factory=lambda: Spread(0, None, None))
    customers: Spread = field(default_factory=lambda: Spread(0, None, None))


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything counted over one span. All but `kinds` and `passed` counts complaints only.

    `kinds`, `priorities` (None: not weighed yet) and `safety` count what was opened; `per_day`
    has one count a day of the week, or none for a span that is not a week; `passed` counts gates
    passed with a reason.
    """

    stock: Stock
    kinds: Mapping[Kind, int]
    priorities: Mapping[int | None, int]
    safety: Mapping[Safety | None, int]
    categories: tuple[CategoryCount, ...]
    first_word: ClockCount
    final: ClockCount
    on_the_spot: int
    to_first_word: Spread
    to_closing: Spread
    answers: Answers
    per_day: tuple[int, ...] = ()
    promises: PromiseCount = field(default_factory=PromiseCount)
    ends: Ends = field(default_factory=Ends)
    handling: HandlingTime = field(default_factory=HandlingTime)
    passed: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing at all came, went or stayed."""
        return not (self.stock.at_start or self.stock.at_end or any(self.kinds.values()))


@dataclass(frozen=True, slots=True)
class LateComplaint:
    """A complaint that is late at the end of a span; due moments only for clocks that ran out."""

    reference: str
    category: Category | None
    priority: int | None
    summary: str
    first_word_due_at: datetime | None
    final_due_at: datetime | None


def share(part: int, whole: int) -> float | None:
    """Give part / whole, or None with fewer cases than a share needs."""
    return None if whole < FEWEST_FOR_SHARES else part / whole


def spread(seconds: Sequence[float]) -> Spread:
    """Give median and 90th percentile (nearest rank) of durations in any order."""
    if not seconds:
        return Spread(0, None, None)
    ordered = sorted(seconds)
    return Spread(len(ordered), median(ordered), ordered[math.ceil(0.9 * len(ordered)) - 1])


def rating(counts: Mapping[int, int]) -> Rating:
    """Give number and median of ratings from how often each was given."""
    given = [score for score, times in sorted(counts.items()) for _ in range(times)]
    return Rating(len(given), median(given)) if given else Rating()
