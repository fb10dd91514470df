"""Holds the attachments of the complaint that is read: small pictures, captions, and opening."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.domain.attachment import Attachment, shown_name
from desk.domain.doubt import WORDS, Doubt
from desk.domain.errors import AttachmentRefused, DeskError
from desk.domain.refusal import Refusal
from desk.i18n import _
from desk.services.app import App
from desk.services.attachments import Attachments, Copied
from desk.ui.cards.attachment import size_words
from desk.ui.jobs import Jobs, Progress
from desk.ui.parts import Said

SIDE = 96
"""Pixels of a small picture's longer side."""


@dataclass(frozen=True, slots=True)
class ShelfItem:
    """One attachment: `name` of origin, `words` below it, `told` its size or that it is missing;
    `small` is a PNG, empty until it is made and for what is no picture.
    """

    id: str
    name: str
    words: str
    told: str
    small: bytes
    is_there: bool


class ShelfWork(QObject):
    """Small pictures are made beside the window, once each."""

    changed = Signal(object)
    """The items, oldest first."""
    said = Signal(object)
    failed = Signal(object)
    file_wanted = Signal(str, str)
    """The path of a copy the machine's viewer should open, or of a folder; the record's id."""

    def __init__(self, app: App, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._jobs = jobs
        self._kept: tuple[Attachment, ...] = ()
        self._small: dict[str, bytes] = {}
        self.items: tuple[ShelfItem, ...] = ()

    def read(self, complaint: str) -> None:
        """Show the attachments of a complaint; without one, nothing."""
        self._kept = tuple(self._app.attachments.of(complaint)) if complaint else ()
        self._small = {k.sha256: self._small.get(k.sha256, b"") for k in self._kept}
        self._show()
        lacking = tuple(k for k in self._kept if k.is_picture and not self._small[k.sha256])
        if lacking:
            work = partial(_small_ones, self._app.attachments, lacking)
            self._jobs.run(work, self._on_small, lambda error: None)

    def open(self, attachment: str) -> None:
        """Have a copy opened; what is doubtful is said first."""
        kept = self._of(attachment)
        if kept is not None:
            work = partial(_copied, self._app.attachments, kept)
            self._jobs.run(work, partial(self._on_copied, kept), self.failed.emit)

    def not_opened(self, attachment: str) -> None:
        """Say that this machine has no program for it."""
        kept = self._of(attachment)
        if kept is not None:
            self.failed.emit(AttachmentRefused(shown_name(kept.name), Refusal.NO_VIEWER))

    def caption(self, attachment: str, words: str) -> None:
        """Write below an attachment what it shows; nothing when that stands there already."""
        kept = self._of(attachment)
        if kept is None or " ".join(words.split()) == kept.words:
            return
        try:
            self._app.attachments.caption(attachment, words)
        except DeskError as error:
            self.failed.emit(error)

    def _of(self, attachment: str) -> Attachment | None:
        return next((kept for kept in self._kept if kept.id == attachment), None)

    def _on_small(self, made: dict[str, bytes]) -> None:
        self._small.update((k, v) for k, v in made.items() if k in self._small)
        self._show()

    def _on_copied(self, kept: Attachment, copied: Copied) -> None:
        name = shown_name(kept.name)
        doubted = [doubt for doubt in copied.doubts if doubt is not Doubt.UNKNOWN]
        wanted = copied.path
        if Doubt.UNKNOWN in copied.doubts:
            words = _("“{name}”: {words} Its copy is in the folder that opens.")
            said = words.format(name=name, words=_(WORDS[Doubt.UNKNOWN]))
            self.said.emit(Said(said, "warning"))
            wanted = copied.path.parent
        elif doubted:
            words = " ".join(_(WORDS[doubt]) for doubt in doubted)
            press = partial(self.file_wanted.emit, str(copied.path), kept.id)
            said = _("“{name}”: {words}").format(name=name, words=words)
            self.said.emit(Said(said, "warning", _("Open the copy all the same"), press))
            return
        self.file_wanted.emit(str(wanted), kept.id)

    def _show(self) -> None:
        self.items = tuple(self._item(kept) for kept in self._kept)
        self.changed.emit(self.items)

    def _item(self, kept: Attachment) -> ShelfItem:
        is_there = self._app.attachments.is_there(kept)
        return ShelfItem(
            id=kept.id,
            name=shown_name(kept.name),
            words=kept.words,
            told=size_words(kept.size) if is_there else _("file missing"),
            small=self._small[kept.sha256] if is_there else b"",
            is_there=is_there,
        )


def _small_ones(
    attachments: Attachments, kept: tuple[Attachment, ...], progress: Progress
) -> dict[str, bytes]:
    made = {}
    for done, each in enumerate(kept):
        progress(done, len(kept))
        made[each.sha256] = attachments.small(each, SIDE)
    return made


def _copied(attachments: Attachments, kept: Attachment, progress: Progress) -> Copied:
    del progress
    return attachments.open_copy(kept)
