"""What staff can do something about. Errors carry data; ``desk.explain`` owns the sentences."""

from pathlib import Path

from desk.domain.sentence import Sentence


class DeskError(Exception):
    """Expected and explainable. Anything that is not a DeskError is a defect of the program."""


class NotFound(DeskError):
    """No complaint has this reference."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class Misread(NotFound):
    """A scanned code was read wrongly: its check character does not fit its reference."""


class AnswersMissing(DeskError):
    """A commitment was asked for before its questions were answered."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(", ".join(fields))
        self.fields = fields


class AlreadyClosed(DeskError):
    """The complaint is closed; only reopening can change it."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class MayNotClose(DeskError):
    """The closing rule is not met; `reasons` name what is still open, none where nothing is."""

    def __init__(self, reference: str, reasons: tuple[Sentence, ...] = ()) -> None:
        super().__init__(reference)
        self.reference = reference
        self.reasons = reasons


class NotClosed(DeskError):
    """Only what was closed can be opened again, or be asked about afterwards."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class SafetyNotTold(MayNotClose):
    """Somebody is or may be at risk, and no supervisor was told yet."""


class SafetyNeedsAnother(MayNotClose):
    """Somebody is or may be at risk, so another than the handler has to close it."""


class ChangedMeanwhile(DeskError):
    """The record was changed by somebody else since it was read; nothing was overwritten."""

    def __init__(self, reference: str) -> None:
        super().__init__(reference)
        self.reference = reference


class Refused(DeskError):
    """What was asked for cannot be done as it was asked; the reason is a whole sentence."""

    def __init__(self, reason: Sentence) -> None:
        super().__init__(str(reason))
        self.reason = reason


class DatabaseDamaged(DeskError):
    """The file is cut, overwritten, or not a database at all."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class DatabaseForeign(DeskError):
    """The file is a database, but another program's."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class DatabaseNewer(DeskError):
    """The database was written by a newer desk."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(str(path))
        self.path = path
        self.revision = revision


class DatabaseReadOnly(DeskError):
    """The file or its folder may not be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class DatabaseBusy(DeskError):
    """Another program holds the database for longer than desk waits."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class AlreadyOpen(DeskError):
    """The folder's desk is running, but its window cannot be brought to the front."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class DiskFull(DeskError):
    """There is no room left to write."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class FileNotWritten(DeskError):
    """A file for people could not be written where it was asked for."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path))
        self.path = path
        self.reason = reason


class RegisterUnreadable(DeskError):
    """A register file has no columns, encoding or format that desk understands."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(str(path))
        self.path = path
        self.reason = reason


class NotForPractice(DeskError):
    """A folder holds real complaints, so practice must not touch it."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class MissingGlyph(DeskError):
    """No font on this machine shows a character, so the paper is not made."""

    def __init__(self, field: str, character: str) -> None:
        super().__init__(f"{field}: U+{ord(character):04X}")
        self.field = field
        self.character = character


class SlotEmpty(DeskError):
    """A paper needs a fact that is not recorded yet."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class ContentBroken(DeskError):
    """A content file (guide, phrases, letters) cannot be used: which, which line (0: none), why."""

    def __init__(self, path: Path, line: int, reason: Sentence) -> None:
        super().__init__(str(path))
        self.path = path
        self.line = line
        self.reason = reason


class PrinterTrouble(DeskError):
    """A printer did not take the paper; the PDF is kept."""

    def __init__(self, printer: str, reason: str) -> None:
        super().__init__(printer)
        self.printer = printer
        self.reason = reason


class Cancelled(DeskError):
    """Long work stopped because staff asked for it; nothing half-done is left."""


class AttachmentRefused(DeskError):
    """A file was not taken in or not opened; `reason` is a `Refusal`, `name` as it may be shown."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{reason}: {name}")
        self.name = name
        self.reason = reason
