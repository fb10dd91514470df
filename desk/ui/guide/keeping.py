"""Keeps what is in front on disk as it is typed, and says on the screen whether it is there."""

import dataclasses

from PySide6.QtCore import QObject, Signal

from desk.domain.draft import Draft
from desk.domain.errors import DeskError
from desk.services.app import App
from desk.ui.guide.autosave import Autosave
from desk.ui.guide.in_front import InFront


class Keeping(QObject):
    """The autosave of the complaint in front."""

    failed = Signal(object)
    """The DeskError for which it is not on disk; told once, though it is tried again."""

    def __init__(self, app: App, front: InFront, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._front = front
        self._autosave = Autosave(app.drafts.keep, self)
        self._autosave.kept.connect(self._on_kept)
        self._autosave.failed.connect(self._on_not_kept)

    def put(self, draft: Draft) -> None:
        """Have the newest state written soon."""
        self._autosave.put(draft)

    def forget(self, complaint_id: str) -> None:
        """Write no more of a complaint that a service is about to save."""
        self._autosave.forget(complaint_id)

    def close(self) -> None:
        """Write what waits, and stop."""
        self._autosave.close()

    def _on_kept(self, kept: Draft) -> None:
        if not self._front.is_of(kept.id):
            return
        draft = dataclasses.replace(
            self._front.must().draft, reference=kept.reference, saved_at=kept.saved_at
        )
        self._front.update(draft, unsaved=None)

    def _on_not_kept(self, error: DeskError) -> None:
        situation = self._front.situation
        if situation is None:
            return
        self._front.update(situation.draft, unsaved=error)
        if situation.unsaved is None:
            self.failed.emit(error)
