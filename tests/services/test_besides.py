"""What is written down beside a complaint: one op each, told by its timeline, refused in words."""

import dataclasses

import pytest

from desk.domain.answers import Raw
from desk.domain.besides import BESIDES, Beside
from desk.domain.contact import Contact, Direction, Reached, Way
from desk.domain.errors import AnswersMissing, NotFound
from desk.domain.field_labels import field_label, options_of
from desk.domain.op import says_something
from desk.domain.options import label
from desk.domain.task import Task
from desk.domain.timeline import Happening
from desk.services.app import App
from tests.make import a_draft

CALLED: dict[str, Raw] = {
    "direction": ("out",), "way": ("phone",), "reached": ("yes",), "words": "We are looking at it."
}  # fmt: skip


def test_a_contact_is_kept_as_it_was_answered(app: App) -> None:
    saved = app.complaints.save(a_draft())
    app.besides.add(Contact, saved.id, CALLED, made_by="Lin")
    (contact,) = app.besides.of(Contact, saved.id)
    assert (contact.direction, contact.way, contact.reached) == (
        Direction.OUT, Way.PHONE, Reached.YES,
    )  # fmt: skip
    assert (contact.words, contact.made_by) == ("We are looking at it.", "Lin")


def test_what_is_kept_beside_a_complaint_is_on_its_timeline(app: App) -> None:
    app.settings.change(handler="Lin")
    saved = app.complaints.save(a_draft())
    app.besides.add(Contact, saved.id, CALLED)
    *_, entry = app.complaints.whole(saved.reference).entries
    assert (entry.what, entry.entity, entry.by) == (Happening.ADDED, "contact", "Lin")
    assert {change.field for change in entry.changes} == {"direction", "way", "reached", "words"}
    assert app.check.run() == ()


def test_what_is_missing_is_named_and_nothing_is_kept(app: App) -> None:
    saved = app.complaints.save(a_draft())
    with pytest.raises(AnswersMissing) as refused:
        app.besides.add(Contact, saved.id, {"way": ("phone",), "reached": ("shouted",)})
    assert refused.value.fields == ("direction", "reached", "words")
    assert app.besides.of(Contact, saved.id) == []


def test_nothing_is_kept_beside_a_complaint_that_is_not_there(app: App) -> None:
    with pytest.raises(NotFound):
        app.besides.add(Contact, a_draft().id, CALLED)


def test_a_task_is_open_until_its_answer_came_back(app: App) -> None:
    saved = app.complaints.save(a_draft())
    task = app.besides.add(
        Task, saved.id,
        {"kind": ("ask",), "question": "Who served?", "asked_of": "Chen", "due_on": "+1"},
    )  # fmt: skip
    assert task.is_open
    app.besides.end(task, saved.id, {"answer": "Ma did."}, answered_on=app.besides.today())
    (ended,) = app.besides.of(Task, saved.id)
    assert not ended.is_open
    assert ended.answer == "Ma did."
    assert (ended.question, ended.due_on) == (task.question, task.due_on)


@pytest.mark.parametrize("beside", BESIDES, ids=lambda b: b.entity)
def test_every_field_and_every_choice_of_every_kind_has_words(beside: Beside) -> None:
    for field in dataclasses.fields(beside.kind):
        if field.name in {"id", "complaint", "heads"}:
            continue
        assert field_label(field.name, beside.entity) != field.name, field.name
        if kind := options_of(field.name, beside.entity):
            for member in kind:
                assert says_something(label(member)), member
