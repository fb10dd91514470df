"""What is asked before two customers are merged, and which of several merges is taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from desk.domain.complainant import DETAILS, Detail, Merge
from desk.domain.person import Person, usually_taken
from desk.domain.text import shortened
from desk.i18n import _
from desk.ui import moments
from desk.ui.customers.sheet import detail_text

KEPT, OTHER = "kept", "other"
MOST_MERGES = 9


@dataclass(frozen=True, slots=True)
class Choice:
    """One question: its name, its words, its options as code and words, what is proposed."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    proposed: str = ""


def differences(kept: Person, other: Person) -> tuple[Choice, ...]:
    """Ask for every detail in which two people differ which one holds; phones may both."""
    usual = usually_taken(kept, other)
    choices = []
    for detail, words in DETAILS.items():
        if getattr(kept, detail) == getattr(other, detail):
            continue
        mine, theirs = (_text(person, detail) for person in (kept, other))
        if detail is Detail.PHONES:
            options = ((OTHER, _("Both: {one} and {other}").format(one=mine, other=theirs)),
                       (KEPT, _("Only {one}").format(one=mine)))  # fmt: skip
        else:
            options = ((KEPT, mine), (OTHER, theirs))
        proposed = OTHER if detail in usual else KEPT
        choices.append(Choice(detail.value, _(words), options, proposed))
    return tuple(choices)


def taken(kept: Person, other: Person, chosen: Mapping[str, str]) -> tuple[Detail, ...]:
    """Give the details that were chosen from the other one; what was not asked as usual."""
    usual = usually_taken(kept, other)
    return tuple(d for d in Detail if chosen.get(d.value, OTHER if d in usual else KEPT) == OTHER)


def merge_choices(merges: Sequence[tuple[Merge, Person]], now: datetime) -> tuple[Choice, ...]:
    """Ask which of a customer's merges is taken back; the newest ones."""
    options = []
    for merge, part in merges[:MOST_MERGES]:
        when = moments.full(merge.merged_at, now) if merge.merged_at else ""
        name = shortened(part.own.name, 40) or _("no name given")
        words = _("{name}, merged {when} by {who}")
        options.append((merge.id, words.format(name=name, when=when, who=merge.merged_by or "–")))
    return (Choice("merge_taken_back", _("Which merge is taken back?"), tuple(options)),)


def _text(person: Person, detail: Detail) -> str:
    return detail_text(person, detail, is_masked=True) or _("not stored")
