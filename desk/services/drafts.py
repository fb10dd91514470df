"""Drafts on disk within a second of each change, written beside the window's own thread."""

import dataclasses
import threading
from collections.abc import Callable
from datetime import tzinfo

from desk.domain.draft import Draft
from desk.domain.errors import DeskError
from desk.domain.rights import Right
from desk.services.settings import SettingsService
from desk.storage.author import THIS_DESK
from desk.storage.database import Clock, Database

RETRY_SECONDS = 1.0


class Drafts:
    """What is being typed at this desk."""

    def __init__(
        self, database: Database, settings: SettingsService, clock: Clock, zone: tzinfo
    ) -> None:
        self._database = database
        self._settings = settings
        self._clock = clock
        self._zone = zone

    def keep(self, draft: Draft) -> Draft:
        """Put a draft on disk, giving it its reference the first time. Raises DiskFull and kin.

        What was typed before the desk was locked is kept after it too; an auditor keeps none.
        """
        if not self._settings.gate.is_locked:
            self._settings.must(Right.HANDLE)
        with self._database.writing(THIS_DESK) as tx:
            if not draft.reference:
                stored = tx.board.draft(draft.id)
                year = draft.opened_at.astimezone(self._zone).year
                branch = self._settings.current().branch
                known = stored.reference if stored else ""
                draft = dataclasses.replace(
                    draft, reference=known or tx.complaints.next_reference(branch, year)
                )
            draft = dataclasses.replace(draft, saved_at=tx.at)
            tx.drafts.put(draft)
        return draft

    def resume(self, complaint_id: str) -> Draft | None:
        """Take a complaint back in front, as it was left. Raises NotSignedIn and NoRight."""
        self._settings.must(Right.HANDLE)
        with self._database.writing(THIS_DESK) as tx:
            draft = tx.board.draft(complaint_id)
            if draft is None:
                return None
            draft = dataclasses.replace(draft, parked_at=None, parked_for=None)
            tx.drafts.put(draft)
            return draft

    def all(self) -> list[Draft]:
        """List every draft: parked ones, and those that were open when desk stopped."""
        self._settings.must(Right.READ_ALL)
        with self._database.looking() as board:
            return board.drafts()


class DraftWriter:
    """Writes the newest draft of each complaint from a thread of its own; nothing waits for it.

    A failed write is told and tried again every second; what was put is never given up.
    """

    def __init__(
        self,
        keep: Callable[[Draft], Draft],
        kept: Callable[[Draft], None],
        failed: Callable[[DeskError], None],
    ) -> None:
        self._keep = keep
        self._kept = kept
        self._failed = failed
        self._waiting: dict[str, Draft] = {}
        self._writing = False
        self._closing = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._work, name="drafts", daemon=True)
        self._thread.start()

    def put(self, draft: Draft) -> None:
        """Have a draft written; a newer one of the same complaint replaces it."""
        with self._changed:
            self._waiting[draft.id] = draft
            self._changed.notify_all()

    def forget(self, complaint_id: str) -> None:
        """Give up writing a draft a service has saved; waits for a write under way."""
        with self._changed:
            self._waiting.pop(complaint_id, None)
            self._changed.wait_for(lambda: not self._writing)

    def flush(self, timeout: float) -> bool:
        """Wait until everything is on disk, at most `timeout` seconds; tell whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._waiting and not self._writing, timeout)

    def close(self, timeout: float) -> bool:
        """Write what waits, then stop the thread."""
        done = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout)
        return done

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting or self._closing)
                if not self._waiting:
                    return
                complaint_id, draft = next(iter(self._waiting.items()))
                del self._waiting[complaint_id]
                self._writing = True
            try:
                kept = self._keep(draft)
            except DeskError as error:
                self._failed(error)
                with self._changed:
                    self._waiting.setdefault(complaint_id, draft)
                    self._writing = False
                    self._changed.notify_all()
                    if self._closing:
                        return
                    self._changed.wait(RETRY_SECONDS)
            else:
                self._kept(kept)
                with self._changed:
                    self._writing = False
                    self._changed.notify_all()
