"""Attachments of complaints: taken in, listed, given a caption, and opened from a copy."""

import dataclasses
import json
import os
import stat
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desk.domain.attachment import (
    LARGEST,
    MOST,
    Attachment,
    Standing,
    copy_ending,
    media_type,
    shown_name,
)
from desk.domain.doubt import Doubt, doubts
from desk.domain.errors import AttachmentRefused
from desk.domain.identity import new_id
from desk.domain.refusal import Refusal
from desk.domain.rights import Right
from desk.domain.text import LINE_LIMIT, storable
from desk.services.besides import must
from desk.services.settings import SettingsService
from desk.storage.blobs import Blobs, hash_of, write_whole
from desk.storage.database import Database
from desk.storage.transaction import Transaction

LARGEST_PICTURE = 64 * 1024 * 1024
"""Bytes of a picture before it is shrunk; what is larger is no photo."""
_SMALL_ONES = 256


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be taken in, and what it is called: where it lies, its bytes, or who gives them."""

    name: str
    path: Path | None = None
    content: bytes = b""
    reader: Callable[[], bytes] | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What came of taking a file in; `was_there`: the complaint had the very same one before."""

    attachment: Attachment
    doubts: tuple[Doubt, ...]
    was_there: bool = False


@dataclass(frozen=True, slots=True)
class Copied:
    """A read-only copy for the machine's viewer; `doubts` are to be said before it is opened."""

    path: Path
    doubts: tuple[Doubt, ...]


def source_of(path: Path) -> Source:
    """Name a file by the last part of its path."""
    return Source(path.name, path)


class Attachments:
    """The use cases of attachments. Slow over large pictures: call it beside the window."""

    def __init__(self, database: Database, settings: SettingsService, folder: Path) -> None:
        self._database = database
        self._settings = settings
        self._blobs = Blobs(folder)
        self._copies: tempfile.TemporaryDirectory[str] | None = None
        self._small: dict[tuple[str, int], bytes] = {}

    def add(self, complaint_id: str, source: Source, words: str = "") -> Added:
        """Take a file in: its bytes first, then its record; a crash between leaves no record.

        Raises AttachmentRefused, NotFound, and DiskFull or FileNotWritten; nothing is kept then.
        """
        self._settings.must(Right.HANDLE)
        name = storable(source.name)[:LINE_LIMIT]
        kept = self._shaped(_read(source), name)
        if len(kept.content) > LARGEST:
            raise AttachmentRefused(shown_name(name), Refusal.TOO_LARGE)
        sha256 = hash_of(kept.content)
        with self._database.reading() as tx:  # before writing: what is refused fills no disk
            must(tx, complaint_id)
            self._same(tx, complaint_id, sha256, name)
        self._blobs.put(kept.content)
        with self._database.writing(self._settings.author()) as tx:
            must(tx, complaint_id)
            found = self._same(tx, complaint_id, sha256, name)
            if found is None:
                found = tx.records(Attachment).save(
                    Attachment(
                        id=new_id(tx.at, os.urandom(10)),
                        complaint=complaint_id,
                        name=name,
                        media_type=kept.media_type,
                        size=len(kept.content),
                        sha256=sha256,
                        width=kept.width,
                        height=kept.height,
                        words=_caption(words),
                        added_at=tx.at,
                        added_by=self._settings.current().handler,
                    ),
                    root=complaint_id,
                )
                self._remember_scan(tx, source)
                return Added(found, self.doubts(found, kept.content))
        return Added(found, self.doubts(found, kept.content), was_there=True)

    def of(self, complaint_id: str) -> list[Attachment]:
        """List a complaint's attachments, oldest first."""
        with self._database.reading() as tx:
            return tx.records(Attachment).of(complaint_id)

    def is_there(self, attachment: Attachment) -> bool:
        """Tell whether an attachment's file is in its place; its content is not looked at."""
        return self._blobs.is_there(attachment.sha256)

    def caption(self, attachment_id: str, words: str) -> Attachment:
        """Write below an attachment what it shows. Raises KeyError for one that is not there."""
        with self._database.writing(self._settings.author()) as tx:
            stored = tx.records(Attachment).get(attachment_id)
            if stored is None:
                raise KeyError(attachment_id)
            said = dataclasses.replace(stored, words=_caption(words))
            return tx.records(Attachment).save(said, root=stored.complaint)

    def content(self, attachment: Attachment) -> bytes:
        """Give an attachment's bytes, proved by their hash. Raises AttachmentRefused."""
        self._settings.must(Right.READ_ALL)
        standing, content = self._blobs.look(attachment.sha256)
        if standing is not Standing.HERE:
            raise AttachmentRefused(shown_name(attachment.name), _NOT_SHOWN[standing])
        return content

    def open_copy(self, attachment: Attachment) -> Copied:
        """Copy an attachment to a temporary folder, read-only, for the machine's viewer.

        Its name there is desk's own. Raises AttachmentRefused for what is missing or damaged
        and for programs, which are never opened; DiskFull or FileNotWritten.
        """
        self._settings.must(Right.READ_ALL)
        content = self.content(attachment)
        found = self.doubts(attachment, content)
        if Doubt.PROGRAM in found:
            raise AttachmentRefused(shown_name(attachment.name), Refusal.PROGRAM)
        if self._copies is None:
            self._copies = tempfile.TemporaryDirectory(prefix="desk-", ignore_cleanup_errors=True)
        last = copy_ending(attachment)
        folder = Path(self._copies.name) / attachment.id
        path = folder / f"desk-{attachment.sha256[:12]}{f'.{last}' if last else ''}"
        if not path.exists():
            write_whole(path, content)
            path.chmod(stat.S_IRUSR)
        return Copied(path, found)

    def small(self, attachment: Attachment, side: int) -> bytes:
        """Give a picture as a PNG of at most `side` pixels; empty for what is none or not here."""
        self._settings.must(Right.READ_ALL)
        from desk.documents.picture import small

        known = (attachment.sha256, side)
        if attachment.is_picture and known not in self._small:
            try:
                made = small(self.content(attachment), side)
            except AttachmentRefused:
                return b""
            while len(self._small) >= _SMALL_ONES:
                self._small.pop(next(iter(self._small)))
            self._small[known] = made
        return self._small.get(known, b"")

    def offered(self) -> list[Path]:
        """List what is new in the scan folder, newest first; nothing where there is none."""
        folder = self._settings.current().scan_folder
        if not folder:
            return []
        try:
            found = [(entry.stat().st_mtime, entry) for entry in Path(folder).expanduser().iterdir()
                     if entry.is_file() and not entry.name.startswith((".", "~"))]  # fmt: skip
        except OSError:
            return []
        taken = self._scans_taken()
        new = (path for _, path in sorted(found, reverse=True) if _scan(path) not in taken)
        return list(islice(new, MOST))

    @staticmethod
    def doubts(attachment: Attachment, content: bytes = b"") -> tuple[Doubt, ...]:
        """Give what is doubtful about an attachment; nothing about a picture desk drew anew."""
        found = doubts(attachment.name, b"" if attachment.is_picture else content)
        if attachment.is_picture:
            return tuple(doubt for doubt in found if doubt in {Doubt.TWO_ENDINGS, Doubt.HIDDEN})
        return found

    def close(self) -> None:
        """Throw the copies away."""
        if self._copies is not None:
            self._copies.cleanup()
            self._copies = None

    def _scans_taken(self) -> list[str]:
        return list(json.loads(self._settings.remembered(_SCANS, "[]")))

    def _remember_scan(self, tx: Transaction, source: Source) -> None:
        """Offer a file of the scanner once; not a later one that has its name."""
        folder = self._settings.current().scan_folder
        if source.path is not None and folder and source.path.parent == Path(folder).expanduser():
            taken = [*self._scans_taken(), _scan(source.path)]
            tx.desk_state.put(_SCANS, json.dumps(taken[-_MOST_SCANS:]))

    def _shaped(self, content: bytes, name: str) -> "_Kept":
        # Pillow is loaded by the first file alone.
        from desk.documents.picture import cleaned

        side = self._settings.current().picture_side
        picture = cleaned(content, shown_name(name), side)
        if picture is None:
            return _Kept(content, media_type(name))
        return _Kept(picture.content, picture.media_type, picture.width, picture.height)

    def _same(
        self, tx: Transaction, complaint_id: str, sha256: str, name: str
    ) -> Attachment | None:
        """Find the very same file beside a complaint. Raises AttachmentRefused without room."""
        there = tx.records(Attachment).of(complaint_id)
        same = next((each for each in there if each.sha256 == sha256), None)
        if same is None and len(there) >= MOST:
            raise AttachmentRefused(shown_name(name), Refusal.TOO_MANY)
        return same


