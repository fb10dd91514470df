"""Draws the follow-ups: how many are due when, the list, and a card at its side."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from desk.domain.promise import PromiseState
from desk.i18n import _
from desk.ui.cards.panel import CardPanel
from desk.ui.empty import EmptyWords
from desk.ui.follow_ups.presenter import FollowUpsPresenter, FollowUpsScreen
from desk.ui.screen_view import ScreenView
from desk.ui.shortcuts import install_in_list
from desk.ui.widgets.table import Table


class FollowUpsView(ScreenView):
    """A list of what is promised."""

    def __init__(self, presenter: FollowUpsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("follow_ups")
        self._counted = QLabel(self)
        self._counted.setObjectName("follow_ups_counted")
        self._counted.setTextFormat(Qt.TextFormat.PlainText)
        self._counted.setProperty("role", "title")
        self.table = Table(
            "follow_ups_list", _("Follow-ups"), presenter.model, presenter.widths, self
        )
        self._empty = EmptyWords(self.table)
        self.panel = CardPanel(presenter.cards, self)
        self.panel.hide()
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.table)
        split.addWidget(self.panel)
        split.setChildrenCollapsible(False)
        split.setSizes([640, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._counted)
        column.addWidget(split, 1)
        presenter.changed.connect(self.show_screen)
        self.table.opened.connect(presenter.open)
        self.panel.opened.connect(self._show_card)
        self.panel.closed.connect(self._hide_card)
        install_in_list(
            self.table,
            {
                "promise_kept": partial(self._end, PromiseState.KEPT),
                "promise_moved": partial(self._end, PromiseState.MOVED),
                "promise_broken": partial(self._end, PromiseState.BROKEN),
            },
        )
        presenter.model.retitle()
        self.show_screen(presenter.screen)
        self.table.select(0)
        presenter.cards.draw()

    def show_screen(self, screen: FollowUpsScreen) -> None:
        """Draw everything; may be called any number of times."""
        self._counted.setText(screen.counted)
        self._counted.setVisible(bool(screen.counted))
        self._empty.say(screen.empty)
        if not self.table.currentIndex().isValid():
            self.table.select(0)

    def take_focus(self) -> None:
        """Put the keys on the list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        return [self.table, self.panel] if self.panel.isVisible() else [self.table]

    def hints(self) -> str:
        """Say the keys of this screen."""
        return _("K kept   M move   B broken   Enter complaint   Esc back")

    def commit(self) -> None:
        """Save the card."""
        self._presenter.cards.commit()

    def step_back(self) -> bool:
        """Put the card away; tell whether one was open."""
        if not self._presenter.cards.is_open:
            return False
        self._presenter.cards.close()
        return True

    def _end(self, state: PromiseState) -> None:
        self._presenter.end(self.table.current_id() or "", state)

    def _show_card(self) -> None:
        self.panel.show()
        self.panel.take_focus()

    def _hide_card(self) -> None:
        self.panel.hide()
        self.take_focus()
