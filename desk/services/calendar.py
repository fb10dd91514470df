"""The working calendar of a region: an editable file, made once from published holidays."""

import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

from desk.domain.content_version import CalendarDay
from desk.domain.deadline import WorkCalendar
from desk.domain.label import N_
from desk.domain.policy import with_days
from desk.services.content_file import ContentFile, Entry


class Calendars:
    """Calendar files in one folder, one a region; read once. `days` are a branch's own on top."""

    def __init__(
        self, folder: Path, days: Callable[[], Iterable[CalendarDay]] = lambda: ()
    ) -> None:
        self._folder = folder
        self._days = days
        self._read: dict[str, WorkCalendar] = {}

    def of(self, region: str, year: int) -> WorkCalendar:
        """Give a region's calendar with the branch's own days. Raises as `bare`."""
        return with_days(self.bare(region, year), self._days())

    def bare(self, region: str, year: int) -> WorkCalendar:
        """Give a region's calendar, making its file for this year and the next when there is none.

        Raises ContentBroken when the file was edited into something unreadable.
        """
        if region not in self._read:
            file = self._folder / f"{region}.toml"
            if not file.is_file():
                self._folder.mkdir(parents=True, exist_ok=True)
                file.write_text(seeded(region, (year - 1, year, year + 1)), "utf-8")
            self._read[region] = read(file)
        return self._read[region]


def is_known(region: str) -> bool:
    """Tell whether the public holidays of a country are known, by its two letters (ISO 3166)."""
    import holidays

    return region in holidays.list_supported_countries()


def read(file: Path) -> WorkCalendar:
    """Read a calendar file. Raises ContentBroken at the line of what is wrong."""
    top = ContentFile(file).plain()
    return WorkCalendar(
        rest=_days(top, "rest"), make_up=_days(top, "make_up"), known=_years(top, "known")
    )


def _days(entry: Entry, key: str) -> frozenset[date]:
    said = entry.values.get(key)
    # A day with a time is a date to Python, and equal to no day.
    if not isinstance(said, list) or not all(type(day) is date for day in said):
        entry.broken(N_("“{name}” is missing or not a list of days."), key, name=key)
    return frozenset(said)


def _years(entry: Entry, key: str) -> frozenset[int]:
    said = entry.values.get(key)
    if not isinstance(said, list) or not all(type(year) is int for year in said):
        entry.broken(N_("“{name}” is missing or not a list of years."), key, name=key)
    return frozenset(said)


def seeded(region: str, years: tuple[int, ...]) -> str:
    """Write a calendar file from the `holidays` package: public holidays and make-up days.

    A year counts as known when its make-up working days are published; other years of a region
    that makes days up are guessed from weekends and holidays, and desk warns.
    """
    import holidays

    if not is_known(region):
        return _written(region, [], [], [])
    rest: set[date] = set()
    make_up: set[date] = set()
    known: list[int] = []
    for year in years:
        published = holidays.country_holidays(region, years=year)
        rest.update(published)
        day = date(year, 1, 1)
        found = set()
        while day.year == year:
            if day.weekday() >= 5 and published.is_working_day(day):
                found.add(day)
            day += timedelta(days=1)
        make_up.update(found)
        if found or region != "CN":
            known.append(year)
    return _written(region, sorted(rest), sorted(make_up), known)


def _written(region: str, rest: list[date], make_up: list[date], known: list[int]) -> str:
    def days(found: list[date]) -> str:
        return "".join(f"  {day.isoformat()},\n" for day in found)

    return (
        f"# Working days of {json.dumps(region)}: public holidays, weekend days worked.\n"
        f"# Edit freely; one day a line.\nknown = {known}\n\n"
        f"rest = [\n{days(rest)}]\n\nmake_up = [\n{days(make_up)}]\n"
    )
