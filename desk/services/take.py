"""Bringing in a register: each row becomes a complaint, is named with a reason, or is known."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import islice
from pathlib import Path

from desk.documents.register import read_register
from desk.documents.register_lines import Line, Register
from desk.domain.answers import Filled, fill
from desk.domain.assessment import priority
from desk.domain.complaint import Complaint
from desk.domain.deadline import demands, due_dates, stamped, statutory_due
from desk.domain.guide import Step, still_open
from desk.domain.identity import derived_id
from desk.domain.questions import BY_NAME
from desk.domain.rights import Right
from desk.domain.text import storable
from desk.i18n import _
from desk.services.calendar import Calendars
from desk.services.categories import Categories
from desk.services.content_map import RegisterMap, choose, load_map, load_maps
from desk.services.register_row import Reading, Told
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction

BATCH = 200
"""Rows a transaction, whole or not; the next run takes what a power cut left out."""

Progress = Callable[[int, int], None]
"""Told after each batch how many rows of how many are done; may raise Cancelled."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row worth looking at, numbered as a spreadsheet does (the header is row 1), and why."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the rows. `flagged` rows were taken too and count in `taken`."""

    taken: int
    flagged: tuple[Row, ...]
    refused: tuple[Row, ...]
    known: int


@dataclass(slots=True)
class _Tally:
    """The counts so far, and for each record id the story of the row that had it first."""

    taken: int = 0
    known: int = 0
    flagged: list[Row] = field(default_factory=list)
    refused: list[Row] = field(default_factory=list)
    stories: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _New:
    """A row that may become a complaint, by the id that complaint has or will have."""

    number: int
    id: str
    told: Told


class Take:
    """Takes registers in."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        calendars: Calendars,
        clock: Clock,
        *,
        categories: Categories,
        zone: tzinfo,
        maps: Path,
    ) -> None:
        """`maps` is the folder of the shipped maps."""
        self._database = database
        self._settings = settings
        self._calendars = calendars
        self._clock = clock
        self._zone = zone
        self._maps = maps
        self._categories = categories

    def take(
        self,
        path: Path,
        map_file: Path | None = None,
        progress: Progress = lambda done, total: None,
    ) -> Taken:
        """Take every row that is not known yet.

        Raises RegisterUnreadable, ContentBroken for a map, or what saving raises; then, and
        after Cancelled from `progress`, the batches done so far stay, and another run goes on.
        """
        self._settings.must(Right.TAKE_REGISTER)
        register, by, reading = self._open(path, map_file)
        tally = _Tally()
        done = 0
        for batch in _batches(register.rows):
            new = _new(batch, reading, by, tally)
            with self._database.writing(self._settings.author(Right.TAKE_REGISTER)) as tx:
                known = tx.complaints.known(row.id for row in new)
                tally.known += len(known)
                name = by.name if by.trusted else register.path.stem
                self._save(tx, name, [row for row in new if row.id not in known], tally)
            done += len(batch)
            progress(done, register.count)
        return Taken(tally.taken, tuple(tally.flagged), tuple(tally.refused), tally.known)

    def read(self, path: Path, map_file: Path | None = None) -> list[Told]:
        """Read what every row says without taking any. Raises as `take` does."""
        self._settings.must(Right.TAKE_REGISTER)
        register, _by, reading = self._open(path, map_file)
        return [reading.told(line) for line in register.rows]

    def _open(self, path: Path, map_file: Path | None) -> tuple[Register, RegisterMap, Reading]:
        register = read_register(path)
        maps = load_maps(self._maps) if map_file is None else (load_map(map_file),)
        by = choose(maps, path, register.columns)
        return register, by, Reading(by, register.columns, register.rows, self._categories.tree())

    def _save(self, tx: Transaction, register: str, rows: list[_New], tally: _Tally) -> None:
        settings = self._settings.current()
        moments = [tx.at if row.told.at is None else self._aware(row.told.at) for row in rows]
        years = [moment.astimezone(self._zone).year for moment in moments]
        references = {
            year: iter(tx.complaints.next_references(settings.branch, year, count))
            for year, count in Counter(years).items()
        }
        complaints = []
        for row, arrived, year in zip(rows, moments, years, strict=True):
            blank = Complaint(
                id=row.id,
                reference=next(references[year]),
                branch=settings.branch,
                handler=settings.handler,
                arrived_at=arrived,
                source=storable(f"{register} {row.told.key or f'#{row.number}'}"),
            )
            filled = fill(blank, row.told.answers, arrived.astimezone(self._zone).date())
            reasons = [*row.told.reasons, *_doubts(filled, tx.at)]
            if reasons:
                tally.flagged.append(Row(row.number, _together(reasons)))
            received = dataclasses.replace(filled.complaint, received_at=arrived)
            complaints.append(self._clocked(received, is_dated=row.told.at is not None))
        tx.complaints.add_all(complaints)
        tally.taken += len(complaints)

    def _clocked(self, complaint: Complaint, *, is_dated: bool) -> Complaint:
        """Weigh a complaint and set its clocks as if it had been received here.

        No clocks run for what nobody can still answer in time: a row whose last one ran out
        before it came to us keeps the policy but gets no dates. A row without a date gets its
        clocks when a handler first takes it up.
        """
        weight = priority(
            safety=complaint.safety,
            severity=complaint.severity,
            affected=complaint.affected,
            same_thing_open=False,
        )
        complaint = dataclasses.replace(complaint, priority=weight)
        if not is_dated or not complaint.is_complaint:
            return complaint
        now = self._clock()
        settings = self._settings.current()
        due = due_dates(
            received_at=complaint.arrived_at,
            priority=weight,
            calendar=self._calendars.of(settings.region, now.astimezone(self._zone).year),
            settings=settings,
            zone=self._zone,
        )
        if due.final < now:
            return dataclasses.replace(complaint, policy=due.policy)
        if demands(complaint.wish):
            by_law = statutory_due(complaint.arrived_at, settings, self._zone)
            complaint = dataclasses.replace(complaint, statutory_due_at=by_law)
        return stamped(complaint, due)

    def _aware(self, at: datetime) -> datetime:
        return (at if at.tzinfo else at.replace(tzinfo=self._zone)).astimezone(UTC)


