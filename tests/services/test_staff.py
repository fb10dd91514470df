"""People: sign-in by PIN, what wrong PINs cost, and the rules of the list."""

from typing import TYPE_CHECKING

import pytest

from desk.domain.errors import DeskError
from desk.domain.rights import Right
from desk.domain.staff import Role, Staff
from desk.domain.staff_errors import (
    NameUnfit,
    NobodyManages,
    NoRight,
    NoSuchPerson,
    NotForOneself,
    NotSignedIn,
    WrongPin,
)
from desk.services.app import App
from tests.conftest import StandingClock
from tests.make import a_draft
from tests.services.staffed import CHEN, LIN, MA, let_pass

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture
def chen(app: App) -> Staff:
    """A supervisor, the first person of this desk and signed in."""
    return app.people.add("Chen", Role.SUPERVISOR, CHEN)


@pytest.fixture
def lin(app: App, chen: Staff) -> Staff:
    """A handler; Chen stays signed in."""
    return app.people.add("Lin", Role.HANDLER, LIN)


def test_without_people_one_name_in_the_settings_acts_and_may_do_everything(app: App) -> None:
    app.settings.change(handler="Wu")
    saved = app.complaints.save(a_draft())
    assert saved.handler == "Wu"
    assert not app.settings.gate.is_locked
    assert all(app.settings.gate.may(right) for right in Right)


def test_once_one_person_exists_somebody_must_be_signed_in(app: App, chen: Staff) -> None:
    """U1: nothing can be read or done at a locked desk."""
    saved = app.complaints.save(a_draft())
    app.people.lock()
    acts: list[Callable[[], object]] = [
        lambda: app.complaints.save(a_draft()),
        lambda: app.complaints.whole(saved.reference),
        app.complaints.new_draft,
        app.today.read,
        lambda: app.settings.change(shop="Kettles"),
        lambda: app.week.figures(app.week.this_week()),
    ]
    for act in acts:
        with pytest.raises(NotSignedIn):
            act()
    app.people.sign_in(chen.id, CHEN)
    assert app.complaints.whole(saved.reference).complaint == saved


def test_the_author_of_every_op_is_the_person_signed_in(app: App, lin: Staff) -> None:
    app.people.sign_in(lin.id, LIN)
    saved = app.complaints.acknowledge(a_draft())
    assert saved.handler == "Lin"
    assert {entry.by for entry in app.complaints.whole(saved.reference).entries} == {"Lin"}
    assert app.settings.current().handler == "Lin"


def test_the_first_person_must_be_one_who_can_enter_others(app: App) -> None:
    for role in (Role.HANDLER, Role.AUDITOR):
        with pytest.raises(NobodyManages):
            app.people.add("Lin", role, LIN)
    assert not app.settings.gate.has_people


def test_a_supervisor_says_yes_by_their_own_pin_while_the_handler_stays(
    app: App, chen: Staff, lin: Staff
) -> None:
    """R2: approval on the spot."""
    app.people.sign_in(lin.id, LIN)
    assert [p.name for p in app.people.who_may(Right.APPROVE_OVER_LIMIT)] == ["Chen"]
    assert app.people.confirm(chen.id, CHEN, Right.APPROVE_OVER_LIMIT).name == "Chen"
    with pytest.raises(NoRight):
        app.people.confirm(lin.id, LIN, Right.APPROVE_OVER_LIMIT)
    assert app.settings.current().handler == "Lin"


def test_somebody_who_left_cannot_sign_in_and_their_name_stays(
    app: App, chen: Staff, lin: Staff
) -> None:
    app.people.sign_in(lin.id, LIN)
    saved = app.complaints.acknowledge(a_draft())
    app.people.sign_in(chen.id, CHEN)
    app.people.change(lin.id, left=True)
    assert [person.name for person in app.people.choices()] == ["Chen"]
    with pytest.raises(NoSuchPerson):
        app.people.sign_in(lin.id, LIN)
    with pytest.raises(NoSuchPerson):
        app.people.sign_in_as("Lin", LIN)
    assert app.complaints.whole(saved.reference).complaint.handler == "Lin"
    assert [each.reference for each in app.handover.open_of(lin.id)] == [saved.reference]
    assert [person.name for person in app.people.all()] == ["Chen", "Lin"]


