"""Keeps the screens: each presenter made once, each view made when first shown."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desk.domain.errors import DeskError
from desk.ui.parts import Parts
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.screen_view import ScreenView
from desk.ui.screens import BY_NAME


class Stage(QObject):
    """Passes on what screens ask for; knows no screen by name."""

    asked = Signal(str, str)
    said = Signal(object)
    failed = Signal(object)
    working = Signal(str)
    progressed = Signal(int, int)
    renamed = Signal()
    language_wanted = Signal(str)

    def __init__(self, parts: Parts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._presenters: dict[str, ScreenPresenter] = {}
        self._views: dict[str, ScreenView] = {}
        self.stack = QStackedWidget()
        self.current = ""

    def presenter(self, name: str) -> ScreenPresenter:
        """Give a screen's presenter, making it the first time. KeyError for an unknown screen."""
        if name not in self._presenters:
            self._presenters[name] = made = BY_NAME[name].presenter(self._parts)
            for said, passed_on in (
                (made.asked, self.asked),
                (made.said, self.said),
                (made.failed, self.failed),
                (made.working, self.working),
                (made.progressed, self.progressed),
                (made.renamed, self.renamed),
                (made.language_wanted, self.language_wanted),
            ):
                said.connect(passed_on)
        return self._presenters[name]

    def view(self) -> ScreenView:
        """Give the view that is shown."""
        return self._views[self.current]

    def title(self) -> str:
        """Name what is open, where that is one thing."""
        return self._presenters[self.current].title()

    def leave(self) -> bool:
        """Let the screen that is shown go out of view; False when it must stay."""
        return not self.current or self._presenters[self.current].leave()

    def show(self, name: str, argument: str) -> bool:
        """Bring a screen to the front with what it shall show; False when it has nothing.

        Where that is refused it is told, and False as well.
        """
        try:
            if not self.presenter(name).enter(argument):
                return False
        except DeskError as error:
            self.failed.emit(error)
            return False
        self.current = name
        if name not in self._views:
            self._make_view(name)
        self.stack.setCurrentWidget(self._views[name])
        return True

    def rebuild(self) -> QStackedWidget:
        """Make all views anew, in another language, from presenters that kept their state."""
        self._views.clear()
        self.stack = QStackedWidget()
        for presenter in self._presenters.values():
            presenter.reload()
        if self.current:
            self._make_view(self.current)
        return self.stack

    def reload(self) -> None:
        """Have what is shown read again: something was taken back."""
        if self.current:
            self._presenters[self.current].reload()

    def close(self, window: str) -> None:
        """Let every screen and the window remember where they stood, and end their work."""
        for presenter in self._presenters.values():
            presenter.close()
        try:
            self._parts.app.settings.remember(window=window)
        except DeskError as error:
            from desk.services.log_file import LOG

            # Where a window stood is not worth keeping anybody from going home.
            LOG.warning("the window's place was not remembered: %s", type(error).__name__)

    def _make_view(self, name: str) -> None:
        view = BY_NAME[name].view(self._presenters[name])
        self._views[name] = view
        self.stack.addWidget(view)
