"""Keeps the screens: each presenter made once, each view made when first shown."""

from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk.domain.errors import DeskError
from desk.services.log_file import LOG
from desk.ui import panes
from desk.ui.parts import Parts, Said
from desk.ui.screens import BY_NAME


class Stage(QObject):
    """Passes on what screens ask for; knows no screen by name but the guide, whose words differ."""

    asked = Signal(str, str)
    said = Signal(object)
    failed = Signal(object)
    working = Signal(str)
    """What long work is going on; empty when it ended."""
    progressed = Signal(int, int)
    language_wanted = Signal(str)
    guide_opened = Signal()
    guide_left = Signal(str)
    guide_changed = Signal()

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._presenters: dict[str, Any] = {}
        self._views: dict[str, QWidget] = {}
        self.stack = QStackedWidget()
        self.current = ""

    def presenter(self, name: str) -> Any:
        """Give a screen's presenter, making it the first time. KeyError for an unknown screen."""
        if name not in self._presenters:
            made = BY_NAME[name].presenter(self._parts)
            self._presenters[name] = made
            self._wire(made, is_guide=name == "guide")
        return self._presenters[name]

    def made(self, name: str) -> Any | None:
        """Give a presenter that was made already."""
        return self._presenters.get(name)

    def view(self) -> Any:
        """Give the view that is shown."""
        return self._views[self.current]

    def in_view(self, what: str) -> object:
        """Have the view that is shown do something, if it can; None when it cannot."""
        act = getattr(self.view(), what, None)
        return act() if act is not None else None

    def guide_is_open(self) -> bool:
        """Tell whether a complaint is in front in the guide."""
        guide = self._presenters.get("guide")
        return guide is not None and bool(guide.is_open)

    def in_guide(self, what: str, *arguments: object) -> None:
        """Have the guide do something, if a complaint is in front."""
        if self.guide_is_open():
            getattr(self._presenters["guide"], what)(*arguments)

    def take_focus(self) -> None:
        """Put the keys where the work of this screen begins."""
        if self.current != "guide":  # the guide knows itself on which field to go on
            self.view().take_focus()
        elif (first := panes.entrance(self.view().panes()[0])) is not None:
            first.setFocus()

    def panes(self) -> list[QWidget]:
        """Give the parts of this screen that F6 goes through."""
        return list(self.view().panes())

    def hints(self) -> str:
        """Say the keys of this screen."""
        return str(self.in_view("hints") or "")

    def title(self) -> str:
        """Name what is open, where that is one thing."""
        named = getattr(self._presenters[self.current], "title", None)
        return str(named()) if named is not None else ""

    def show(self, name: str, argument: str) -> None:
        """Bring a screen to the front with what it shall show; the one before goes out of view."""
        presenter = self.presenter(name)
        if self.current and self.current != name:
            self._tell(self.current, "leave")
        self.current = name
        if name != "guide":
            presenter.enter(argument)
        if name not in self._views:
            self._make_view(name)
        self.stack.setCurrentWidget(self._views[name])

    def rebuild(self) -> QStackedWidget:
        """Make all views anew, in another language, from presenters that kept their state."""
        self._views.clear()
        self.stack = QStackedWidget()
        for name, presenter in self._presenters.items():
            if name != "guide":
                presenter.reload()
        if self.current:
            self._make_view(self.current)
        return self.stack

    def close(self, window: str) -> None:
        """Let every screen and the window remember where they stood; the guide stops writing."""
        if self.current:
            self._tell(self.current, "leave")
        if "guide" in self._presenters:
            self._presenters["guide"].close()
        try:
            self._parts.app.settings.remember(window=window)
        except DeskError as error:
            # Where a window stood is not worth keeping anybody from going home.
            LOG.warning("the window's place was not remembered: %s", type(error).__name__)

    def _make_view(self, name: str) -> None:
        presenter = self._presenters[name]
        view = BY_NAME[name].view(presenter)
        self._views[name] = view
        self.stack.addWidget(view)
        if name == "guide":
            presenter.refresh()

    def _tell(self, name: str, what: str) -> None:
        if name != "guide":
            getattr(self._presenters[name], what)()

    def _wire(self, presenter: Any, *, is_guide: bool) -> None:
        presenter.failed.connect(self.failed)
        if is_guide:
            presenter.opened.connect(self.guide_opened)
            presenter.left.connect(self.guide_left)
            presenter.noticed.connect(self._say)
            presenter.changed.connect(self._on_guide)
            return
        for name, signal in (
            ("asked", self.asked), ("said", self.said), ("working", self.working),
            ("progressed", self.progressed), ("language_wanted", self.language_wanted),
        ):  # fmt: skip
            if hasattr(presenter, name):
                getattr(presenter, name).connect(signal)

    def _say(self, words: str) -> None:
        self.said.emit(Said(words))

    def _on_guide(self, screen: object) -> None:
        del screen
        self.guide_changed.emit()
