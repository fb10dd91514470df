"""An answer calls for its side path: safety opens its card, the last pace says where one is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.services.app import App
from desk.ui.cards.panel import CardPanel
from desk.ui.guide.presenter import GuidePresenter
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from tests.make import LISTENED, a_draft
from tests.ui.guide.conftest import Watched


def begin(window: Shell) -> Hand:
    window.new_complaint()
    hand = Hand(window)
    hand.type("The kettle burnt a hand.")
    hand.on()
    hand.choose("1")
    hand.on()
    hand.on()
    assert hand.focused() == "safety"
    return hand


def panel(window: Shell) -> CardPanel:
    found = window.stage.view().findChild(CardPanel)
    assert found is not None
    return found


@pytest.mark.parametrize("digit", ["2", "3"])
def test_somebody_at_risk_opens_the_safety_card_while_the_keys_stay_in_the_form(
    app: App, shell: Shell, digit: str
) -> None:
    """ux §8 path 1."""
    hand = begin(shell)
    assert not panel(shell).isVisible()
    hand.choose(digit)
    assert panel(shell).isVisible()
    presenter = shell.stage.presenter("guide")
    assert isinstance(presenter, GuidePresenter)
    card = presenter.cards.screen()
    assert card is not None
    assert card.name == "safety"
    assert hand.focused() == "safety"
    hand.on()
    hand.choose("2")
    assert hand.focused() == "pace"
    (draft,) = app.drafts.all()
    assert draft.answers["story"] == "The kettle burnt a hand."


def test_the_safety_card_opens_by_itself_only_once(shell: Shell) -> None:
    """ux §8 path 1."""
    hand = begin(shell)
    hand.choose("2")
    hand.press(Qt.Key.Key_Escape)
    assert not panel(shell).isVisible()
    assert hand.focused() == "safety"
    hand.choose("1")
    hand.choose("3")
    assert not panel(shell).isVisible()


def test_a_complaint_taken_up_again_does_not_open_the_card_anew(app: App, shell: Shell) -> None:
    saved = app.complaints.receive(a_draft({**LISTENED, "safety": ("yes",)}))
    presenter = shell.stage.presenter("guide")
    assert isinstance(presenter, GuidePresenter)
    shell.stage.show("guide", saved.id)
    assert not presenter.cards.is_open


def test_nobody_at_risk_leaves_the_coach_where_it_is(shell: Shell) -> None:
    hand = begin(shell)
    hand.choose("1")
    assert not panel(shell).isVisible()
    assert QApplication.focusWidget() is not None


def test_the_last_pace_says_which_keys_have_the_card(guide: Watched) -> None:
    """ux §8 path 2."""
    guide.presenter.enter()
    guide.answer(story="They shouted.", pace=("4",))
    assert guide.said == []
    guide.answer(pace=("5",))
    assert guide.said == ["Ctrl+E 2 has the card for this pace."]
    guide.answer(summary="They shouted.")
    assert len(guide.said) == 1
    assert not guide.presenter.cards.is_open
