"""The screen of people, without a display: entering, changing, PINs, leaving, handing over."""

from typing import TYPE_CHECKING

import pytest
from pytestqt.qtbot import QtBot

from desk.domain.staff import Role
from desk.domain.staff_errors import NobodyManages, NotForOneself
from desk.services.app import App
from desk.ui.jobs import Jobs
from desk.ui.people.presenter import PeoplePresenter
from desk.ui.refresh import Refresh
from tests.make import a_draft

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk.ui.parts import Said

PIN = "246810"


class AtOnce:
    """Runs work where it was asked for."""

    def submit(self, task: "Callable[[], None]") -> None:
        task()

    def close(self) -> None:
        pass


@pytest.fixture
def people(app: App, qtbot: QtBot) -> PeoplePresenter:
    presenter = PeoplePresenter(app, Refresh(), Jobs(AtOnce()))
    presenter.enter()
    return presenter


def enter(people: PeoplePresenter, name: str, role: Role, pin: str = PIN, **typed: str) -> None:
    people.new()
    for field, text in {
        "name": name, "role": role.value, "pin": pin, "pin_again": pin, **typed
    }.items():  # fmt: skip
        people.edit(field, text)
    people.save()


def choose(people: PeoplePresenter, name: str) -> None:
    people.choose(next(n for n, line in enumerate(people.screen.lines) if line.startswith(name)))


def test_an_empty_desk_asks_for_a_supervisor_first(people: PeoplePresenter, app: App) -> None:
    assert people.screen.chosen == -1
    assert people.screen.role == Role.SUPERVISOR.value
    assert "The first person must be a supervisor" in people.screen.note
    failed: list[object] = []
    people.failed.connect(failed.append)
    enter(people, "Lin", Role.HANDLER)
    assert isinstance(failed[0], NobodyManages)
    assert not app.settings.gate.has_people
    enter(people, "Chen", Role.SUPERVISOR)
    assert app.settings.current().handler == "Chen"
    assert people.screen.lines == ("Chen   Supervisor   signed in",)


def test_a_person_is_entered_with_role_limits_and_pin(people: PeoplePresenter, app: App) -> None:
    enter(people, "Chen", Role.SUPERVISOR)
    enter(people, "Lin", Role.HANDLER, limit_complaint="200", limit_month="1,500.50")
    lin = app.people.named("Lin")
    assert (lin.role, lin.limit_complaint, lin.limit_month) == (Role.HANDLER, 20_000, 150_050)
    choose(people, "Lin")
    assert people.screen.texts["limit_complaint"] == "200"
    assert people.screen.texts["limit_month"] == "1500.50"


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"pin": "135791", "pin_again": "135792"}, "pin_again", "The two PINs differ"),
        ({"pin": "12345", "pin_again": "12345"}, "pin", "A PIN has 6 digits or more"),
        ({"name": ""}, "name", "Write the person's name."),
        ({"name": "chen"}, "name", "is on the list already"),
        ({"limit_complaint": "12,50"}, "limit_complaint", "Write an amount"),
    ],
)
def test_what_does_not_fit_is_told_at_its_field(
    people: PeoplePresenter, app: App, typed: dict[str, str], field: str, words: str
) -> None:
    enter(people, "Chen", Role.SUPERVISOR)
    enter(people, **{"name": "Lin", "role": Role.HANDLER, **typed})  # type: ignore[arg-type] # texts
    assert words in people.screen.problems[field]
    assert len(people.screen.lines) == 1


def test_pins_are_forgotten_once_saved_or_left(people: PeoplePresenter) -> None:
    enter(people, "Chen", Role.SUPERVISOR)
    assert people.screen.texts["pin"] == ""
    people.edit("pin", PIN)
    people.leave()
    people.enter()
    assert people.screen.texts["pin"] == ""


def test_who_leaves_keeps_their_name_and_what_is_open_is_handed_over(
    people: PeoplePresenter, app: App
) -> None:
    """A leaver's open complaints are listed to be handed over."""
    enter(people, "Chen", Role.SUPERVISOR)
    enter(people, "Lin", Role.HANDLER)
    lin = app.people.named("Lin")
    app.people.sign_in(lin.id, PIN)
    saved = app.complaints.acknowledge(a_draft())
    chen = app.people.named("Chen")
    app.people.sign_in(chen.id, PIN)
    people.enter()
    choose(people, "Lin")
    people.gone(left=True)
    assert people.screen.left
    assert saved.reference in people.screen.open_words
    assert [taker.label for taker in people.screen.takers] == ["Chen"]
    said: list[Said] = []
    people.said.connect(said.append)
    people.hand_over(chen.id)
    assert said[0].words == "1 complaint was handed over to Chen."
    assert people.screen.open_words == "No open complaints."
    assert app.complaints.whole(saved.reference).complaint.handler == "Chen"
    people.gone(left=False)
    assert not people.screen.left


def test_nobody_marks_themselves_as_gone(people: PeoplePresenter) -> None:
    enter(people, "Chen", Role.SUPERVISOR)
    enter(people, "Ma", Role.SUPERVISOR)
    choose(people, "Chen")
    failed: list[object] = []
    people.failed.connect(failed.append)
    people.gone(left=True)
    assert isinstance(failed[0], NotForOneself)


def test_a_handler_sees_the_list_and_changes_only_their_own_pin(
    people: PeoplePresenter, app: App
) -> None:
    enter(people, "Chen", Role.SUPERVISOR)
    enter(people, "Lin", Role.HANDLER)
    lin = app.people.named("Lin")
    app.people.sign_in(lin.id, PIN)
    people.enter()
    assert not people.screen.manages
    assert people.screen.fields == ("old_pin", "pin", "pin_again")
    assert len(people.screen.lines) == 2
    for field, text in (("old_pin", "000000"), ("pin", "998877"), ("pin_again", "998877")):
        people.edit(field, text)
    people.save()
    assert "This is not the PIN of Lin" in people.screen.problems["old_pin"]
