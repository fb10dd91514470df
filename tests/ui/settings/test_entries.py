"""Lists of the settings without a screen: what they refuse, and what waits for a look."""

import pytest

from desk import i18n
from desk.domain.investigation import Cause
from desk.domain.op import EPOCH, Plain
from desk.services.app import App
from desk.services.settings_history import Change, FieldChange
from desk.ui.settings.answers import Answers
from desk.ui.settings.fields import Unfit
from desk.ui.settings.guide_lines import Avoids, Phrases
from desk.ui.settings.history import History, change_words
from desk.ui.settings.own_days import OwnDays
from desk.ui.settings.routes import MOST, Routes
from tests.make import a_draft
from tests.ui.settings.test_presenter import Changed


def causes(app: App) -> Answers:
    return Answers(app, name="causes", kind=Cause, title="Causes")


def test_a_day_that_moves_due_dates_waits_and_is_taken_back(app: App) -> None:
    """D2, D5, N1."""
    app.complaints.receive(a_draft())
    changed, days = Changed(app), OwnDays(app)
    said = {"day": "25/11", "kind": "rest", "words": "stock-taking"}
    assert changed.presenter.save_line(days, "", said) == ""
    assert changed.presenter.screen.pending.startswith("Not saved yet: 1 of 1")
    assert days.lines() == ()
    changed.presenter.apply()
    assert [line.words for line in days.lines()] == ["Wed 25 Nov 2026  stock-taking"]
    assert changed.said[-1].words == "Saved: Own days (1 open complaint has another due date)."
    assert changed.said[-1].press is not None
    changed.said[-1].press()
    assert days.lines() == ()


@pytest.mark.parametrize("day", ["", "someday", "99/99"])
def test_what_is_no_day_is_refused_in_words(app: App, day: str) -> None:
    changed = Changed(app)
    problem = changed.presenter.save_line(OwnDays(app), "", {"day": day, "kind": "rest"})
    assert problem == "Write a day, for example 2026-12-24"


def test_two_clocks_typed_one_after_the_other_wait_together(app: App) -> None:
    app.complaints.receive(a_draft())
    changed = Changed(app)
    changed.presenter.change("final_days", "5")
    changed.presenter.change("first_word_days", "1")
    changed.presenter.apply()
    assert (app.settings.current().final_days, app.settings.current().first_word_days) == (5, 1)


def test_a_clock_put_back_as_it_was_waits_no_more(app: App) -> None:
    app.complaints.receive(a_draft())
    changed = Changed(app)
    changed.presenter.change("final_days", "5")
    changed.presenter.change("final_days", "10")
    assert changed.presenter.screen.pending == ""
    assert app.settings_history.changes() == ()


def test_an_answer_everybody_must_be_able_to_give_stays_offered(app: App) -> None:
    held = dict(causes(app).values("unknown"))
    with pytest.raises(Unfit):
        causes(app).save("unknown", {**held, "offered": "no"})
    causes(app).save("mix_up", {**causes(app).values("mix_up"), "offered": "no"})
    assert app.settings.current().not_offered == "cause.mix_up"
    causes(app).take_away("mix_up")
    assert app.settings.current().not_offered == ""


@pytest.mark.parametrize("words", [{"en": "", "zh_CN": "x"}, {"en": "x" * 61, "zh_CN": "x"}])
def test_an_answer_needs_words_in_both_languages(app: App, words: dict[str, str]) -> None:
    with pytest.raises(Unfit):
        causes(app).save("mix_up", {**words, "offered": "yes"})


def test_saving_an_answer_as_it_was_writes_nothing(app: App) -> None:
    causes(app).save("mix_up", causes(app).values("mix_up"))
    assert app.settings_history.changes() == ()


def test_routes_are_added_changed_and_taken_away(app: App) -> None:
    """E2: from settings only."""
    routes = Routes(app)
    routes.save("", {"name": "Association", "phone": "555-0112"})
    routes.save("", {"name": "Authority", "level": "authority"})
    routes.save("0", {**routes.values("0"), "address": "1 Example | Street"})
    assert app.settings.current().routes == (
        "Association | 555-0112 | 1 Example / Street\nAuthority |  |  | authority"
    )
    routes.take_away("0")
    assert [line.words for line in routes.lines()] == ["Authority"]
    with pytest.raises(Unfit):
        routes.save("", {"name": " "})
    for number in range(MOST - 1):
        routes.save("", {"name": f"Place {number}"})
    with pytest.raises(Unfit):
        routes.save("", {"name": "One more"})


def test_lists_of_the_guide_speak_the_language_of_the_screen(app: App) -> None:
    assert Phrases(app).lines()[0].before == "1 Listen"
    assert Avoids(app).lines()[0].words.startswith("calm down  →")
    i18n.use("zh_CN")
    assert Avoids(app).lines()[0].words.startswith("冷静点  →")


@pytest.mark.parametrize(
    ("name", "before", "after", "words"),
    [
        ("final_days", "10", "12", "Final answer within working days: 10 → 12"),
        ("limit_handler_month", None, "20050", "A handler, in a month: as desk came → 200.50"),
        ("words.cause.mix_up.en", None, "Wrong bag", "Mix-up in English: as desk came → Wrong bag"),
        ("guide_version", None, "BR01-1", "Version of the guide: as desk came → BR01-1"),
        ("routes", "", "A\nB", "Outside routes: nothing → A / B"),
        ("a_newer_desks", "x", "y", "a_newer_desks: x → y"),
        ("words.nobody.knows.en", "x", "y", "words.nobody.knows.en: x → y"),
    ],
)
def test_the_history_says_from_what_to_what(
    name: str, before: Plain, after: str, words: str
) -> None:
    """N1."""
    one = FieldChange(name="value", before=before, after=after)
    change = Change(
        id="x", at=EPOCH, actor="Chen", site="BR01", entity="setting", record="r", name=name,
        fields=(one,), is_new=False,
    )  # fmt: skip
    assert change_words(change) == words


def test_an_empty_history_says_what_will_stand_there(app: App) -> None:
    assert History(app).lines() == ()
    assert History(app).empty().startswith("Nothing was changed yet.")
