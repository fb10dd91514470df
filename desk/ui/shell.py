"""The main window: one screen at a time inside its frame; it knows where staff are."""

from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Slot
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import QMainWindow

from desk.domain.draft import Draft
from desk.domain.errors import NotFound
from desk.i18n import _
from desk.ui import panes, shortcuts
from desk.ui.commands import RIGHT_OF, commands
from desk.ui.frame import Frame
from desk.ui.locking import Locking
from desk.ui.parts import Parts, Said
from desk.ui.screens import BY_NAME
from desk.ui.shielding import Shielding
from desk.ui.stage import Stage
from desk.ui.undo import UndoStack
from desk.ui.widgets.shield import Shield

if TYPE_CHECKING:
    from desk.ui.palette import Palette


class Shell(QMainWindow):
    """Every function has a key; nothing asks whether to throw something away."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("desk")
        self.parts = parts
        self._came_by: list[tuple[str, str]] = []
        self._here = ("", "")
        self._work = ""
        self._was_refused = False
        self.stage = Stage(parts, self)
        self.stage.asked.connect(self.go)
        self.stage.working.connect(self._on_work)
        # Queued: the view that asks is drawn anew, so it must have finished its own work.
        self.stage.language_wanted.connect(self.change_language, Qt.ConnectionType.QueuedConnection)
        self.stage.renamed.connect(self._retitle)
        self.locking = Locking(self)
        self.shielding = Shielding(self)
        self.undo = UndoStack(self)
        self._build()
        self.go("today")
        self.locking.begin()

    @Slot(str, str)
    def go(self, name: str, argument: str = "") -> None:
        """Show a screen; the one before is left first, and stays when it must not be left."""
        if name != "today":  # Today is where staff are sent with the news of what they did
            self.frame.let_news_go()
        if not self.stage.leave():
            return
        if not self.stage.show(name, argument):
            name, argument = "today", ""
            self.stage.show(name, argument)
        if name != "complaints" or not argument:  # the words sought stand while they are listed
            self.frame.header.find_box.set_text("")
        if name == "today":
            self._came_by.clear()
        elif self._here[0] not in {"", "guide", name}:
            self._came_by.append(self._here)
        self._here = (name, argument)
        self._settle()
        self.stage.view().take_focus()

    def put_aside(self) -> tuple[str, str]:
        """Park what is in front; give where staff were, so that `take_up` can bring them back."""
        name, argument = self._here
        self.stage.leave()
        if name == "guide" and not argument:  # a new complaint has its name by now
            drafts = self.parts.app.drafts.all()
            newest = max((d for d in drafts if d.parked_at), key=_parked_at, default=None)
            name, argument = ("guide", newest.id) if newest is not None else ("today", "")
        return name, argument

    def take_up(self, name: str, argument: str) -> None:
        """Go on somewhere as whoever is signed in now."""
        self.frame.let_news_go()
        self.go(name, argument)

    def say(self, said: Said) -> None:
        """Show one line of news."""
        self.frame.say(said)

    def new_complaint(self) -> None:
        """Put an empty guide in front."""
        self.go("guide")

    def open_step(self, step: int) -> None:
        """Open a step of the guide that is in front."""
        self.stage.view().open_step(step)

    @Slot(str)
    def seek(self, words: str) -> None:
        """Open the complaint with this very reference, else the list of what matches."""
        try:
            found = self.parts.app.complaints.whole(words).complaint.reference
        except NotFound:
            self.go("complaints", words)
        else:
            self.go("complaint", found)

    def take_to_find(self) -> None:
        """Bring the keys to the find box."""
        self.frame.header.take_focus()

    def back(self) -> None:
        """Step back: out of a search, a sheet, a filter, the screen; nothing is thrown away."""
        self.frame.header.find_box.set_text("")
        if self.frame.header.find_box.hasFocus():
            self.stage.view().take_focus()
        elif self._work:
            self.parts.jobs.cancel()
        elif not self.stage.view().step_back():
            before = self._came_by.pop() if self._came_by else ("today", "")
            self._here = ("", "")
            self.go(*before)

    def go_round(self, by: int) -> None:
        """Go to the next pane, or the one before."""
        panes.go_round([*self.stage.view().panes(), *self.frame.around()], self.focusWidget(), by)

    def hide_everything(self) -> None:
        """Cover the window at once."""
        self.shielding.hide_everything()

    @cached_property
    def sheet(self) -> "Palette":
        """The sheet of all commands, which few starts ever open."""
        from desk.ui.palette import Palette

        return Palette(self)

    def open_palette(self) -> None:
        """Offer every command by name."""
        self.sheet.offer(self.actions_by_command)

    @Slot(str)
    def change_language(self, language: str) -> None:
        """Draw the whole window again in a language; who was typing goes on typing."""
        place = panes.place_of(self.focusWidget())
        words = self.frame.header.find_box.text()
        self.setFocus()  # so that a field being edited tells what was typed
        self.parts.look.choose(language=language)
        self._build()
        self.frame.header.find_box.set_text(words)
        self._settle()
        if not panes.return_to(self.frame, place):
            self.stage.view().take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Park what is in front and go; stay once when that cannot be written."""
        if not self.stage.leave() and not self._was_refused:
            self._was_refused = True
            event.ignore()
            return
        self.shielding.stop()
        self.stage.close(bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        event.accept()

    def restore(self, remembered: str) -> bool:
        """Take the place on the screen of last time; tell whether there was one."""
        return self.restoreGeometry(QByteArray.fromBase64(remembered.encode("ascii")))

    def _build(self) -> None:
        """Make everything that shows words."""
        self.frame = Frame(self.parts, self.stage)
        self.frame.rail.pressed.connect(self._press)
        self.frame.header.asked.connect(self.seek)
        self.setCentralWidget(self.frame)
        self.frame.show()  # at once: Qt would wait a turn, and nothing hidden takes the focus
        self.shield = Shield(self)
        self.shield.left.connect(self._uncover)
        # The sheet is made anew, in the language of now, when it is asked for.
        if (sheet := self.__dict__.pop("sheet", None)) is not None:
            sheet.deleteLater()
        self.actions_by_command: dict[str, QAction] = shortcuts.install(self, commands(self))

    def _settle(self) -> None:
        """Let title, rail, keys and hints fit the screen that is open."""
        self.frame.settle(self.stage.current, self.stage.view().hints())
        self._fit_rights()
        shortcuts.enable(
            self.actions_by_command, shortcuts.Scope.GUIDE, on=self.stage.current == "guide"
        )
        self._retitle()

    def _fit_rights(self) -> None:
        """Offer only what who is signed in may do (ux.md §2: hidden, not greyed)."""
        may = self.parts.app.settings.gate.may
        for command, right in RIGHT_OF.items():
            action, offered = self.actions_by_command[command], may(right)
            action.setVisible(offered)
            action.setEnabled(offered)
            self.frame.rail.offer(command, on=offered)

    @Slot()
    def _retitle(self) -> None:
        if self.locking.is_covered:
            self.setWindowTitle("desk")
        elif not self.shield.isVisible() and self.stage.current:
            words = self.stage.title() or _(BY_NAME[self.stage.current].title)
            is_practice = self.parts.app.settings.current().practice
            title = _("{what} – PRACTICE – desk") if is_practice else _("{what} – desk")
            self.setWindowTitle(title.format(what=words))

    @Slot(str)
    def _on_work(self, what: str) -> None:
        self._work = what

    @Slot(str)
    def _press(self, command: str) -> None:
        self.actions_by_command[command].trigger()

    @Slot()
    def _uncover(self) -> None:
        self.shielding.come_back()
        self._retitle()


def _parked_at(draft: Draft) -> datetime:
    return draft.parked_at or draft.opened_at
