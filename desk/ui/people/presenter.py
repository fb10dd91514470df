"""Enters and changes people; PINs are hashed beside the window's own thread."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from desk.domain.answers import Unreadable, read_money
from desk.domain.errors import DeskError
from desk.domain.rights import Right
from desk.domain.staff import Role, Staff
from desk.domain.staff_errors import NameUnfit, PinUnfit, PinWaits, WrongPin
from desk.explain import explain
from desk.i18n import _, ngettext
from desk.services.app import App
from desk.ui.jobs import Jobs
from desk.ui.parts import Said
from desk.ui.people.screen import (
    ENTERED,
    OWN,
    PINS,
    PeopleScreen,
    amount,
    line_of,
    note,
    open_words,
)
from desk.ui.refresh import Refresh
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.widgets.option import Option

LIMITS = ("limit_complaint", "limit_month")


class PeoplePresenter(ScreenPresenter):
    """Holds what is typed about one person; PINs only until they are saved or left."""

    changed = Signal(object)

    def __init__(
        self, app: App, refresh: Refresh, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._jobs = jobs
        self._people: tuple[Staff, ...] = ()
        self._chosen = ""
        self._typed: dict[str, str] = {}
        self._problems: dict[str, str] = {}
        self._looking = False
        self._is_shown = False
        self.screen = self._read()
        refresh.changed.connect(self._on_news)

    def enter(self, argument: str = "") -> bool:
        """Come into view with who is signed in, or somebody new where nobody was entered."""
        del argument
        self._is_shown = True
        person = self._app.settings.gate.person
        self._put(person.id if person else "")
        return True

    def leave(self) -> bool:
        """Go out of view; what was not saved is put back, PINs first of all."""
        self._is_shown = False
        self._typed.clear()
        self._problems.clear()
        return True

    def reload(self) -> None:
        """Show what holds now."""
        self.screen = self._read()
        self.changed.emit(self.screen)

    def choose(self, place: int) -> None:
        """Put somebody of the list in front."""
        if 0 <= place < len(self._people) and self._people[place].id != self._chosen:
            self._put(self._people[place].id)

    def new(self) -> None:
        """Begin to enter somebody."""
        self._put("")

    def edit(self, name: str, text: str) -> None:
        """Take what is typed."""
        self._typed[name] = text
        if self._problems.pop(name, None) is not None:
            self.reload()

    def save(self) -> None:
        """Save the person in front, or say what does not fit."""
        if self._looking:
            return
        self._problems = {}
        if self._typed.get("pin", "") != self._typed.get("pin_again", ""):
            self._problems["pin_again"] = _("The two PINs differ. Type the same one twice.")
        limits = self._limits()
        if self._problems:
            self.reload()
            return
        if not self._manages():
            self._run(self._own_pin(), _("Your PIN is changed."))
        elif self._chosen:
            self._run(self._changes(limits), _("Saved: {name}.").format(name=self._text("name")))
        else:
            self._run(
                self._entering(limits), _("{name} can sign in.").format(name=self._text("name"))
            )

    def gone(self, *, left: bool) -> None:
        """Keep that somebody has left, or is back."""
        before = self._in_front()
        if before is not None:
            words = _("{name} has left; their name stays on old records.")
            words = words if left else _("{name} is back.")
            self._try(
                lambda: self._app.people.change(before.id, left=left),
                words.format(name=before.name),
            )

    def hand_over(self, staff_id: str) -> None:
        """Give all open complaints of the person in front to somebody."""
        before = self._in_front()
        if before is None:
            return
        try:
            given = self._app.handover.hand_over_all(before.id, staff_id)
        except DeskError as error:
            self.failed.emit(error)
            return
        words = ngettext(
            "{n} complaint was handed over to {name}.",
            "{n} complaints were handed over to {name}.",
            len(given),
        )
        taker = next((p.name for p in self._people if p.id == staff_id), "")
        self.said.emit(Said(words.format(n=len(given), name=taker), "done"))
        self.reload()

    def _entering(self, limits: dict[str, int | None]) -> Callable[[], Staff]:
        name, pin, role = self._text("name"), self._typed.get("pin", ""), self._role()
        wanted = {field: value for field, value in limits.items() if value is not None}

        def work() -> Staff:
            entered = self._app.people.add(name, role, pin)
            return self._app.people.change(entered.id, **wanted) if wanted else entered

        return work

    def _changes(self, limits: dict[str, int | None]) -> Callable[[], Staff]:
        before = self._in_front()
        if before is None:
            raise RuntimeError("nobody is in front")
        said: dict[str, Any] = {"name": self._text("name"), "role": self._role(), **limits}
        wanted = {field: v for field, v in said.items() if v != getattr(before, field)}
        pin = self._typed.get("pin", "")

        def work() -> Staff:
            saved = self._app.people.change(before.id, **wanted) if wanted else before
            return self._app.people.set_pin(before.id, pin) if pin else saved

        return work

    def _own_pin(self) -> Callable[[], Staff]:
        old, new = self._typed.get("old_pin", ""), self._typed.get("pin", "")
        return lambda: self._app.people.change_own_pin(old, new)

    def _run(self, work: Callable[[], Staff], words: str) -> None:
        self._looking = True
        self.reload()
        self._jobs.run(
            lambda progress: work(), lambda saved: self._saved(saved, words), self._unfit
        )

    def _saved(self, saved: Staff, words: str) -> None:
        self._looking = False
        self.said.emit(Said(words, "done"))
        if self._is_shown:
            self._put(saved.id)

    def _unfit(self, error: DeskError) -> None:
        self._looking = False
        place = {NameUnfit: "name", PinUnfit: "pin", WrongPin: "old_pin", PinWaits: "old_pin"}
        if type(error) in place:
            self._problems[place[type(error)]] = explain(error)
        else:
            self.failed.emit(error)
        self.reload()

    def _try(self, act: Callable[[], object], words: str) -> None:
        try:
            act()
        except DeskError as error:
            self.failed.emit(error)
        else:
            self.said.emit(Said(words, "done"))
        self.reload()

    def _limits(self) -> dict[str, int | None]:
        read: dict[str, int | None] = {}
        for name in LIMITS if self._manages() else ():
            try:
                read[name] = read_money(self._text(name))
            except Unreadable:
                self._problems[name] = _("Write an amount such as 200 or 12.50.")
        return read

    def _put(self, staff_id: str) -> None:
        self._chosen = staff_id
        self._typed = {}
        self._problems = {}
        self.reload()

    def _manages(self) -> bool:
        return self._app.settings.gate.may(Right.MANAGE_STAFF)

    def _in_front(self) -> Staff | None:
        return next((p for p in self._people if p.id == self._chosen), None)

    def _role(self) -> Role:
        before = self._in_front()
        first = Role.HANDLER if self._people else Role.SUPERVISOR
        return Role(self._typed.get("role") or (before.role if before else first))

    def _text(self, name: str) -> str:
        if name in self._typed or name in PINS:
            return self._typed.get(name, "")
        before = self._in_front()
        if before is None:
            return ""
        held = getattr(before, name)
        return amount(held) if name in LIMITS else str(held)

    def _read(self) -> PeopleScreen:
        gate = self._app.settings.gate
        self._people = () if gate.is_locked else self._app.people.all()
        before, manages = self._in_front(), self._manages()
        fields = ENTERED if manages else OWN
        here = gate.person.id if gate.person else ""
        return PeopleScreen(
            lines=tuple(line_of(person, here=person.id == here) for person in self._people),
            chosen=self._people.index(before) if before else -1,
            manages=manages,
            title=before.name if before else _("Somebody new"),
            note=note(first=not self._people, manages=manages),
            fields=fields,
            texts={name: self._text(name) for name in fields},
            role=self._role().value,
            problems=dict(self._problems),
            left=before is not None and before.left,
            is_entered=before is not None,
            open_words=self._open_words(before),
            takers=self._takers(before),
            looking=self._looking,
        )

    def _open_words(self, before: Staff | None) -> str:
        return open_words(self._app.handover.open_of(before.id)) if before else ""

    def _takers(self, before: Staff | None) -> tuple[Option, ...]:
        if before is None or not self._app.settings.gate.may(Right.HAND_OVER):
            return ()
        if not (held := self._app.handover.open_of(before.id)):
            return ()
        return tuple(Option(p.id, p.name) for p in self._app.handover.takers(held[0]))

    @Slot(frozenset)
    def _on_news(self, tables: frozenset[str]) -> None:
        if self._is_shown and tables & {"staff", "complaint"}:
            self.reload()
