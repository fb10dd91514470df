"""The list by the second level of the category tree."""

from pytestqt.qtbot import QtBot

from desk.services.app import App
from desk.ui.complaints.filter import Chosen, read
from desk.ui.complaints.view import ComplaintsView
from tests.make import LISTENED, a_draft
from tests.ui.complaints.test_presenter import Listed

QUALITY = "product.quality"


def received(app: App, number: int, kind: str) -> None:
    app.complaints.receive(a_draft({**LISTENED, "subcategory": (kind,)}, number=number))


def test_the_list_is_narrowed_to_a_kind_of_a_category(app: App) -> None:
    received(app, 1, QUALITY)
    received(app, 2, "product.looks")
    app.complaints.receive(a_draft(LISTENED, number=3))
    listed = Listed(app)
    listed.open()
    for category, found in ((QUALITY, 1), ("product", 3), ("product.safety", 0), ("service", 0)):
        listed.choose(Chosen(category=category))
        assert len(listed.references()) == found, category
        assert listed.presenter.screen.found == f"{found} found"


def test_a_kind_that_was_chosen_is_chosen_next_time_and_an_unknown_one_is_not() -> None:
    assert read(Chosen(category=QUALITY).written()).category == QUALITY
    assert read(Chosen(category="kettle.lid").written()).category == ""


def test_the_bar_offers_a_kind_as_soon_as_it_is_there_and_old_ones_too(
    app: App, qtbot: QtBot
) -> None:
    listed = Listed(app)
    listed.open()
    view = ComplaintsView(listed.presenter)
    qtbot.addWidget(view)
    app.categories.retire(QUALITY)
    made = app.categories.add("product", en="Lid", zh="盖子").code
    listed.choose(Chosen(category=made))
    offered = dict(listed.presenter.categories())
    assert offered[made].strip() == "Lid"
    assert offered[QUALITY].strip() == "Quality"
    box = view._category  # noqa: SLF001 - what the bar shows
    assert box.currentData() == made
    assert box.count() == len(offered) + 1
