"""Finding complaints by words, by the end of a phone number, or by the end of a reference."""

import sqlalchemy as sa

from desk.domain.complaint import Complaint
from desk.domain.text import digits
from desk.storage.tables import WORDS, search_tail, search_text
from desk.storage.words import folded, phrase, words

SHORTEST_TAIL = 3
LONGEST_TAIL = 20
_words = sa.table(WORDS, sa.column("rowid"), sa.column("words"))


class Search:
    """The search index, kept in the transaction that saves the complaint."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, complaint: Complaint) -> None:
        """Make a complaint findable by what it says now."""
        body = folded("\n".join(searchable(complaint)))
        spoken = " \ue000 ".join(" ".join(words(part)) for part in searchable(complaint))
        entry = self._connection.execute(
            sa.select(search_text.c.n, search_text.c.body).where(
                search_text.c.complaint == complaint.id
            )
        ).first()
        if entry is None:
            n = self._connection.execute(
                search_text.insert().returning(search_text.c.n),
                {"complaint": complaint.id, "body": body},
            ).scalar_one()
            self._connection.execute(_words.insert(), {"rowid": n, "words": spoken})
        elif entry.body == body:
            return
        else:
            self._connection.execute(
                search_text.update().where(search_text.c.n == entry.n), {"body": body}
            )
            self._connection.execute(
                _words.update().where(_words.c.rowid == entry.n), {"words": spoken}
            )
            self._connection.execute(
                search_tail.delete().where(search_tail.c.complaint == complaint.id)
            )
        tails = {
            digits(text)[-LONGEST_TAIL:][::-1] for text in (complaint.phone, complaint.reference)
        }
        rows = [{"tail": tail, "complaint": complaint.id} for tail in tails if tail]
        if rows:
            self._connection.execute(search_tail.insert(), rows)

    def forget_all(self) -> None:
        """Empty the index, so that it can be made anew from the complaints."""
        self._connection.execute(search_text.delete())
        self._connection.execute(_words.delete())
        self._connection.execute(search_tail.delete())


SEARCHED = (
    "reference", "story", "summary", "name", "product", "receipt", "category_other",
    "wish_other", "place", "found", "offered", "email", "source",
)  # fmt: skip
"""The fields a complaint is found by."""


def searchable(complaint: Complaint) -> tuple[str, ...]:
    """Give the texts a complaint is found by, each apart."""
    return tuple(filter(None, (getattr(complaint, name) for name in SEARCHED)))


def matching(asked: str) -> sa.Select[int]:
    """Select the `n` of complaints whose texts hold what was asked, letter for letter.

    Letters at the end may go on (*refund* finds *refunded*). Selects nothing for empty words.
    """
    terms = phrase(asked)
    if not terms:
        return sa.select(search_text.c.n).where(sa.false())
    needle = folded(asked).strip()
    return (
        sa.select(search_text.c.n)
        .join(_words, _words.c.rowid == search_text.c.n)
        .where(
            sa.text(f"{WORDS} match :terms").bindparams(terms=terms),
            sa.func.instr(search_text.c.body, needle) > 0,
        )
    )


def matching_all(asked: str) -> sa.Select[int]:
    """Select the `n` of complaints that hold every one of several words, in any order."""
    terms = " AND ".join(filter(None, map(phrase, asked.split())))
    if not terms:
        return sa.select(search_text.c.n).where(sa.false())
    return (
        sa.select(search_text.c.n)
        .join(_words, _words.c.rowid == search_text.c.n)
        .where(sa.text(f"{WORDS} match :terms").bindparams(terms=terms))
    )


def ending(asked: str) -> sa.Select[str] | None:
    """Select complaints whose phone or reference ends in the digits asked; None when too few."""
    tail = digits(asked)[::-1]
    if len(tail) < SHORTEST_TAIL or any(c.isalpha() for c in asked.replace("-", "")[-4:]):
        return None
    return sa.select(search_tail.c.complaint).where(
        search_tail.c.tail >= tail, search_tail.c.tail < tail + ":"
    )
