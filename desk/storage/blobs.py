"""Files kept under the hash of their content; what they were called is nobody's business here."""

import contextlib
import errno
import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from desk.domain.attachment import Standing
from desk.domain.errors import DiskFull, FileNotWritten

_HASH = re.compile("[0-9a-f]{64}")


class Blobs:
    """`folder/<2 hex>/<sha256>`; a name never stands for half a file, even after a power cut."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Keep some bytes, once however often they come; give their hash.

        Raises DiskFull or FileNotWritten; nothing is left behind then.
        """
        name = hash_of(content)
        if self.look(name)[0] is not Standing.HERE:
            write_whole(self.place(name), content)
        return name

    def look(self, sha256: str) -> tuple[Standing, bytes]:
        """Give how a file stands and, when it is as it was kept, its content."""
        if not _HASH.fullmatch(sha256):  # a hash from elsewhere may be any text, a path too
            return Standing.MISSING, b""
        try:
            content = self.place(sha256).read_bytes()
        except FileNotFoundError:
            return Standing.MISSING, b""
        except OSError:
            return Standing.UNREADABLE, b""
        if hash_of(content) != sha256:
            return Standing.DAMAGED, b""
        return Standing.HERE, content

    def is_there(self, sha256: str) -> bool:
        """Tell whether there is a file of this name; its content is not looked at."""
        return bool(_HASH.fullmatch(sha256)) and self.place(sha256).is_file()

    def names(self) -> Iterator[str]:
        """Give the hashes of all files there are, in order; what is no blob is passed over."""
        for file in sorted(self.folder.glob("??/*")):
            if _HASH.fullmatch(file.name) and file.parent.name == file.name[:2]:
                yield file.name

    def copy_new(self, name: str, other: "Blobs") -> Standing:
        """See to it that another store has a file; a good one there is never overwritten.

        Gives how the file stands here when it had to be read, else HERE. Raises as `put`.
        """
        there, here = other.place(name), self.place(name)
        with contextlib.suppress(OSError):
            if there.stat().st_size == here.stat().st_size:
                return Standing.HERE
        standing, content = self.look(name)
        if standing is Standing.HERE:
            other.put(content)
        return standing

    def place(self, sha256: str) -> Path:
        """Give where the file of a hash lies; `sha256` is one."""
        return self.folder / sha256[:2] / sha256


def hash_of(content: bytes) -> str:
    """Give the name some bytes are kept under."""
    return hashlib.sha256(content).hexdigest()


def write_whole(file: Path, content: bytes) -> None:
    """Write beside and rename, making the folder. Raises DiskFull or FileNotWritten."""
    part: Path | None = None
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=file.parent, suffix=".part")
        part = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
        _sync_folder(file.parent)
    except OSError as error:
        if part is not None:
            with contextlib.suppress(OSError):
                part.unlink()
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise DiskFull(file) from error
        raise FileNotWritten(file, error.strerror or str(error)) from error


def _sync_folder(folder: Path) -> None:
    """Make a new name survive a power cut, where the system lets folders be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