_SCANS, _MOST_SCANS = "scans_taken", 500


def _scan(path: Path) -> str:
    """Name a file of the scanner so that a later one of the same name is another."""
    try:
        return f"{storable(path.name)} {path.stat().st_mtime_ns}"
    except OSError:
        return storable(path.name)


@dataclass(frozen=True, slots=True)
class _Kept:
    content: bytes
    media_type: str
    width: int | None = None
    height: int | None = None


_NOT_SHOWN = {
    Standing.MISSING: Refusal.MISSING,
    Standing.DAMAGED: Refusal.DAMAGED,
    Standing.UNREADABLE: Refusal.DAMAGED,
}


def _read(source: Source) -> bytes:
    """Read a file whole. Raises AttachmentRefused; a pipe or a device is not even opened."""
    name = shown_name(storable(source.name)[:LINE_LIMIT])
    content = source.reader() if source.reader is not None else source.content
    if source.path is not None:
        try:
            said = source.path.stat()
            if stat.S_ISDIR(said.st_mode):
                raise AttachmentRefused(name, Refusal.FOLDER)
            if not stat.S_ISREG(said.st_mode):
                raise AttachmentRefused(name, Refusal.UNREADABLE)
            with source.path.open("rb") as stream:
                content = stream.read(LARGEST_PICTURE + 1)
        except FileNotFoundError as error:
            raise AttachmentRefused(name, Refusal.NOT_THERE) from error
        except (OSError, ValueError) as error:
            raise AttachmentRefused(name, Refusal.UNREADABLE) from error
    if not content:
        raise AttachmentRefused(name, Refusal.EMPTY)
    if len(content) > LARGEST_PICTURE:
        raise AttachmentRefused(name, Refusal.TOO_LARGE)
    return content


def _caption(words: str) -> str:
    return " ".join(storable(words).split())[:LINE_LIMIT]
