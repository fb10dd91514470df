"""A new desk begins in the country of its machine, and stays there."""

import pytest

from desk.app import build
from desk.config import Config
from desk.i18n import home
from tests.conftest import HERE, StandingClock


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"LANG": "de_DE.UTF-8"}, ("DE", "EUR")),
        ({"LANG": "zh_CN.UTF-8"}, ("CN", "CNY")),
        ({"LC_ALL": "en_GB", "LANG": "de_DE.UTF-8"}, ("GB", "GBP")),
        ({"LC_ALL": "", "LC_MONETARY": "de_AT@euro", "LANG": "en_US.UTF-8"}, ("AT", "EUR")),
        ({"LANG": "C.UTF-8"}, None),
        ({"LANG": "POSIX"}, None),
        ({"LANG": "xx_YY.UTF-8"}, None),
        ({"LANG": "en_001"}, None),
        ({}, None),
    ],
)
def test_a_machine_says_its_country_and_currency(
    said: dict[str, str], where: tuple[str, str] | None
) -> None:
    assert home(said) == where


def test_a_new_desk_begins_in_the_country_of_its_machine_and_stays_there(
    config: Config, clock: StandingClock
) -> None:
    for machine in ("en_GB.UTF-8", "de_DE.UTF-8"):
        app = build(config, clock, HERE, {"LANG": machine})
        current = app.settings.current()
        assert (current.region, current.currency) == ("GB", "GBP")
        assert not app.check.run()
        app.close()


def test_where_the_machine_does_not_say_nothing_is_written(
    config: Config, clock: StandingClock
) -> None:
    app = build(config, clock, HERE, {"LANG": "C.UTF-8"})
    with app.database.reading() as tx:
        assert tx.settings.all() == []
    app.close()
