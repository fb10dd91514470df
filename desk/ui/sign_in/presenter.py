"""Asks who sits here and for their PIN; the PIN is looked at beside the window's own thread."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desk.domain.errors import DeskError
from desk.domain.staff import Staff
from desk.services.app import App
from desk.ui.jobs import Jobs

LAST = "signed_in"
"""Under this name the desk remembers who signed in last: they are offered first."""


@dataclass(frozen=True, slots=True)
class SignInScreen:
    """What the cover draws: names in order, which is chosen, what is wrong, whether one waits."""

    people: tuple[str, ...]
    chosen: int
    problem: DeskError | None
    looking: bool
    shop: str


class SignInPresenter(QObject):
    """Holds who is chosen; never a PIN."""

    changed = Signal(object)
    signed_in = Signal(object)
    """The Staff who acts from now on."""

    def __init__(self, app: App, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._jobs = jobs
        self._people: tuple[Staff, ...] = app.people.choices()
        last = app.settings.remembered(LAST)
        self._chosen = next((n for n, p in enumerate(self._people) if p.id == last), 0)
        self._problem: DeskError | None = None
        self._looking = False

    @property
    def screen(self) -> SignInScreen:
        """What is to be shown."""
        return SignInScreen(
            people=tuple(person.name for person in self._people),
            chosen=self._chosen,
            problem=self._problem,
            looking=self._looking,
            shop=self._app.settings.current().shop,
        )

    def choose(self, place: int) -> None:
        """Say who it is, by their place in the list."""
        if 0 <= place < len(self._people) and place != self._chosen:
            self._chosen = place
            self._problem = None
            self.changed.emit(self.screen)

    def give(self, pin: str) -> None:
        """Give the PIN; the answer comes a moment later."""
        if self._looking or not self._people:
            return
        staff_id = self._people[self._chosen].id
        self._looking = True
        self._problem = None
        self.changed.emit(self.screen)
        self._jobs.run(
            lambda progress: self._app.people.sign_in(staff_id, pin), self._done, self._failed
        )

    def _done(self, person: Staff) -> None:
        self._looking = False
        self._app.settings.remember(**{LAST: person.id})
        self.signed_in.emit(person)

    def _failed(self, error: DeskError) -> None:
        self._looking = False
        self._problem = error
        self.changed.emit(self.screen)
