"""Holds the week that is looked at; counts it and writes its workbook beside the window."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot

from desk.domain.errors import Cancelled, DeskError
from desk.domain.report import Figures, Period
from desk.domain.week import WeekMade
from desk.i18n import _, language
from desk.services.app import App
from desk.ui.jobs import Jobs
from desk.ui.parts import Said
from desk.ui.refresh import Refresh
from desk.ui.reports.figures import ShownSection, empty_words, shown, week_words
from desk.ui.screen_presenter import ScreenPresenter


@dataclass(frozen=True, slots=True)
class ReportsScreen:
    """What the view draws. `language` and `names` are choices for the workbook."""

    week: str = ""
    week_before: str = ""
    sections: tuple[ShownSection, ...] = ()
    empty: str = ""
    language: str = ""
    names: bool = False
    writing: bool = False


class ReportsPresenter(ScreenPresenter):
    """One week at a time. `folder` is where workbooks go, by default the user's documents."""

    changed = Signal(object)

    def __init__(
        self,
        app: App,
        refresh: Refresh,
        *,
        jobs: Jobs,
        reads: Jobs,
        show_folder: Callable[[Path], object],
        folder: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._jobs = jobs
        self._reads = reads
        self._show_folder = show_folder
        self._folder = folder or _documents() or app.config.data
        self._period = app.week.this_week()
        self._counted: tuple[Figures, Figures] | None = None
        self._language = ""
        self._names = False
        self._is_writing = False
        self._is_shown = False
        self.screen = ReportsScreen()
        refresh.changed.connect(self._on_news)

    def enter(self, argument: str = "") -> bool:
        """Come into view; always with fresh figures."""
        del argument
        self._is_shown = True
        self.reload()
        return True

    def leave(self) -> bool:
        """Go out of view; a workbook being written goes on."""
        self._is_shown = False
        return True

    def reload(self) -> None:
        """Count again."""
        self._show()
        period = self._period
        week = self._app.week
        self._reads.run(
            lambda progress: (week.figures(period), week.figures(period.shifted(-1))),
            partial(self._on_counted, period),
            self.failed.emit,
        )

    def go(self, weeks: int) -> None:
        """Look at a later week, or an earlier one; 0 is the week that runs now."""
        this_week = self._app.week.this_week()
        wanted = self._period.shifted(weeks) if weeks else this_week
        if wanted <= this_week and wanted != self._period:
            self._period = wanted
            self._counted = None
            self.reload()

    def choose_language(self, code: str) -> None:
        """Have the workbook in a language."""
        self._language = code
        self._show()

    def choose_names(self, names: bool) -> None:
        """Have customers' names in the workbook's register, or not."""
        self._names = names
        self._show()

    def write(self) -> None:
        """Write the workbook; Esc in the window stops it and leaves nothing behind."""
        if self._is_writing:
            return
        period = self._period
        branch = self._app.settings.current().branch
        path = self._folder / f"desk-{branch}-{period}.xlsx"
        code = self._language or language()
        names = self._names
        self._is_writing = True
        self.working.emit(_("Workbook of week {week}").format(week=period.week))
        self._show()
        self._jobs.run(
            lambda progress: self._app.week.workbook(
                period, path, code, names=names, progress=progress
            ),
            self._written,
            self._not_written,
            self.progressed.emit,
        )

    def _on_counted(self, period: Period, counted: tuple[Figures, Figures]) -> None:
        if period == self._period:
            self._counted = counted
            self._show()

    def _written(self, made: WeekMade) -> None:
        self._end_writing()
        self.said.emit(
            Said(
                _("The workbook is saved: {path}").format(path=made.path),
                "done",
                _("Open folder"),
                partial(self._show_folder, made.path.parent),
            )
        )

    def _not_written(self, error: DeskError) -> None:
        self._end_writing()
        if isinstance(error, Cancelled):
            self.said.emit(Said(_("Stopped. No workbook was written.")))
        else:
            self.failed.emit(error)

    def _end_writing(self) -> None:
        self._is_writing = False
        self.working.emit("")
        self._show()

    def _show(self) -> None:
        sections: tuple[ShownSection, ...] = ()
        empty = _("Counting…")
        if self._counted is not None:
            now, before = self._counted
            sections = shown(now, before, self._app.settings.current().currency)
            empty = empty_words(self._period, now, before)
        self.screen = ReportsScreen(
            week=week_words(self._period),
            week_before=_("Week {week}").format(week=self._period.shifted(-1).week),
            sections=() if empty else sections,
            empty=empty,
            language=self._language or language(),
            names=self._names,
            writing=self._is_writing,
        )
        self.changed.emit(self.screen)

    @Slot(frozenset)
    def _on_news(self, tables: frozenset[str]) -> None:
        if self._is_shown and "complaint" in tables:
            self.reload()


def _documents() -> Path | None:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else None
