"""The coach's side of the guide: what fills the phrases, which checks tick themselves."""

from dataclasses import dataclass

from desk.domain.guide import ChecklistItem, proven
from desk.domain.options import label
from desk.i18n import _, long_date
from desk.ui.guide.situation import Situation

_STOPS = ".。!！;；,， "
ASK_MINUTES = 3
"""About how long one check at the counter takes, in minutes."""


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
        CheckScreen(item.id, item.text, _is_ticked(item, situation), not item.proof)
        for item in situation.around.guide.checklist
        if item.step is situation.draft.step and not item.retired
    )


def _is_ticked(item: ChecklistItem, situation: Situation) -> bool:
    if not item.proof:
        return item.id in situation.draft.ticks
    return proven(situation.complaint, item, papers=situation.papers)


def phrase_slots(situation: Situation) -> dict[str, str]:
    """Fill the slots of phrases from the record; what is not known yet is left out.

    What was felt (`what_happened`) is never filled: an apology is the handler's own words.
    """
    complaint = situation.complaint
    language = situation.around.screen_language
    day = complaint.done_on or complaint.next_on
    slots = {
        "summary": complaint.summary.rstrip(_STOPS),
        "reference": situation.draft.reference,
        "n": str(max(1, len(complaint.checked) or 2)),
        "minutes": str(ASK_MINUTES * max(1, len(complaint.checked) or 2)),
        "name": complaint.next_by or situation.around.settings.handler,
        "date": long_date(day, language) if day else "",
        "remedy": _(", ").join(_(label(r)).lower() for r in complaint.offer),
        "wish": _(", ").join(_(label(w)) for w in complaint.wish if w not in complaint.offer),
        "reason": complaint.found.rstrip(_STOPS),
        "offer": complaint.offered.rstrip(_STOPS),
        "thing": complaint.product,
    }
    return {name: words for name, words in slots.items() if words}
