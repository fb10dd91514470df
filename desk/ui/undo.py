"""The last fifty actions of who sits here, taken back one by one and done again (ux.md §8)."""

from collections import deque
from threading import current_thread, main_thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk.domain.change import Change
from desk.domain.errors import DeskError
from desk.i18n import _
from desk.ui.parts import Said

if TYPE_CHECKING:
    from desk.domain.undo import Step
    from desk.ui.shell import Shell

MOST = 50


class UndoStack(QObject):
    """Hears what was saved in the window's own thread; what is printed beside it is no step."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell)
        self._shell = shell
        self._app = shell.parts.app
        self._done: deque[Step] = deque(maxlen=MOST)
        self._undone: deque[Step] = deque(maxlen=MOST)
        self._into: deque[Step] | None = None
        """Where the step goes that is saved by going back or forth; None for a new action."""
        self._who = ""
        self._app.database.on_saved(self._hear)

    def undo(self) -> None:
        """Take the last action back."""
        self._go(self._done, self._undone, _("There is nothing to take back."))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go(self._undone, self._done, _("There is nothing to do again."))

    def _go(self, steps: "deque[Step]", into: "deque[Step]", nothing: str) -> None:
        self._forget_others()
        if not steps:
            self._shell.say(Said(nothing))
            return
        step = steps.pop()
        self._into = into
        try:
            self._app.undo.take_back(step)
        except DeskError as error:
            self._shell.stage.failed.emit(error)
            return
        finally:
            self._into = None
        self._shell.stage.reload()
        complaint = step.complaint
        words = _("Taken back.") if steps is self._done else _("Done again.")
        if complaint is not None:
            stands = _("{reference} stands as it stood.").format(reference=complaint.reference)
            words = f"{words} {stands}" if steps is self._done else words
        self._shell.say(Said(words))

    def _hear(self, saved: tuple[Change, ...]) -> None:
        if not saved or current_thread() is not main_thread():
            return
        from desk.domain.undo import step_of  # with every kind of record; no start waits for it

        self._forget_others()
        if (step := step_of(saved)) is None:
            return
        if self._into is None:
            self._undone.clear()
            self._done.append(step)
        else:
            self._into.append(step)

    def _forget_others(self) -> None:
        """Nobody takes back what another has done at this desk."""
        person = self._app.settings.gate.person
        who = person.id if person is not None else ""
        if who != self._who:
            self._who = who
            self._done.clear()
            self._undone.clear()
