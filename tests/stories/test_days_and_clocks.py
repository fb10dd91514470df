"""Stories of days and clocks: holidays, days worked instead of them, a machine's wrong clock."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.stories.counter import Counter
from tests.stories.words import EMPATHISE, LISTEN, LISTEN_ZH

NATIONAL_DAY_EVE = datetime(2026, 9, 30, 2, 0, tzinfo=UTC)
BEFORE_SPRING_FESTIVAL = datetime(2026, 2, 12, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize("clock", [NATIONAL_DAY_EVE], indirect=True)
def test_before_national_day_the_holidays_do_not_count_and_the_saturday_worked_does(
    guitai: Counter,
) -> None:
    guitai.customer_comes(LISTEN_ZH)
    reference = guitai.complaint().reference
    guitai.press(Qt.Key.Key_F7)
    guitai.press(Qt.Key.Key_Return)
    guitai.read(reference)
    shown = guitai.screen()
    # 1 to 7 October are free; the third day that counts is Saturday the 10th.
    assert "首次答复：10月10日（周六）" in shown
    assert "首次答复\n周六 10月10日 18:00 之前" in shown
    assert "法定 15 日\n周四 10月15日 18:00 之前" in shown


@pytest.mark.parametrize("clock", [BEFORE_SPRING_FESTIVAL], indirect=True)
def test_before_spring_festival_the_law_asks_for_an_answer_before_our_own_ten_days(
    counter: Counter,
) -> None:
    counter.customer_comes(LISTEN)
    counter.page(EMPATHISE)
    counter.press(Qt.Key.Key_F7)
    counter.press(Qt.Key.Key_Return)
    counter.read("BR01-26-0001")
    shown = counter.screen()
    # Saturday 14 February is worked, 15 to 23 February are free.
    assert "next word\nbefore Thu 26 Feb 18:00" in shown
    # Ten days that count would end on 4 March.
    assert "final answer\nbefore Fri 27 Feb 18:00" in shown
    assert "15 days by law\nbefore Fri 27 Feb 18:00" in shown


def test_staff_are_told_when_the_machines_clock_was_set_back(counter: Counter) -> None:
    counter.customer_comes(LISTEN)
    before = counter.complaint()
    counter.press(Qt.Key.Key_F7)
    counter.press(Qt.Key.Key_Return)
    counter.hand.wait(1600)
    counter.clock.tick(days=-2)
    counter.starts_again()
    warned = counter.window.findChild(QLabel, "warnings")
    assert warned is not None
    counter.qtbot.waitUntil(warned.isVisible)
    assert "clock went back" in warned.text()
    counter.press(Qt.Key.Key_Return)
    counter.page({})
    after = counter.complaint(before.reference)
    assert after.final_due_at == before.final_due_at
