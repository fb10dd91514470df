"""A promised day on which nobody is there is told at its field, and never suggested."""

import pytest

from desk import i18n
from desk.domain.answers import Raw
from desk.services.app import App
from desk.ui.cards.promise import PromiseCard
from desk.ui.cards.screen import card_screen
from tests.make import WHOLE, a_draft
from tests.ui.guide.conftest import Watched
from tests.ui.guide.test_presenter import fields

LATER: dict[str, Raw] = {**WHOLE, "done": ("by_date",)}


def at_resolve(guide: Watched, **answers: Raw) -> None:
    guide.presenter.enter()
    guide.answer(**{**LATER, **answers})
    guide.presenter.go_to(4)


@pytest.mark.parametrize(
    ("weekdays", "day", "warned"),
    [
        ("12345", "29/11", True),  # a Sunday
        ("1234567", "29/11", False),
        ("123456", "28/11", False),  # a Saturday on which the branch is open
        ("23456", "30/11", False),  # closed on Mondays, but a working day
        ("12345", "1/1/2027", False),  # a Friday that is a holiday: the branch says it is open
    ],
)
def test_a_promised_day_on_which_nobody_is_there_is_told_at_its_field(
    app: App, guide: Watched, weekdays: str, day: str, warned: bool
) -> None:
    """D2, ux.md §5."""
    app.settings.change(open_weekdays=weekdays)
    at_resolve(guide, done_on=day)
    hint = fields(guide)["done_on"].hint
    assert ("closed, and no working day" in hint) is warned


def test_the_suggested_days_skip_those_on_which_the_branch_is_closed(
    app: App, guide: Watched
) -> None:
    """D2, ux.md §5: today is Monday, so three working days later is Thursday."""
    at_resolve(guide)
    assert fields(guide)["done_on"].value == "Thu 26 Nov 2026"
    assert fields(guide)["check_back_on"].value == "Fri 27 Nov 2026"
    app.settings.change(open_weekdays="125")
    guide.presenter.reload()
    assert fields(guide)["done_on"].value == "Fri 27 Nov 2026"
    assert fields(guide)["check_back_on"].value == "Mon 30 Nov 2026"


def test_the_card_of_promises_warns_in_both_languages(app: App, guide: Watched) -> None:
    """D2."""
    del guide  # for the windows' own loop
    app.settings.change(open_weekdays="12345")
    stored = app.complaints.receive(a_draft())
    card = PromiseCard(app, stored.id)

    def hint(day: str) -> str:
        (field,) = [
            field
            for row in card_screen(card, {"due_on": day}, ()).rows
            for field in row
            if field.name == "due_on"
        ]
        return field.hint

    assert hint("28/11").startswith("Sat 28 Nov 2026: closed")
    assert hint("27/11") == hint("half a day") == ""
    i18n.use("zh_CN")
    assert hint("28/11").startswith("2026年11月28日（周六）：")
