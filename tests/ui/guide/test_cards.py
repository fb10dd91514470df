"""Cards beside the guide and the complaint: opened by keys, kept as typed, saved as records."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.domain.contact import Contact, Way
from desk.services.app import App
from desk.ui.cards.panel import CardPanel
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from desk.ui.widgets.text import TextField
from tests.make import a_draft

CONTROL = Qt.KeyboardModifier.ControlModifier
CONTACT = "1"


def begin(window: Shell) -> Hand:
    window.new_complaint()
    hand = Hand(window)
    hand.type("The kettle leaks at the base.")
    return hand


def open_contact(hand: Hand) -> None:
    hand.press(Qt.Key.Key_G, CONTROL)
    hand.choose(CONTACT)


def fill_contact(hand: Hand) -> None:
    hand.choose("1")
    hand.on()
    hand.choose("2")
    hand.on()
    hand.choose("1")
    hand.on()
    hand.type("We ring back at noon.")


def panel(window: Shell) -> CardPanel:
    found = window.stage.view().findChild(CardPanel)
    assert found is not None
    return found


def contacts(app: App) -> list[Contact]:
    reference = app.today.read().opened[0].reference
    return app.besides.of(Contact, app.complaints.whole(reference).complaint.id)


def test_a_contact_is_written_down_beside_the_guide_by_keys_alone(app: App, shell: Shell) -> None:
    hand = begin(shell)
    open_contact(hand)
    assert panel(shell).isVisible()
    fill_contact(hand)
    hand.commit()
    (contact,) = contacts(app)
    assert (contact.way, contact.words) == (Way.PHONE, "We ring back at noon.")
    assert not panel(shell).isVisible()
    assert hand.focused() == "story"


def test_a_card_with_gaps_names_them_at_the_top_and_nothing_is_saved(
    app: App, shell: Shell
) -> None:
    hand = begin(shell)
    open_contact(hand)
    hand.commit()
    assert hand.focused() == "card_problems"
    assert contacts(app) == []
    hand.type("2")
    assert hand.focused() == "way"


def test_what_is_typed_on_a_card_comes_back_with_it(shell: Shell, qtbot: QtBot) -> None:
    hand = begin(shell)
    open_contact(hand)
    fill_contact(hand)
    hand.press(Qt.Key.Key_Escape)
    assert not panel(shell).isVisible()
    open_contact(hand)
    fields = panel(shell).findChildren(TextField, "words")
    assert "We ring back at noon." in [field.text() for field in fields]


def test_a_card_needs_a_complaint_to_be_written_beside(shell: Shell) -> None:
    shell.new_complaint()
    hand = Hand(shell)
    open_contact(hand)
    assert not panel(shell).isVisible()


def test_a_contact_is_written_down_beside_a_complaint_that_is_read(app: App, shell: Shell) -> None:
    saved = app.complaints.close(a_draft())
    shell.go("complaint", saved.reference)
    hand = Hand(shell)
    open_contact(hand)
    fill_contact(hand)
    hand.commit()
    assert len(app.besides.of(Contact, saved.id)) == 1
    assert QApplication.focusWidget() is not None
    assert not panel(shell).isVisible()
