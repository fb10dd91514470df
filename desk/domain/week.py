"""A week's workbook: what it is made from, and what is known of it once it is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path

from desk.domain.own_field import OwnField
from desk.domain.report import Figures, LateComplaint, Period, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekReport:
    """Everything the workbook says, apart from the register's rows.

    `period` is None for a report of all complaints, which compares with nothing. `before` holds
    the figures of earlier weeks, the newest first, no earlier than the first complaint. `late`
    may be cut; `figures` tell how many there are. `rows` is the length of the register.
    `currency` is an ISO 4217 code. `kinds` are the names of the category tree by
    code, `kinds_opened` the complaints opened of each, `own` the own fields the register shows.
    """

    period: Period | None
    span: Span
    figures: Figures
    before: tuple[Figures, ...]
    late: tuple[LateComplaint, ...]
    rows: int
    made_at: datetime
    zone: tzinfo
    shop: str
    branch: str
    currency: str
    names: bool
    kinds: Mapping[str, str] = field(default_factory=dict)
    kinds_opened: Mapping[str, int] = field(default_factory=dict)
    own: tuple[OwnField, ...] = ()


@dataclass(frozen=True, slots=True)
class WeekMade:
    """A workbook that lies on disk: its place, its register's rows, its SHA-256 as hex.

    `replaced_characters` counts characters no workbook can hold, shown as U+FFFD.
    """

    path: Path
    rows: int
    replaced_characters: int
    sha256: str
