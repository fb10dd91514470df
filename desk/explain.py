"""Sentences for what staff can do something about: what happened, why, what to do, what is safe."""

from desk.domain import errors
from desk.domain.questions import BY_NAME
from desk.i18n import _


def explain(error: errors.DeskError) -> str:
    """Give the sentences for an error in the language of the screen."""
    match error:
        case errors.NotFound():
            return _(
                "No complaint has the reference {reference}. Check the number on the slip."
            ).format(reference=error.reference)
        case errors.AnswersMissing():
            asked = ", ".join(_(BY_NAME[f].label) for f in error.fields if f in BY_NAME)
            return _("Some answers are still missing: {fields}. Nothing was lost.").format(
                fields=asked
            )
        case errors.AlreadyClosed():
            return _("Complaint {reference} is closed, so it was not changed.").format(
                reference=error.reference
            )
        case errors.MayNotClose():
            return _(
                "Complaint {reference} stays open: it can be closed when the customer has accepted "
                "and everything promised is done. What you wrote is saved."
            ).format(reference=error.reference)
        case errors.ChangedMeanwhile():
            return _(
                "This complaint was changed elsewhere at the same moment. Nothing was overwritten; "
                "please try again."
            )
        case _:
            return _file(error) or _content(error)


def _file(error: errors.DeskError) -> str:
    match error:
        case errors.DatabaseDamaged():
            return _(
                "The file {path} is damaged or is not a desk database. It was not changed. "
                "Restore the last back-up, or start with another folder (--data)."
            ).format(path=error.path)
        case errors.DatabaseForeign():
            return _(
                "The file {path} is another program's database. It was not changed. "
                "Choose another folder with --data."
            ).format(path=error.path)
        case errors.DatabaseNewer():
            return _(
                "The file {path} was written by a newer desk. It was not changed. "
                "Update desk on this machine, then start it again."
            ).format(path=error.path)
        case errors.DatabaseReadOnly():
            return _(
                "desk may not write to {path}. Nothing was changed. "
                "Ask for the right to write there, or choose another folder with --data."
            ).format(path=error.path)
        case errors.DatabaseBusy():
            return _(
                "Another program is using {path} and did not let go of it. Nothing was lost. "
                "Close the other program, or wait and try again."
            ).format(path=error.path)
        case errors.DiskFull():
            return _(
                "There is no room left to write {path}. What was saved before is safe; what is on "
                "the screen stays there. Free some space; desk tries again by itself."
            ).format(path=error.path)
        case errors.FileNotWritten():
            return _(
                "The file {path} could not be written: {reason}. Choose another place."
            ).format(path=error.path, reason=error.reason)
        case _:
            return ""


def _content(error: errors.DeskError) -> str:
    match error:
        case errors.RegisterUnreadable():
            return _("The register {path} cannot be read: {reason} Nothing was taken.").format(
                path=error.path, reason=_(error.reason)
            )
        case errors.MissingGlyph():
            return _(
                "The paper was not made: no font on this machine can show “{character}” "
                "({code}) in “{field}”. Everything is saved. Write it another way, or install a font that has it."
            ).format(
                character=error.character,
                code=f"U+{ord(error.character):04X}",
                field=_(BY_NAME[error.field].label) if error.field in BY_NAME else error.field,
            )
        case errors.SlotEmpty():
            return _("The paper was not made: “{field}” is still empty.").format(
                field=_(BY_NAME[error.field].label) if error.field in BY_NAME else error.field
            )
        case errors.ContentBroken():
            return _("The file {path} cannot be used: line {line}, {reason}").format(
                path=error.path, line=error.line, reason=error.reason
            )
        case errors.PrinterTrouble():
            return _(
                "The paper was not printed: {printer}: {reason}. The PDF is kept and the complaint is saved."
            ).format(printer=error.printer or _("no printer"), reason=error.reason)
        case errors.Cancelled():
            return _("Stopped. Nothing half-done was left behind.")
        case _:
            return str(error)
