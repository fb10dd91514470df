"""An attachment: a picture, scan or file that belongs to a complaint, kept under its hash."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.label import N_
from desk.domain.question import Form, Question

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

    @property
    def is_picture(self) -> bool:
        """Tell whether it was taken in as a picture, turned upright and cleaned."""
        return self.width is not None


CAPTION = Question(
    name="words", form=Form.LINE, label=N_("What does it show?"), limit=300, optional=True
)
"""Asked of whoever brings an attachment."""


class Standing(StrEnum):
    """What became of a kept file."""

    HERE = "here"
    MISSING = "missing"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"


UNKNOWN_TYPE = "application/octet-stream"

TYPES = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "jfif": "image/jpeg", "png": "image/png",
    "gif": "image/gif", "tif": "image/tiff", "tiff": "image/tiff", "bmp": "image/bmp",
    "webp": "image/webp", "heic": "image/heic", "heif": "image/heif", "avif": "image/avif",
    "pdf": "application/pdf", "txt": "text/plain", "csv": "text/csv", "rtf": "application/rtf",
    "doc": "application/msword", "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "eml": "message/rfc822", "mp3": "audio/mpeg", "m4a": "audio/mp4", "wav": "audio/wav",
    "ogg": "audio/ogg", "amr": "audio/amr", "mp4": "video/mp4", "mov": "video/quicktime",
    "avi": "video/x-msvideo", "3gp": "video/3gpp", "webm": "video/webm",
}  # fmt: skip
"""The kinds of file desk hands to the machine's viewer, by the ending of their names (IANA)."""

WITH_MACROS = frozenset({
    "docm", "dotm", "xlsm", "xltm", "xlsb", "xlam", "pptm", "potm", "ppam", "ppsm", "sldm",
})  # fmt: skip
"""Endings of office files that hold macros (ECMA-376 and their makers' own)."""

_PICTURE_ENDINGS = {"image/jpeg": "jpg", "image/png": "png"}
_BEHIND_THE_LAST_DOT = " .\t\n"  # Windows drops these at the end of a name


def ending(name: str) -> str:
    """Give what follows the last dot of a name, in small letters; empty when nothing does."""
    _, dot, last = name.rstrip(_BEHIND_THE_LAST_DOT).rpartition(".")
    return last.lower() if dot else ""


def media_type(name: str) -> str:
    """Give the kind of a file that is no picture, by its name."""
    return TYPES.get(ending(name), UNKNOWN_TYPE)


def copy_ending(attachment: Attachment) -> str:
    """Give the ending a copy for the viewer gets; empty for a kind desk does not know."""
    if attachment.is_picture:
        return _PICTURE_ENDINGS.get(attachment.media_type, "")
    said = ending(attachment.name)
    return said if said in TYPES or said in WITH_MACROS else ""


TURNS_TEXT = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that make a name read otherwise than it ends (Unicode UAX #9)."""
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f]|" + TURNS_TEXT.pattern)


def shown_name(name: str) -> str:
    """Write a name of origin so that it reads as it is: what would hide its end is shown."""
    return _UNSEEN.sub("\N{REPLACEMENT CHARACTER}", name).strip() or "?"
