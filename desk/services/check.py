"""The whole desk proves itself: the database, and every paper and attachment that is kept."""

import hashlib
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from desk.domain.attachment import Standing, shown_name
from desk.domain.label import N_
from desk.domain.rights import Right
from desk.domain.sentence import Sentence, sentence
from desk.services.settings import SettingsService
from desk.storage.author import THIS_DESK
from desk.storage.blobs import Blobs
from desk.storage.database import Database
from desk.storage.transaction import Transaction


class Check:
    """Names everything that does not hold."""

    def __init__(
        self, database: Database, papers: Path, attachments: Path, *, settings: SettingsService
    ) -> None:
        """`papers` is the folder the names of paper files are relative to."""
        self._database = database
        self._settings = settings
        self._papers = papers
        self._blobs = Blobs(attachments)

    def run(self) -> tuple[Sentence, ...]:
        """Give one plain sentence for each thing that does not hold; none when all is well."""
        with self._database.reading(by_anybody=True) as tx:
            return (*tx.problems(), *self._paper_problems(tx), *self._attachment_problems(tx))

    def orphans(self) -> int:
        """Count kept files no record tells of: a crash leaves one, and it harms nothing."""
        with self._database.reading(by_anybody=True) as tx:
            told = {each.sha256 for each in tx.kept_attachments()}
        return sum(name not in told for name in self._blobs.names())

    def mend(self) -> None:
        """Make the search index anew; complaints and papers are left as they are."""
        self._settings.must(Right.MEND)
        with self._database.writing(THIS_DESK) as tx:
            tx.complaints.index_anew()

    def _paper_problems(self, tx: Transaction) -> Iterator[Sentence]:
        for paper in tx.kept_papers():
            wrong = _wrong(self._papers / paper.file, paper.sha256)
            if wrong is not None:
                yield sentence(
                    N_("The paper {file} of complaint {reference} {wrong}"),
                    file=paper.file,
                    reference=paper.reference,
                    wrong=wrong,
                )

    def _attachment_problems(self, tx: Transaction) -> Iterator[Sentence]:
        for sha256, same in groupby(tx.kept_attachments(), key=lambda each: each.sha256):
            standing, _ = self._blobs.look(sha256)
            for each in same:
                if standing is not Standing.HERE:
                    yield sentence(
                        _LOST[standing], name=shown_name(each.name), reference=each.reference
                    )


_LOST = {
    Standing.MISSING: N_(
        "The attachment “{name}” of complaint {reference} is missing from the attachments folder. "
        "What was written is safe: put the file back from a back-up, or bring it again."
    ),
    Standing.DAMAGED: N_(
        "The attachment “{name}” of complaint {reference} is not as it was kept. What was written "
        "is safe: put the file back from a back-up, or bring it again."
    ),
    Standing.UNREADABLE: N_(
        "The attachment “{name}” of complaint {reference} cannot be read. What was written is "
        "safe: look at the attachments folder."
    ),
}


def _wrong(file: Path, sha256: str) -> Sentence | None:
    try:
        with file.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except FileNotFoundError:
        return sentence(
            N_(
                "is no longer in the papers folder. What was written is safe: put the file back, "
                "or make the paper again."
            )
        )
    except OSError as error:
        return sentence(
            N_("cannot be read ({reason}). What was written is safe: look at the papers folder."),
            reason=error.strerror or str(error),
        )
    if found != sha256:
        return sentence(
            N_(
                "was changed after it was made. What was written is safe: do not hand this file "
                "out, make the paper again."
            )
        )
    return None
