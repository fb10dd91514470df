"""Sentences for what staff can do something about: what happened, why, what to do, what is safe."""

import errno
import os

from desk.domain import errors, refusal, saying_no
from desk.domain.attachment import LARGEST, MOST
from desk.domain.field_labels import field_label
from desk.domain.questions import BY_NAME
from desk.domain.spooling import JobNews, JobState, NotTaken, Wait
from desk.i18n import N_, _


def explain(error: errors.DeskError) -> str:
    """Give the sentences for an error in the language of the screen."""
    match error:
        case errors.Misread():
            return _(
                "The code {reference} was not read rightly: its last character does not fit. "
                "Scan it again, or type the number printed beside it. Nothing was changed."
            ).format(reference=error.reference)
        case errors.NotFound():
            return _(
                "No complaint has the reference {reference}. Check the number on the slip, or find "
                "it by a name, a phone number or words."
            ).format(reference=error.reference)
        case errors.AnswersMissing():
            asked = _(", ").join(_(BY_NAME[f].label) for f in error.fields if f in BY_NAME)
            return _(
                "Some answers are still missing: {fields}. Give them and try again; "
                "what you wrote is kept."
            ).format(fields=asked)
        case errors.AlreadyClosed():
            return _(
                "Complaint {reference} is closed, so it was not changed. Write what is new as a "
                "note on it, or open it again (O)."
            ).format(reference=error.reference)
        case errors.SafetyNotTold():
            return _(
                "Complaint {reference} stays open: somebody is or may be at risk, and no "
                "supervisor was told yet. Tell one and write down when (Ctrl+E 1)."
            ).format(reference=error.reference)
        case errors.SafetyNeedsAnother():
            return _(
                "Complaint {reference} stays open: somebody is or may be at risk, so another "
                "person than its handler has to close it. What you wrote is kept."
            ).format(reference=error.reference)
        case errors.MayNotClose() if error.reasons:
            reasons = _("; ").join(reason.said(_) for reason in error.reasons)
            return _("Complaint {reference} stays open: {reasons}. What you wrote is kept.").format(
                reference=error.reference, reasons=reasons
            )
        case errors.MayNotClose():
            return _(
                "Complaint {reference} stays open: it can be closed when the customer has accepted "
                "and everything promised is done. What you wrote is saved."
            ).format(reference=error.reference)
        case errors.NotClosed():
            return _(
                "Complaint {reference} is not closed, so nothing was changed. Go on with it in "
                "the guide."
            ).format(reference=error.reference)
        case errors.Refused():
            return error.reason.said(_)
        case errors.ChangedMeanwhile():
            return _(
                "This complaint was changed elsewhere at the same moment. Nothing was overwritten. "
                "Look at what was changed, then try again."
            )
        case _:
            return _file(error) or _content(error)


