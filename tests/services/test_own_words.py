"""Causes and remedies in a branch's own words: everywhere at once, while codes stay."""

from desk.domain.complaint import Category
from desk.domain.investigation import Cause
from desk.domain.options import choices, label, not_offered
from desk.domain.response import Remedy
from desk.i18n import _, catalogue
from desk.services.app import App


def test_own_words_stand_for_a_cause_in_both_languages_at_once(app: App) -> None:
    """N1."""
    app.settings.reword("cause.mix_up", {"en": "Wrong bag", "zh_CN": "装错袋"})
    app.settings.current()
    assert _(label(Cause.MIX_UP)) == "Wrong bag"
    assert catalogue("zh_CN").gettext(label(Cause.MIX_UP)) == "装错袋"
    assert [(c.code, _(c.label)) for c in choices(Cause)][6] == ("mix_up", "Wrong bag")
    assert _(label(Cause.PRODUCT)) == "Product"


def test_words_given_back_are_those_desk_came_with(app: App) -> None:
    app.settings.reword("remedy.repair", {"en": "Mend", "zh_CN": "修"})
    app.settings.current()
    assert _(label(Remedy.REPAIR)) == "Mend"
    for change in app.settings_history.changes():
        app.settings_history.undo(change.id)
    app.settings.current()
    assert _(label(Remedy.REPAIR)) == "Repair"
    assert catalogue("zh_CN").gettext(label(Remedy.REPAIR)) == "维修"


def test_the_same_words_of_another_question_stay(app: App) -> None:
    """A cause and a category are both called Product."""
    app.settings.reword("cause.product", {"en": "Goods"})
    app.settings.current()
    assert (_(label(Cause.PRODUCT)), _(label(Category.PRODUCT))) == ("Goods", "Product")


def test_an_answer_is_taken_from_the_offer_by_its_code() -> None:
    said = "cause.mix_up remedy.repair cause.nothing_desk_knows"
    assert not_offered(said, Cause) == {Cause.MIX_UP}
    assert not_offered(said, Remedy) == {Remedy.REPAIR}
    assert not_offered("", Cause) == frozenset()
