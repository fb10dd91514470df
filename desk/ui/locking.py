"""Switching who sits here: the desk is locked at once, and opens for the next right PIN."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desk.domain.staff import Staff
from desk.i18n import _
from desk.ui.parts import Said

if TYPE_CHECKING:
    from desk.ui.shell import Shell
    from desk.ui.sign_in.view import SignInCover


class Locking(QObject):
    """Covers the window while nobody is signed in. What was typed stays with the desk."""

    def __init__(self, shell: "Shell") -> None:
        super().__init__(shell)
        self._shell = shell
        self._gate = shell.parts.app.settings.gate
        self._cover: SignInCover | None = None
        self._was = ""
        self._here = ("today", "")

    @property
    def is_covered(self) -> bool:
        """Whether the cover lies over the window."""
        return self._cover is not None

    def begin(self) -> None:
        """Cover a window that is opened where somebody must sign in."""
        if self._gate.is_locked:
            self._raise()

    def switch(self) -> None:
        """Put aside what is in front, lock the desk and ask who comes next (F12)."""
        if not self._gate.has_people:
            words = _("No people were entered yet. Ctrl+8 enters the first, with a PIN.")
            self._shell.say(Said(words))
            return
        if self._cover is not None:
            return
        for covering in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if covering is not None:
                covering.close()
        person = self._gate.person
        self._was = person.id if person is not None else ""
        self._here = self._shell.put_aside()
        self._raise()
        # What was asked for before, such as a paper being made, is finished as who asked for it.
        jobs = self._shell.parts.jobs
        if jobs.is_busy:
            jobs.working.connect(self._lock_when_done)
        else:
            self._gate.lock()

    def _lock_when_done(self, working: bool) -> None:
        if not working:
            self._shell.parts.jobs.working.disconnect(self._lock_when_done)
            if self._cover is not None:
                self._gate.lock()

    def _raise(self) -> None:
        from desk.ui.sign_in.presenter import SignInPresenter
        from desk.ui.sign_in.view import SignInCover

        parts = self._shell.parts
        presenter = SignInPresenter(parts.app, parts.reads, self)
        presenter.signed_in.connect(self._open)
        self._cover = SignInCover(presenter, self._shell)
        self._cover.raise_cover()
        self._shell.setWindowTitle("desk")

    def _open(self, person: Staff) -> None:
        cover, self._cover = self._cover, None
        if cover is not None:
            cover.hide()
            cover.deleteLater()
        self._shell.take_up(*(self._here if person.id == self._was else ("today", "")))
