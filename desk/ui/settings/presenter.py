"""Saves each setting when it is changed, says so, and can take it back."""

import dataclasses
from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desk.domain.errors import ContentBroken, DeskError
from desk.domain.policy import CLOCKS
from desk.i18n import _, ngettext
from desk.services.app import App
from desk.services.policy import PolicyChange
from desk.ui.jobs import Jobs
from desk.ui.parts import Said
from desk.ui.refresh import Refresh
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.settings.entries import Entries
from desk.ui.settings.fields import BY_NAME, Unfit
from desk.ui.settings.screen import Looks, SettingsScreen, pending_words
from desk.ui.theme import Mode

R = TypeVar("R")
_SHOWN = frozenset({"setting", "content_version", "calendar_day", "category_node", "own_field"})


class SettingsPresenter(ScreenPresenter):
    """Holds what is typed until it fits."""

    changed = Signal(object)

    def __init__(
        self,
        app: App,
        refresh: Refresh,
        look: Looks,
        jobs: Jobs | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.app = app
        self._app = app
        self._jobs = jobs
        self._back: Callable[[], object] | None = None
        self._wanted: dict[str, str | int] = {}
        self._pending: PolicyChange | None = None
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
        self._wanted.clear()
        self._pending = None
        return True

    def reload(self) -> None:
        """Show what holds now; words about what does not fit come in the screen's language."""
        told = {name: self._problem(name, text) for name, text in self._typed.items()}
        self._problems = {name: words for name, words in told.items() if words}
        self.screen = self._read()
        self.changed.emit(self.screen)

    def change(self, name: str, text: str) -> None:
        """Save a setting at once, or say what it can be; clocks are looked at before."""
        field = BY_NAME[name]
        before = getattr(self._app.settings.current(), name)
        try:
            value = field.read(text)
        except Unfit as unfit:
            self._typed[name] = text
            self._problems[name] = str(unfit)
            self.reload()
            return
        self._problems.pop(name, None)
        if name in CLOCKS:
            self._change_clock(name, text, value)
            return
        self._typed.pop(name, None)
        if value != before:
            self._save(name, value, before)
        self.reload()

    def propose(self, look: Callable[[], PolicyChange]) -> None:
        """Look at what a change of the clocks does; make it where no complaint is touched."""
        self._run(look, self._proposed)

    def apply(self) -> None:
        """Make the change that waits."""
        if self._pending is not None:
            self._apply(self._pending)

    def give_up(self) -> bool:
        """Forget the change that waits; False when none does."""
        if self._pending is None:
            return False
        for name in self._wanted:
            self._typed.pop(name, None)
        self._wanted.clear()
        self._pending = None
        self.reload()
        return True

    def undo(self) -> bool:
        """Take the last change back (Ctrl+Z outside a text); False when there is none."""
        if self._back is None:
            return False
        self._back()
        return True

    def save_line(self, entries: Entries, line_id: str, values: Mapping[str, str]) -> str:
        """Save a line of a list; give what is wrong with it in words, or nothing."""
        return self._change_list(entries, partial(entries.save, line_id, values))

    def drop_line(self, entries: Entries, line_id: str) -> str:
        """Take a line out of a list; give what is wrong with that in words, or nothing."""
        return self._change_list(entries, partial(entries.take_away, line_id))

    def keep(self, what: str, work: Callable[[], object]) -> str:
        """Do what changes settings, and tell it with the way back; give what is wrong, if so."""
        end = self._app.settings_history.end()
        try:
            work()
        except ContentBroken as broken:
            return broken.reason.said(_)
        except DeskError as error:
            self.failed.emit(error)
            return ""
        self._tell(what, end)
        self.reload()
        return ""

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

    def _change_list(self, entries: Entries, work: Callable[[], PolicyChange | None]) -> str:
        end = self._app.settings_history.end()
        try:
            change = work()
        except Unfit as unfit:
            return str(unfit)
        except ContentBroken as broken:
            return broken.reason.said(_)
        except DeskError as error:
            self.failed.emit(error)
            return ""
        if change is not None:
            self._proposed(change)
        else:
            self._tell(entries.title(), end)
        self.reload()
        return ""

    def _change_clock(self, name: str, text: str, value: str | int) -> None:
        self._wanted.pop(name, None)
        self._typed.pop(name, None)
        if value != getattr(self._app.settings.current(), name):
            self._wanted[name] = value
            self._typed[name] = text
        self._pending = None
        if self._wanted:
            self.propose(partial(self._app.policy.look, **self._wanted))
        self.reload()

    def _proposed(self, change: PolicyChange) -> None:
        if change.day is None and dict(change.settings) != self._wanted:
            return  # something else was typed meanwhile, and is being looked at
        if change.moved == 0:
            self._apply(change)
            return
        self._pending = change
        self.reload()

    def _apply(self, change: PolicyChange) -> None:
        end = self._app.settings_history.end()

        def applied(moved: int) -> None:
            self._pending = None
            self._wanted.clear()
            names = [_(BY_NAME[name].label) for name, _value in change.settings]
            for name, _value in change.settings:
                self._typed.pop(name, None)
            told = _(", ").join(names) or _("Own days")
            if moved:
                told = ngettext(
                    "{what} ({n} open complaint has another due date)",
                    "{what} ({n} open complaints have other due dates)",
                    moved,
                ).format(what=told, n=moved)
            self._tell(told, end)
            self.reload()

        self._run(partial(self._app.policy.apply, change), applied)

    def _run(self, work: Callable[[], R], done: Callable[[R], None]) -> None:
        """Do what may take long: beside the window where there is one."""
        if self._jobs is not None:
            self._jobs.run(lambda _progress: work(), done, self.failed.emit)
            return
        try:
            made = work()
        except DeskError as error:
            self.failed.emit(error)
            return
        done(made)

    def _save(self, name: str, value: str | int, before: str | int) -> None:
        end = self._app.settings_history.end()
        try:
            self._app.settings.change(**{name: value})
        except DeskError as error:
            self._typed[name] = str(value)
            self.failed.emit(error)
            return
        back = partial(self._app.settings.change, **{name: before})
        self._tell(_(BY_NAME[name].label), end, back)

    def _tell(self, what: str, end: int, back: Callable[[], object] | None = None) -> None:
        """Say what was saved, with the way back; nothing where nothing differed."""
        history = self._app.settings_history
        if ids := history.since(end):
            words = _("Saved: {setting}.").format(setting=what)
            press = partial(self._take_back, what, back or partial(history.undo, *ids))
            self._back = press
            self.said.emit(Said(words, "done", _("Undo"), press))

    def _take_back(self, what: str, back: Callable[[], object]) -> None:
        self._back = None
        try:
            back()
        except DeskError as error:
            self.failed.emit(error)
        else:
            self.said.emit(Said(_("As before: {setting}.").format(setting=what)))
        self.reload()

    def _problem(self, name: str, text: str) -> str:
        try:
            BY_NAME[name].read(text)
        except Unfit as unfit:
            return str(unfit)
        return ""

    def _read(self) -> SettingsScreen:
        held = dataclasses.asdict(self._app.settings.current())
        return SettingsScreen(
            texts={
                name: self._typed.get(name, field.show(held[name]))
                for name, field in BY_NAME.items()
            },
            problems=dict(self._problems),
            language=self._look.language,
            mode=self._look.mode,
            size=self._look.size,
            pending=pending_words(self._pending),
        )

    @Slot(frozenset)
    def _on_news(self, tables: frozenset[str]) -> None:
        if tables & _SHOWN:
            self.reload()
