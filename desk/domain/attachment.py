"""An attachment: a picture, scan or file that belongs to a complaint, kept under its hash."""

from dataclasses import dataclass
from datetime import datetime

MOST = 20
"""Attachments of one complaint."""
LARGEST = 10 * 1024 * 1024
"""Bytes of one attachment as it is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One kept file. `name` is what it was called where it came from: shown, never a path."""

    id: str
    complaint: str
    name: str = ""
    media_type: str = ""
    size: int = 0
    sha256: str = ""
    width: int | None = None
    height: int | None = None
    words: str = ""
    added_at: datetime | None = None
    added_by: str = ""
    heads: tuple[str, ...] = ()
