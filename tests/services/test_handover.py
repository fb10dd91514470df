"""Handing complaints over, and keeping out of a complaint whom it is about."""

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desk.domain.besides import BY_KIND
from desk.domain.contact import Contact, Direction, Reached, Way
from desk.domain.draft import Draft
from desk.domain.errors import AlreadyClosed
from desk.domain.paper import PaperKind
from desk.domain.rights import Right
from desk.domain.staff import Role, Staff
from desk.domain.staff_errors import MayNotHandle, MayNotTakeOver, NoRight
from desk.services.app import App
from tests.make import INVESTIGATED, LISTENED, WHOLE, a_draft

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def people(app: App) -> dict[str, Staff]:
    """A supervisor who is signed in, two handlers and an auditor; their PINs are never asked."""
    chen = app.people.add("Chen", Role.SUPERVISOR, "246810")
    with app.database.writing(app.settings.author()) as tx:
        for name, role in (("Lin", Role.HANDLER), ("Ma", Role.HANDLER), ("Wu", Role.AUDITOR)):
            one = Staff(id=f"{name:A<22}", name=name, role=role, pin="x")
            tx.records(Staff).save(one, root=one.id)
    return {"Chen": chen} | {p.name: p for p in app.people.choices() if p.name != "Chen"}


def act_as(app: App, person: Staff) -> None:
    app.settings.gate.let_in(person)


def test_a_handler_hands_their_own_complaint_over_in_one_op_on_the_timeline(
    app: App, people: dict[str, Staff]
) -> None:
    act_as(app, people["Lin"])
    saved = app.complaints.acknowledge(a_draft())
    before = len(app.complaints.whole(saved.reference).entries)
    given = app.handover.hand_over(saved.id, people["Ma"].id)
    assert given.handler == "Ma"
    entries = app.complaints.whole(saved.reference).entries
    assert len(entries) == before + 1
    newest = max(entries, key=lambda entry: entry.at)
    assert any(
        (change.field, change.before, change.after) == ("handler", "Lin", "Ma")
        for entry in entries
        for change in entry.changes
    )
    assert newest.by == "Lin"
    assert not app.check.run()


def test_a_handler_does_not_hand_over_what_a_colleague_handles(
    app: App, people: dict[str, Staff]
) -> None:
    act_as(app, people["Lin"])
    saved = app.complaints.acknowledge(a_draft())
    act_as(app, people["Ma"])
    with pytest.raises(NoRight):
        app.handover.hand_over(saved.id, people["Ma"].id)
    act_as(app, people["Chen"])
    assert app.handover.hand_over(saved.id, people["Ma"].id).handler == "Ma"


def test_all_open_complaints_of_who_leaves_are_handed_over_at_once(
    app: App, people: dict[str, Staff]
) -> None:
    act_as(app, people["Lin"])
    stays = [app.complaints.acknowledge(a_draft(number=n)) for n in (1, 2, 3)]
    closed = app.complaints.close(a_draft(number=4))
    act_as(app, people["Chen"])
    app.people.change(people["Lin"].id, left=True)
    assert {c.id for c in app.handover.open_of(people["Lin"].id)} == {c.id for c in stays}
    assert len(app.handover.hand_over_all(people["Lin"].id, people["Ma"].id)) == 3
    assert app.handover.open_of(people["Lin"].id) == []
    assert app.complaints.whole(closed.reference).complaint.handler == "Lin"


@pytest.mark.parametrize("name", ["Wu", "Lin", "gone"])
def test_nobody_is_given_what_they_may_not_handle(
    app: App, people: dict[str, Staff], name: str
) -> None:
    """An auditor, the handler of now, and somebody who has left cannot take over."""
    act_as(app, people["Lin"])
    saved = app.complaints.acknowledge(a_draft())
    act_as(app, people["Chen"])
    app.people.change(people["Ma"].id, left=True)
    taker = people["Ma"] if name == "gone" else people[name]
    with pytest.raises(MayNotTakeOver):
        app.handover.hand_over(saved.id, taker.id)
    assert taker.id not in {p.id for p in app.handover.takers(saved)}


def test_a_closed_complaint_is_not_handed_over(app: App, people: dict[str, Staff]) -> None:
    closed = app.complaints.close(a_draft())
    with pytest.raises(AlreadyClosed):
        app.handover.hand_over(closed.id, people["Ma"].id)


