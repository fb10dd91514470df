"""The follow-ups by keyboard: what is due when, kept, moved and broken without leaving the list."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desk.domain.contact import Contact
from desk.domain.promise import Promise, PromiseState
from desk.domain.task import Task
from desk.services.app import App
from desk.ui.empty import EmptyWords
from desk.ui.shell import Shell
from desk.ui.widgets.table import Table
from tests.conftest import StandingClock
from tests.make import WHOLE, a_draft
from tests.ui.walking import notice, settled

CONTROL = Qt.KeyboardModifier.ControlModifier


def promised(app: App, number: int, day: str, what: str) -> Promise:
    saved = app.complaints.receive(a_draft(number=number))
    return app.promises.give(
        saved.id, {"what": what, "kind": ("other",), "due_on": day, "by": "Lin"}
    )


def opened(shell: Shell, qtbot: QtBot) -> Table:
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_4, CONTROL)
    settled(shell, qtbot)
    table = shell.findChild(Table, "follow_ups_list")
    assert table is not None
    return table


def rows(table: Table) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, place).data()) for place in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_promises_tasks_and_items_stand_soonest_first_under_their_headings(
    shell: Shell, app: App, clock: StandingClock, qtbot: QtBot
) -> None:
    """Follow-ups of ux 4.9; D7, V5."""
    late = promised(app, 1, "t", "Ring about the lid")
    clock.tick(days=1)
    promised(app, 2, "+30", "Look again")
    promised(app, 3, "t", "Send the form")
    promised(app, 4, "+1", "Bring the kettle")
    app.besides.add(
        Task, late.complaint,
        {"kind": ("ask",), "question": "Who served?", "asked_of": "Chen", "due_on": "+3"},
    )  # fmt: skip
    table = opened(shell, qtbot)
    assert [row[0] for row in rows(table)] == [
        "! Overdue", "Today", "Tomorrow", "This week", "Later",
    ]  # fmt: skip
    first = rows(table)[0]
    assert first[2:] == ["Ring about the lid", "BR01-26-0001  SE", "Lin"]
    assert rows(table)[3][2] == "Task: Who served?"
    counted = shell.findChild(QLabel, "follow_ups_counted")
    assert counted is not None
    assert counted.text().split("   ") == [
        "Overdue 1", "Today 1", "Tomorrow 1", "This week 1", "Later 1",
    ]  # fmt: skip


def test_k_keeps_a_promise_and_the_list_is_empty_then(shell: Shell, app: App, qtbot: QtBot) -> None:
    """Follow-ups of ux 4.9 and its empty words of ux 8."""
    kept = promised(app, 1, "t", "Ring about the lid")
    table = opened(shell, qtbot)
    QTest.keyClick(table, Qt.Key.Key_K)
    settled(shell, qtbot)
    assert app.promises.of(kept.complaint)[0].state is PromiseState.KEPT
    assert "kept" in notice(shell)
    assert table.model().rowCount() == 0
    empty = table.viewport().findChild(EmptyWords)
    assert empty is not None
    assert empty.text() == "No promises open. Promises made in stage 4 appear here."


def test_m_moves_a_promise_with_a_new_day_and_a_reason(
    shell: Shell, app: App, qtbot: QtBot
) -> None:
    """D7."""
    before = promised(app, 1, "t", "Ring about the lid")
    table = opened(shell, qtbot)
    QTest.keyClick(table, Qt.Key.Key_M)
    qtbot.wait(20)
    QTest.keyClicks(shell.focusWidget(), "+3")
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClicks(shell.focusWidget(), "No stock")
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return, CONTROL)
    settled(shell, qtbot)
    new, old = app.promises.of(before.complaint)
    assert (new.is_open, old.state, old.reason) == (True, PromiseState.MOVED, "No stock")
    assert rows(table)[0][0] == "This week"
    assert table.hasFocus()


def test_b_asks_for_the_reason_and_the_word_that_told_them_and_shows_how_to_say_sorry(
    shell: Shell, app: App, qtbot: QtBot
) -> None:
    """D7."""
    before = promised(app, 1, "t", "Ring about the lid")
    table = opened(shell, qtbot)
    QTest.keyClick(table, Qt.Key.Key_B)
    qtbot.wait(20)
    assert any("I am sorry" in label.text() for label in shell.findChildren(QLabel))
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return, CONTROL)
    assert app.promises.of(before.complaint)[0].is_open
    reason = shell.findChild(QLineEdit, "reason")
    assert reason is not None
    reason.setFocus()
    QTest.keyClicks(reason, "Not made any more")
    QTest.keyClick(reason, Qt.Key.Key_Return)
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_2)
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_1)
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return, CONTROL)
    settled(shell, qtbot)
    assert app.promises.of(before.complaint)[0].state is PromiseState.BROKEN
    assert [c.words for c in app.besides.of(Contact, before.complaint)] == ["Not made any more"]


def test_ctrl_t_gives_a_promise_on_the_complaint_in_front(
    shell: Shell, app: App, qtbot: QtBot
) -> None:
    """D7: every "we will call on" is a record with who, what, when."""
    saved = app.complaints.receive(a_draft({**WHOLE}))
    shell.go("complaint", saved.reference)
    settled(shell, qtbot)
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_T, CONTROL)
    qtbot.wait(20)
    QTest.keyClicks(shell.focusWidget(), "Call about the lid")
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_3)
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(shell.focusWidget(), "+2")
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return)
    QTest.keyClicks(shell.focusWidget(), "Lin")
    QTest.keyClick(shell.focusWidget(), Qt.Key.Key_Return, CONTROL)
    settled(shell, qtbot)
    (given,) = app.promises.of(saved.id)
    assert (given.what, given.by, given.kind) == ("Call about the lid", "Lin", "call")
