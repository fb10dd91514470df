"""How a complaint reached us: for somebody else, passed on, on the net, on paper, in parts."""

from datetime import datetime

import pytest

from desk.domain import card_questions
from desk.domain.answers import Raw
from desk.domain.assessment import Help
from desk.domain.complaint import Complaint, Known, OnlineVia
from desk.domain.errors import AlreadyClosed, AnswersMissing
from desk.domain.matter import Matter
from desk.services.app import App
from desk.ui.cards.registry import entry
from tests.conftest import HERE, StandingClock
from tests.make import LISTENED, a_draft

FOR_MOTHER: dict[str, Raw] = {
    "affected_name": "Kim Example", "relation": "daughter", "authority": ("yes",)
}  # fmt: skip
SECOND: dict[str, Raw] = {"summary": "The cashier was rude.", "category": ("manner",)}


@pytest.fixture
def complaint(app: App) -> Complaint:
    return app.complaints.receive(a_draft(LISTENED))


def test_who_complains_and_who_is_affected_may_be_two_people(
    app: App, complaint: Complaint
) -> None:
    """I6."""
    saved = app.intake.complete(complaint.id, card_questions.FOR_SOMEBODY, FOR_MOTHER)
    assert (saved.affected_name, saved.relation) == ("Kim Example", "daughter")
    assert saved.authority is Known.YES
    (entry,) = app.complaints.whole(saved.reference).entries[-1:]
    assert {change.field for change in entry.changes} == {
        "affected_name", "relation", "authority",
    }  # fmt: skip


def test_their_number_day_and_demand_are_kept_of_what_was_passed_on(
    app: App, complaint: Complaint
) -> None:
    """I13."""
    saved = app.intake.complete(
        complaint.id,
        card_questions.PASSED_ON,
        {"passed_on_by": "12315", "source_number": "No. 88", "source_due_on": "+4"},
    )
    assert (saved.passed_on_by, saved.source_number) == ("12315", "No. 88")
    assert saved.source_due_on is not None
    assert (saved.source_due_on - app.besides.today()).days == 4


def test_each_way_on_the_net_is_kept_for_itself(app: App, complaint: Complaint) -> None:
    for way in OnlineVia:
        saved = app.intake.complete(
            complaint.id, card_questions.CAME_BY, {"online_via": (way.value,)}
        )
        assert saved.online_via is way


def test_a_paper_form_typed_in_later_keeps_its_number_and_the_true_time_of_the_visit(
    app: App, clock: StandingClock, complaint: Complaint
) -> None:
    """B4: clocks run from the visit."""
    clock.tick(days=2)
    day = app.besides.today()
    saved = app.intake.came_at(
        complaint.id,
        card_questions.PAPER_FORM,
        {"form_number": "P-0042", "visited_on": "-3", "visited_time": "9:15"},
    )
    visited = datetime(day.year, day.month, day.day, 9, 15, tzinfo=HERE)
    assert saved.form_number == "P-0042"
    assert saved.visited_at == saved.arrived_at == saved.received_at
    assert saved.visited_at is not None
    assert (visited - saved.visited_at).days == 3
    assert saved.first_word_due_at is not None
    assert complaint.first_word_due_at is not None
    assert saved.first_word_due_at < complaint.first_word_due_at


@pytest.mark.parametrize("when", [("t", "23:59"), ("+1", "9:00"), ("t", "25:00"), ("31/2", "9:00")])
def test_a_visit_still_to_come_or_at_no_time_is_refused_at_its_field(
    app: App, complaint: Complaint, when: tuple[str, str]
) -> None:
    day, time = when
    with pytest.raises(AnswersMissing) as refused:
        app.intake.came_at(
            complaint.id,
            card_questions.PAPER_FORM,
            {"form_number": "P-1", "visited_on": day, "visited_time": time},
        )
    assert {*refused.value.fields} & {"visited_on", "visited_time"}
    assert app.complaints.get(complaint.id) == complaint


