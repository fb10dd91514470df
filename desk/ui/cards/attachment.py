"""The card of photos and files: what is with the complaint, what the scanner put, what it shows."""

from collections.abc import Mapping
from pathlib import Path

from desk.domain.answers import Raw
from desk.domain.attachment import CAPTION, MOST, Attachment, shown_name
from desk.domain.questions import Question
from desk.domain.text import shortened
from desk.i18n import _, ngettext
from desk.services.app import App
from desk.ui.cards.card import Card, CardLine

NAME_LIMIT = 60
MOST_OFFERED, MOST_LISTED = 5, 6
"""Lines there is room for beside the guide on a small screen."""


class AttachmentCard(Card):
    """Lists what is kept; its button chooses files, its open lines are new ones of the scanner."""

    name = "attachment"
    takes_files = True

    def __init__(self, app: App, complaint: str) -> None:
        super().__init__(complaint)
        self._attachments = app.attachments
        self._chosen: tuple[Path, ...] = ()
        offered = self._attachments.offered()[:MOST_OFFERED]
        self._offered = {f"scan_{n}": path for n, path in enumerate(offered)}

    def title(self) -> str:
        """Name the card."""
        return _("Photo or file")

    def note(self) -> str:
        """Say the ways in, and how much room there is."""
        kept = len(self._attachments.of(self.complaint))
        return _(
            "Choose a file, drop it on the window, or paste it. Pictures are turned upright and "
            "kept without the place they were taken at. {kept} of {most} are kept."
        ).format(kept=kept, most=MOST)

    def lines(self) -> tuple[CardLine, ...]:
        """Offer what the scanner put, then tell what is kept, newest first."""
        scans = (
            CardLine(
                line, _("From the scanner: {name}").format(name=_short(path.name)), False, True
            )
            for line, path in self._offered.items()
        )
        newest = self._attachments.of(self.complaint)[::-1]
        kept = [
            CardLine(each.id, self._told(each), done=self._attachments.is_there(each))
            for each in newest[:MOST_LISTED]
        ]
        if more := len(newest[MOST_LISTED:]):
            words = ngettext("and {count} more", "and {count} more", more).format(count=more)
            kept.append(CardLine("more", words, done=True))
        return (*scans, *kept)

    def questions(self, answers: Mapping[str, Raw]) -> tuple[Question, ...]:
        """Ask what the next one shows."""
        del answers
        return (CAPTION,)

    def commit_label(self) -> str:
        """Say what the button does."""
        return _("Choose a photo or file")

    def tick(self, line: str, on: bool) -> None:
        """Take what the scanner put; what was typed stays."""
        if on and line in self._offered:
            self._chosen = (self._offered.pop(line),)

    def chosen(self) -> tuple[Path, ...]:
        """Give what was ticked, once."""
        chosen, self._chosen = self._chosen, ()
        return chosen

    def stays_open(self) -> bool:
        """Stay for the next one."""
        return True

    def _told(self, each: Attachment) -> str:
        name = _short(each.name)
        if each.words:
            name = _("{name}: {words}").format(name=name, words=shortened(each.words, NAME_LIMIT))
        if not self._attachments.is_there(each):
            return _("{name} (its file is missing)").format(name=name)
        return _("{name} ({size})").format(name=name, size=size_words(each.size))


def size_words(size: int) -> str:
    """Write a number of bytes as people read it."""
    if size < 1000_000:
        return _("{number} KB").format(number=max(1, round(size / 1000)))
    return _("{number} MB").format(number=f"{size / 1000_000:.1f}")


def _short(name: str) -> str:
    return shortened(shown_name(name), NAME_LIMIT)
