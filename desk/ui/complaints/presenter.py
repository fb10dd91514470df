"""Holds the filter and the list; counts and first pages are read beside the window's thread."""

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desk.domain.category_tree import name_of
from desk.domain.complaint import Category, ComplaintFilter, ComplaintSummary
from desk.domain.errors import DeskError, Misread
from desk.domain.options import choices
from desk.explain import explain
from desk.i18n import _, language, ngettext
from desk.services.app import App
from desk.ui.complaints import filter as filters
from desk.ui.complaints.columns import columns
from desk.ui.complaints.filter import Chosen
from desk.ui.jobs import Jobs
from desk.ui.parts import Said
from desk.ui.refresh import Refresh
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.table_model import PAGE, PagedTableModel

TYPING_MS = 150
"""How long words rest before they are looked for."""

MOST_LISTED = 2000
"""Rows of a search that are listed. Looking for a word that stands in every complaint takes half
a second at 100,000, for every page anew; so these rows are read once, beside the window.
"""


@dataclass(frozen=True, slots=True)
class ListScreen:
    """What stands round the table: the filter, how many were found, words when there are none."""

    chosen: Chosen
    found: str
    empty: str


class _Rows:
    """A list whose count and first rows are known; others are read when they are painted."""

    def __init__(
        self, app: App, wanted: ComplaintFilter, count: int, first: Sequence[ComplaintSummary]
    ) -> None:
        self._app = app
        self._wanted = wanted
        self._count = count
        self._first = first

    def count(self) -> int:
        return self._count

    def page(self, offset: int, limit: int) -> Sequence[ComplaintSummary]:
        if offset + limit <= len(self._first) or len(self._first) == self._count:
            return self._first[offset : offset + limit]
        return self._app.complaints.page(self._wanted, offset, limit)


class ComplaintsPresenter(ScreenPresenter):
    """One list. The newest wish wins: answers to older ones are dropped."""

    changed = Signal(object)

    def __init__(
        self, app: App, refresh: Refresh, reads: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._reads = reads
        self._is_shown = False
        self._is_stale = True
        self._is_reading = False
        self._is_waiting = False
        remembered = app.settings.remembered
        self.widths: dict[str, int] = _widths(remembered("complaints_widths"))
        self.screen = ListScreen(filters.read(remembered("complaints_filter")), "", "")
        self.model: PagedTableModel[ComplaintSummary] = PagedTableModel(
            columns(app.complaints.now, app.settings.current),
            _Rows(app, ComplaintFilter(), 0, ()),
            lambda c: c.reference,
        )
        self.model.failed.connect(self.failed)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.reload)
        refresh.changed.connect(self._on_news)

    def enter(self, argument: str = "") -> bool:
        """Come into view; with an argument, look for just those among all complaints."""
        self._is_shown = True
        if argument:
            self.choose(Chosen(words=argument))
        elif self._is_stale:
            self.reload()
        return True

    def leave(self) -> bool:
        """Go out of view and remember widths and filter for next time, beside the window."""
        self._is_shown = False
        widths, chosen = json.dumps(self.widths), self.screen.chosen.written()
        self._reads.run(
            lambda progress: self._app.settings.remember(
                complaints_widths=widths, complaints_filter=chosen
            ),
            lambda remembered: None,
            self.failed.emit,
        )
        return True

    def type_words(self, words: str) -> None:
        """Look for words as they are typed, once the typing rests."""
        if words != self.screen.chosen.words:
            self._show(chosen=dataclasses.replace(self.screen.chosen, words=words))
            self._typing.start()

    def choose(self, chosen: Chosen) -> None:
        """Show what another filter shows."""
        if chosen != self.screen.chosen or self._is_stale:
            self._show(chosen=chosen)
            self.reload()

    def categories(self) -> tuple[tuple[str, str], ...]:
        """Give codes and words of the category tree; retired kinds too, for old complaints."""
        tree, spoken = self._app.categories.tree(), language()
        offered: list[tuple[str, str]] = []
        for first in choices(Category):
            kinds = tree.children(first.code)
            offered.append((first.code, _(first.label)))
            offered.extend((node.code, f"    {name_of(node, spoken)}") for node in kinds)
        return tuple(offered)

    def clear(self) -> bool:
        """Show everything again; tell whether anything was filtered."""
        was_empty = self.screen.chosen.is_empty
        self.choose(Chosen())
        return not was_empty

    def open(self, reference: str) -> None:
        """Show one complaint."""
        self.asked.emit("complaint", reference)

    def copied(self, taken: int, chosen: int) -> None:
        """Say what Ctrl+C took."""
        words = ngettext("{count} line copied.", "{count} lines copied.", taken)
        if taken < chosen:
            words = _("The first {count} lines were copied; whole registers are in Reports.")
        self.said.emit(Said(words.format(count=taken)))

    @Slot()
    def reload(self) -> None:
        """Read again, beside the window's thread."""
        self._typing.stop()
        self._is_stale = False
        if self._is_reading:
            self._is_waiting = True
            return
        self._is_reading = True
        complaints = self._app.complaints
        chosen = self.screen.chosen
        wanted = chosen.wanted(complaints.today(), complaints.now().tzinfo)
        at_once = MOST_LISTED if chosen.words.strip() else PAGE
        self._reads.run(
            lambda progress: (complaints.count(wanted), complaints.page(wanted, 0, at_once)),
            partial(self._read, chosen, wanted),
            self._not_read,
        )

    def _read(
        self, chosen: Chosen, wanted: ComplaintFilter, found: tuple[int, list[ComplaintSummary]]
    ) -> None:
        self._is_reading = False
        count, first = found
        if not self._is_waiting:
            listed = min(count, MOST_LISTED) if chosen.words.strip() else count
            self.model.reload(_Rows(self._app, wanted, listed, first))
            self._show(found=_found(count, listed), empty=_empty(count, chosen))
        self._read_on()

    def _not_read(self, error: DeskError) -> None:
        self._is_reading = False
        if isinstance(error, Misread):
            self.model.reload(_Rows(self._app, ComplaintFilter(), 0, ()))
            self._show(found=_found(0, 0), empty=explain(error))
        else:
            self.failed.emit(error)
        self._read_on()

    def _read_on(self) -> None:
        if self._is_waiting:
            self._is_waiting = False
            self.reload()

    def _show(
        self, *, chosen: Chosen | None = None, found: str | None = None, empty: str | None = None
    ) -> None:
        before = self.screen
        self.screen = ListScreen(
            before.chosen if chosen is None else chosen,
            before.found if found is None else found,
            before.empty if empty is None else empty,
        )
        self.changed.emit(self.screen)

    @Slot(frozenset)
    def _on_news(self, tables: frozenset[str]) -> None:
        if "complaint" not in tables:
            return
        self._is_stale = True
        if self._is_shown:
            self.reload()


def _found(count: int, listed: int) -> str:
    if listed < count:
        return _("{count} found, the newest {listed} listed").format(
            count=f"{count:,}", listed=f"{listed:,}"
        )
    words = ngettext("{count} found", "{count} found", count)
    return words.format(count=f"{count:,}")


def _empty(count: int, chosen: Chosen) -> str:
    if count:
        return ""
    if chosen.is_empty:
        return _("No complaints yet. Press F2 when a customer comes.")
    return _("No complaints match. Clear filter (Esc).")


def _widths(remembered: str) -> dict[str, int]:
    try:
        said = json.loads(remembered)
    except ValueError:
        return {}
    if not isinstance(said, dict):
        return {}
    return {str(name): width for name, width in said.items() if isinstance(width, int)}