def _new(batch: Iterable[Line], reading: Reading, by: RegisterMap, tally: _Tally) -> list[_New]:
    """Name the rows that can be taken and were not met before in this register."""
    new = []
    for line in batch:
        told = reading.told(line)
        if reason := _refused(line, told):
            tally.refused.append(Row(line.number, reason))
            continue
        record_id, story = _identity(by, told, tally), hash(told.story)
        if record_id not in tally.stories:
            tally.stories[record_id] = story
            new.append(_New(line.number, record_id, told))
        elif tally.stories[record_id] == story:
            tally.known += 1
        else:
            said = _("The number “{key}” stands twice; the first row with it was taken.")
            tally.refused.append(Row(line.number, said.format(key=told.key)))
    return new


def _doubts(filled: Filled, now: datetime) -> Iterator[str]:
    """Say what the guide's own rules find wanting in a row."""
    if filled.complaint.arrived_at > now + timedelta(days=1):
        yield _("Its date lies in the future.")
    for name in filled.unreadable:
        yield _("“{field}” cannot be read.").format(field=_(BY_NAME[name].label))
    if "story" in still_open(filled.complaint, Step.LISTEN):
        yield _("The story is shorter than the guide asks for.")


def _refused(line: Line, told: Told) -> str:
    if line.extra:
        return _(
            "It has more values than the register has columns; perhaps a text holds a separator "
            "and no quotation marks."
        )
    return "" if told.story.strip() else _("It says nothing about what happened.")


def _identity(by: RegisterMap, told: Told, tally: _Tally) -> str:
    """Name a row so that a second run names it the same.

    A map that knows its register trusts its keys. Elsewhere numbers start anew every year and in
    every shop, so there the number, the moment and the story name a row together; rows equal in
    all that are told apart by their order where they have no number.
    """
    if by.trusted and told.key:
        return derived_id("take", by.name, storable(told.key))
    moment = told.at.isoformat() if told.at else ""
    parts = ("take", by.name, storable(told.key), moment, storable(told.story))
    record_id = derived_id(*parts)
    again = 1
    while not told.key and record_id in tally.stories:
        again += 1
        record_id = derived_id(*parts, str(again))
    return record_id


def _together(reasons: Iterable[str]) -> str:
    first, *others = reasons
    for other in others:
        first = _("{first} {then}").format(first=first, then=other)
    return first


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    source = iter(lines)
    while batch := list(islice(source, BATCH)):
        yield batch
