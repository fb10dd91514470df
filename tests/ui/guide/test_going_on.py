"""Going on at the list of problems: 0, then one digit for the reason."""

from pytestqt.qtbot import QtBot

from desk.domain.guide import Step
from desk.domain.side_path import Override
from desk.services.app import App
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, a_draft


def test_two_digits_pass_a_gate_that_only_warns(app: App, shell: Shell, qtbot: QtBot) -> None:
    """G5, by keyboard."""
    told = {**LISTENED, **EMPATHISED, **INVESTIGATED}
    del told["apology"]
    saved = app.complaints.receive(a_draft(told))
    shell.go("guide", saved.id)
    shell.stage.view().open_step(Step.EMPATHISE)
    hand = Hand(shell)
    hand.commit()
    assert hand.focused() == "error_summary"
    hand.type("0")
    assert hand.focused() == "card_lines"
    hand.type("2")
    qtbot.wait(50)
    after = app.complaints.get(saved.id)
    assert after is not None
    assert after.acknowledged_at is not None
    (override,) = app.besides.of(Override, saved.id)
    assert override.reason == "will_not_say"
    hand.commit()
    assert hand.focused() != "error_summary"
