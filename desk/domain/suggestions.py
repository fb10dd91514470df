"""Answers desk suggests from earlier ones; shown as suggestions, taken unless changed."""

from dataclasses import dataclass
from datetime import date, timedelta

from desk.domain.answers import Raw
from desk.domain.assessment import suggested_affected, suggested_parts, suggested_severity
from desk.domain.complaint import Complaint, Kind, ReceivedVia
from desk.domain.deadline import WorkCalendar
from desk.domain.guide import TEXT_NEEDED
from desk.domain.promised_day import next_open
from desk.domain.response import Done
from desk.domain.text import first_sentence

SUMMARY_LIMIT = 160
PROMISE_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What suggestions look at beside the complaint itself.

    `like_it`: earlier complaints on the same product in 30 days; `found` and `offered`: the
    prefilled words in the customer's language for what was chosen, empty when there are none.
    """

    today: date
    calendar: WorkCalendar
    screen_language: str
    handler: str
    like_it: int = 0
    found: str = ""
    offered: str = ""
    open_weekdays: str = "1234567"


def suggestions(complaint: Complaint, around: Surroundings) -> dict[str, Raw]:
    """Suggest raw answers for questions that follow from others."""
    suggested: dict[str, Raw] = {
        "kind": (Kind.COMPLAINT.value,),
        "received_via": (ReceivedVia.COUNTER.value,),
        "language": (around.screen_language,),
        "severity": (str(suggested_severity(complaint.safety, complaint.wish).value),),
        "parts": (str(suggested_parts(complaint.wish).value),),
        "affected": (str(suggested_affected(around.like_it).value),),
        "next_by": around.handler,
        "done_by": around.handler,
    }
    if complaint.story:
        suggested["summary"] = first_sentence(complaint.story, SUMMARY_LIMIT)
    promised = _open(around.calendar.after(around.today, PROMISE_DAYS), around)
    suggested["next_on"] = promised.isoformat()
    if complaint.done is Done.BY_DATE:
        suggested["done_on"] = promised.isoformat()
        check_back = _open((complaint.done_on or promised) + timedelta(days=1), around)
        suggested["check_back_on"] = check_back.isoformat()
        if complaint.channel in TEXT_NEEDED:
            suggested["check_back_via"] = (complaint.channel.value,)
    if around.found:
        suggested["found"] = around.found
    if around.offered:
        suggested["offered"] = around.offered
    return suggested


def _open(day: date, around: Surroundings) -> date:
    return next_open(day, around.calendar, around.open_weekdays)
