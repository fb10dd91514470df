"""The card of the contact log."""

from desk.domain.contact import Contact, Reached
from desk.i18n import N_
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.beside_card import BesideCard
from desk.ui.cards.card import Card, CardLine


def contact_card(app: App, complaint: str) -> Card:
    """Write down a word that went to the customer or came from them."""
    now = app.complaints.now()

    def told(contact: Contact) -> CardLine:
        when = moments.full(contact.made_at, now) if contact.made_at else ""
        return CardLine(contact.id, f"{when}  {contact.words}", contact.reached is Reached.YES)

    return BesideCard(
        complaint,
        app.besides,
        Contact,
        told=told,
        known=lambda: {"made_at": now, "made_by": app.settings.author().name},
        note=N_("Every word to the customer and from them, by whatever way."),
    )
