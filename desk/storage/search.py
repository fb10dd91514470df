"""Finding complaints by words, by the end of a phone number, or by the end of a reference."""

from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from desk.domain.complaint import Complaint
from desk.domain.own_value import sought
from desk.domain.text import digits
from desk.storage import name_index
from desk.storage.columns import RecordName
from desk.storage.name_tables import search_name
from desk.storage.tables import WORDS, search_tail, search_text, search_word
from desk.storage.tables import complaint as table
from desk.storage.words import PUNCTUATION, folded, phrase, words

SHORTEST_TAIL = 3
LONGEST_TAIL = 20


class Search:
    """The search index, kept in the transaction that saves the complaint."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def put(self, complaint: Complaint, before: Complaint | None) -> None:
        """Make a complaint findable by what it says now; `before` is what is findable so far."""
        texts = searchable(complaint)
        if before is None:
            texts = (*texts, *self._own((complaint.id,)).get(complaint.id, ()))
            n = self._connection.execute(
                _ADD_TEXT, {"complaint": complaint.id, "body": body_of(texts)}
            ).scalar_one()
            self._connection.execute(_ADD_WORDS, {"rowid": n, "words": spoken(texts)})
        elif texts != searchable(before):
            texts = (*texts, *self._own((complaint.id,)).get(complaint.id, ()))
            n = self._connection.execute(
                _CHANGE_TEXT, {"of": complaint.id, "body": body_of(texts)}
            ).scalar_one()
            self._connection.execute(_CHANGE_WORDS, {"n": n, "words": spoken(texts)})
        self._put_tails(complaint.id, _tails(complaint), _tails(before) if before else frozenset())
        was = before.name if before else ""
        name_index.put_complaint(self._connection, complaint.id, complaint.name, was)

    def put_new(self, complaints: Sequence[Complaint]) -> None:
        """Make many complaints findable that were not so far."""
        if not complaints:
            return
        own = self._own(tuple(complaint.id for complaint in complaints))
        texts = {c.id: (*searchable(c), *own.get(c.id, ())) for c in complaints}
        rows = [{"complaint": of, "body": body_of(said)} for of, said in texts.items()]
        self._connection.execute(search_text.insert(), rows)
        numbers = self._connection.execute(
            sa.select(search_text.c.n, search_text.c.complaint).where(
                search_text.c.complaint.in_(list(texts))
            )
        )
        self._connection.execute(
            _ADD_WORDS, [{"rowid": n, "words": spoken(texts[of])} for n, of in numbers]
        )
        tails = [{"tail": tail, "complaint": c.id} for c in complaints for tail in _tails(c)]
        if tails:
            self._connection.execute(_ADD_TAIL, tails)
        name_index.put_complaints(self._connection, {c.id: c.name for c in complaints})

    def put_again(self, of: str) -> None:
        """Make a complaint findable by its own fields as they are now."""
        said = self._connection.execute(_SAID, {"of": of}).first()
        if said is None:
            return  # its complaint is still to come, and will be indexed whole
        texts = (*filter(None, said), *self._own((of,)).get(of, ()))
        n = self._connection.execute(
            _CHANGE_TEXT, {"of": of, "body": body_of(texts)}
        ).scalar_one()  # fmt: skip
        self._connection.execute(_CHANGE_WORDS, {"n": n, "words": spoken(texts)})

    def _own(self, complaints: Sequence[str]) -> dict[str, list[str]]:
        """Read what own fields say, by complaint, in the order of the index."""
        found: dict[str, list[str]] = {}
        for of, value in self._connection.execute(_OWN, {"of": list(complaints)}):
            found.setdefault(of, []).append(sought(value))
        return found

    def _put_tails(self, of: str, now: frozenset[str], before: frozenset[str]) -> None:
        if gone := before - now:
            self._connection.execute(_DROP_TAIL, [{"was": tail, "of": of} for tail in gone])
        if new := now - before:
            self._connection.execute(_ADD_TAIL, [{"tail": tail, "complaint": of} for tail in new])

    def forget_all(self) -> None:
        """Empty the index, so that it can be made anew from the complaints."""
        self._connection.execute(search_text.delete())
        self._connection.execute(search_word.delete())
        self._connection.execute(search_tail.delete())
        self._connection.execute(search_name.delete())


# Built once: making a statement costs as much as running it.
_ADD_TEXT = search_text.insert().returning(search_text.c.n)
_CHANGE_TEXT = (
    search_text.update()
    .where(search_text.c.complaint == sa.bindparam("of", type_=RecordName))
    .values(body=sa.bindparam("body"))
    .returning(search_text.c.n)
)
_ADD_WORDS = search_word.insert()
_CHANGE_WORDS = search_word.update().where(search_word.c.rowid == sa.bindparam("n"))
_ADD_TAIL = search_tail.insert()
_DROP_TAIL = search_tail.delete().where(
    search_tail.c.tail == sa.bindparam("was"), search_tail.c.complaint == sa.bindparam("of")
)


SEARCHED = (
    "reference", "story", "summary", "name", "product", "receipt", "category_other",
    "wish_other", "place", "found", "offered", "email", "source",
)  # fmt: skip
"""The fields a complaint is found by."""


_SAID = sa.select(*(table.c[name] for name in SEARCHED)).where(
    table.c.id == sa.bindparam("of", type_=RecordName)
)

own_value = sa.table(
    "own_value",
    sa.column("complaint", RecordName),
    sa.column("field", sa.Text),
    sa.column("value", sa.Text),
)
"""The answers to own fields, as far as the index needs them; `beside_tables` declares them."""

_OWN = (
    sa.select(own_value.c.complaint, own_value.c.value)
    .where(
        own_value.c.complaint.in_(sa.bindparam("of", type_=RecordName, expanding=True)),
        own_value.c.value != "",
    )
    .order_by(own_value.c.complaint, own_value.c.field)
)


def searchable(complaint: Complaint) -> tuple[str, ...]:
    """Give the texts a complaint is found by, each apart."""
    return tuple(filter(None, (getattr(complaint, name) for name in SEARCHED)))


def body_of(texts: Iterable[str]) -> str:
    """Give the text in which a needle is looked for letter by letter."""
    return folded("\n".join(texts))


def spoken(texts: Iterable[str]) -> str:
    """Give the search words of several texts; no phrase reaches from one text into the next."""
    return f" {PUNCTUATION} ".join(" ".join(words(text)) for text in texts)


def tails(*numbers: str) -> frozenset[str]:
    """Give the digits by whose end a complaint is found, last digit first."""
    return frozenset(digits(number)[-LONGEST_TAIL:][::-1] for number in numbers) - {""}


def _tails(complaint: Complaint) -> frozenset[str]:
    return tails(complaint.phone, complaint.reference)


def matching(asked: str) -> sa.Select[int]:
    """Select the word rows of complaints whose texts hold what was asked, letter for letter.

    Letters at the end may go on (*refund* finds *refunded*). Selects nothing for empty words.
    """
    terms = phrase(asked)
    if not terms:
        return sa.select(search_word.c.rowid).where(sa.false())
    needle = folded(asked).strip()
    return (
        sa.select(search_word.c.rowid)
        .join(search_text, search_text.c.n == search_word.c.rowid)
        .where(
            sa.text(f"{WORDS} match :terms").bindparams(terms=terms),
            sa.func.instr(search_text.c.body, needle) > 0,
        )
    )


def matching_all(asked: str) -> sa.Select[int]:
    """Select the word rows of complaints that hold every one of several words, in any order."""
    terms = " AND ".join(filter(None, map(phrase, asked.split())))
    if not terms:
        return sa.select(search_word.c.rowid).where(sa.false())
    return sa.select(search_word.c.rowid).where(
        sa.text(f"{WORDS} match :terms").bindparams(terms=terms)
    )


def ending(asked: str) -> sa.Select[str] | None:
    """Select complaints whose phone or reference ends in the digits asked; None when too few."""
    tail = digits(asked)[::-1]
    if len(tail) < SHORTEST_TAIL or any(c.isalpha() for c in asked.replace("-", "")[-4:]):
        return None
    return sa.select(search_tail.c.complaint).where(
        search_tail.c.tail >= tail, search_tail.c.tail < tail + ":"
    )
