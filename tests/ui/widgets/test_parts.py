"""Fields, summaries, notices and tags say what is so, in words, once."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.widgets.checklist import CheckItem, Checklist
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.error_summary import ErrorSummary
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.notice import Notice
from desk.ui.widgets.option import Option
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
