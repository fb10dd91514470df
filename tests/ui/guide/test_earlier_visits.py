"""Earlier visits in the guide's header: counted beside the window, told in neutral words."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desk.services.app import App
from desk.ui.guide.earlier_visits import ASK_AFTER
from desk.ui.guide.presenter import GuidePresenter
from desk.ui.shell import Shell
from tests.make import EMPATHISED, LISTENED, WHOLE, a_draft
from tests.ui.guide.conftest import Watched

PHONE = str(EMPATHISED["phone"])


@pytest.fixture
def twice(app: App) -> App:
    """Two complaints of one customer, and one of somebody else about the same product."""
    for number in (11, 12):
        app.complaints.receive(a_draft({**WHOLE, "phone": PHONE}, number=number))
    other = {**WHOLE, "phone": "021 555 9999", "name": "Else Example"}
    app.complaints.receive(a_draft(other, number=13))
    return app


def wait(guide: Watched, qtbot: QtBot) -> None:
    qtbot.wait(ASK_AFTER + 150)
    guide.work.drain()
    qtbot.wait(1)


def test_earlier_visits_are_counted_once_staff_type_no_more(
    twice: App, guide: Watched, qtbot: QtBot
) -> None:
    """ux §3.6, §8 path 6."""
    guide.presenter.enter()
    wait(guide, qtbot)
    guide.answer(story="The kettle leaks.", phone=PHONE[:-1])
    guide.answer(phone=PHONE)
    assert guide.screen.earlier == 0
    assert not guide.work.tasks, "the database is asked only when typing has stopped"
    qtbot.wait(ASK_AFTER + 150)
    assert len(guide.work.tasks) == 1
    wait(guide, qtbot)
    assert guide.screen.earlier == 2


def test_nothing_is_asked_again_while_phone_name_and_product_stay(
    twice: App, guide: Watched, qtbot: QtBot
) -> None:
    guide.presenter.enter()
    guide.answer(phone=PHONE)
    wait(guide, qtbot)
    guide.answer(story="Something else.", category=("product",))
    qtbot.wait(ASK_AFTER + 150)
    assert not guide.work.tasks
    assert guide.screen.earlier == 2


def test_the_same_product_of_anybody_is_no_earlier_visit(
    twice: App, guide: Watched, qtbot: QtBot
) -> None:
    guide.presenter.enter()
    guide.answer(product=str(WHOLE["product"]))
    wait(guide, qtbot)
    assert guide.screen.earlier == 0


def test_the_next_customer_is_never_shown_the_visits_of_the_last(
    twice: App, guide: Watched, qtbot: QtBot
) -> None:
    guide.presenter.enter()
    guide.answer(phone=PHONE)
    wait(guide, qtbot)
    guide.answer(phone=PHONE + "0")
    qtbot.wait(ASK_AFTER + 150)
    guide.presenter.park()
    guide.presenter.enter()
    assert guide.screen.earlier == 0
    guide.work.drain()
    qtbot.wait(1)
    assert guide.screen.earlier == 0


@pytest.mark.parametrize(
    ("language", "none", "two"),
    [
        ("en", "earlier visits: -", "earlier visits 2  (Ctrl+E 6)"),
        ("zh_CN", "以往来访：无", "以往来访 2 次（Ctrl+E 6）"),
    ],
)
def test_the_header_tells_earlier_visits_and_the_keys_of_their_card(
    twice: App, shell: Shell, qtbot: QtBot, language: str, none: str, two: str
) -> None:
    """ux §3.6, §4.2."""
    shell.change_language(language)
    shell.new_complaint()
    label = shell.stage.view().findChild(QLabel, "earlier")
    assert label is not None
    assert label.text() == none
    presenter = shell.stage.presenter("guide")
    assert isinstance(presenter, GuidePresenter)
    presenter.edit("phone", PHONE)
    qtbot.waitUntil(lambda: label.text() == two, timeout=3000)


def test_a_resumed_complaint_counts_the_visits_before_it(
    twice: App, guide: Watched, qtbot: QtBot
) -> None:
    saved = app_saved(twice)
    guide.presenter.enter(saved)
    wait(guide, qtbot)
    assert guide.screen.earlier == 2


def app_saved(app: App) -> str:
    return app.complaints.receive(a_draft({**LISTENED, "phone": PHONE}, number=14)).id
