"""Saves each setting when it is changed, says so, and can take it back."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from desk.domain.errors import DeskError
from desk.i18n import _
from desk.services.app import App
from desk.ui.parts import Said
from desk.ui.refresh import Refresh
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.settings.fields import BY_NAME, Unfit
from desk.ui.theme import Mode


class Looks(Protocol):
    """What the settings need of the desk's look."""

    mode: Mode
    size: int
    language: str

    def choose(self, *, mode: Mode | None = None, size: int | None = None) -> None:
        """Change some of it, at once and for next time."""


@dataclass(frozen=True, slots=True)
class SettingsScreen:
    """What the view draws: texts and problems by name of setting, and the look."""

    texts: Mapping[str, str]
    problems: Mapping[str, str]
    language: str
    mode: Mode
    size: int


class SettingsPresenter(ScreenPresenter):
    """Holds what is typed until it fits."""

    changed = Signal(object)

    def __init__(
        self, app: App, refresh: Refresh, look: Looks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._look = look
        self._typed: dict[str, str] = {}
        self._problems: dict[str, str] = {}
        self.screen = self._read()
        refresh.changed.connect(self._on_news)

    def enter(self, argument: str = "") -> bool:
        """Come into view."""
        del argument
        self.reload()
        return True

    def leave(self) -> bool:
        """Go out of view; what did not fit was not saved and is put back."""
        self._typed.clear()
        self._problems.clear()
        return True

    def reload(self) -> None:
        """Show what holds now; words about what does not fit come in the screen's language."""
        for name, text in self._typed.items():
            self._problems[name] = self._problem(name, text)
        self.screen = self._read()
        self.changed.emit(self.screen)

    def change(self, name: str, text: str) -> None:
        """Save a setting at once, or say what it can be."""
        field = BY_NAME[name]
        before = getattr(self._app.settings.current(), name)
        try:
            value = field.read(text)
        except Unfit as unfit:
            self._typed[name] = text
            self._problems[name] = str(unfit)
            self.reload()
            return
        self._typed.pop(name, None)
        self._problems.pop(name, None)
        if value != before and self._save(name, value):
            self.said.emit(
                Said(
                    _("Saved: {setting}.").format(setting=_(field.label)),
                    "done",
                    _("Undo"),
                    partial(self._take_back, name, before),
                )
            )
        self.reload()

    def choose_mode(self, mode: Mode) -> None:
        """Change the colours."""
        self._look.choose(mode=mode)
        self.reload()

    def choose_size(self, size: int) -> None:
        """Change the text size, in points."""
        self._look.choose(size=size)
        self.reload()

    def choose_language(self, code: str) -> None:
        """Ask the window for another language."""
        if code != self._look.language:
            self.language_wanted.emit(code)

    def _take_back(self, name: str, before: str | int) -> None:
        if self._save(name, before):
            words = _("As before: {setting}.").format(setting=_(BY_NAME[name].label))
            self.said.emit(Said(words))
        self.reload()

    def _save(self, name: str, value: str | int) -> bool:
        try:
            self._app.settings.change(**{name: value})
        except DeskError as error:
            self._typed[name] = str(value)
            self.failed.emit(error)
            return False
        return True

    def _problem(self, name: str, text: str) -> str:
        try:
            BY_NAME[name].read(text)
        except Unfit as unfit:
            return str(unfit)
        return ""

    def _read(self) -> SettingsScreen:
        held = dataclasses.asdict(self._app.settings.current())
        return SettingsScreen(
            texts={name: self._typed.get(name, str(held[name])) for name in BY_NAME},
            problems=dict(self._problems),
            language=self._look.language,
            mode=self._look.mode,
            size=self._look.size,
        )

    @Slot(frozenset)
    def _on_news(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self.reload()
