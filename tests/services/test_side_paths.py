"""Side paths: what is done and said on them is kept, and no answer of the guide is touched."""

import pytest

from desk.domain.complaint import Complaint
from desk.domain.errors import AlreadyClosed, AnswersMissing
from desk.domain.linked import Why
from desk.domain.question import Form
from desk.domain.side_path import TOLD_SUPERVISOR, Path
from desk.services.app import App
from desk.ui.cards.registry import PATHS, entry
from tests.make import LISTENED, WHOLE, a_draft


@pytest.fixture
def complaint(app: App) -> Complaint:
    app.settings.change(handler="Lin")
    return app.complaints.receive(a_draft({**LISTENED, "safety": ("yes",)}))


def test_the_safety_card_is_read_and_done_line_by_line(app: App, complaint: Complaint) -> None:
    card = entry("safety").make(app, complaint.id)
    assert [line.done for line in card.lines()] == [False] * 7
    for line in ("1", "2"):
        card.tick(line, True)
    assert [line.done for line in card.lines()] == [True] * 2 + [False] * 5
    card.tick("1", False)
    opened = app.side_paths.on(complaint.id, Path.SAFETY)
    assert opened is not None
    assert (opened.lines, opened.opened_by) == (("2",), "Lin")


def test_telling_the_supervisor_writes_when_that_was(app: App, complaint: Complaint) -> None:
    """A2."""
    card = entry("safety").make(app, complaint.id)
    card.tick(TOLD_SUPERVISOR, True)
    told = app.complaints.get(complaint.id)
    assert told is not None
    assert told.supervisor_told_at == app.complaints.now()
    card.tick(TOLD_SUPERVISOR, False)
    taken_back = app.complaints.get(complaint.id)
    assert taken_back is not None
    assert taken_back.supervisor_told_at is None


def test_what_was_said_is_kept_word_for_word_apart_from_the_complaint(
    app: App, complaint: Complaint
) -> None:
    said = "=cmd() <b>“I know where you park.”</b> \u202e你等着"
    card = entry("abuse").make(app, complaint.id)
    card.commit({"words": said})
    opened = app.side_paths.on(complaint.id, Path.ABUSE)
    assert opened is not None
    assert opened.words == said
    stored = app.complaints.get(complaint.id)
    assert stored is not None
    assert stored.story == complaint.story
    assert card.suggested()["words"] == said


def test_naming_a_lawyer_needs_their_words_and_somebody_who_takes_it_on(
    app: App, complaint: Complaint
) -> None:
    card = entry("lawyer").make(app, complaint.id)
    with pytest.raises(AnswersMissing) as refused:
        card.commit({"words": "  "})
    assert refused.value.fields == ("words", "person")
    card.commit({"words": "I will write to the paper.", "person": "Chen"})
    opened = app.side_paths.on(complaint.id, Path.LAWYER_PRESS_AUTHORITY)
    assert opened is not None
    assert opened.person == "Chen"


def test_an_earlier_complaint_is_linked_and_taken_back_by_its_line(app: App) -> None:
    """I11: one key, never by itself."""
    first = app.complaints.close(a_draft(WHOLE))
    second = app.complaints.acknowledge(a_draft(WHOLE, number=2))
    card = entry("came_before").make(app, second.id)
    (line,) = card.lines()
    assert (line.id, line.done) == (first.id, False)
    card.tick(line.id, True)
    (link,) = app.side_paths.links(second.id)
    assert (link.other, link.why) == (first.id, Why.SAME_PERSON)
    assert card.lines()[0].done
    card.tick(line.id, False)
    assert app.side_paths.links(second.id) == []
    assert app.check.run() == ()


def test_going_along_every_path_changes_no_answer_of_the_guide(
    app: App, complaint: Complaint
) -> None:
    """G6: switching keeps all data."""
    for each in PATHS:
        card = each.make(app, complaint.id)
        for line in card.lines():
            card.tick(line.id, True)
        said: dict[str, str | tuple[str, ...]] = {
            q.name: "t" if q.form is Form.DAY else "words"
            for q in card.questions({})
            if q.options is None
        }
        said |= {q.name: (next(iter(q.options)).value,) for q in card.questions({}) if q.options}
        if card.commit_label():  # without money offered there is nothing to decide
            card.commit({**card.suggested(), **said})
    stored = app.complaints.get(complaint.id)
    assert stored is not None
    for name in (*LISTENED, "stage", "reference", "received_at", "arrived_at"):
        assert getattr(stored, name) == getattr(complaint, name), name


def test_a_closed_complaint_goes_along_no_path(app: App) -> None:
    closed = app.complaints.close(a_draft())
    with pytest.raises(AlreadyClosed):
        app.side_paths.tick(closed.id, Path.ABUSE, "1", done=True)
