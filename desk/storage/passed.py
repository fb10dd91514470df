"""Gates that were passed with a reason, counted by the database."""

from collections import Counter

import sqlalchemy as sa

from desk.domain.report import Span
from desk.domain.side_path import Override
from desk.storage.beside_tables import TABLES

o = TABLES[Override].c


class Passed:
    """Reads over one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def gates(self, span: Span) -> Counter[str]:
        """Count how often each gate was passed in a span; what was missing there is left out."""
        rows = self._connection.execute(
            sa.select(o.gate, sa.func.count())
            .where(o.passed_at >= span.start, o.passed_at < span.end)
            .group_by(o.gate)
        )
        found: Counter[str] = Counter()
        for gate, n in rows:
            found[gate.partition(":")[0]] += n  # "listen: story wish" names what was missing
        return found