def test_one_visit_holds_up_to_five_matters_each_with_its_own_answer(
    app: App, complaint: Complaint
) -> None:
    """I7."""
    for number in range(2, 6):
        assert app.intake.further(complaint.id, SECOND).number == number
    with pytest.raises(AnswersMissing):
        app.intake.further(complaint.id, SECOND)
    first = app.besides.of(Matter, complaint.id)[0]
    decided = app.intake.decide(
        first,
        {
            **SECOND,
            "finding": ("confirmed",),
            "offer": ("apology",),
            "offered": "We apologise.",
            "answer": ("accepts",),
            "done": ("now",),
        },
    )
    assert decided.is_decided
    assert [m.is_decided for m in app.besides.of(Matter, complaint.id)] == [True] + [False] * 3


def test_a_card_takes_a_matter_up_where_it_was_left(app: App, complaint: Complaint) -> None:
    card = entry("matter").make(app, complaint.id)
    card.commit(SECOND)
    (line,) = card.lines()
    start = card.tick(line.id, True)
    assert start is not None
    assert start["summary"] == "The cashier was rude."
    card.commit({**start, "answer": ("does_not_accept",)})
    assert len(app.besides.of(Matter, complaint.id)) == 1
    assert "Does not accept" in card.lines()[0].text


def test_nothing_is_added_to_a_closed_complaint(app: App) -> None:
    closed = app.complaints.close(a_draft())
    with pytest.raises(AlreadyClosed):
        app.intake.complete(closed.id, card_questions.FOR_SOMEBODY, FOR_MOTHER)


@pytest.mark.parametrize("name", ["for_somebody", "passed_on", "came_by", "paper_form"])
def test_a_card_shows_again_what_it_wrote(app: App, complaint: Complaint, name: str) -> None:
    said: dict[str, dict[str, Raw]] = {
        "for_somebody": FOR_MOTHER,
        "passed_on": {"passed_on_by": "12345"},
        "came_by": {"online_via": ("wechat",)},
        "paper_form": {"form_number": "P-7", "visited_on": "y", "visited_time": "10:00"},
    }
    card = entry(name).make(app, complaint.id)
    assert not [value for value in card.suggested().values() if value]
    card.commit(said[name])
    again = entry(name).make(app, complaint.id).suggested()
    asked = {q.name for q in card.questions({}) if q.name in Complaint.__dataclass_fields__}
    assert {n: again[n] for n in asked & said[name].keys()} == {
        n: v for n, v in said[name].items() if n in asked
    }


@pytest.mark.parametrize("needed", ["hearing", "sight", "injured"])
def test_what_tells_of_health_is_kept_only_after_a_consent_of_its_own(
    app: App, complaint: Complaint, needed: str
) -> None:
    """A6."""
    chosen: dict[str, Raw] = {"help_needed": ("elderly", needed)}
    card = entry("needs_help").make(app, complaint.id)
    assert [q.name for q in card.questions({"help_needed": ("elderly",)})] == ["help_needed"]
    assert [q.name for q in card.questions(chosen)] == ["help_needed", "help_consent"]
    with pytest.raises(AnswersMissing) as refused:
        card.commit(chosen)
    assert refused.value.fields == ("help_consent",)
    card.commit({**chosen, "help_consent": ("no",)})
    saved = app.complaints.get(complaint.id)
    assert saved is not None
    assert (saved.help_needed, saved.help_consent) == ((Help.ELDERLY,), Known.NO)
    card.commit({**chosen, "help_consent": ("yes",)})
    saved = app.complaints.get(complaint.id)
    assert saved is not None
    assert (saved.help_needed, saved.help_consent) == ((Help.ELDERLY, Help(needed)), Known.YES)


def test_what_does_not_tell_of_health_is_kept_without_a_consent(
    app: App, complaint: Complaint
) -> None:
    """A6."""
    card = entry("needs_help").make(app, complaint.id)
    card.commit({"help_needed": ("minor", "language"), "help_consent": ("no",)})
    saved = app.complaints.get(complaint.id)
    assert saved is not None
    assert (saved.help_needed, saved.help_consent) == ((Help.MINOR, Help.LANGUAGE), None)
