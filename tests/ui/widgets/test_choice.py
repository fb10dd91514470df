"""Choice groups: one tab stop, digits, arrows, Space; they never move on by themselves."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from desk.ui import theme
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.option import Option

Show = Callable[..., QWidget]
SEVERITY = [
    Option("minor", "Minor"),
    Option("moderate", "Moderate"),
    Option("serious", "Serious"),
    Option("critical", "Critical"),
]
CHECKED = [Option(code, code.title()) for code in ("receipt", "item", "records", "colleague")]


def single() -> ChoiceGroup:
    return ChoiceGroup("severity", "How serious?", SEVERITY)


def multi(most: int = 3) -> ChoiceGroup:
    return ChoiceGroup("checked", "What did you check?", CHECKED, most=most)


def heard(group: ChoiceGroup) -> list[tuple[str, ...]]:
    told: list[tuple[str, ...]] = []
    group.chosen.connect(told.append)
    return told


def buttons(group: ChoiceGroup) -> list[QAbstractButton]:
    return group.findChildren(QAbstractButton)


def test_a_digit_chooses_and_the_focus_stays(show: Show) -> None:
    group, after = single(), QLineEdit()
    show(group, after)
    told = heard(group)
    group.setFocus()
    QTest.keyClick(group, Qt.Key.Key_3)
    assert group.value == ("serious",)
    assert told == [("serious",)]
    assert group.hasFocus()


def test_keypad_digits_choose_too(show: Show) -> None:
    group = single()
    show(group)
    group.setFocus()
    QTest.keyClick(group, Qt.Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert group.value == ("moderate",)


def test_another_digit_replaces_and_the_same_is_no_news(show: Show) -> None:
    group = single()
    show(group)
    told = heard(group)
    for key in (Qt.Key.Key_1, Qt.Key.Key_4, Qt.Key.Key_4):
        QTest.keyClick(group, key)
    assert told == [("minor",), ("critical",)]


def test_a_digit_without_an_option_does_nothing(show: Show) -> None:
    group = single()
    show(group)
    told = heard(group)
    for key in (Qt.Key.Key_9, Qt.Key.Key_0, Qt.Key.Key_A):
        QTest.keyClick(group, key)
    assert (group.value, told) == ((), [])


def test_zero_can_be_the_key_of_an_option(show: Show) -> None:
    options = [Option("one", "One"), Option("none", "None of these", digit="0")]
    group = ChoiceGroup("wish", "Wish", options)
    show(group)
    QTest.keyClick(group, Qt.Key.Key_0)
    assert group.value == ("none",)


def test_options_after_the_ninth_have_no_digit() -> None:
    group = ChoiceGroup("many", "Many", [Option(str(n), f"Option {n}") for n in range(11)])
    assert [button.accessibleName() for button in buttons(group)][8:] == [
        "9 Option 8",
        "Option 9",
        "Option 10",
    ]


def test_arrows_move_and_space_chooses(show: Show) -> None:
    group = single()
    show(group)
    told = heard(group)
    group.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(group, key)
    assert told == []
    QTest.keyClick(group, Qt.Key.Key_Space)
    assert told == [("serious",)]
    QTest.keyClick(group, Qt.Key.Key_Home)
    QTest.keyClick(group, Qt.Key.Key_Space)
    QTest.keyClick(group, Qt.Key.Key_End)
    QTest.keyClick(group, Qt.Key.Key_Space)
    assert told == [("serious",), ("minor",), ("critical",)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_enter_and_tab_go_on(show: Show, key: Qt.Key) -> None:
    group, after = single(), QLineEdit()
    show(group, after)
    group.setFocus()
    QTest.keyClick(group, key)
    assert after.hasFocus()


def test_the_group_is_one_tab_stop(show: Show) -> None:
    before, group, after = QLineEdit(), multi(), QLineEdit()
    show(before, group, after)
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert group.hasFocus()
    QTest.keyClick(group, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_in_a_group_of_several_a_digit_toggles(show: Show) -> None:
    group = multi()
    show(group)
    told = heard(group)
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_3):
        QTest.keyClick(group, key)
    assert told == [("records",), ("receipt", "records"), ("receipt",)]


def test_no_more_than_the_bound_are_chosen_together(show: Show) -> None:
    group = multi(most=2)
    show(group)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        QTest.keyClick(group, key)
    assert group.value == ("receipt", "item")


def test_delete_empties_the_answer(show: Show) -> None:
    group = single()
    show(group)
    group.set_value(["serious"])
    told = heard(group)
    QTest.keyClick(group, Qt.Key.Key_Backspace)
    assert told == [()]


def test_the_mouse_chooses_too(show: Show) -> None:
    group, before = single(), QLineEdit()
    show(before, group)
    before.setFocus()
    QTest.mouseClick(buttons(group)[1], Qt.MouseButton.LeftButton)
    assert group.value == ("moderate",)
    assert group.hasFocus()


def test_a_suggestion_is_no_answer_until_it_is_touched(show: Show) -> None:
    group = single()
    show(group)
    told = heard(group)
    group.set_value(["moderate"], suggested=True)
    assert "(suggested)" in group.accessibleDescription()
    assert told == []
    QTest.keyClick(group, Qt.Key.Key_2)
    assert told == [("moderate",)]
    assert not group.is_suggested
    assert "(suggested)" not in group.accessibleDescription()


def test_space_on_a_suggestion_of_several_confirms_it(show: Show) -> None:
    group = multi()
    show(group)
    told = heard(group)
    group.set_value(["item"], suggested=True)
    group.setFocus()
    QTest.keyClick(group, Qt.Key.Key_Space)
    assert told == [("item",)]


def test_showing_a_value_is_no_news_and_unknown_codes_are_left_out(show: Show) -> None:
    group = multi()
    show(group)
    told = heard(group)
    group.set_value(["records", "receipt", "gone"])
    group.set_value(["records", "receipt", "gone"])
    assert group.value == ("receipt", "records")
    assert told == []


def test_keys_with_ctrl_or_alt_are_left_to_the_window(show: Show) -> None:
    group = single()
    show(group)
    QTest.keyClick(group, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(group, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert group.value == ()


def test_an_input_method_cannot_swallow_the_digits() -> None:
    assert not single().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_answer_is_said_in_words() -> None:
    group = single()
    assert group.objectName() == "severity"
    assert group.accessibleName() == "How serious?"
    assert group.accessibleDescription() == "none of 4 chosen"
    group.set_value(["moderate"])
    assert group.accessibleDescription() == "2 of 4 chosen: Moderate"
    several = multi()
    several.set_value(["receipt", "records"])
    assert several.accessibleDescription() == "2 chosen of 4: Receipt, Records"


def test_another_language_keeps_the_answer() -> None:
    group = single()
    group.set_value(["serious"])
    chinese = [Option(o.code, word) for o, word in zip(SEVERITY, "轻中重危", strict=True)]
    group.set_options(chinese, "有多严重？")
    assert group.value == ("serious",)
    assert group.accessibleName() == "有多严重？"
    assert group.accessibleDescription() == "3 of 4 chosen: 重"


@pytest.mark.parametrize("points", [theme.SMALLEST, theme.USUAL, theme.LARGEST])
@pytest.mark.parametrize("width", [260, 420, 900])
def test_options_wrap_within_the_width_and_are_high_enough_to_hit(
    show: Show, qapp: QApplication, points: int, width: int
) -> None:
    group = ChoiceGroup("many", "Many", [Option(str(n), f"Some option {n}") for n in range(9)])
    window = show(group, width=width, height=700)
    theme.apply(qapp, theme.Mode.LIGHT, points)
    window.resize(width, 700)
    QApplication.processEvents()
    for button in buttons(group):
        corner = button.mapTo(group, QPoint(0, 0))
        assert button.height() >= 28
        assert corner.x() + button.width() <= group.width()
        assert corner.y() + button.height() <= group.height()
        assert button.width() >= button.sizeHint().width() or width == 260
    shapes = [button.geometry() for button in buttons(group)]
    assert not any(a.intersects(b) for a in shapes for b in shapes if a is not b)


def test_choosing_moves_no_other_option(show: Show) -> None:
    group = multi()
    show(group)
    before = [button.geometry() for button in buttons(group)]
    QTest.keyClick(group, Qt.Key.Key_2)
    QApplication.processEvents()
    assert [button.geometry() for button in buttons(group)] == before
