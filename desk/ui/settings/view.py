"""Draws the settings: a search, the groups by digit, and the page of the part that is chosen."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.domain.rights import Right
from desk.i18n import _
from desk.ui.screen_view import ScreenView
from desk.ui.settings.groups import GROUPS, Found, Group, search
from desk.ui.settings.page import Page, press_button, words_label
from desk.ui.settings.presenter import SettingsPresenter
from desk.ui.settings.screen import SettingsScreen
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.option import Option
from desk.ui.widgets.text import LineField

_LOOK = "8"
"""The group everybody may use: how this desk looks is nobody else's business."""
_FOUND = 3


class SettingsView(ScreenView):
    """One page at a time; pages are made when they are first shown."""

    def __init__(self, presenter: SettingsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("settings")
        self._pages: dict[str, Page] = {}
        self._page: Page | None = None
        self._offered: tuple[Group, ...] = ()
        self._search = LineField("search_settings", _("Search the settings"))
        self._search.setPlaceholderText(_("Search the settings"))
        self._found = words_label("", self, "muted")
        self._groups = ChoiceGroup("group", _("Groups of settings"), [])
        self._parts = ChoiceGroup("part", _("Parts of this group"), [])
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._stack = QVBoxLayout(self._inside)
        self._stack.setContentsMargins(0, 8, 8, 8)
        self._area.setWidget(self._inside)
        self._waits = words_label("", self)
        self._apply = press_button(
            "apply_change", f"{_('Save it')}  (Ctrl+Enter)", presenter.apply, self
        )
        self._apply.setProperty("primary", "true")
        self._give_up = press_button(
            "give_up_change", f"{_('Leave it as it was')}  (Esc)", presenter.give_up, self
        )
        self._lay_out()
        self._connect()
        self.show_screen(presenter.screen)

    def show_screen(self, screen: SettingsScreen) -> None:
        """Draw what holds now."""
        self._offer(self._allowed())
        self._waits.setText(screen.pending)
        for part in (self._waits, self._apply, self._give_up):
            part.setVisible(bool(screen.pending))
        if self._page is not None:
            self._page.show_screen(screen)

    def take_focus(self) -> None:
        """Put the keys on the groups."""
        self._groups.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        inside = [w for w in self._area.findChildren(QWidget) if _takes_keys(w)]
        return [self._groups, *inside[:1], self._search]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the last change back by Ctrl+Z, where no text field wants it for itself."""
        if not (event.matches(QKeySequence.StandardKey.Undo) and self._presenter.undo()):
            super().keyPressEvent(event)

    def hints(self) -> str:
        """Say the keys of this screen."""
        return _("A digit opens a group   F6 next part   Ctrl+Enter save   Esc back")

    def commit(self) -> None:
        """Make the change that waits, else save what is being changed."""
        if self._page is not None and not self._presenter.screen.pending:
            self._page.commit()
        else:
            self._presenter.apply()

    def step_back(self) -> bool:
        """Give up what waits or is being changed, then leave the search, then the page."""
        if self._presenter.give_up():
            return True
        if self._search.hasFocus() and self._search.text():
            self._search.clear()
            return True
        if self._page is not None and self._page.step_back():
            return True
        page, within = self._page, QApplication.focusWidget()
        if page is not None and within is not None and page.isAncestorOf(within):
            self.take_focus()
            return True
        return False

    def open_part(self, found: Found) -> None:
        """Go to a place of the settings."""
        self._choose_group(self._offered[found.group].digit, found.part)
        if self._page is not None:
            self._page.go_to(found.field) if found.field else self._page.take_focus()

    def _allowed(self) -> tuple[Group, ...]:
        if self._presenter.app.settings.gate.may(Right.CHANGE_SETTINGS):
            return GROUPS
        return tuple(group for group in GROUPS if group.digit == _LOOK)

    def _offer(self, groups: tuple[Group, ...]) -> None:
        if groups == self._offered:
            return
        self._offered = groups
        options = [Option(group.digit, _(group.title), group.digit) for group in groups]
        self._groups.set_options(options, _("Groups of settings"))
        self._search.setVisible(len(groups) > 1)
        self._choose_group(groups[0].digit)

    def _choose_group(self, digit: str, part: int = 0) -> None:
        group = next(group for group in self._offered if group.digit == digit)
        self._groups.set_value((digit,))
        options = [Option(one.name, _(one.title)) for one in group.parts]
        self._parts.set_options(options, _("Parts of this group"))
        self._parts.setVisible(len(options) > 1)
        self._choose_part(group.parts[part].name)

    def _choose_part(self, name: str) -> None:
        if self._presenter.screen.pending:
            self._presenter.give_up()
        self._parts.set_value((name,))
        if name not in self._pages:
            parts = {part.name: part for group in GROUPS for part in group.parts}
            page = parts[name].page(self._presenter, self._inside)
            page.setObjectName(f"page_{name}")
            self._stack.addWidget(page)
            self._pages[name] = page
            self._put_in_order(page)
        for known, page in self._pages.items():
            page.setVisible(known == name)
        self._page = self._pages[name]
        self._page.show_screen(self._presenter.screen)
        self._area.verticalScrollBar().setValue(0)

    def _put_in_order(self, page: Page) -> None:
        """Let Tab go as one reads: search, groups, parts, page, what waits."""
        order = [self._search, self._groups, self._parts, *page.order()]
        for before, after in pairwise([*order, self._give_up, self._apply]):
            QWidget.setTabOrder(before, after)

    def _look_for(self, words: str) -> None:
        found = list(self._places(words))
        told = _(", ").join(place.words for place in found[:_FOUND])
        if found:
            said = _("Enter opens: {places}").format(places=told)
        else:
            said = _("Nothing found.") if words.strip() else ""
        self._found.setText(said)
        self._found.setVisible(bool(said))

    def _places(self, words: str) -> list[Found]:
        return list(search(words)) if self._offered == GROUPS else []

    def _go(self) -> None:
        if found := self._places(self._search.text()):
            self.open_part(found[0])

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._groups, 1)
        side = QVBoxLayout()
        side.setSpacing(2)
        side.addWidget(self._search)
        side.addWidget(self._found)
        side.addStretch(1)
        top.addLayout(side)
        self._search.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 30)
        waiting = QHBoxLayout()
        waiting.addWidget(self._waits, 1)
        waiting.addWidget(self._give_up)
        waiting.addWidget(self._apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._parts)
        column.addWidget(self._area, 1)
        column.addLayout(waiting)

    def _connect(self) -> None:
        self._presenter.changed.connect(self.show_screen)
        self._groups.chosen.connect(lambda codes: self._choose_group(codes[0]))
        self._parts.chosen.connect(lambda codes: self._choose_part(codes[0]))
        self._search.edited.connect(self._look_for)
        # after the field itself has gone on
        self._search.returnPressed.connect(self._go, Qt.ConnectionType.QueuedConnection)


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
