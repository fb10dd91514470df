"""The one complaint in front of the handler: added up anew whenever something of it changes."""

import dataclasses
from typing import Any

from PySide6.QtCore import QObject, Signal

from desk.domain.complaint import Complaint
from desk.domain.draft import Draft
from desk.domain.opened_with import going_on
from desk.i18n import _
from desk.ui.guide.days import day_words
from desk.ui.guide.situation import Situation, Surround, situate, without_answered
from desk.ui.guide.surround import SurroundReader

_STAYS = ("problems", "checking", "printed", "unsaved")


class InFront(QObject):
    """Holds a Situation, or none."""

    changed = Signal(object)
    """The Situation as it is now."""
    renamed = Signal()
    """The title is another one now."""

    def __init__(self, surround: SurroundReader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surround = surround
        self._situation: Situation | None = None
        self._title = ""
        self._earlier = 0
        self._card = ""

    @property
    def situation(self) -> Situation | None:
        """The situation, None when nothing is in front."""
        return self._situation

    def must(self) -> Situation:
        """Give the situation where there has to be one."""
        if self._situation is None:
            raise RuntimeError("no complaint is in front")
        return self._situation

    def is_of(self, complaint_id: str) -> bool:
        """Tell whether this complaint is in front."""
        return self._situation is not None and self._situation.draft.id == complaint_id

    def title(self) -> str:
        """Name it, an error first (ux.md §8); empty when nothing is in front."""
        if self._situation is None:
            return ""
        name = self._situation.draft.reference or _("New complaint")
        has_problems = bool(without_answered(self._situation).problems)
        return _("Error: {title}").format(title=name) if has_problems else name

    def put(self, draft: Draft, stored: Complaint | None, *, printed: int) -> None:
        """Put a complaint in front."""
        self._surround.forget()
        around = self._around(draft, stored)
        if stored is not None:
            draft = going_on(draft, stored, around.now.date(), day_words)
        self._take(dataclasses.replace(situate(draft, stored, around), printed=printed))

    def update(self, draft: Draft, **changes: Any) -> None:
        """Add the draft up anew; what a situation holds beside it stays, but for `changes`."""
        before = self.must()
        stays = {name: getattr(before, name) for name in _STAYS}
        situation = situate(draft, before.stored, self._around(draft, before.stored))
        self._take(dataclasses.replace(situation, **{**stays, **changes}))

    def reread(self, stored: Complaint | None) -> bool:
        """Add the draft up over what is saved now, as after something was written beside it.

        What was closed by it is taken away; tell whether anything is in front still.
        """
        before = self.must()
        if stored is not None and not stored.is_open:
            self.take_away()
            return False
        self._surround.forget()
        self._situation = dataclasses.replace(before, stored=stored)
        draft = before.draft
        if stored is not None:
            draft = going_on(draft, stored, before.around.now.date(), day_words)
        self.update(draft)
        return True

    def stand_at(self, name: str, cursor: int) -> Draft:
        """Remember where the cursor is; nothing on the screen changes by it."""
        situation = self.must()
        draft = dataclasses.replace(situation.draft, field=name, cursor=cursor)
        self._situation = dataclasses.replace(situation, draft=draft)
        return draft

    def count_earlier(self, count: int) -> None:
        """Say how many earlier complaints the customer has."""
        if count != self._earlier:
            self._earlier = count
            self._again()

    def open_beside(self, card: str) -> None:
        """Say which card is open beside it, "" for none."""
        if card != self._card:
            self._card = card
            self._again()

    def take_away(self) -> None:
        """Have nothing in front."""
        self._situation = None

    def _around(self, draft: Draft, stored: Complaint | None) -> Surround:
        """Read what lies around; a saved complaint keeps the guide it began with."""
        is_saved = stored is not None
        return self._surround.of(draft, stored.guide if stored else "", saved=is_saved)

    def _again(self) -> None:
        if self._situation is not None:
            self._take(self._situation)

    def _take(self, situation: Situation) -> None:
        situation = dataclasses.replace(situation, earlier=self._earlier, card=self._card)
        self._situation = situation
        self.changed.emit(situation)
        if (title := self.title()) != self._title:
            self._title = title
            self.renamed.emit()
