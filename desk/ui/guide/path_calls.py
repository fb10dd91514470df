"""Calls for a side path when an answer does: opens its card, or says where that is."""

from PySide6.QtCore import QObject, Signal

from desk.domain.complaint import Complaint
from desk.domain.guide import opens_safety
from desk.domain.side_path import Path
from desk.i18n import _
from desk.ui.shortcuts import keys_text

THREATENING = 5
"""The last step of the pace of talk."""


def called(before: Complaint, now: Complaint) -> Path | None:
    """Name the path the newest answer opens, None when it was open before (ux.md §8)."""
    if opens_safety(now) and not opens_safety(before):
        return Path.SAFETY
    if now.pace == THREATENING and before.pace != THREATENING:
        return Path.ABUSE
    return None


def path_keys(path: Path) -> str:
    """Give the keys of a side path's card, as they are pressed one after the other."""
    return f"{keys_text('other_path')} {path.value}"


class PathCalls(QObject):
    """Safety opens its card, once for each complaint; of abuse it is only said where it is."""

    card_wanted = Signal(str)
    """The name of a card that should open beside the form, which keeps the focus."""
    told = Signal(str)
    """Words for the notice line; the customer may read them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened: set[str] = set()

    def look(self, before: Complaint, now: Complaint) -> None:
        """Take the complaint as it was before an answer, and as it is now."""
        path = called(before, now)
        if path is Path.SAFETY and now.id not in self._opened:
            self._opened.add(now.id)
            self.card_wanted.emit("safety")
        elif path is Path.ABUSE:
            words = _("{keys} has the card for this pace.")
            self.told.emit(words.format(keys=path_keys(Path.ABUSE)))
