"""The cards there are, one line each, and how each is made when it is opened."""

from collections.abc import Callable
from dataclasses import dataclass

from desk.domain.contact import Contact, Reached
from desk.domain.fact import Fact
from desk.i18n import N_, _
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.beside_card import BesideCard
from desk.ui.cards.card import Card, CardLine

Make = Callable[[App, str], Card]


@dataclass(frozen=True, slots=True)
class CardEntry:
    """A card: its name, its words in the menu, and how it is made for a complaint's id."""

    name: str
    label: str
    make: Make


def _contact(app: App, complaint: str) -> Card:
    now = app.complaints.now()

    def told(contact: Contact) -> CardLine:
        when = moments.full(contact.made_at, now) if contact.made_at else ""
        return CardLine(contact.id, f"{when}  {contact.words}", contact.reached is Reached.YES)

    return BesideCard(
        complaint,
        app.besides,
        Contact,
        told=told,
        known=lambda: {"made_at": now, "made_by": app.settings.current().handler},
        note=N_("Every word to the customer and from them, by whatever way."),
    )


def _fact(app: App, complaint: str) -> Card:
    return BesideCard(
        complaint,
        app.besides,
        Fact,
        told=lambda fact: CardLine(fact.id, f"{fact.shows}  ({fact.seen_by})"),
        suggested=lambda: {"seen_by": app.settings.current().handler},
        note=N_("What was looked at and what it shows; hearsay is named as such."),
    )


PATHS: tuple[CardEntry, ...] = ()
"""The side paths of Ctrl+E, in the order of their digits."""

BESIDE: tuple[CardEntry, ...] = (
    CardEntry("contact", N_("A contact"), _contact),
    CardEntry("fact", N_("A fact"), _fact),
)
"""What Ctrl+G writes down beside the complaint, in the order of digits."""


def entry(name: str) -> CardEntry:
    """Give a card by its name. Raises KeyError."""
    return {each.name: each for each in (*PATHS, *BESIDE)}[name]


def title(each: CardEntry) -> str:
    """Give a card's words for the menu."""
    return _(each.label)
