"""What desk suggests follows from what was said, reads back, and never answers for the customer."""

from datetime import date

import pytest

from desk.domain.answers import fill
from desk.domain.assessment import Affected, Parts, Safety, Severity
from desk.domain.complaint import Channel, Kind, ReceivedVia
from desk.domain.deadline import WorkCalendar
from desk.domain.questions import BY_NAME
from desk.domain.response import Done, Remedy
from desk.domain.suggestions import Surroundings, suggestions
from tests.make import a_complaint

TODAY = date(2026, 11, 23)
NEVER = {
    "story", "category", "safety", "pace", "wish", "agreed", "apology", "channel", "phone",
    "email", "address", "name", "consent", "finding", "cause", "offer", "amount", "answer", "done",
    "rating_result", "rating_handling",
}  # fmt: skip
"""What only the customer or the handler can say."""


def around(**changes: object) -> Surroundings:
    plain: dict[str, object] = {"screen_language": "en", "handler": "Lin", **changes}
    return Surroundings(today=TODAY, calendar=WorkCalendar(), **plain)  # type: ignore[arg-type] # a test's shorthand


def test_an_empty_complaint_gets_only_what_is_usual() -> None:
    found = fill(a_complaint(), suggestions(a_complaint(), around()), TODAY)
    assert found.unreadable == ()
    complaint = found.complaint
    assert (complaint.kind, complaint.received_via) == (Kind.COMPLAINT, ReceivedVia.COUNTER)
    assert complaint.severity is Severity.MODERATE
    assert (complaint.parts, complaint.affected) == (Parts.ONE, Affected.ONE)
    assert complaint.next_on == date(2026, 11, 26)
    assert (complaint.next_by, complaint.language) == ("Lin", "en")
    assert (complaint.summary, complaint.done_on) == ("", None)


def test_suggestions_follow_from_what_was_said() -> None:
    complaint = a_complaint(
        story="水壶漏水。要求退款！", safety=Safety.YES, wish=(Remedy.REFUND, Remedy.APOLOGY),
        done=Done.BY_DATE, done_on=date(2026, 12, 4), channel=Channel.PHONE,
    )  # fmt: skip
    surroundings = around(
        like_it=7, found="We saw it.", offered="A refund.", screen_language="zh_CN"
    )
    said = suggestions(complaint, surroundings)
    found = fill(a_complaint(), said, TODAY)
    assert found.unreadable == ()
    assert found.complaint.summary == "水壶漏水。"
    assert found.complaint.severity is Severity.CRITICAL
    assert (found.complaint.parts, found.complaint.affected) == (Parts.SEVERAL, Affected.MANY)
    assert found.complaint.check_back_on == date(2026, 12, 5)
    assert found.complaint.check_back_via is Channel.PHONE
    assert (found.complaint.found, found.complaint.offered) == ("We saw it.", "A refund.")
    assert found.complaint.language == "zh_CN"


def test_a_promise_is_three_working_days_away() -> None:
    calendar = WorkCalendar(rest=frozenset({date(2026, 11, 24)}))
    surroundings = Surroundings(today=TODAY, calendar=calendar, screen_language="en", handler="Lin")
    assert suggestions(a_complaint(done=Done.BY_DATE), surroundings)["done_on"] == "2026-11-27"


@pytest.mark.parametrize("channel", [None, Channel.COMES_BACK, Channel.NO_NEED])
def test_nobody_is_checked_back_on_by_a_channel_that_needs_no_contact(
    channel: Channel | None,
) -> None:
    complaint = a_complaint(done=Done.BY_DATE, channel=channel)
    assert "check_back_via" not in suggestions(complaint, around())


def test_desk_never_answers_for_the_customer() -> None:
    complaint = a_complaint(story="The kettle leaks.", done=Done.BY_DATE, channel=Channel.PHONE)
    said = suggestions(complaint, around(found="a", offered="b", like_it=3))
    assert not NEVER & set(said)
    assert set(said) <= set(BY_NAME)


def test_a_long_first_sentence_is_cut_to_what_the_summary_holds() -> None:
    said = suggestions(a_complaint(story="漏水" * 500), around())["summary"]
    assert len(said) == BY_NAME["summary"].limit == 160
