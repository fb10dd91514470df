"""Holds the card in front: what was typed on it, kept at once, and what its button saves."""

import json
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desk.domain.answers import Raw
from desk.domain.errors import AnswersMissing, DeskError
from desk.domain.question import Form
from desk.i18n import language
from desk.services.app import App
from desk.services.attachments import Source, source_of
from desk.ui.cards.card import Card
from desk.ui.cards.files import FileDesk
from desk.ui.cards.screen import CardScreen, card_screen
from desk.ui.jobs import Jobs
from desk.ui.parts import Said
from desk.ui.screen_presenter import ScreenPresenter

WRITE_AFTER = 300
"""Milliseconds from a change to its writing, as for the guide's own answers."""


class CardDesk(QObject):
    """One card at a time. What is typed is kept on this desk until the card is saved."""

    changed = Signal(object)
    """The CardScreen to show; None when no card is open."""
    said = Signal(object)
    """A Said for the notice line."""
    failed = Signal(object)
    """A DeskError for the notice line."""
    problems_wanted = Signal()
    """The list of problems should take the focus."""
    saved = Signal()
    """A card was saved: what lies around the complaint may be another now."""

    files_wanted = Signal()
    """Files should be chosen for the complaint of the card."""

    def __init__(self, app: App, parent: QObject | None = None, jobs: Jobs | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._files = FileDesk(app, jobs or Jobs(parent=self), self)
        self._files.said.connect(self.said)
        self._files.failed.connect(self.failed)
        self._files.kept.connect(self._on_files_kept)
        if isinstance(parent, ScreenPresenter):
            self._files.working.connect(parent.working)
            self._files.progressed.connect(parent.progressed)
        self._card: Card | None = None
        self._answers: dict[str, Raw] = {}
        self._problems: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WRITE_AFTER)
        self._timer.timeout.connect(self._keep)

    @property
    def is_open(self) -> bool:
        """Tell whether a card is in front."""
        return self._card is not None

    def open(self, card: Card) -> None:
        """Put a card in front, with what was typed on it before; say so where that is refused."""
        self.close()
        self._problems = ()
        try:
            suggested = card.suggested()
        except DeskError as error:
            self.failed.emit(error)
            return
        self._card = card
        kept = json.loads(self._app.settings.remembered(self._name(), "{}"))
        typed = {k: tuple(v) if isinstance(v, list) else str(v) for k, v in kept.items()}
        self._answers = {**suggested, **typed}
        self.draw()

    def stand_beside(self, complaint: str) -> None:
        """Put the card of another complaint away: what is saved now belongs to this one."""
        if self._card is not None and self._card.complaint != complaint:
            self.close()

    def draw(self) -> None:
        """Show the card again: another language, or what it tells has changed."""
        if self._card is None:
            self.changed.emit(None)
        else:
            self.changed.emit(self.screen())

    def screen(self) -> CardScreen | None:
        """Give what is to be shown, None when no card is open."""
        if self._card is None:
            return None
        avoid = self._app.guides.of(language()).avoid
        return card_screen(self._card, self._answers, self._problems, avoid)

    def edit(self, name: str, raw: Raw) -> None:
        """Take an answer as typed or chosen."""
        if self._card is None:
            return
        self._answers[name] = raw
        self._problems = tuple(field for field in self._problems if field != name)
        self._timer.start()
        self.draw()

    def tick(self, line: str, on: bool) -> None:
        """Take a line as done, or not."""
        if (card := self._card) is not None:
            try:
                anew = card.tick(line, on)
            except DeskError as error:
                self.failed.emit(error)
            else:
                self._answers = self._answers if anew is None else dict(anew)
            self.draw()
            self.saved.emit()
            self.take(card.complaint, [source_of(path) for path in card.chosen()])

    def take(self, complaint: str, sources: Sequence[Source]) -> None:
        """Keep files beside a complaint, the first with what the card in front says of it."""
        words = ""
        if sources and self._card is not None and self._card.takes_files:
            words = str(self._answers.pop("words", ""))
            self._forget()
            self.draw()
        self._files.take(complaint, sources, words)

    def commit(self) -> None:
        """Save the card, or say what is missing on it; one that only tells is put away."""
        if self._card is None:
            return
        if not self._card.commit_label():
            self.close()
            return
        if self._card.takes_files:
            self.files_wanted.emit()
            return
        card, news = self._card, ""
        try:
            news = card.commit(dict(self._answers))
        except AnswersMissing as error:
            self._problems = error.fields
            self.draw()
            self.problems_wanted.emit()
            return
        except DeskError as error:
            self.failed.emit(error)
            return
        self._forget()
        if card.stays_open():
            self._answers = dict(card.suggested())
            self._problems = ()
            self.draw()
        else:
            self._card = None
            self.changed.emit(None)
        if news:
            self.said.emit(Said(news, "done"))
        self.saved.emit()

    def close(self) -> None:
        """Put the card away; what was typed on it comes back with it."""
        if self._card is None:
            return
        if self._timer.isActive():
            self._keep()
        self._card = None
        self.changed.emit(None)

    def _on_files_kept(self) -> None:
        if self._card is not None:
            self.draw()
        self.saved.emit()

    def _name(self) -> str:
        return f"card/{self._card.complaint}/{self._card.name}" if self._card else ""

    def _keep(self) -> None:
        self._timer.stop()
        if self._card is None:
            return
        hidden = {q.name for q in self._card.questions(self._answers) if q.form is Form.PIN}
        said: Mapping[str, Raw] = {
            name: raw for name, raw in self._answers.items() if raw and name not in hidden
        }
        self._try(lambda: self._app.settings.remember(**{self._name(): json.dumps(said)}))

    def _forget(self) -> None:
        self._timer.stop()
        self._try(lambda: self._app.settings.forget(self._name()))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except DeskError as error:
            self.failed.emit(error)
