"""An investigation: what was looked at, what both sides say, who has to answer, what we keep."""

from datetime import date

import pytest

from desk.domain.fact import Fact, FactSource
from desk.domain.kept_item import KeptItem
from desk.domain.staff import Role
from desk.domain.staff_errors import MayNotHandle
from desk.domain.task import Task, TaskKind, camera_due
from desk.services.app import App
from desk.ui.cards.card import Card
from desk.ui.cards.registry import entry
from tests.conftest import StandingClock
from tests.make import WHOLE, a_draft

ITEM = {"what": "kettle KX-2", "condition": "leaks at the base", "place": "shelf 3"}


def card(app: App, name: str) -> Card:
    return entry(name).make(app, app.complaints.save(a_draft()).id)


def test_a_fact_says_its_source_what_it_shows_who_looked_and_when(app: App) -> None:
    """V1."""
    app.settings.change(handler="Lin")
    opened = card(app, "fact")
    start = dict(opened.suggested())
    opened.commit({**start, "source": ("camera",), "shows": "The shelf was wet at 10:12."})
    (fact,) = app.besides.of(Fact, opened.complaint)
    assert (fact.source, fact.shows) == (FactSource.CAMERA, "The shelf was wet at 10:12.")
    assert (fact.seen_by, fact.seen_on) == ("Lin", app.besides.today())
    assert [line.text for line in opened.lines()] == ["The shelf was wet at 10:12.  (Lin)"]


def test_what_the_customer_says_what_we_found_and_what_is_agreed_are_three_fields(
    app: App,
) -> None:
    """V2."""
    answers = {**WHOLE, "undisputed": "It was bought on 16 November."}
    saved = app.complaints.respond(a_draft(answers))
    assert len({saved.summary, saved.found, saved.undisputed}) == 3
    assert saved.undisputed == "It was bought on 16 November."


@pytest.mark.parametrize(
    ("happened", "keeps", "due"),
    [
        (date(2026, 11, 23), 30, date(2026, 12, 20)),
        (date(2026, 11, 20), 7, date(2026, 11, 24)),
        (date(2026, 10, 1), 30, date(2026, 11, 23)),
    ],
)
def test_the_camera_picture_is_asked_for_three_days_before_it_is_written_over_never_in_the_past(
    happened: date, keeps: int, due: date
) -> None:
    """V3."""
    assert camera_due(happened, date(2026, 11, 23), keeps) == due


def test_one_key_keeps_the_camera_picture_as_a_dated_task(app: App) -> None:
    """V3."""
    app.settings.change(shop="City Store", camera_days=14)
    opened = card(app, "camera")
    assert opened.questions({}) == ()
    opened.commit({})
    (task,) = app.besides.of(Task, opened.complaint)
    assert (task.kind, task.asked_of, task.is_open) == (TaskKind.CAMERA, "City Store", True)
    assert task.due_on == camera_due(app.besides.today(), app.besides.today(), 14)


def test_an_item_we_keep_stays_open_until_it_was_handed_back_and_signed_for(app: App) -> None:
    """V4."""
    opened = card(app, "kept_item")
    opened.commit({**ITEM, "batch": "L2026-44", "on_shelf": ("yes",)})
    (line,) = opened.lines()
    assert (line.by_hand, line.done) == (True, False)
    (item,) = app.besides.of(KeptItem, opened.complaint)
    assert item.is_open
    assert (item.batch, item.kept_on) == ("L2026-44", app.besides.today())
    opened.tick(line.id, True)
    assert [question.name for question in opened.questions({})] == ["back_to", "signed"]
    opened.commit({"back_to": "Sam Example", "signed": ("yes",)})
    (item,) = app.besides.of(KeptItem, opened.complaint)
    assert not item.is_open
    assert (item.what, item.back_to, item.back_on) == (
        "kettle KX-2", "Sam Example", app.besides.today(),
    )  # fmt: skip
    assert opened.lines()[0].done


def test_what_somebody_without_a_desk_answers_is_typed_back_into_its_task(
    app: App, clock: StandingClock
) -> None:
    """V5."""
    opened = card(app, "task")
    opened.commit(
        {"kind": ("ask",), "question": "Who served?", "asked_of": "Kitchen", "due_on": "+1"}
    )
    clock.tick(days=3)
    later = entry("task").make(app, opened.complaint)
    (line,) = later.lines()
    later.tick(line.id, True)
    later.commit({"answer": "The morning shift did."})
    (task,) = app.besides.of(Task, opened.complaint)
    assert (task.answer, task.answered_on) == ("The morning shift did.", app.besides.today())
    assert "The morning shift did." in later.lines()[0].text


def test_the_staff_member_complained_about_can_neither_handle_nor_close(app: App) -> None:
    """V2, by user id: whoever writes the name down, and whatever way they try."""
    app.people.add("Chen", Role.SUPERVISOR, "246810")
    lin = app.people.add("Lin", Role.HANDLER, "135791")
    saved = app.complaints.record_finding(a_draft({**WHOLE, "person": "lin"}))
    assert saved.person_staff == lin.id
    app.people.sign_in(lin.id, "135791")
    whole = a_draft({**WHOLE, "person": "lin", "found": "Nothing happened."})
    assert app.complaints.save(whole) == saved  # stays in the draft for whoever takes over
    acts = (
        app.complaints.respond,
        app.complaints.close,
        lambda _: app.besides.add(
            Fact, saved.id, {"source": ("staff",), "shows": "x", "seen_by": "Lin"}
        ),
    )
    for act in acts:
        with pytest.raises(MayNotHandle):
            act(whole)
    stored = app.complaints.get(saved.id)
    assert stored is not None
    assert stored.stage is saved.stage