@pytest.fixture
def about_lin(app: App, people: dict[str, Staff]) -> str:
    """A complaint about Lin, who took it in and wrote down that it is."""
    act_as(app, people["Lin"])
    app.complaints.acknowledge(a_draft())
    return app.complaints.record_finding(_naming("Lin")).id


def _naming(person: str) -> Draft:
    answers = {k: v for k, v in WHOLE.items() if k in {*LISTENED, *INVESTIGATED}}
    whole = {**WHOLE, **answers, "person": person}
    return a_draft(
        {k: v for k, v in whole.items() if k not in {"offer", "offered", "answer", "done"}}
    )


def test_whom_a_complaint_is_about_can_neither_handle_nor_close_it(
    app: App, people: dict[str, Staff], about_lin: str
) -> None:
    """V2: by no verb and on no way in."""
    stored = app.complaints.get(about_lin)
    assert stored is not None
    assert stored.person_staff == people["Lin"].id
    draft = a_draft({**WHOLE, "person": "Lin"})
    acts: list[Callable[[], object]] = [
        lambda: app.complaints.close(draft),
        lambda: app.complaints.respond(draft),
        lambda: app.complaints.acknowledge(
            a_draft({**WHOLE, "person": "Lin", "story": "All is well."})
        ),
        lambda: app.complaints.add_note(about_lin, "It was not so."),
        lambda: app.papers.make(about_lin, PaperKind.SLIP),
        lambda: app.besides.add(Contact, about_lin, _contact()),
    ]
    for act in acts:
        with pytest.raises(MayNotHandle):
            act()
    assert app.complaints.get(about_lin) == stored
    act_as(app, people["Ma"])
    assert app.complaints.respond(draft).answer is not None


def _contact() -> dict[str, str | tuple[str, ...]]:
    said: dict[str, str | tuple[str, ...]] = {
        "direction": (Direction.OUT.value,), "way": (Way.PHONE.value,),
        "reached": (Reached.YES.value,), "words": "Rang.",
    }  # fmt: skip
    asked = {question.name for question in BY_KIND[Contact].questions}
    return {name: raw for name, raw in said.items() if name in asked}


def test_whom_it_is_about_cannot_take_the_name_out_again(
    app: App, people: dict[str, Staff], about_lin: str
) -> None:
    with pytest.raises(MayNotHandle):
        app.complaints.record_finding(_naming("Ma"))


def test_whom_it_is_about_cannot_close_in_the_press_that_names_them(
    app: App, people: dict[str, Staff]
) -> None:
    act_as(app, people["Lin"])
    with pytest.raises(MayNotHandle):
        app.complaints.close(a_draft({**WHOLE, "person": "Lin"}))


def test_what_they_typed_stays_with_the_desk_when_they_put_it_aside(
    app: App, people: dict[str, Staff], about_lin: str
) -> None:
    """Nothing typed is lost, and nobody is held in the guide."""
    draft = _naming("Lin")
    typed = a_draft({**draft.answers, "story": "The kettle leaks, and he laughed."})
    saved = app.complaints.park(typed)
    assert "laughed" not in saved.story
    (kept,) = app.drafts.all()
    assert kept.answers["story"] == "The kettle leaks, and he laughed."


def test_whom_it_is_about_can_hand_it_over_and_only_that(
    app: App, people: dict[str, Staff], about_lin: str
) -> None:
    assert app.handover.hand_over(about_lin, people["Ma"].id).handler == "Ma"
    act_as(app, people["Chen"])
    with pytest.raises(MayNotTakeOver):
        app.handover.hand_over(about_lin, people["Lin"].id)


def test_a_complaint_about_safety_is_closed_by_a_supervisor_and_by_no_handler(
    app: App, people: dict[str, Staff]
) -> None:
    """The right to close where somebody was at risk (ux.md §8, path 1)."""
    act_as(app, people["Lin"])
    app.complaints.acknowledge(a_draft({**WHOLE, "safety": ("yes",)}))
    with app.database.writing(app.settings.author()) as tx:
        stored = tx.complaints.get(a_draft().id)
        assert stored is not None
        tx.complaints.save(replace(stored, supervisor_told_at=tx.at))
    act_as(app, people["Ma"])
    with pytest.raises(NoRight) as refused:
        app.complaints.close(a_draft({**WHOLE, "safety": ("yes",)}))
    assert refused.value.right is Right.CLOSE_SAFETY
    act_as(app, people["Chen"])
    assert not app.complaints.close(a_draft({**WHOLE, "safety": ("yes",)})).is_open
