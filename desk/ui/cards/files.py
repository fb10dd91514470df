"""Has photos and files kept beside the window, one after the other, and tells what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk.domain.attachment import shown_name
from desk.domain.doubt import WORDS, Doubt
from desk.domain.errors import AttachmentRefused, Cancelled, DeskError
from desk.explain import explain
from desk.i18n import _, ngettext
from desk.services.app import App
from desk.services.attachments import Added, Attachments, Source
from desk.ui.jobs import Jobs, Progress
from desk.ui.parts import Said
from desk.ui.widgets.tag import Tone

MOST_TOLD = 3
"""Files whose trouble is told one by one; of more only the number is."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of some files: those with the complaint now, those refused, what stopped it."""

    added: tuple[Added, ...]
    refused: tuple[AttachmentRefused, ...]
    trouble: DeskError | None


class FileDesk(QObject):
    """Typing and saving never wait for it."""

    said = Signal(object)
    failed = Signal(object)
    working = Signal(str)
    progressed = Signal(int, int)
    kept = Signal()
    """A complaint has more attachments than before."""

    def __init__(self, app: App, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._jobs = jobs

    def take(self, complaint: str, sources: Sequence[Source], words: str = "") -> None:
        """Keep files beside a complaint; `words` say what the first one shows."""
        if not sources:
            return
        self.working.emit(_("Photos and files are being kept"))
        work = partial(_take, self._app.attachments, complaint, tuple(sources), words)
        self._jobs.run(work, self._done, self._failed, self.progressed.emit)

    def _done(self, taken: Taken) -> None:
        self.working.emit("")
        if words := told(taken):
            is_good = not taken.refused and not any(_worrying(each) for each in taken.added)
            self.said.emit(Said(words, (Tone.DONE if is_good else Tone.WARNING).value))
        if taken.trouble is not None:
            self.failed.emit(taken.trouble)
        self.kept.emit()

    def _failed(self, error: DeskError) -> None:
        self.working.emit("")
        self.failed.emit(error)
        self.kept.emit()


def told(taken: Taken) -> str:
    """Say what came of some files, in the language of the screen."""
    sentences = []
    if count := sum(not each.was_there for each in taken.added):
        said = ngettext(
            "{count} file is with the complaint now.",
            "{count} files are with the complaint now.",
            count,
        )
        sentences.append(said.format(count=count))
    for each in taken.added:
        name = shown_name(each.attachment.name)
        if each.was_there:
            sentences.append(_("“{name}” was with it already.").format(name=name))
        elif doubted := _worrying(each):
            words = " ".join(_(WORDS[doubt]) for doubt in doubted)
            sentences.append(_("“{name}”: {words}").format(name=name, words=words))
    sentences += [explain(error) for error in taken.refused[:MOST_TOLD]]
    if more := len(taken.refused[MOST_TOLD:]):
        said = ngettext(
            "{count} more was not kept either.", "{count} more were not kept either.", more
        )
        sentences.append(said.format(count=more))
    return " ".join(sentences)


def _worrying(added: Added) -> tuple[Doubt, ...]:
    return tuple(doubt for doubt in added.doubts if doubt is not Doubt.UNKNOWN)


def _take(
    attachments: Attachments,
    complaint: str,
    sources: tuple[Source, ...],
    words: str,
    progress: Progress,
) -> Taken:
    """Keep one file after the other; what was kept stays, whatever comes of the next."""
    added: list[Added] = []
    refused: list[AttachmentRefused] = []
    for done, source in enumerate(sources):
        progress(done, len(sources))
        try:
            added.append(attachments.add(complaint, source, "" if done else words))
        except AttachmentRefused as error:
            refused.append(error)
        except Cancelled:
            raise
        except DeskError as error:
            return Taken(tuple(added), tuple(refused), error)
    return Taken(tuple(added), tuple(refused), None)
