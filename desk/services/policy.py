"""Clocks and own days of a branch: looked at before they are changed, then applied at once."""

import dataclasses
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any

from desk.domain.complaint import Complaint
from desk.domain.content_version import CalendarDay, DayKind
from desk.domain.identity import derived_id
from desk.domain.policy import CLOCKS, Rules, next_policy, under, with_days
from desk.domain.rights import Right
from desk.domain.settings import ROOT
from desk.domain.text import storable
from desk.services.calendar import Calendars
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction

_KINDS = frozenset(DayKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChange:
    """A change that was not made yet: of settings, or of one own day; and what it would do.

    `moved` counts the open complaints that would get other due dates, of `open` that have any.
    """

    settings: tuple[tuple[str, int | str], ...] = ()
    day: CalendarDay | None = None
    moved: int
    open: int


class Policy:
    """Looks at changes of the clocks and makes them."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        calendars: Callable[[], Calendars],
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        self._database = database
        self._settings = settings
        self._calendars = calendars
        self._clock = clock
        self._zone = zone
        self._days: tuple[CalendarDay, ...] | None = None
        database.on_commit(self._forget)

    def own_days(self) -> tuple[CalendarDay, ...]:
        """Give the branch's own days that hold, in order."""
        if self._days is None:
            with self._database.reading() as tx:
                held = tx.records(CalendarDay).all()
            found = [one for one in held if one.day is not None and one.kind in _KINDS]
            self._days = tuple(sorted(found, key=lambda one: (one.day or date.min, one.id)))
        return self._days

    def look(self, **wanted: int | str) -> PolicyChange:
        """Tell what other clocks would do. Raises TypeError for what is no clock."""
        if unknown := wanted.keys() - CLOCKS:
            raise TypeError(f"not a clock: {', '.join(sorted(unknown))}")
        return self._weighed(PolicyChange(settings=tuple(wanted.items()), moved=0, open=0))

    def look_at_day(self, day: date, kind: str, words: str = "") -> PolicyChange:
        """Tell what an own day would do; without a kind the day is as the region's calendar."""
        own = self._own(day)
        changed = dataclasses.replace(own, kind=kind, words=storable(words).strip())
        return self._weighed(PolicyChange(day=changed, moved=0, open=0))

    def apply(self, change: PolicyChange) -> int:
        """Make a change and give open complaints their other due dates, stamped with a new policy.

        Closed complaints keep theirs. Gives how many were changed.
        """
        self._settings.must(Right.CHANGE_SETTINGS)
        before, after = self._rules(change)
        with self._database.writing(self._settings.author(Right.CHANGE_SETTINGS)) as tx:
            for name, value in change.settings:
                self._settings.write(tx, name, value)
            if change.day is not None:
                tx.records(CalendarDay).save(change.day, root=derived_id(ROOT))
            policy = next_policy(self._settings.current().policy, tx.at.astimezone(self._zone).year)
            self._settings.write(tx, "policy", policy)
            moved = 0
            for complaint, other in self._moved(tx, before, after):
                if other != complaint:
                    tx.complaints.save(dataclasses.replace(other, policy=policy))
                    moved += 1
        return moved

    def _weighed(self, change: PolicyChange) -> PolicyChange:
        before, after = self._rules(change)
        with self._database.reading() as tx:
            found = [one != other for one, other in self._moved(tx, before, after)]
        return dataclasses.replace(change, moved=sum(found), open=len(found))

    def _moved(
        self, tx: Transaction, before: Rules, after: Rules
    ) -> Iterable[tuple[Complaint, Complaint]]:
        for complaint in tx.complaints.with_clocks():
            other = under(complaint, before, after, zone=self._zone, now=self._clock())
            yield complaint, other

    def _rules(self, change: PolicyChange) -> tuple[Rules, Rules]:
        """Give the rules before and after a change."""
        held = self._settings.current()
        said: dict[str, Any] = dict(change.settings)
        wanted = dataclasses.replace(held, **said)
        year = self._clock().astimezone(self._zone).year
        before = Rules(held, self._calendars().of(held.region, year))
        other = self._calendars().of(wanted.region, year)
        if change.day is None:
            return before, Rules(wanted, other)
        days = [one for one in self.own_days() if one.id != change.day.id]
        bare = self._calendars().bare(wanted.region, year)
        return before, Rules(wanted, with_days(bare, [*days, change.day]))

    def _own(self, day: date) -> CalendarDay:
        """Give a day's record, or a new one that is the same wherever it is made."""
        wanted = derived_id("calendar_day", day.isoformat())
        with self._database.reading() as tx:
            held = tx.records(CalendarDay).get(wanted)
        return held or CalendarDay(id=wanted, day=day)

    def _forget(self, touched: frozenset[str]) -> None:
        if "calendar_day" in touched:
            self._days = None
