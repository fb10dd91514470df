"""Workbooks made from a few values and read back."""

import dataclasses
import gettext
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openpyxl

from desk.documents.sheet import Words
from desk.documents.week_xlsx import write
from desk.domain.complaint import Stage
from desk.domain.register_row import RegisterRow
from desk.domain.report import Answers, ClockCount, Figures, Period, Spread, Stock
from desk.domain.week import WeekMade, WeekReport
from tests.conftest import HERE
from tests.make import ARRIVED

NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
WEEK = Period.parse("2026-W48")
ENGLISH = Words("en", gettext.NullTranslations())


def load_workbook(path: Path) -> Any:  # noqa: ANN401 - a cell read back may hold anything
    return openpyxl.load_workbook(path)


def a_row(**changes: Any) -> RegisterRow:  # noqa: ANN401 - any field
    """A complaint of which little is known, as the register streams it."""
    blank: dict[str, Any] = dict.fromkeys(RegisterRow._fields)
    texts = "story category_other summary language product found offered lesson"
    blank |= dict.fromkeys([*texts.split(), "handler", "name", "phone", "email", "address"], "")
    said = {"reference": "BR01-26-0001", "arrived_at": ARRIVED, "stage": Stage.RECEIVED}
    return RegisterRow(**{**blank, "wish": (), "offer": (), **said, **changes})


def figures(**changes: Any) -> Figures:  # noqa: ANN401 - any field
    """Figures of a week in which nothing happened."""
    nothing = Figures(
        stock=Stock(),
        kinds={},
        priorities={},
        safety={},
        categories=(),
        first_word=ClockCount(),
        final=ClockCount(),
        on_the_spot=0,
        to_first_word=Spread(0, None, None),
        to_closing=Spread(0, None, None),
        answers=Answers(),
        per_day=(0,) * 7,
    )
    return dataclasses.replace(nothing, **changes)


def a_report(rows: int, **changes: Any) -> WeekReport:  # noqa: ANN401 - any field
    report = WeekReport(
        period=WEEK,
        span=WEEK.span(HERE, NOW),
        figures=figures(),
        before=(),
        late=(),
        rows=rows,
        made_at=NOW,
        zone=HERE,
        shop="=City & Store",
        branch="BR01",
        currency="CNY",
        names=False,
    )
    return dataclasses.replace(report, **changes)


def made(
    folder: Path,
    *rows: RegisterRow,
    words: Words = ENGLISH,
    **changes: Any,  # noqa: ANN401 - any field
) -> tuple[WeekMade, Any]:
    path = folder / "week.xlsx"
    done = write(path, a_report(len(rows), **changes), rows, words)
    return done, load_workbook(path)


def register(book: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as above
    lines = list(book["Register"].iter_rows(values_only=True))
    return [dict(zip(map(str, lines[0]), line, strict=True)) for line in lines[1:]]
