"""What the screen of people shows: one frozen value, made from the list and what is typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk.domain.complaint import Complaint
from desk.domain.options import label, labels
from desk.domain.staff import Role, Staff
from desk.i18n import _, ngettext
from desk.ui.widgets.option import Option

ENTERED = ("name", "limit_complaint", "limit_month", "pin", "pin_again")
"""What is typed about somebody by who may enter people."""
OWN = ("old_pin", "pin", "pin_again")
"""What everybody types to choose a PIN of their own."""
PINS = frozenset({"old_pin", "pin", "pin_again"})
MOST_LISTED = 12


@dataclass(frozen=True, slots=True)
class PeopleScreen:
    """`chosen` is the line in front, -1 for somebody new. `takers` may take what is open."""

    lines: tuple[str, ...]
    chosen: int
    manages: bool
    title: str
    note: str
    fields: tuple[str, ...]
    texts: Mapping[str, str]
    role: str
    problems: Mapping[str, str]
    left: bool
    is_entered: bool
    open_words: str
    takers: tuple[Option, ...]
    looking: bool


def line_of(person: Staff, *, here: bool) -> str:
    """Say in a line who somebody is."""
    parts = [person.name, _(label(person.role))]
    if person.left:
        parts.append(_("has left"))
    elif here:
        parts.append(_("signed in"))
    return "   ".join(parts)


def roles() -> list[Option]:
    """Give the roles in the order of their digits."""
    return [Option(role.value, _(words)) for role, words in labels(Role).items()]


def open_words(complaints: Sequence[Complaint]) -> str:
    """List the references somebody still handles."""
    if not complaints:
        return _("No open complaints.")
    count = len(complaints)
    named = _(", ").join(each.reference for each in complaints[:MOST_LISTED])
    if count > MOST_LISTED:
        named += " …"
    words = ngettext("{n} open complaint: {named}", "{n} open complaints: {named}", count)
    return words.format(n=count, named=named)


def amount(minor: int | None) -> str:
    """Write a limit as it is typed: ``200`` or ``12.50``; nothing where there is none."""
    if minor is None:
        return ""
    whole, rest = divmod(minor, 100)
    return f"{whole}.{rest:02d}" if rest else str(whole)


def note(*, first: bool, manages: bool) -> str:
    """Say what entering people does."""
    if first:
        return _(
            "The first person must be a supervisor or of head office. From then on everybody "
            "signs in by PIN, and F12 switches."
        )
    if manages:
        return _("A new PIN is told to nobody else; everybody can choose their own here.")
    return _("Choose a PIN that nobody else knows. A supervisor changes everything else.")