def test_who_is_signed_in_and_loses_the_right_loses_it_at_once(
    app: App, chen: Staff, lin: Staff
) -> None:
    boss = app.people.add("Ma", Role.SUPERVISOR, MA)
    app.people.sign_in(boss.id, MA)
    app.people.change(chen.id, role=Role.HANDLER)
    app.people.sign_in(chen.id, CHEN)
    with pytest.raises(NoRight):
        app.settings.change(shop="Kettles")


def test_nobody_is_left_without_somebody_who_can_set_pins(app: App, chen: Staff) -> None:
    office = app.people.add("Ma", Role.SUPERVISOR, MA)
    app.people.change(office.id, left=True)
    for wanted in ({"left": True}, {"role": Role.HANDLER}):
        with pytest.raises((NobodyManages, NotForOneself)):
            app.people.change(chen.id, **wanted)


def test_nobody_changes_their_own_role_or_limits(app: App, chen: Staff, lin: Staff) -> None:
    for wanted in ({"role": Role.HEAD_OFFICE}, {"limit_complaint": 10**9}, {"left": True}):
        with pytest.raises(DeskError):
            app.people.change(chen.id, **wanted)
    assert app.people.change(lin.id, limit_complaint=20_000).limit_complaint == 20_000
    assert app.people.change(chen.id, name="Chen Wei").name == "Chen Wei"


def test_only_head_office_enters_and_changes_head_office(app: App) -> None:
    office = app.people.add("Zhou", Role.HEAD_OFFICE, MA)
    chen = app.people.add("Chen", Role.SUPERVISOR, CHEN)
    app.people.sign_in(chen.id, CHEN)
    acts: list[Callable[[], object]] = [
        lambda: app.people.add("Xu", Role.HEAD_OFFICE, LIN),
        lambda: app.people.set_pin(office.id, LIN),
        lambda: app.people.change(office.id, role=Role.HANDLER),
        lambda: app.people.change(chen.id, role=Role.HEAD_OFFICE),
    ]
    for act in acts:
        with pytest.raises(NoRight) as refused:
            act()
        assert refused.value.right is Right.MANAGE_HEAD_OFFICE


@pytest.mark.parametrize("name", ["", "   ", "chen", "Ｃｈｅｎ", " Chen "])
def test_every_name_is_one_of_its_own(app: App, chen: Staff, name: str) -> None:
    with pytest.raises(NameUnfit):
        app.people.add(name, Role.HANDLER, LIN)


def test_open_complaints_follow_a_corrected_name_and_closed_ones_keep_theirs(
    app: App, chen: Staff
) -> None:
    closed = app.complaints.close(a_draft())
    stays = app.complaints.acknowledge(a_draft(number=2))
    app.people.change(chen.id, name="Chen Wei")
    assert app.complaints.whole(closed.reference).complaint.handler == "Chen"
    assert app.complaints.whole(stays.reference).complaint.handler == "Chen Wei"
    assert not app.check.run()


def test_everybody_may_choose_a_pin_that_no_supervisor_knows(
    app: App, chen: Staff, lin: Staff, clock: StandingClock
) -> None:
    app.people.sign_in(lin.id, LIN)
    with pytest.raises(WrongPin):
        app.people.change_own_pin("000000", "998877")
    clock.tick(seconds=2)
    let_pass(app)
    app.people.change_own_pin(LIN, "998877")
    app.people.lock()
    assert app.people.sign_in(lin.id, "998877").name == "Lin"


def test_a_new_pin_by_a_supervisor_ends_the_wait(app: App, chen: Staff, lin: Staff) -> None:
    with pytest.raises(WrongPin):
        app.people.sign_in(lin.id, "000000")
    app.people.set_pin(lin.id, "998877")
    assert app.people.sign_in(lin.id, "998877").name == "Lin"
