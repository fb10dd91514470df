"""Reads what waits today and keeps it fresh: after every commit, and each minute for the times."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desk.domain.draft import Draft
from desk.domain.errors import DeskError
from desk.i18n import _, ngettext
from desk.services.app import App
from desk.services.today import Waiting
from desk.ui import moments
from desk.ui.jobs import Jobs
from desk.ui.parts import Said
from desk.ui.refresh import Refresh
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.today.rows import Row, RowKind, Section, list_row, paper_row, parked_row

if TYPE_CHECKING:
    from desk.domain.paper import Made
    from desk.services.watch import Watched

SHOWN = {"complaint", "draft", "paper", "setting"}
"""The tables whose news Today shows."""

MOST = 200
_MINUTE_MS = 60_000
WATCH_MS = 1500
"""When the clock is looked at first: well after the first picture."""
_HOUR_MS = 3_600_000


@dataclass(frozen=True, slots=True)
class TodayScreen:
    """What the view draws. `banner` tells of complaints open when desk stopped."""

    banner: str
    hint: str
    sections: tuple[Section, ...]
    empty: str
    warnings: tuple[str, ...] = ()


class TodayPresenter(ScreenPresenter):
    """Holds the screen; reads it when it comes into view and at each news while it is shown."""

    changed = Signal(object)

    def __init__(
        self, app: App, refresh: Refresh, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._jobs = jobs
        self._waiting: tuple[Made, ...] = ()
        self._started_at = app.today.now()
        self._is_shown = False
        self._later = False
        self.screen = TodayScreen("", "", (), "")
        refresh.changed.connect(self._on_news)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self.reload)
        self._seen: list[tuple[Watched, datetime]] = []
        self._watch = QTimer(self)
        self._watch.setInterval(WATCH_MS)
        self._watch.timeout.connect(self.watch)

    def enter(self, argument: str = "") -> bool:
        """Come into view; there is nothing to choose from by an argument."""
        del argument
        self._is_shown = True
        self._minute.start()
        if not self._watch.isActive():
            self._watch.start()
        self.reload()
        return True

    def leave(self) -> bool:
        """Go out of view; news waits."""
        self._is_shown = False
        self._minute.stop()
        return True

    def reload(self) -> None:
        """Read everything again, unless the desk is locked."""
        if self._app.settings.gate.is_locked:
            return
        try:
            screen = self._read()
        except DeskError as error:
            self.failed.emit(error)
            return
        if screen != self.screen:
            self.screen = screen
            self.changed.emit(screen)

    def watch(self) -> None:
        """Look at the clock and the calendar, beside the window; hourly from the second time on.

        What was told about the clock stays until the window is closed.
        """
        self._watch.setInterval(_HOUR_MS)
        try:
            self._jobs.run(lambda progress: self._app.watch.look(), self._watched, self.failed.emit)
        except RuntimeError:  # the window is closing
            self._watch.stop()

    def _watched(self, watched: "Watched") -> None:
        if watched.fault is not None or watched.unknown_year is not None:
            self._seen.append((watched, self._app.today.now()))
            self.reload()

    def _warnings(self) -> tuple[str, ...]:
        """Tell in the language of the screen what was seen, each once."""
        if not self._seen:
            return ()
        from desk.ui.today.warnings import warnings

        told = (words for watched, at in self._seen for words in warnings(watched, at))
        return tuple(dict.fromkeys(told))

    def open(self, row: Row) -> None:
        """Continue what was parked; show any other complaint."""
        if row.kind is RowKind.PARKED:
            self.asked.emit("guide", row.id)
        else:
            self.asked.emit("complaint", row.reference)

    def resume(self, row: Row | None) -> None:
        """Continue a parked complaint; other rows have nothing to resume."""
        if row is not None and row.kind is RowKind.PARKED:
            self.open(row)

    def print_paper(self, row: Row | None) -> None:
        """Hand a waiting paper to the usual printer again."""
        from desk.ui.sending import send_to_usual

        made = next((m for m in self._waiting if row is not None and m.paper.id == row.id), None)
        if made is not None:
            self._jobs.run(
                lambda progress: send_to_usual(self._app.papers, made),
                self._printed,
                self.failed.emit,
            )

    def resume_stopped(self) -> None:
        """Continue what was open when desk stopped, the last one saved first."""
        drafts = [d for d in self._app.today.read().drafts if self._was_stopped(d)]
        if drafts:
            self.asked.emit("guide", max(drafts, key=_saved).id)

    def later(self) -> None:
        """Put the banner away; the complaints stay in the list."""
        self._later = True
        self.reload()

    @Slot(frozenset)
    def _on_news(self, tables: frozenset[str]) -> None:
        if self._is_shown and tables & SHOWN:
            self.reload()

    def _read(self) -> TodayScreen:
        waiting = self._app.today.read()
        now = waiting.now
        parked = _parked(waiting, self._app.settings.current().handler)
        shown = {row.id for row in parked}
        due = [list_row(RowKind.DUE, line, now) for line in waiting.due if line.id not in shown]
        shown |= {row.id for row in due}
        opened = (
            list_row(RowKind.OPENED, line, now) for line in waiting.opened if line.id not in shown
        )
        papers = self._papers(waiting)
        sections = (
            Section(_("Parked"), _count_words(len(parked)), parked),
            Section(_("To do today"), _count_words(len(due)), tuple(due)),
            Section(_("Opened today"), _counted(waiting), tuple(opened)),
            Section(_("Papers waiting"), _count_words(len(papers)), papers),
        )
        kept = tuple(s for s in sections if s.rows or s.note)
        settings = self._app.settings.current()
        stopped = [d for d in waiting.drafts if self._was_stopped(d)]
        return TodayScreen(
            banner="" if self._later else _banner(stopped, now),
            hint=""
            if settings.shop and settings.handler
            else _("Set your shop's name and yours: Settings (Ctrl+7)"),
            sections=kept,
            empty="" if kept else _("Nothing waiting. Press F2 when a customer comes."),
            warnings=self._warnings(),
        )

    def _was_stopped(self, draft: Draft) -> bool:
        """Tell whether a draft was in front when desk stopped, not only set down by Esc since."""
        return draft.parked_at is None and _saved(draft) <= self._started_at

    def _papers(self, waiting: Waiting) -> tuple[Row, ...]:
        self._waiting = waiting.papers
        found = ((made, waiting.lines.get(made.paper.complaint)) for made in waiting.papers)
        return tuple(paper_row(made, line, waiting.now) for made, line in found if line)

    def _printed(self, words: str) -> None:
        self.said.emit(Said(words, "done"))
        self.reload()


def _parked(waiting: Waiting, here: str) -> tuple[Row, ...]:
    return tuple(
        parked_row(draft, waiting.lines.get(draft.id), waiting.now, here)
        for draft in sorted(waiting.drafts, key=_saved, reverse=True)
        if draft.reference
    )


def _counted(waiting: Waiting) -> str:
    """Count today's arrivals exactly, however many the list shows."""
    if not waiting.arrived:
        return ""
    return _("{total}: {closed} closed, {open} open").format(
        total=waiting.arrived, closed=waiting.closed, open=waiting.arrived - waiting.closed
    )


def _saved(draft: Draft) -> datetime:
    return draft.parked_at or draft.saved_at or draft.opened_at


def _count_words(count: int) -> str:
    if count >= MOST:
        return _("{count} or more").format(count=MOST)
    return str(count) if count else ""


def _banner(stopped: list[Draft], now: datetime) -> str:
    if not stopped:
        return ""
    at = moments.came(max(map(_saved, stopped)), now)
    return ngettext(
        "One complaint was open when desk stopped ({time}). Nothing was lost.",
        "{count} complaints were open when desk stopped ({time}). Nothing was lost.",
        len(stopped),
    ).format(count=len(stopped), time=at)
