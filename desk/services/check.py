"""The whole desk proves itself: the database as `storage` proves it, and every paper kept."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from desk.domain.timeline import Paper
from desk.storage.database import Database


class Check:
    """Names everything that does not hold."""

    def __init__(self, database: Database, papers: Path) -> None:
        """`papers` is the folder the names of paper files are relative to."""
        self._database = database
        self._papers = papers

    def run(self) -> tuple[str, ...]:
        """Give one plain sentence for each thing that does not hold; none when all is well."""
        with self._database.reading() as tx:
            return (*tx.problems(), *self._paper_problems(tx.papers.all()))

    def _paper_problems(self, papers: list[Paper]) -> Iterator[str]:
        for paper in papers:
            file = self._papers / paper.file
            try:
                with file.open("rb") as stream:
                    found = hashlib.file_digest(stream, "sha256").hexdigest()
            except OSError as error:
                yield f"paper {paper.file}: {error.strerror}"
                continue
            if found != paper.sha256:
                yield f"paper {paper.file}: its bytes were changed"
