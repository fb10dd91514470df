"""G8: words that harm are told below the field while they are typed, and hold nobody up."""

from desk.domain.guide import Step
from desk.services.app import App
from desk.ui.cards.desk import CardDesk
from desk.ui.cards.registry import entry
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, WHOLE, a_draft
from tests.ui.guide.conftest import Watched
from tests.ui.guide.test_presenter import fields

FOUND = {**LISTENED, **EMPATHISED, **INVESTIGATED}


def test_a_better_sentence_stands_below_the_words_while_they_are_typed(
    app: App, guide: Watched
) -> None:
    saved = app.complaints.record_finding(a_draft(FOUND))
    guide.presenter.enter(saved.id)
    guide.presenter.go_to(Step.RESOLVE)
    guide.answer(offer=("exchange",), offered="That's the rule, sorry.")
    hint = fields(guide)["offered"].hint
    assert "that's the rule" in hint
    assert "what I can do" in hint
    guide.answer(offered="We exchange it.")
    assert fields(guide)["offered"].hint == ""
    guide.presenter.go_to(Step.INVESTIGATE)
    guide.answer(found="A system problem.")
    assert "system problem" in fields(guide)["found"].hint


def test_words_in_the_customers_language_are_found_whatever_the_screen_speaks(
    app: App, guide: Watched
) -> None:
    saved = app.complaints.record_finding(a_draft({**FOUND, "language": ("zh_CN",)}))
    guide.presenter.enter(saved.id)
    guide.presenter.go_to(Step.RESOLVE)
    guide.answer(offered="规定就这样，没办法。")
    assert "规定就这样" in fields(guide)["offered"].hint


def test_a_refusal_is_looked_at_on_its_card_as_well(app: App, qapp: object) -> None:
    del qapp
    saved = app.complaints.record_finding(a_draft(FOUND))
    desk = CardDesk(app)
    desk.open(entry("wish_not_met").make(app, saved.id))
    desk.edit("refusal", "You should have kept the receipt.")
    screen = desk.screen()
    assert screen is not None
    hints = {field.name: field.hint for row in screen.rows for field in row}
    assert "What would help you now?" in hints["refusal"]


def test_harmful_words_hold_nobody_up(app: App) -> None:
    assert not app.complaints.close(a_draft({**WHOLE, "offered": "Calm down."})).is_open
