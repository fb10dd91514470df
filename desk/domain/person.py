"""One person as all records together tell of them: who was merged, and which detail is shown.

Worked out from the records each time, never stored: so it comes out the same in whatever order
the saves of several branches arrive, and a merge is taken back by taking it out of the sum.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from desk.domain.complainant import Complainant, Detail, Merge
from desk.domain.text import digits

_SINGLE = tuple(detail for detail in Detail if detail is not Detail.PHONES)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person as shown. `own` is the kept record, `joined` each merge and what it brought."""

    own: Complainant
    name: str
    phones: tuple[str, ...]
    email: str
    address: str
    language: str
    tier: str
    joined: tuple[tuple[Merge, "Person"], ...] = ()

    @property
    def id(self) -> str:
        """The id the person goes by: that of the kept record."""
        return self.own.id

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id the person is known by, the kept one first."""
        return (self.id, *(of for _, part in self.joined for of in part.ids))

    @property
    def merges(self) -> tuple[Merge, ...]:
        """Every merge in force that made this person out of several records, newest first."""
        held = [m for merge, part in self.joined for m in (merge, *part.merges)]
        return tuple(sorted(held, key=_order, reverse=True))


def people(records: Iterable[Complainant], merges: Iterable[Merge]) -> Mapping[str, Person]:
    """Give the person each id stands for: the same one for all ids that were merged.

    Merges made by branches that did not know of each other may name a record twice or go round
    in a ring: the earlier one counts, one between records that are the same already adds nothing.
    """
    held = {record.id: _alone(record) for record in records}
    stands_for = {of: of for of in held}

    def last(of: str) -> str:
        while stands_for[of] != of:
            of = stands_for[of]
        return of

    for merge in sorted((m for m in merges if not m.undone), key=_order):
        if merge.kept not in held or merge.merged not in held:
            continue  # its record has not arrived yet
        kept, merged = last(merge.kept), last(merge.merged)
        if kept != merged:
            held[kept] = _joined(held[kept], merge, held[merged])
            stands_for[merged] = kept
    return {of: held[last(of)] for of in held}


def _order(merge: Merge) -> tuple[datetime, str]:
    return merge.merged_at or _LONG_AGO, merge.id


def _alone(record: Complainant) -> Person:
    return Person(
        own=record,
        name=record.name,
        phones=record.phones,
        email=record.email,
        address=record.address,
        language=record.language,
        tier=record.tier,
    )


def _joined(kept: Person, merge: Merge, merged: Person) -> Person:
    taken = {d.value: getattr(merged, d) for d in _SINGLE if d in merge.taken}
    phones = kept.phones
    if Detail.PHONES in merge.taken:
        phones = (*phones, *(p for p in merged.phones if not is_among(p, phones)))
    joined = (*kept.joined, (merge, merged))
    return dataclasses.replace(kept, **taken, phones=phones, joined=joined)


def is_among(phone: str, phones: Iterable[str]) -> bool:
    """Tell whether a number is one of several, however each is written."""
    return any(phone == one or (digits(phone) and digits(phone) == digits(one)) for one in phones)


def usually_taken(kept: Person, merged: Person) -> tuple[Detail, ...]:
    """Give what is taken when nothing is chosen: every phone, and what the kept one lacks."""
    lacking = (d for d in _SINGLE if not getattr(kept, d) and getattr(merged, d))
    return (*lacking, Detail.PHONES)


def edited(
    person: Person, wanted: Mapping[Detail, str | tuple[str, ...]]
) -> tuple[tuple[Complainant, ...], tuple[Merge, ...]]:
    """Give the records and merges that say of a person what is wanted; only those that change.

    What is said anew stands in the kept record, and no merge shows another instead; so it stays
    when a merge is taken back. A number that is taken away goes from every record that has it.
    """
    said = {d: value for d, value in wanted.items() if getattr(person, d) != value}
    changes = {d.value: value for d, value in said.items() if d is not Detail.PHONES}
    merges = [
        dataclasses.replace(merge, taken=tuple(d for d in merge.taken if d not in changes))
        for merge, _part in person.joined
        if set(changes) & set(merge.taken)
    ]
    records = {person.id: dataclasses.replace(person.own, **changes)}  # type: ignore[arg-type] # each detail's own type
    if Detail.PHONES in said:
        phones = tuple(said[Detail.PHONES])
        gone = [phone for phone in person.phones if phone not in phones]
        brought = [
            p for merge, part in person.joined if Detail.PHONES in merge.taken for p in part.phones
        ]
        mine = tuple(p for p in phones if p in person.own.phones or p not in brought)
        records[person.id] = dataclasses.replace(records[person.id], phones=mine)
        for record in _records(part for _, part in person.joined):
            left = tuple(p for p in record.phones if not is_among(p, gone))
            if left != record.phones:
                records[record.id] = dataclasses.replace(record, phones=left)
    if records[person.id] == person.own:
        del records[person.id]
    return tuple(records.values()), tuple(merges)


def _records(parts: Iterable[Person]) -> Iterable[Complainant]:
    for part in parts:
        yield part.own
        yield from _records(inner for _, inner in part.joined)
