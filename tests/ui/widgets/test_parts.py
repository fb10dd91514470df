"""Fields, summaries, notices, stages, checklists and the shield do what keys and eyes expect."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.ui import theme
from desk.ui.shortcuts import install
from desk.ui.watchdog import Watchdog
from desk.ui.widgets.checklist import CheckItem, Checklist
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.error_summary import ErrorSummary
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.notice import Notice
from desk.ui.widgets.option import Option
from desk.ui.widgets.shield import Shield
from desk.ui.widgets.stage_bar import Stage, StageBar, Standing
from desk.ui.widgets.tag import Tag, Tone
from desk.ui.widgets.text import LineField, TextField

Show = Callable[..., QWidget]
STAGES = [
    Stage("Listen", Standing.DONE),
    Stage("Empathise", Standing.NEEDS, 2),
    Stage("Investigate", Standing.NOT_STARTED),
    Stage("Resolve", Standing.NOT_STARTED),
]
ITEMS = [
    CheckItem("finish", "Let them finish", ticked=False, by_hand=True),
    CheckItem("written", "Own words written down", ticked=True, by_hand=False),
    CheckItem("else", 'Asked "anything else?"', ticked=True, by_hand=True),
]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def words_shown(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def test_an_optional_question_says_so_and_a_needed_one_has_no_mark() -> None:
    optional = FieldBox("Name", LineField("name", "Name"), optional=True)
    needed = FieldBox("Story", LineField("story", "Story"))
    assert words_shown(optional) == ["Name (optional)"]
    assert words_shown(needed) == ["Story"]


def test_the_label_is_the_editors_buddy_and_name() -> None:
    editor = LineField("phone", "")
    box = FieldBox("Phone & fax", editor)
    label = box.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert label.buddy() is editor
    assert editor.accessibleName() == "Phone & fax"


@pytest.mark.parametrize(
    "editor",
    [
        lambda: LineField("product", "Product"),
        lambda: TextField("story", "Story"),
        lambda: ChoiceGroup("category", "About", [Option("a", "A")]),
    ],
    ids=["line", "text", "choice"],
)
def test_a_problem_is_said_below_the_field_and_to_screen_readers(
    show: Show, editor: Callable[[], QWidget]
) -> None:
    box = FieldBox("Question", editor())
    show(box)
    box.show_problem("Choose what it is about")
    assert words_shown(box) == ["Question", "! Choose what it is about"]
    assert "Choose what it is about" in box.editor.accessibleDescription()
    box.show_problem(None)
    assert words_shown(box) == ["Question"]
    assert "Choose" not in box.editor.accessibleDescription()
    assert box.problem() == ""


def test_a_hint_comes_and_goes(show: Show) -> None:
    box = FieldBox("Phone", LineField("phone", "Phone"), beside=True)
    show(box)
    box.show_hint("2 earlier complaints")
    assert words_shown(box) == ["Phone", "2 earlier complaints"]
    box.show_hint("")
    assert words_shown(box) == ["Phone"]


PROBLEMS = [("category", "Choose what it is about"), ("story", "Write <b>what</b> happened")]


def test_the_summary_counts_and_uses_the_words_of_the_fields(show: Show) -> None:
    summary = ErrorSummary()
    show(summary)
    summary.show_problems(PROBLEMS)
    assert summary.isVisible()
    assert words_shown(summary) == ["! There is a problem: 2 answers missing"]
    links = [button.text() for button in summary.findChildren(QPushButton)]
    assert links == ["1  Choose what it is about", "2  Write <b>what</b> happened"]
    assert "Choose what it is about" in summary.accessibleDescription()
    summary.show_problems(PROBLEMS[:1])
    assert words_shown(summary) == ["! There is a problem: 1 answer missing"]
    summary.show_problems([])
    assert summary.isHidden()


def test_digits_and_links_of_the_summary_jump_to_the_field(show: Show) -> None:
    summary = ErrorSummary()
    show(summary, LineField("story", "Story"))
    summary.show_problems(PROBLEMS)
    jumps: list[str] = []
    summary.jump.connect(jumps.append)
    summary.take_focus()
    assert summary.hasFocus()
    QTest.keyClick(summary, Qt.Key.Key_2)
    QTest.keyClick(summary, Qt.Key.Key_3)
    QTest.keyClick(summary, Qt.Key.Key_Return)
    link = summary.findChild(QPushButton, "jump_story")
    assert isinstance(link, QPushButton)
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_1)
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert jumps == ["story", "category", "category", "story"]


def test_tab_goes_from_the_summary_to_its_links_and_on_to_the_page(show: Show) -> None:
    summary, story = ErrorSummary(), LineField("story", "Story")
    show(summary, story)
    summary.show_problems(PROBLEMS)
    summary.take_focus()
    names = []
    for _ in range(3):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        names.append(focused().objectName())
    assert names == ["jump_category", "jump_story", "story"]


def test_a_notice_says_it_plainly_and_offers_one_thing(show: Show) -> None:
    notice, field = Notice(), QLineEdit()
    show(field, notice)
    field.setFocus()
    pressed: list[bool] = []
    notice.say(
        "Closed <b>C-0118</b>.", Tone.DONE, action="Undo", press=lambda: pressed.append(True)
    )
    assert notice.text() == "✓ Closed <b>C-0118</b>."
    assert field.hasFocus()
    button = notice.findChild(QPushButton, "notice_action")
    assert isinstance(button, QPushButton)
    button.click()
    assert pressed == [True]
    assert notice.text() == ""


def test_a_notice_without_an_action_has_no_empty_button(show: Show) -> None:
    notice = Notice()
    show(notice)
    notice.say("Saved.")
    button = notice.findChild(QPushButton, "notice_action")
    assert isinstance(button, QPushButton)
    assert button.isHidden()
    notice.clear()
    assert notice.isHidden()


def test_a_tag_always_has_words_and_an_empty_one_is_not_there(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    tag = Tag("overdue", Tone.DANGER, holder)
    assert tag.text() == "overdue"
    tag.say("")
    assert tag.isHidden()
    tag.say("done", Tone.DONE)
    assert not tag.isHidden()


def test_the_stage_bar_says_how_far_each_stage_is(show: Show) -> None:
    bar = StageBar()
    show(bar, width=1000)
    bar.show_stages(STAGES, 2)
    said = [
        (button.accessibleName(), button.accessibleDescription())
        for button in (bar.findChild(QWidget, f"stage_{n}") for n in (1, 2, 3, 4))
        if isinstance(button, QWidget)
    ]
    assert said == [
        ("1 Listen", "done"),
        ("2 Empathise", "open now, needs 2"),
        ("3 Investigate", "not started"),
        ("4 Resolve", "not started"),
    ]


def test_the_stage_bar_is_one_tab_stop_with_arrows(show: Show) -> None:
    before, bar, after = QLineEdit(), StageBar(), QLineEdit()
    show(before, bar, after, width=1000)
    bar.show_stages(STAGES, 2)
    opened: list[int] = []
    bar.opened.connect(opened.append)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(focused(), key)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert opened == [3, 1]
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_a_click_opens_any_stage(show: Show) -> None:
    bar = StageBar()
    show(bar, width=1000)
    bar.show_stages(STAGES, 1)
    opened: list[int] = []
    bar.opened.connect(opened.append)
    last = bar.findChild(QWidget, "stage_4")
    assert isinstance(last, QWidget)
    QTest.mouseClick(last, Qt.MouseButton.LeftButton)
    assert opened == [4]


def checklist(show: Show) -> tuple[Checklist, list[tuple[str, bool]]]:
    part = Checklist("checks", "Check before you go on")
    show(part, QLineEdit())
    part.show_items(ITEMS)
    told: list[tuple[str, bool]] = []
    part.toggled.connect(lambda id_, on: told.append((id_, on)))
    part.setFocus()
    return part, told


def test_digits_toggle_what_hands_may_tick(show: Show) -> None:
    part, told = checklist(show)
    for key in (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_1):
        QTest.keyClick(part, key)
    assert told == [("finish", True), ("else", False), ("finish", False)]


def test_what_the_record_ticks_cannot_be_changed_by_hand(show: Show) -> None:
    part, told = checklist(show)
    QTest.keyClick(part, Qt.Key.Key_2)
    QTest.keyClick(part, Qt.Key.Key_Space)
    row = part.findChild(QWidget, "written")
    assert isinstance(row, QWidget)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert told == []
    assert "by the record" in row.accessibleDescription()
    assert part.counts() == (2, 3)


def test_arrows_and_space_work_in_a_checklist_and_enter_goes_on(show: Show) -> None:
    part, told = checklist(show)
    QTest.keyClick(part, Qt.Key.Key_Down)
    QTest.keyClick(part, Qt.Key.Key_Down)
    QTest.keyClick(part, Qt.Key.Key_Space)
    assert told == [("else", False)]
    QTest.keyClick(part, Qt.Key.Key_Return)
    assert not part.hasFocus()
    assert part.accessibleDescription().startswith("done 1 of 3. 3 ")


@pytest.mark.parametrize("points", [theme.SMALLEST, theme.LARGEST])
def test_long_checks_wrap_and_rows_can_be_hit(show: Show, qapp: QApplication, points: int) -> None:
    part = Checklist("checks", "Check")
    show(part, width=300)
    part.show_items([CheckItem("long", "wait for the whole answer " * 6, False, True), *ITEMS])
    theme.apply(qapp, theme.Mode.LIGHT, points)
    QApplication.processEvents()
    heights = [row.height() for row in part.findChildren(QWidget)]
    assert min(heights) >= 28
    assert max(heights) > 3 * 12 * points / 10


def shielded(qtbot: QtBot) -> tuple[QMainWindow, LineField, Shield, list[str]]:
    window = QMainWindow()
    field = LineField("story", "Story")
    window.setCentralWidget(field)
    calls: list[str] = []
    install(window, {"new_complaint": lambda: calls.append("new")})
    shield = Shield(window)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    return window, field, shield, calls


def test_the_shield_covers_everything_at_once(qtbot: QtBot) -> None:
    window, field, shield, _calls = shielded(qtbot)
    field.set_text("kettle leaks")
    with Watchdog() as watchdog:
        shield.raise_shield("Corner Shop")
        shield.repaint()
    assert watchdog.worst < 0.1
    assert shield.geometry() == window.rect()
    assert "Corner Shop" in words_shown(shield)
    window.resize(1000, 700)
    QApplication.processEvents()
    assert shield.geometry() == window.rect()


def test_nothing_behind_the_shield_can_be_typed_pressed_or_reached(qtbot: QtBot) -> None:
    _window, field, shield, calls = shielded(qtbot)
    shield.raise_shield("Corner Shop")
    QTest.keyClicks(focused(), "secret")
    QTest.keyClick(focused(), Qt.Key.Key_F2)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), "secret")
    assert field.text() == ""
    assert calls == []


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_Escape])
def test_leaving_the_shield_brings_back_field_and_focus(qtbot: QtBot, key: Qt.Key) -> None:
    _window, field, shield, calls = shielded(qtbot)
    shield.left.connect(shield.lower_shield)
    shield.raise_shield("Corner Shop")
    QTest.keyClick(shield, key)
    assert not shield.isVisible()
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_F2)
    assert calls == ["new"]


def test_every_part_that_takes_the_focus_has_a_name(show: Show) -> None:
    bar, part, summary, notice = StageBar(), Checklist("checks", "Check"), ErrorSummary(), Notice()
    window = show(
        bar,
        summary,
        FieldBox("Story", TextField("story", "")),
        FieldBox("Product", LineField("product", "")),
        FieldBox("About", ChoiceGroup("category", "", [Option("a", "A")])),
        part,
        notice,
    )
    bar.show_stages(STAGES, 1)
    part.show_items(ITEMS)
    summary.show_problems(PROBLEMS)
    notice.say("Saved.", action="Undo", press=lambda: None)
    focusable = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
    ]
    assert len(focusable) >= 9
    for widget in focusable:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name), widget.objectName()