def _file(error: errors.DeskError) -> str:
    match error:
        case errors.DatabaseDamaged():
            return _(
                "The file {path} is damaged or is not a desk database. It was not changed. "
                "Put the last back-up in its place, or start with another folder (--data)."
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
        case errors.AlreadyOpen():
            return _(
                "desk is already open on {path}, and its window does not answer. Nothing was lost. "
                "Wait a moment and start desk again; if that does not help, restart the machine."
            ).format(path=error.path)
        case errors.DiskFull():
            return _(
                "There is no room left to write {path}. What was saved before is safe; what is on "
                "the screen stays there. Free some space; desk tries again by itself."
            ).format(path=error.path)
        case errors.FileNotWritten():
            return _(
                "The file {path} could not be written: {reason}. Everything is saved in desk. "
                "Choose another place."
            ).format(path=error.path, reason=_not_written(error))
        case _:
            return ""


def _content(error: errors.DeskError) -> str:
    match error:
        case errors.RegisterUnreadable():
            return _(
                "The register {path} cannot be read: {reason} Nothing was taken. "
                "Look at the file, then try again."
            ).format(path=error.path, reason=_(error.reason))
        case errors.NotForPractice():
            return _(
                "The folder {path} holds real complaints, so nothing was put in for practice. "
                "Choose an empty folder with --data."
            ).format(path=error.path)
        case errors.MissingGlyph():
            return _(
                "The paper was not made: no font on this machine can show “{character}” "
                "({code}) in “{field}”. Everything is saved. Write it another way, or install a "
                "font that has it."
            ).format(
                character=error.character,
                code=f"U+{ord(error.character):04X}",
                field=_field(error.field),
            )
        case errors.SlotEmpty() if error.field in saying_no.NEEDED:
            return _(
                "The letter was not made: it says no, and “{field}” is still empty. Press Ctrl+E "
                "and choose “Wish we cannot meet”; then make it again. What you wrote is saved."
            ).format(field=_field(error.field))
        case errors.SlotEmpty():
            return _(
                "The paper was not made: “{field}” is still empty. Fill it in, then make the paper "
                "again. What you wrote is saved."
            ).format(field=_field(error.field))
        case errors.ContentBroken():
            return _broken(error)
        case errors.PrinterTrouble(reason=NotTaken.NO_FILE):
            return _(
                "The paper was not printed: its file is no longer in the papers folder. What you "
                "wrote is saved; make the paper again."
            )
        case errors.PrinterTrouble():
            return _(
                "The paper was not printed: {reason} The PDF is kept, nothing is lost. "
                "Print it again when the printer is ready."
            ).format(reason=_not_taken(error))
        case errors.AttachmentRefused():
            return _(refusal.WORDS[error.reason]).format(
                name=error.name, most=MOST, megabytes=LARGEST // 2**20
            )
        case errors.Cancelled():
            return _("Stopped. What was done before is kept; nothing half-done was left behind.")
        case _:
            return str(error)


_SET = {
    "letterhead": N_("The shop's name and address (Settings)"),
    "routes": N_("Outside routes (Settings)"),
}
"""What papers show that stands in the settings."""

_NOT_WRITTEN = {
    os.strerror(errno.ENOENT): N_("there is no such folder"),
    os.strerror(errno.ENOTDIR): N_("there is no such folder"),
    os.strerror(errno.EACCES): N_("desk may not write there, or another program has it open"),
    os.strerror(errno.EPERM): N_("desk may not write there, or another program has it open"),
    os.strerror(errno.EROFS): N_("desk may not write there, or another program has it open"),
    os.strerror(errno.EISDIR): N_("a folder has this name"),
    os.strerror(errno.ENAMETOOLONG): N_("its name is too long"),
}
"""What the system says in English, whatever the screen speaks."""

_NOT_TAKEN: dict[str, str] = {
    NotTaken.NO_SPOOLER: N_("no printing service (CUPS) answers on this machine."),
    NotTaken.NO_QUEUE: N_("there is no printer called {printer} here."),
    NotTaken.NOT_ACCEPTING: N_("{printer} takes no papers at the moment; look at the printer."),
    NotTaken.REFUSED: N_("{printer} refused it; look at the printer."),
    NotTaken.TIMED_OUT: N_("{printer} did not answer in time."),
}

_WAITS = {
    Wait.TURN: N_("its turn"),
    Wait.PAPER: N_("paper"),
    Wait.INK: N_("ink or toner"),
    Wait.COVER: N_("an open cover"),
    Wait.JAM: N_("a paper jam"),
    Wait.OFFLINE: N_("the printer is off or not connected"),
    Wait.STOPPED: N_("the printer is stopped"),
    Wait.HELD: N_("somebody holds it back"),
}


def explain_job(news: JobNews) -> str:
    """Say where a paper stands at its printer, in the language of the screen."""
    match news.state:
        case JobState.SENT:
            return _("Sent to the printer.")
        case JobState.WAITING:
            return _("Waiting at the printer: {reason}.").format(
                reason=_(_WAITS[news.wait or Wait.TURN])
            )
        case JobState.FAILED:
            return _("The printer gave the paper up. The PDF is kept; send it again.")


def _broken(error: errors.ContentBroken) -> str:
    reason = error.reason.said(_)
    if not error.line:
        return _(
            "The file {path} cannot be used: {reason} Correct it, or put it back as it was. "
            "What was saved is safe."
        ).format(path=error.path, reason=reason)
    return _(
        "The file {path} cannot be used. Line {line}: {reason} Correct it, or put the file back "
        "as it was. What was saved is safe."
    ).format(path=error.path, line=error.line, reason=reason)


def _not_written(error: errors.FileNotWritten) -> str:
    if not error.reason:
        return _("the machine does not say why")
    return _(_NOT_WRITTEN.get(error.reason, error.reason))


def _not_taken(error: errors.PrinterTrouble) -> str:
    if error.reason == NotTaken.NO_QUEUE and not error.printer:
        return _("no printer was found on this machine.")
    words = _NOT_TAKEN.get(error.reason)
    printer = error.printer or _("the printer")
    return _(words).format(printer=printer) if words else error.reason


def _field(name: str) -> str:
    return _(_SET[name]) if name in _SET else _(field_label(name))
