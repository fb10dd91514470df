"""What the customer may see when the screen is turned to them (ux.md 3.6), in their language.

A whitelist, as for papers: what they told us, what we do, who, by when, and their number.
"""

from dataclasses import dataclass
from datetime import date

from desk.domain.complaint_choices import Agreed
from desk.domain.guide import Step
from desk.domain.label import LANGUAGES, N_
from desk.domain.response import MONEY, Done
from desk.i18n import catalogue, full_date, full_moment, money
from desk.ui.guide.situation import Situation

HIGHEST = 5
"""The best mark of a rating."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question the customer answers by one digit: its field, its words, and each digit's code."""

    field: str
    words: str
    choices: tuple[tuple[str, str], ...]
    """(what is shown, the raw answer), in the order of the digits from 1."""


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """Everything the page shows: (heading, words) in order, what is asked, and the thanks."""

    shop: str
    parts: tuple[tuple[str, str], ...]
    asked: tuple[Asked, ...]
    thanks: str
    back: str


def customer_page(situation: Situation) -> CustomerPage:
    """Draw the page up."""
    complaint = situation.complaint
    code = (
        complaint.language if complaint.language in LANGUAGES else situation.around.screen_language
    )
    say = catalogue(code).gettext
    parts = (
        (say(N_("You told us")), complaint.summary or complaint.story),
        (say(N_("What we found")), complaint.found if situation.draft.step >= Step.RESOLVE else ""),
        (say(N_("What we will do")), _doing(situation, code)),
        (say(N_("Who, and by when")), _who(situation, code)),
        (say(N_("Your number")), situation.draft.reference),
    )
    return CustomerPage(
        shop=situation.around.settings.shop,
        parts=tuple((heading, words) for heading, words in parts if words.strip()),
        asked=tuple(_asked(situation, code)),
        thanks=say(N_("Thank you for telling us.")),
        back=say(N_("F8 or Esc: back")),
    )


def _doing(situation: Situation, code: str) -> str:
    """Tell the offer once there is one; until then that we look into it."""
    complaint = situation.complaint
    if situation.draft.step is Step.RESOLVE and complaint.offered:
        is_money = bool(MONEY & set(complaint.offer)) and complaint.amount
        currency = situation.around.settings.currency
        amount = money(complaint.amount or 0, currency, code) if is_money else ""
        said = complaint.offered
        return said if not amount or amount in said else f"{said}  {amount}"
    if situation.draft.step < Step.EMPATHISE:
        return ""
    return catalogue(code).gettext(N_("We look into it and tell you what we find."))


def _who(situation: Situation, code: str) -> str:
    complaint, say = situation.complaint, catalogue(code).gettext
    if situation.draft.step < Step.EMPATHISE:
        return ""
    if situation.draft.step is Step.RESOLVE and complaint.offered:
        if complaint.done is Done.NOW:
            return say(N_("{name}, now")).format(name=_handler(situation))
        return _by(complaint.done_by or _handler(situation), complaint.done_on, code)
    if complaint.next_on is not None:
        return _by(complaint.next_by or _handler(situation), complaint.next_on, code)
    stored = situation.stored
    due = stored.final_due_at if stored is not None else None
    if due is None:
        return _handler(situation)
    when = full_moment(due.astimezone(situation.around.now.tzinfo), code)
    return say(N_("{name}, by {day}")).format(name=_handler(situation), day=when)


def _by(name: str, day: date | None, code: str) -> str:
    if day is None:
        return name
    words = catalogue(code).gettext(N_("{name}, by {day}"))
    return words.format(name=name, day=full_date(day, code))


def _handler(situation: Situation) -> str:
    return situation.complaint.handler or situation.around.settings.handler


def _asked(situation: Situation, code: str) -> list[Asked]:
    say = catalogue(code).gettext
    complaint = situation.complaint
    if situation.draft.step is Step.EMPATHISE and complaint.summary:
        return [
            Asked(
                "agreed",
                say(N_("Have we understood you?")),
                (
                    (say(N_("Yes")), Agreed.YES.value),
                    (say(N_("Something is different")), Agreed.CORRECTED.value),
                ),
            )
        ]
    if situation.draft.step is not Step.RESOLVE or not complaint.offered:
        return []
    words = (
        (say(N_("not at all")), "1"),
        *((str(n), str(n)) for n in range(2, HIGHEST)),
        (say(N_("fully")), str(HIGHEST)),
    )
    return [
        Asked("rating_result", say(N_("Are you content with the result?")), words),
        Asked("rating_handling", say(N_("Are you content with how we handled it?")), words),
    ]
