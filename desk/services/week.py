"""The weekly review: figures for the screen, and the workbook for the meeting."""

import dataclasses
import logging
from collections.abc import Callable
from datetime import date, tzinfo
from pathlib import Path

from desk.domain.category_tree import name_of
from desk.domain.own_field import OwnField, in_order
from desk.domain.report import Figures, Period, Span
from desk.domain.rights import Right
from desk.domain.week import WeekMade, WeekReport
from desk.i18n import catalogue
from desk.services.categories import Categories
from desk.services.settings import SettingsService
from desk.storage.database import Clock, Database
from desk.storage.transaction import Transaction

WEEKS_COMPARED = 4
LATE_SHOWN = 200

log = logging.getLogger(__name__)


class Week:
    """Counts weeks and writes them down. Long work: run it as a job."""

    def __init__(
        self,
        database: Database,
        settings: SettingsService,
        categories: Categories,
        clock: Clock,
        zone: tzinfo,
    ) -> None:
        self._database = database
        self._categories = categories
        self._settings = settings
        self._clock = clock
        self._zone = zone

    def this_week(self) -> Period:
        """Give the week that runs now in the branch's time zone."""
        return Period.of(self._today())

    def last_week(self) -> Period:
        """Give the week before this one: the one a Monday's review is about."""
        return self.this_week().shifted(-1)

    def figures(self, period: Period) -> Figures:
        """Count a week. Raises NoRight."""
        self._settings.must(Right.SEE_REPORTS)
        with self._database.reading() as tx:
            return self._counted(tx, period)

    def workbook(
        self,
        period: Period,
        path: Path,
        language: str,
        *,
        names: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> WeekMade:
        """Write a week's workbook; the register holds who complained only with `names`.

        `progress` is told rows done and rows in all; Cancelled raised in it leaves nothing behind.
        Raises NoRight, FileNotWritten, or KeyError for a language desk lacks.
        """
        self._settings.must(Right.EXPORT_WEEK)
        with self._database.reading() as tx:
            bounds = tx.reports.bounds()
            earlier = [period.shifted(-n) for n in range(1, WEEKS_COMPARED + 1)]
            before = [
                self._counted(tx, week)
                for week in earlier
                if bounds is not None and week.midnights(self._zone)[-1] > bounds[0]
            ]
            span = period.span(self._zone, self._clock())
            figures = self._counted(tx, period)
            report = self._report(tx, span, period, figures, tuple(before), names=names)
            return _write(tx, self._named(tx, report, language), path, language, progress)

    def everything(
        self,
        path: Path,
        language: str,
        *,
        names: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> WeekMade:
        """Write a workbook of all complaints; raises as `workbook` does."""
        self._settings.must(Right.EXPORT_WEEK)
        with self._database.reading() as tx:
            first, newest = tx.reports.bounds() or (self._clock(), self._clock())
            start = Period.of(first.astimezone(self._zone).date()).midnights(self._zone)[0]
            last = max(newest, self._clock()).astimezone(self._zone).date()
            end = Period.of(last).midnights(self._zone)[-1]
            span = Span(start, end, min(end, self._clock()))
            report = self._report(tx, span, None, tx.reports.figures(span), (), names=names)
            return _write(tx, self._named(tx, report, language), path, language, progress)

    def _today(self) -> date:
        return self._clock().astimezone(self._zone).date()

    def _counted(self, tx: Transaction, period: Period) -> Figures:
        span = period.span(self._zone, self._clock())
        return tx.reports.figures(span, period.midnights(self._zone))

    def _named(self, tx: Transaction, report: WeekReport, language: str) -> WeekReport:
        """Add what the organisation itself has named: kinds of categories, own fields."""
        tree = self._categories.tree()
        answered = tx.reports.own_said(report.span)
        return dataclasses.replace(
            report,
            kinds={node.code: name_of(node, language) for node in tree.nodes if node.parent},
            kinds_opened=tx.reports.kinds_opened(report.span),
            own=tuple(
                field
                for field in in_order(tx.records(OwnField).all())
                if not field.retired or field.code in answered
            ),
        )

    def _report(
        self,
        tx: Transaction,
        span: Span,
        period: Period | None,
        figures: Figures,
        before: tuple[Figures, ...],
        *,
        names: bool,
    ) -> WeekReport:
        settings = self._settings.current()
        return WeekReport(
            period=period,
            span=span,
            figures=figures,
            before=before,
            late=tuple(tx.reports.late(span, LATE_SHOWN)),
            rows=tx.reports.count_register(span),
            made_at=self._clock(),
            zone=self._zone,
            shop=settings.shop,
            branch=settings.branch,
            currency=settings.currency,
            names=names,
        )


def _write(
    tx: Transaction,
    report: WeekReport,
    path: Path,
    language: str,
    progress: Callable[[int, int], None] | None,
) -> WeekMade:
    from desk.documents.sheet import Words  # openpyxl is imported when a workbook is made
    from desk.documents.week_xlsx import write

    register = tx.reports.register(report.span, names=report.names, own=bool(report.own))
    made = write(path, report, register, Words(language, catalogue(language)), progress)
    log.info("workbook: %d rows, %d characters replaced", made.rows, made.replaced_characters)
    return made
