"""What was offered in a span and what customers answered, counted by the database."""

from collections import Counter

import sqlalchemy as sa

from desk.domain.complaint import Kind
from desk.domain.investigation import Finding
from desk.domain.report import Answers, Span, rating
from desk.domain.response import MONEY, Answer, Remedy
from desk.storage.tables import complaint as table

c = table.c
_IS_COMPLAINT = sa.or_(c.kind.is_(None), c.kind == Kind.COMPLAINT)


class Answered:
    """Reads over one connection."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def answers(self, span: Span) -> Answers:
        """Count the offers of a span, and what became of them."""
        groups = (c.offer, c.answer, c.finding, c.rating_result, c.rating_handling)
        rows = self._connection.execute(
            sa.select(*groups, sa.func.count(), sa.func.count(c.amount), sa.func.sum(c.amount))
            .where(_IS_COMPLAINT, c.arrived_at < span.end)
            .where(sa.or_(c.closed_at.is_(None), c.closed_at >= span.start))
            .where(c.responded_at >= span.start, c.responded_at < span.end)
            .group_by(*groups)
        )
        tally: Counter[str] = Counter()
        remedies: Counter[Remedy] = Counter()
        result: Counter[int] = Counter()
        handling: Counter[int] = Counter()
        for offer, answer, finding, result_score, handling_score, n, amounts, money in rows:
            tally["responded"] += n
            tally["not_accepted"] += n * (answer is Answer.DOES_NOT_ACCEPT)
            tally["upheld"] += n * (finding in {Finding.CONFIRMED, Finding.PARTLY})
            if MONEY & set(offer):
                tally["with_money"] += amounts
                tally["money"] += int(money or 0)
            for remedy in set(offer):
                remedies[remedy] += n
            if result_score is not None:
                result[result_score] += n
            if handling_score is not None:
                handling[handling_score] += n
        return Answers(
            remedies=remedies,
            rating_result=rating(result),
            rating_handling=rating(handling),
            **tally,
        )
