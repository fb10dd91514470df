"""The card of going up inside the company, or on to somebody outside it."""

from datetime import date

from desk.domain.beside_labels import BESIDE_LABELS
from desk.domain.escalation import suggested_words
from desk.domain.referral import Level, Referral
from desk.domain.route import printed
from desk.i18n import _
from desk.services.app import App
from desk.ui import moments
from desk.ui.cards.beside_card import BesideCard
from desk.ui.cards.card import Card, CardLine


def referral_card(app: App, complaint: str) -> Card:
    """Write down where it goes; a line that is chosen takes the result."""
    now = app.complaints.now()
    hint = app.escalations.suggested(complaint)

    def told(one: Referral) -> CardLine:
        return CardLine(
            one.id, referral_words(one, now.date()), done=not one.is_open, by_hand=one.is_open
        )

    def note() -> str:
        said = suggested_words(hint).said(_) if hint is not None else ""
        about = _("Choose a line when its result is known; below is a new one. Outside routes:")
        routes = printed(app.settings.current().routes) or _("none is written in Settings yet")
        return "\n".join(filter(None, (said, about, routes)))

    return BesideCard(
        complaint,
        app.besides,
        Referral,
        told=told,
        known=lambda: {"referred_at": now, "referred_by": app.settings.author().name},
        ended=lambda: {"ended_on": now.date()},
        suggested=lambda: {"level": (hint.level.value,)} if hint is not None else {},
        note=note(),
    )


def referral_words(one: Referral, today: date) -> str:
    """Write a referral as one line: where, their number and day, and what came of it."""
    level = _(BESIDE_LABELS[Level][one.level]) if one.level is not None else ""
    due = (
        _("their day {day}").format(day=moments.plain_day(one.their_due_on, today))
        if one.their_due_on
        else ""
    )
    words = _(", ").join(filter(None, (level, one.where, one.their_number, due)))
    return _("{what}: {result}").format(what=words, result=one.result) if one.result else words
