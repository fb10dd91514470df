"""Why a file is not taken in or not opened, and the sentence for each."""

from enum import StrEnum

from desk.domain.label import N_


class Refusal(StrEnum):
    """What is wrong with a file. The file itself is never touched."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_MANY = "too_many"
    FOLDER = "folder"
    NOT_THERE = "not_there"
    UNREADABLE = "unreadable"
    BROKEN_PICTURE = "broken_picture"
    HUGE_PICTURE = "huge_picture"
    STRANGE_PICTURE = "strange_picture"
    MISSING = "missing"
    DAMAGED = "damaged"
    PROGRAM = "program"
    NO_VIEWER = "no_viewer"


WORDS: dict[str, str] = {
    Refusal.EMPTY: N_(
        "“{name}” was not kept: there is nothing in it. Look at the file where it came from."
    ),
    Refusal.TOO_LARGE: N_(
        "“{name}” was not kept: it is larger than {megabytes} MB. The file is untouched; "
        "bring a smaller copy, or the part that matters."
    ),
    Refusal.TOO_MANY: N_(
        "“{name}” was not kept: this complaint has {most} attachments, as many as it can hold. "
        "Those are safe; put several pages into one file."
    ),
    Refusal.FOLDER: N_("“{name}” is a folder, so nothing was kept. Choose the files in it."),
    Refusal.NOT_THERE: N_(
        "“{name}” is no longer there, so it was not kept. Look where it was moved to."
    ),
    Refusal.UNREADABLE: N_(
        "“{name}” was not kept: it cannot be read. Ask for the right to read it, close it in "
        "other programs, or copy it again."
    ),
    Refusal.BROKEN_PICTURE: N_(
        "The picture “{name}” was not kept: it is cut short, damaged, or no picture at all. The "
        "file is untouched; take it again or copy it again."
    ),
    Refusal.HUGE_PICTURE: N_(
        "The picture “{name}” was not kept: it has more pixels than desk can safely open. "
        "The file is untouched; bring a smaller copy."
    ),
    Refusal.STRANGE_PICTURE: N_(
        "The picture “{name}” was not kept: desk cannot read this kind (HEIC and the like). "
        "The file is untouched; save it as JPEG, or set the phone to “most compatible”."
    ),
    Refusal.MISSING: N_(
        "“{name}” cannot be shown: its file is missing from the attachments folder. What was "
        "written is safe; put the file back from a back-up."
    ),
    Refusal.DAMAGED: N_(
        "“{name}” was not opened: its file is not as it was kept. What was written is safe; put "
        "the file back from a back-up."
    ),
    Refusal.PROGRAM: N_(
        "“{name}” was not opened: it can run as a program, and desk never runs one. It is kept "
        "as it came."
    ),
    Refusal.NO_VIEWER: N_(
        "No program on this machine opens “{name}”. It is kept as it came; nothing was changed."
    ),
}
"""`name` stands in each; `most` and `megabytes` where a limit is named."""
