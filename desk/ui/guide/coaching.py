"""The coach's side of the guide: what fills the phrases, which checks tick themselves."""

from dataclasses import dataclass
from datetime import date

from desk.domain.effort import effort
from desk.domain.guide import ChecklistItem, Step, hands_may_tick, proven
from desk.domain.options import label
from desk.domain.response import Remedy
from desk.i18n import N_, _
from desk.ui.guide.days import day_words
from desk.ui.guide.situation import Situation

_STOPS = ".。!！;；,， "
ASK_MINUTES = 3
"""About how long one check at the counter takes, in minutes."""


_GAPS = {
    "summary": N_("[what happened, in short …]"),
    "reference": N_("[number …]"),
    "n": N_("[how many …]"),
    "minutes": N_("[how many …]"),
    "record": N_("[what our record says …]"),
    "name": N_("[name …]"),
    "date": N_("[day …]"),
    "remedy": N_("[do what …]"),
    "wish": N_("[what they asked for …]"),
    "reason": N_("[why …]"),
    "offer": N_("[what we offer …]"),
    "thing": N_("[what …]"),
    "what_happened": N_("[what happened to them …]"),
    "amount": N_("[amount …]"),
}
"""What stands in a phrase, in brackets, where the record has nothing to put there yet."""

_ACTS: dict[Remedy, str] = {
    Remedy.EXPLANATION: N_("explain what happened"),
    Remedy.APOLOGY: N_("apologise"),
    Remedy.REPAIR: N_("have it repaired"),
    Remedy.EXCHANGE: N_("exchange it"),
    Remedy.REFUND: N_("give you your money back"),
    Remedy.MONEY_OFF: N_("take money off"),
    Remedy.CHANGE: N_("change how we work"),
}
"""Remedies as they stand after "I can"."""


@dataclass(frozen=True, slots=True)
class CheckScreen:
    """One checklist line; one the data proves cannot be ticked by hand."""

    id: str
    text: str
    ticked: bool
    by_hand: bool


def checks(situation: Situation) -> tuple[CheckScreen, ...]:
    """Give the checklist of the step at hand."""
    return tuple(
        _check(item, situation)
        for item in situation.around.guide.checklist
        if item.step is situation.draft.step and not item.retired
    )


def _check(item: ChecklistItem, situation: Situation) -> CheckScreen:
    is_proven = proven(
        situation.complaint, item, printed=situation.printed, enough=_is_enough(situation)
    )
    by_hand = hands_may_tick(item) and not is_proven
    ticked = is_proven or (by_hand and item.id in situation.draft.ticks)
    return CheckScreen(item.id, item.text, ticked, by_hand)


def _is_enough(situation: Situation) -> bool:
    beside = situation.around.beside
    return effort(situation.complaint, beside.facts, evidence=beside.evidence).is_enough


def phrase_slots(situation: Situation) -> dict[str, str]:
    """Fill the slots of phrases from the record; what is not known yet names what belongs there.

    What was felt (`what_happened`) is never filled: an apology is the handler's own words.
    """
    complaint = situation.complaint
    checks_made = len(complaint.checked) or 2
    day = _day_meant(situation)
    slots = {
        "summary": complaint.summary.rstrip(_STOPS),
        "reference": situation.draft.reference,
        "n": str(checks_made),
        "minutes": str(ASK_MINUTES * checks_made),
        "name": complaint.next_by or situation.around.settings.handler,
        "date": day_words(day) if day else "",
        "remedy": _(", ").join(_(_ACTS[r]) for r in complaint.offer if r in _ACTS),
        "wish": _(", ").join(_(label(w)) for w in complaint.wish if w not in complaint.offer),
        "reason": complaint.found.rstrip(_STOPS),
        "offer": complaint.offered.rstrip(_STOPS),
        "thing": complaint.product,
    }
    return {name: slots.get(name) or gap_words(name) for name in _GAPS}


def gap_words(slot: str) -> str:
    """Name what belongs into a slot, in brackets. Raises KeyError."""
    return _(_GAPS[slot])


def _day_meant(situation: Situation) -> date | None:
    """Give the day a phrase of this step names: until we answer, or when we ask again."""
    complaint = situation.complaint
    if situation.draft.step is not Step.RESOLVE:
        return complaint.next_on
    return (complaint.check_back_on or complaint.done_on) if complaint.done_on else None
