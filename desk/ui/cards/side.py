"""Lets a screen open cards at its side: the menus, the panel, and the keys there and back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desk.i18n import _
from desk.services.app import App
from desk.services.attachments import Source, source_of
from desk.ui.cards.carrying import Choose, carried_sources, choose_files
from desk.ui.cards.desk import CardDesk
from desk.ui.cards.menu import CardMenu
from desk.ui.cards.panel import CardPanel
from desk.ui.cards.registry import BESIDE, PATHS, entry
from desk.ui.widgets.carried import is_for_the_complaint


class CardSide(QObject):
    """Puts the card panel into a screen's stack while a card is open.

    `complaint` saves what is typed and gives the complaint's id, "" when there is none to write
    beside.
    """

    closed = Signal()
    """No card is open any more: the screen takes the keys back."""

    def __init__(
        self,
        desk: CardDesk,
        app: App,
        *,
        stack: QStackedWidget,
        complaint: Callable[[], str],
    ) -> None:
        super().__init__(stack)
        self._desk = desk
        self._app = app
        self._stack = stack
        self._complaint = complaint
        self._before: QWidget | None = None
        self._takes_keys = True
        self._paths = CardMenu("paths", _("Another path"), PATHS, stack)
        self._beside = CardMenu("write_down", _("Write down"), BESIDE, stack)
        self.panel = CardPanel(desk, stack)
        for page in (self._paths, self._beside, self.panel):
            stack.addWidget(page)
        for menu in (self._paths, self._beside):
            menu.chosen.connect(self.open)
        self.panel.opened.connect(self._show)
        self.panel.closed.connect(self._hide)
        self.choose: Choose = choose_files
        """Asks for files; a test gives some by itself."""
        desk.files_wanted.connect(self.add_files)
        desk.draw()

    @property
    def is_open(self) -> bool:
        """Tell whether a card or a menu of cards is in front."""
        return self._stack.currentWidget() in {self._paths, self._beside, self.panel}

    @property
    def front(self) -> QWidget:
        """Give what stands at the side while this is open."""
        return self._stack.currentWidget() or self.panel

    def ask_path(self) -> None:
        """Offer the side paths."""
        self._ask(self._paths)

    def ask_beside(self) -> None:
        """Offer what can be written down beside the complaint."""
        self._ask(self._beside)

    def open(self, name: str) -> None:
        """Open a card by its name; nothing where there is no complaint."""
        if complaint := self._complaint():
            self._desk.open(entry(name).make(self._app, complaint))
        if not self._desk.is_open:
            self._hide()

    def offer(self, name: str) -> None:
        """Open a card while the keys stay where they are."""
        self._takes_keys = False
        try:
            self.open(name)
        finally:
            self._takes_keys = True

    def add_files(self) -> None:
        """Let files be chosen and have them kept beside the complaint."""
        if complaint := self._complaint():
            chosen = self.choose(self._stack)
            self._desk.take(complaint, [source_of(path) for path in chosen])

    def take(self, sources: list[Source]) -> None:
        """Have what was dropped kept beside the complaint."""
        if sources and (complaint := self._complaint()):
            self._desk.take(complaint, sources)

    def paste(self) -> None:
        """Have what the clipboard carries kept beside the complaint; words are for fields."""
        carried = QGuiApplication.clipboard().mimeData()
        if is_for_the_complaint(carried):
            self.take(carried_sources(carried))

    def commit(self) -> bool:
        """Save the card if the keys are in it; tell whether they were."""
        focused = QApplication.focusWidget()
        if focused is None or not self.panel.isAncestorOf(focused):
            return False
        self._desk.commit()
        return True

    def step_back(self) -> bool:
        """Put the card or the menu away; tell whether one was open."""
        if not self.is_open:
            return False
        if self._desk.is_open:
            self._desk.close()
        else:
            self._hide()
        return True

    def _ask(self, menu: CardMenu) -> None:
        self._bring(menu)
        menu.ask()

    def _show(self) -> None:
        self._bring(self.panel)
        if self._takes_keys:
            self.panel.take_focus()

    def _bring(self, page: QWidget) -> None:
        if not self.is_open:
            self._before = self._stack.currentWidget()
        self._stack.setCurrentWidget(page)

    def _hide(self) -> None:
        if self._before is not None:
            self._stack.setCurrentWidget(self._before)
        self.closed.emit()
