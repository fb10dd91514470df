"""PINs: kept as a hash alone, typed or pasted, and what a wrong one costs."""

from datetime import timedelta

import pytest

from desk.app import build
from desk.config import Config
from desk.domain.staff import Role, Staff, Tries
from desk.domain.staff_errors import PinUnfit, PinWaits, WrongPin
from desk.services.app import App
from desk.services.tries import PinTries
from tests.conftest import HERE, StandingClock
from tests.services.staffed import CHEN, let_pass


@pytest.fixture
def chen(app: App) -> Staff:
    """A supervisor, the only person of this desk and signed in."""
    return app.people.add("Chen", Role.SUPERVISOR, CHEN)


def test_a_pin_is_kept_only_as_its_hash(app: App, chen: Staff) -> None:
    """A PIN is in no table and no op; what screens are given has no hash either."""
    with app.database.reading() as tx:
        (kept,) = tx.records(Staff).all()
    assert kept.pin.startswith("$argon2id$")
    assert chen.pin == "set"
    app.database.close()
    assert CHEN.encode() not in app.config.database.read_bytes()


@pytest.mark.parametrize("pin", ["", "12345", "12345a", "１２３４５", "-123456", "1" * 65])
def test_a_pin_has_six_digits_or_more(app: App, chen: Staff, pin: str) -> None:
    with pytest.raises(PinUnfit):
        app.people.add("Lin", Role.HANDLER, pin)
    with pytest.raises(PinUnfit):
        app.people.set_pin(chen.id, pin)


def test_a_pin_typed_through_an_input_method_or_pasted_with_blanks_is_the_same(
    app: App, chen: Staff
) -> None:
    app.people.lock()
    assert app.people.sign_in(chen.id, " ２４６８１０ ").name == "Chen"


def test_wrong_pins_cost_one_two_four_seconds_and_never_more_than_sixty() -> None:
    waits, tries, now = [], Tries(), StandingClock()()
    for _ in range(9):
        tries = tries.one_more(now)
        waits.append(tries.wait())
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert Tries().wait() == 0


def test_after_a_wrong_pin_the_right_one_waits_too(
    app: App, chen: Staff, clock: StandingClock
) -> None:
    tries = _tries(app, clock)
    tries.count(chen)
    with pytest.raises(PinWaits) as refused:
        tries.count(chen)
    assert refused.value.wait == 1
    clock.tick(seconds=1)
    assert tries.count(chen) == 2
    clock.tick(seconds=1.5)
    with pytest.raises(PinWaits):
        tries.count(chen)


def _tries(app: App, clock: StandingClock) -> PinTries:
    return PinTries(app.database, clock, running=lambda: clock().timestamp())


def test_a_right_pin_forgets_the_wrong_ones(app: App, chen: Staff, clock: StandingClock) -> None:
    app.people.lock()
    with pytest.raises(WrongPin) as wrong:
        app.people.sign_in(chen.id, "000000")
    assert (wrong.value.name, wrong.value.wait) == ("Chen", 1)
    assert app.settings.gate.is_locked
    clock.tick(seconds=1)
    let_pass(app)
    app.people.sign_in(chen.id, CHEN)
    app.people.lock()
    with pytest.raises(WrongPin) as wrong:
        app.people.sign_in(chen.id, "000000")
    assert wrong.value.wait == 1


def test_starting_desk_anew_waives_no_wait(
    app: App, chen: Staff, clock: StandingClock, config: Config
) -> None:
    """The wait is remembered in the desk's own state, across restarts."""
    app.people.lock()
    for _ in range(3):
        with pytest.raises(WrongPin):
            app.people.sign_in(chen.id, "000000")
        clock.tick(seconds=4)
        let_pass(app)
    with pytest.raises(WrongPin):
        app.people.sign_in(chen.id, "000000")
    app.close()
    again = build(config, clock=clock, zone=HERE)
    with pytest.raises(PinWaits) as waits:
        again.people.sign_in(chen.id, CHEN)
    assert waits.value.wait == 8
    clock.tick(seconds=8)
    assert again.people.sign_in(chen.id, CHEN).name == "Chen"
    again.close()


def test_a_clock_set_back_shortens_no_wait_and_lengthens_none_for_ever(
    app: App, chen: Staff, clock: StandingClock
) -> None:
    first = _tries(app, clock)
    for _ in range(5):
        first.count(chen)
        clock.tick(seconds=16)
    first.count(chen)
    clock.at -= timedelta(days=365)
    started_anew = _tries(app, clock)
    with pytest.raises(PinWaits) as waits:
        started_anew.count(chen)
    assert waits.value.wait == 32
    clock.tick(seconds=31)
    with pytest.raises(PinWaits):
        _tries(app, clock).count(chen)
    clock.tick(seconds=1)
    assert _tries(app, clock).count(chen) == 60


def test_a_clock_set_ahead_shortens_no_wait_while_desk_runs(
    app: App, chen: Staff, clock: StandingClock
) -> None:
    tries = PinTries(app.database, clock, running=lambda: 0.0)
    tries.count(chen)
    clock.tick(days=1)
    with pytest.raises(PinWaits):
        tries.count(chen)


def test_a_try_is_counted_before_it_is_looked_at(
    app: App, chen: Staff, clock: StandingClock
) -> None:
    """Ending desk while it looks gains nothing."""
    _tries(app, clock).count(chen)
    with pytest.raises(PinWaits):
        _tries(app, clock).count(chen)
