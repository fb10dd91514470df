"""What staff chose in the filter bar, and the filter the services understand."""

import dataclasses
import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import Any

from desk.domain.category_node import first_of, parent_of
from desk.domain.complaint import Category, ComplaintFilter, Stage


class Dates(StrEnum):
    """Which arrivals are shown."""

    ALL = "all"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The filter bar's state. `stage` is a stage's code, ``open`` for all but closed, or empty.

    `category` is a code of the category tree, of either level.
    """

    words: str = ""
    stage: str = ""
    category: str = ""
    dates: Dates = Dates.ALL
    overdue: bool = False

    @property
    def is_empty(self) -> bool:
        """Tell whether everything is shown."""
        return self == Chosen()

    def wanted(self, today: date, zone: tzinfo | None) -> ComplaintFilter:
        """Give the filter; weeks begin on Monday, `today` and `zone` are the branch's."""
        return ComplaintFilter(
            words=self.words,
            stages=_stages(self.stage),
            category=Category(first_of(self.category)) if self.category else None,
            subcategory=self.category if parent_of(self.category) else "",
            only_overdue=self.overdue,
            arrived_from=_since(self.dates, today, zone),
        )

    def written(self) -> str:
        """Write the choices down for next time, without the words: they may be a customer's."""
        return json.dumps(dataclasses.asdict(dataclasses.replace(self, words="")))


def read(remembered: str) -> Chosen:
    """Read choices that were written down; what is unknown today is left out."""
    try:
        said: dict[str, Any] = json.loads(remembered)
        return Chosen(
            stage=_known(said["stage"], {"open", *Stage}),
            category=said["category"] if _is_category(said["category"]) else "",
            dates=Dates(said["dates"]),
            overdue=bool(said["overdue"]),
        )
    except (ValueError, KeyError, TypeError):
        return Chosen()


def _is_category(code: str) -> bool:
    return first_of(code) in set(Category)


def _known(code: str, codes: set[str]) -> str:
    return code if code in codes else ""


def _stages(stage: str) -> tuple[Stage, ...]:
    if stage == "open":
        return tuple(s for s in Stage if s is not Stage.CLOSED)
    return (Stage(stage),) if stage else ()


def _since(dates: Dates, today: date, zone: tzinfo | None) -> datetime | None:
    match dates:
        case Dates.ALL:
            return None
        case Dates.TODAY:
            day = today
        case Dates.WEEK:
            day = today - timedelta(days=today.weekday())
        case Dates.MONTH:
            day = today.replace(day=1)
    return datetime.combine(day, time(), zone)
