"""Checklists: hands tick what is theirs, the record ticks the rest."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk.ui import theme
from desk.ui.widgets.checklist import CheckItem, Checklist

Show = Callable[..., QWidget]
ITEMS = [
    CheckItem("finish", "Let them finish", ticked=False, by_hand=True),
    CheckItem("written", "Own words written down", ticked=True, by_hand=False),
    CheckItem("else", 'Asked "anything else?"', ticked=True, by_hand=True),
]


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
