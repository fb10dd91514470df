"""Papers made for customers: the record of one, and the file that was kept of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class PaperKind(StrEnum):
    """A document made for a complaint."""

    SLIP = "slip"
    RECEIPT = "receipt"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper as it was made: `file` is relative to the papers folder, `copy` counts from 1."""

    id: str
    complaint: str
    kind: PaperKind | None = None
    language: str = ""
    copy: int = 1
    file: str = ""
    sha256: str = ""
    pages: int = 1
    made_at: datetime | None = None
    printer: str = ""
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that was kept: its record, and the file that is what was printed."""

    paper: Paper
    file: Path
