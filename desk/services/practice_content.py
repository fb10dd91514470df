"""The invented complaints of practice: read from their file and turned into answers as typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from desk.domain.answers import Raw, fill
from desk.domain.complaint import Complaint, Stage
from desk.domain.label import N_
from desk.domain.questions import BY_NAME, Form
from desk.services.content import PATHS
from desk.services.content_file import NOT_ONE, ContentFile, Entry

LAST_DAYS_AGO = 56
"""Practice looks back eight weeks."""

_ABOUT = ("days_ago", "time", "upto", "ticks", "paths")
_ANY_DAY = date(2026, 11, 23)
_BLANK = Complaint(
    id="", reference="", branch="", handler="", arrived_at=datetime(2026, 11, 23, tzinfo=UTC)
)


@dataclass(frozen=True, slots=True)
class PracticeComplaint:
    """One invented complaint, to be brought `upto` a stage as a handler would have done.

    It arrived `days_ago` days before today at `time` of the branch. `values` are field names and
    what the file says: codes and texts as they are, money in minor units, days as numbers of days
    from the day of arrival. `ticks` are checks ticked by hand, `paths` the other paths it went.
    """

    days_ago: int
    time: time
    upto: Stage
    ticks: tuple[str, ...]
    paths: tuple[str, ...]
    values: Mapping[str, str | int | tuple[str, ...]]

    def answers(self, arrived_on: date) -> dict[str, Raw]:
        """Give the values as answers typed in the guide, days as seen from the day of arrival."""
        return {name: _raw(name, value, arrived_on) for name, value in self.values.items()}


def load_practice(file: Path) -> tuple[PracticeComplaint, ...]:
    """Read the practice complaints, in the order of the file.

    Raises ContentBroken with the line of the wrong key, or of the complaint's head.
    """
    content = ContentFile(file)
    content.top("complaint").allow()
    return tuple(map(_complaint, content.entries("complaint")))


def _complaint(entry: Entry) -> PracticeComplaint:
    entry.allow(*_ABOUT, *BY_NAME)
    days_ago = entry.whole("days_ago")
    if not 0 <= days_ago <= LAST_DAYS_AGO:
        entry.broken(
            N_("“{name}” is not between 0 and {most}."),
            "days_ago",
            name="days_ago",
            most=LAST_DAYS_AGO,
        )
    paths = entry.texts("paths") if "paths" in entry.values else ()
    for path in paths:
        if path not in PATHS:
            entry.broken(NOT_ONE, "paths", name="paths", value=path)
    entry.text("story")
    read = PracticeComplaint(
        days_ago=days_ago,
        time=_time(entry),
        upto=_stage(entry),
        ticks=entry.texts("ticks"),
        paths=paths,
        values={name: _value(entry, name) for name in entry.values if name not in _ABOUT},
    )
    for name in fill(_BLANK, read.answers(_ANY_DAY), _ANY_DAY).unreadable:
        entry.broken(NOT_ONE, name, name=name, value=str(entry.values[name]))
    return read


def _time(entry: Entry) -> time:
    said = entry.text("time")
    try:
        return time.fromisoformat(said)
    except ValueError:
        entry.broken(NOT_ONE, "time", name="time", value=said)


def _stage(entry: Entry) -> Stage:
    said = entry.text("upto")
    try:
        return Stage(said)
    except ValueError:
        entry.broken(NOT_ONE, "upto", name="upto", value=said)


def _value(entry: Entry, name: str) -> str | int | tuple[str, ...]:
    match BY_NAME[name].form:
        case Form.CHOICES:
            return entry.texts(name)
        case Form.DAY | Form.MONEY | Form.SCALE:
            return entry.whole(name)
        case _ if isinstance(entry.values[name], int):
            return entry.whole(name)
        case _:
            return entry.text(name)


def _raw(name: str, value: str | int | tuple[str, ...], arrived_on: date) -> Raw:
    if isinstance(value, tuple):
        return value
    match BY_NAME[name].form:
        case Form.DAY:
            return (arrived_on + timedelta(days=int(value))).isoformat()
        case Form.MONEY:
            return f"{Decimal(value) / 100:.2f}"
        case Form.CHOICE | Form.SCALE | Form.LANGUAGE:
            return (str(value),)
        case _:
            return str(value)
