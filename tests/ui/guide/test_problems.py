"""What the guide says of answers that are missing, cannot be read, or may wait."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desk import i18n
from desk.services.app import App
from desk.ui.guide.field_screen import FieldScreen
from desk.ui.guide.presenter import GuidePresenter
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from tests.make import EMPATHISED, INVESTIGATED, LISTENED, RESOLVED, WHOLE
from tests.ui.guide.conftest import Watched
from tests.ui.walking import notice

CTRL = Qt.KeyboardModifier.ControlModifier
MAIL = {**EMPATHISED, "channel": ("email",), "phone": ""}


def fields(guide: Watched) -> dict[str, FieldScreen]:
    return {field.name: field for row in guide.screen.rows for field in row}


def test_an_address_without_its_at_gets_a_sentence_and_is_asked_for_when_going_on(
    app: App, guide: Watched
) -> None:
    guide.presenter.enter()
    guide.answer(**LISTENED, **MAIL, email="sam.example")
    guide.presenter.go_to(2)
    assert fields(guide)["email"].hint == "Write the whole email address, with the @"
    guide.presenter.commit()
    assert guide.screen.problems == (("email", "Write the whole email address, with the @"),)
    assert guide.screen.unreadable == 1
    guide.presenter.park()
    (draft,) = app.drafts.all()
    saved = app.complaints.get(draft.id)
    assert saved is not None
    assert saved.email == "sam.example"  # never lost, whatever it is


def test_an_address_written_with_a_wide_at_is_taken(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**LISTENED, **MAIL, email="sam＠example.com")
    guide.presenter.go_to(2)
    guide.presenter.commit()
    assert guide.screen.problems == ()


def test_a_day_that_cannot_be_read_says_how_to_write_it(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**{**INVESTIGATED, "finding": ("cannot_tell",), "next_on": "next week"})
    guide.presenter.go_to(3)
    words = "Write the day by which we answer: t (today), +3, 16/11 or a date"
    assert fields(guide)["next_on"].hint == words
    guide.answer(next_on="")
    guide.presenter.commit()
    assert ("next_on", "Write the day by which we answer") in guide.screen.problems


def test_what_cannot_be_read_is_not_counted_as_missing(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**{**WHOLE, "offer": ("refund",), "amount": "12,50 or so", "answer": ()})
    guide.presenter.go_to(4)
    guide.presenter.commit()
    assert [name for name, _words in guide.screen.problems] == ["amount", "answer"]
    assert guide.screen.unreadable == 1


def test_the_cause_is_marked_as_needed_for_closing_and_visited_last(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**LISTENED)
    guide.presenter.go_to(3)
    assert [f.name for f in fields(guide).values() if f.for_closing] == ["cause"]
    visited = []
    for _press in range(5):
        guide.presenter.next_unanswered()
        visited.append(guide.focus[-1])
        guide.presenter.stand_at(guide.focus[-1], 0)
    assert visited == ["product", "checked", "finding", "found", "cause"]
    guide.presenter.next_unanswered()
    assert guide.focus[-1] == "product"


def test_news_that_all_is_answered_goes_when_an_answer_is_taken_away(shell: Shell) -> None:
    shell.new_complaint()
    guide = shell.stage.presenter("guide")
    assert isinstance(guide, GuidePresenter)
    for name, raw in LISTENED.items():
        guide.edit(name, raw)
    Hand(shell).press(Qt.Key.Key_J, CTRL)
    assert notice(shell) == "Every question of this step is answered."
    guide.edit("wish", ())
    assert notice(shell) == ""


def test_the_windows_title_begins_with_the_error_while_the_list_is_open(shell: Shell) -> None:
    shell.new_complaint()
    hand = Hand(shell)
    hand.commit()
    assert shell.windowTitle() == "Error: New complaint – desk"
    hand.press(Qt.Key.Key_L, CTRL)
    assert shell.windowTitle().startswith("错误：")
    hand.press(Qt.Key.Key_L, CTRL)
    hand.press(Qt.Key.Key_Escape)
    assert shell.windowTitle() == "New complaint – desk"


def test_the_ends_of_the_pace_are_named_neutrally_in_both_languages(guide: Watched) -> None:
    guide.presenter.enter()
    ends = [option.label for option in fields(guide)["pace"].options]
    assert ends == ["slow", "", "", "", "fast"]
    i18n.use("zh_CN")
    guide.presenter.reload()
    assert [option.label for option in fields(guide)["pace"].options] == ["慢", "", "", "", "快"]


def test_the_label_of_the_cause_says_that_it_can_wait(shell: Shell) -> None:
    shell.new_complaint()
    shell.open_step(3)
    words = [label.text() for label in shell.stage.view().findChildren(QLabel)]
    assert "Main cause (needed for closing)" in words


def test_the_rule_of_the_priority_stands_with_its_name(guide: Watched) -> None:
    guide.presenter.enter()
    guide.answer(**LISTENED, **RESOLVED)
    guide.presenter.go_to(3)
    assert guide.screen.rule.startswith("P3, ordinary: ")
    guide.answer(safety=("yes",))
    assert guide.screen.rule.startswith("P1, urgent: ")
