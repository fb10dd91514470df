"""Days in the guide read as people write them, and are read back as the same day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk import i18n
from desk.domain.answers import read_day
from desk.i18n import full_date
from desk.services.app import App
from desk.ui.guide.days import day_words
from tests.make import WHOLE
from tests.ui.guide.conftest import Watched
from tests.ui.guide.test_problems import fields

TODAY = date(2026, 11, 23)
PROMISED = {**WHOLE, "done": ("by_date",), "done_by": "Lin"}


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@given(day=st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_as_it_is_shown_is_read_as_that_day(language: str, day: date) -> None:
    i18n.use(language)
    words = day_words(day)
    assert read_day(words, TODAY) == day
    assert words == full_date(day, language)


def test_promised_days_stand_with_their_weekday_on_form_and_last_page(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**PROMISED)
    guide.presenter.go_to(4)
    assert fields(guide)["done_on"].value == "Thu 26 Nov 2026"
    assert fields(guide)["check_back_on"].value == "Fri 27 Nov 2026"
    assert fields(guide)["done_on"].hint == ""
    guide.presenter.commit()
    assert ("Done by which day?", "Thu 26 Nov 2026") in guide.screen.recap
    said = str((guide.screen.rows, guide.screen.recap, guide.screen.phrases))
    assert "2026-" not in said


def test_a_day_typed_shortly_is_told_in_full_below(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**{**PROMISED, "done_on": "26/11"})
    guide.presenter.go_to(4)
    assert (fields(guide)["done_on"].value, fields(guide)["done_on"].hint) == (
        "26/11",
        "Thu 26 Nov 2026",
    )


def test_a_saved_day_comes_back_as_people_write_it(app: App, guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**{**PROMISED, "happened_on": "16/11"})
    guide.presenter.let_go()
    saved = app.complaints.whole("BR01-26-0001").complaint
    i18n.use("zh_CN")
    guide.presenter.enter(saved.id)
    guide.presenter.go_to(1)
    assert fields(guide)["happened_on"].value == "2026年11月16日（周一）"
    guide.presenter.park()
    kept = app.complaints.get(saved.id)
    assert kept is not None
    assert kept.happened_on == date(2026, 11, 16)
