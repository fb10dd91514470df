"""U3 through the real window: one digit says why, and only where the customer has it on paper."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.domain.later_change import ChangeReason, LaterChange
from desk.domain.paper import PaperKind
from desk.services.app import App
from desk.ui.cards.panel import CardPanel
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from tests.conftest import StandingClock
from tests.make import EMPATHISED, LISTENED, a_draft

ALT = Qt.KeyboardModifier.AltModifier


def go_on_with(shell: Shell, app: App, clock: StandingClock, *, printed: bool) -> Hand:
    """Take up a complaint whose customer has the slip or not; the keys are in the summary."""
    saved = app.complaints.acknowledge(a_draft({**LISTENED, **EMPATHISED}))
    if printed:
        app.papers.make(saved.id, PaperKind.SLIP)
    clock.tick(minutes=5)
    shell.go("guide", saved.id)
    hand = Hand(shell)
    hand.press(Qt.Key.Key_2, ALT)
    shell.stage.presenter("guide").jump("summary")  # type: ignore[attr-defined] # the guide's
    assert hand.focused() == "summary"
    hand.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hand.type(" It hisses too.")
    return hand


def changed(app: App) -> str:
    stored = app.complaints.get(a_draft().id)
    assert stored is not None
    return stored.summary


def test_one_digit_says_why_and_the_commitment_goes_on(
    app: App, shell: Shell, clock: StandingClock, qtbot: QtBot
) -> None:
    hand = go_on_with(shell, app, clock, printed=True)
    hand.commit()
    panel = shell.stage.view().findChild(CardPanel)
    assert panel is not None
    assert panel.isVisible()
    assert hand.focused() == "card_lines"
    before = hand.presses
    hand.type("2")
    assert hand.presses - before == 1
    qtbot.waitUntil(lambda: changed(app).endswith("It hisses too."))
    assert not panel.isVisible()
    (kept,) = app.besides.of(LaterChange, a_draft().id)
    assert (kept.change_reason, kept.fields) == (ChangeReason.TYPED_WRONG, "summary")


def test_before_a_paper_nobody_is_asked(app: App, shell: Shell, clock: StandingClock) -> None:
    hand = go_on_with(shell, app, clock, printed=False)
    hand.commit()
    assert changed(app).endswith("It hisses too.")
    assert app.besides.of(LaterChange, a_draft().id) == []


def test_who_is_called_away_is_not_asked_and_what_was_typed_stays(
    app: App, shell: Shell, clock: StandingClock
) -> None:
    hand = go_on_with(shell, app, clock, printed=True)
    hand.press(Qt.Key.Key_F7)
    hand.press(Qt.Key.Key_Return)
    assert shell.stage.current == "today"
    (draft,) = app.drafts.all()
    assert str(draft.answers["summary"]).endswith("It hisses too.")
    assert not changed(app).endswith("It hisses too.")
