"""Settings are saved at once, refused in words, and taken back by one press."""

import dataclasses
from typing import TYPE_CHECKING

import pytest

from desk.domain.settings import Settings
from desk.services.app import App
from desk.ui.refresh import Refresh
from desk.ui.settings.fields import BY_NAME
from desk.ui.settings.presenter import SettingsPresenter
from desk.ui.theme import Mode

if TYPE_CHECKING:
    from desk.ui.parts import Said


CURRENCY = "Write the three letters of a currency, for example CNY, EUR or USD"
REGION = (
    "Write the two letters of the country whose public holidays count, for example CN, GB or US"
)


class FakeLook:
    """The desk's look, without a screen."""

    def __init__(self) -> None:
        self.mode, self.size, self.language = Mode.LIGHT, 10, "en"

    def choose(self, *, mode: Mode | None = None, size: int | None = None) -> None:
        self.mode, self.size = mode or self.mode, size or self.size


class Changed:
    """A presenter and what it told."""

    def __init__(self, app: App) -> None:
        self.look = FakeLook()
        self.presenter = SettingsPresenter(app, Refresh(), self.look)
        self.said: list[Said] = []
        self.presenter.said.connect(self.said.append)
        self.presenter.enter()


def test_every_setting_is_on_the_screen_but_what_desk_itself_decides() -> None:
    names = {field.name for field in dataclasses.fields(Settings)}
    by_other_ways = {"policy", "practice", "routes", "not_offered", "guide_version"}
    assert names - BY_NAME.keys() == by_other_ways
    assert BY_NAME.keys() <= names


def test_a_setting_is_saved_at_once_and_taken_back(app: App) -> None:
    changed = Changed(app)
    changed.presenter.change("shop", "  City   Store ")
    assert app.settings.current().shop == "City Store"
    (said,) = changed.said
    assert said.words == "Saved: Shop."
    assert said.press is not None
    said.press()
    assert app.settings.current().shop == ""


def test_leaving_a_field_as_it_was_writes_nothing(app: App) -> None:
    changed = Changed(app)
    changed.presenter.change("branch", "br01")
    assert changed.said == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("branch", "B", "Write 2 to 6 letters or digits, for example BR01"),
        ("branch", "BRANCH1", "Write 2 to 6 letters or digits, for example BR01"),
        ("branch", "分店一", "Write 2 to 6 letters or digits, for example BR01"),
        ("currency", "yuan", CURRENCY),
        ("currency", "XYZ", CURRENCY),
        ("region", "China", REGION),
        ("region", "XX", REGION),
        ("region", "EU", REGION),
        ("final_days", "ten", "Write a whole number from 1 to 120"),
        ("final_days", "0", "Write a whole number from 1 to 120"),
        ("urgent_hours", "-3", "Write a whole number from 1 to 240"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(app: App, name: str, text: str, words: str) -> None:
    changed = Changed(app)
    before = app.settings.current()
    changed.presenter.change(name, text)
    assert changed.presenter.screen.problems[name] == words
    assert changed.presenter.screen.texts[name] == text
    assert app.settings.current() == before


def test_a_country_whose_holidays_are_known_is_taken(app: App) -> None:
    changed = Changed(app)
    changed.presenter.change("region", "de")
    assert changed.presenter.screen.problems == {}
    assert app.settings.current().region == "DE"


def test_a_problem_goes_when_it_is_put_right(app: App) -> None:
    changed = Changed(app)
    changed.presenter.change("final_days", "ten")
    changed.presenter.change("final_days", "12")
    assert changed.presenter.screen.problems == {}
    assert app.settings.current().final_days == 12


def test_leaving_the_screen_puts_back_what_did_not_fit(app: App) -> None:
    changed = Changed(app)
    changed.presenter.change("branch", "?")
    changed.presenter.leave()
    changed.presenter.enter()
    assert changed.presenter.screen.texts["branch"] == "BR01"


def test_the_look_is_changed_and_the_language_is_the_windows(app: App) -> None:
    changed = Changed(app)
    wanted: list[str] = []
    changed.presenter.language_wanted.connect(wanted.append)
    changed.presenter.choose_mode(Mode.DARK)
    changed.presenter.choose_size(12)
    changed.presenter.choose_language("en")
    changed.presenter.choose_language("zh_CN")
    assert (changed.look.mode, changed.look.size) == (Mode.DARK, 12)
    assert changed.presenter.screen.mode is Mode.DARK
    assert wanted == ["zh_CN"]
