"""Holds the follow-ups: what is open, soonest first, and what becomes of a line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from desk.domain.errors import DeskError
from desk.domain.follow_up import FollowUp, FollowUpKind, when
from desk.domain.promise import PromiseState
from desk.i18n import _
from desk.services.app import App
from desk.ui.cards.desk import CardDesk
from desk.ui.cards.promise import EndPromiseCard, end_promise
from desk.ui.follow_ups.columns import WHENS, columns
from desk.ui.parts import Said
from desk.ui.refresh import Refresh
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.table_model import PagedTableModel

_TABLES = frozenset({"promise", "task", "kept_item", "complaint"})


@dataclass(frozen=True, slots=True)
class FollowUpsScreen:
    """What stands round the table: how many under each heading, words when there are none."""

    counted: str
    empty: str


class _Rows:
    def __init__(self, lines: Sequence[FollowUp]) -> None:
        self._lines = lines

    def count(self) -> int:
        return len(self._lines)

    def page(self, offset: int, limit: int) -> Sequence[FollowUp]:
        return self._lines[offset : offset + limit]


class FollowUpsPresenter(ScreenPresenter):
    """One list of everything somebody waits for."""

    changed = Signal(object)

    def __init__(self, app: App, refresh: Refresh, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._is_shown = False
        self._lines: dict[str, FollowUp] = {}
        self.screen = FollowUpsScreen("", "")
        self.widths: dict[str, int] = {}
        self.model: PagedTableModel[FollowUp] = PagedTableModel(
            columns(app.promises.today), _Rows(()), lambda line: line.id
        )
        self.model.failed.connect(self.failed)
        self.cards = CardDesk(app, self)
        self.cards.said.connect(self.said)
        self.cards.failed.connect(self.failed)
        refresh.changed.connect(self._on_news)

    def enter(self, argument: str = "") -> bool:
        """Come into view."""
        del argument
        self._is_shown = True
        self.reload()
        return True

    def leave(self) -> bool:
        """Go out of view."""
        self._is_shown = False
        return True

    def reload(self) -> None:
        """Read again."""
        try:
            lines = self._app.promises.follow_ups()
        except DeskError as error:
            self.failed.emit(error)
            return
        self._lines = {line.id: line for line in lines}
        self.model.reload(_Rows(lines))
        today = self._app.promises.today()
        counts = Counter(when(line.due_on, today) for line in lines)
        counted = "   ".join(
            f"{_(words)} {counts[at]}" for at, words in WHENS.items() if counts[at]
        )
        empty = "" if lines else _("No promises open. Promises made in stage 4 appear here.")
        self.screen = FollowUpsScreen(counted, empty)
        self.changed.emit(self.screen)

    def open(self, line_id: str) -> None:
        """Show the complaint of a line."""
        if line := self._lines.get(line_id):
            self.asked.emit("complaint", line.reference)

    def end(self, line_id: str, state: PromiseState) -> None:
        """Have a promise kept at once, or ask what moving or breaking it needs."""
        line = self._lines.get(line_id)
        if line is None:
            return
        if line.kind is not FollowUpKind.PROMISE:
            words = _("This is no promise: open the complaint (Enter) and write what came of it.")
            self.said.emit(Said(words))
            return
        if state is not PromiseState.KEPT:
            self.cards.open(EndPromiseCard(self._app, line.complaint, line.id, state))
            return
        try:
            words = end_promise(self._app, line.id, state, {})
        except DeskError as error:
            self.failed.emit(error)
            return
        self.said.emit(Said(words, "done", can_be_undone=True))
        self.reload()

    @Slot(frozenset)
    def _on_news(self, tables: frozenset[str]) -> None:
        if self._is_shown and tables & _TABLES:
            self.reload()
