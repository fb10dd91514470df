"""Hides the window by F9 or when nobody has touched the desk, and shows it again: late by PIN."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

if TYPE_CHECKING:
    from desk.ui.shell import Shell

WITHOUT_PIN = 60
"""Seconds after which coming back takes a PIN, where people were entered (ux.md 3.6)."""
WHILE_PARKED = 20
"""Idle seconds on Today while a complaint is parked there: its customer may stand at the desk."""
LOOK_MS = 1000
_TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.InputMethod}


class Shielding(QObject):
    """Watches keys where the focus is, as `Composing` does, and the mouse by its place."""

    def __init__(self, shell: "Shell", running: Callable[[], float] = time.monotonic) -> None:
        """`running` gives seconds of the machine's own running."""
        super().__init__(shell)
        self._shell = shell
        self.running = running
        self._touched_at = running()
        self._raised_at = 0.0
        self._mouse = QPoint()
        self._focused: QObject | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusObjectChanged.connect(self._follow)
            self._follow(app.focusObject())
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def stop(self) -> None:
        """Hide nothing by itself any more: nobody sits here, as on the tour."""
        self._timer.stop()

    def hide_everything(self) -> None:
        """Cover the window at once; its title says nothing either."""
        for covering in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if covering is not None:
                covering.close()
        self._raised_at = self.running()
        self._shell.setWindowTitle("desk")
        self._shell.shield.raise_shield(self._shell.parts.app.settings.current().shop)

    def come_back(self) -> None:
        """Show the window again; after a while only to who has a PIN."""
        is_late = self.running() - self._raised_at > WITHOUT_PIN
        self._touched_at = self.running()
        self._shell.shield.lower_shield()
        if is_late and self._shell.parts.app.settings.gate.has_people:
            self._shell.locking.switch()

    def look(self) -> None:
        """Hide everything once nobody has touched the desk for as long as the settings say."""
        mouse = QCursor.pos()
        if mouse != self._mouse:
            self._mouse = mouse
            self._touched_at = self.running()
        limit = self._limit()
        if limit and self.running() - self._touched_at >= limit and not self._is_covered():
            self.hide_everything()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a key; take nothing."""
        if event.type() in _TOUCHES:
            self._touched_at = self.running()
        return False

    def _limit(self) -> int:
        """Give the idle seconds allowed here; 0 for any."""
        app = self._shell.parts.app
        limit = app.settings.current().shield_seconds
        idle = self.running() - self._touched_at
        if (
            limit > WHILE_PARKED
            and idle >= WHILE_PARKED
            and self._shell.stage.current == "today"
            and not app.settings.gate.is_locked
            and any(draft.parked_at for draft in app.today.read().drafts)
        ):
            return WHILE_PARKED
        return limit

    def _is_covered(self) -> bool:
        return self._shell.shield.isVisible() or self._shell.locking.is_covered

    def _follow(self, focused: QObject | None) -> None:
        if self._focused is not None and isValid(self._focused):
            self._focused.removeEventFilter(self)
        self._focused = focused
        if focused is not None:
            focused.installEventFilter(self)
            self._touched_at = self.running()
