"""The whole desk proves itself: the database as `storage` proves it, and every paper kept."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from desk.domain.label import N_
from desk.domain.sentence import Sentence, sentence
from desk.storage.author import Author
from desk.storage.database import Database
from desk.storage.transaction import Transaction


class Check:
    """Names everything that does not hold."""

    def __init__(self, database: Database, papers: Path) -> None:
        """`papers` is the folder the names of paper files are relative to."""
        self._database = database
        self._papers = papers

    def run(self) -> tuple[Sentence, ...]:
        """Give one plain sentence for each thing that does not hold; none when all is well."""
        with self._database.reading() as tx:
            return (*tx.problems(), *self._paper_problems(tx))

    def mend(self) -> None:
        """Make the search index anew; complaints and papers are left as they are."""
        with self._database.writing(Author("", "")) as tx:
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
