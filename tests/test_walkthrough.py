"""One complaint, all four steps, through the real window and by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.domain.complaint import Stage
from desk.domain.report import Period
from desk.domain.timeline import PaperKind
from desk.services.app import App
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from desk.ui.start import open_window, shut

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KEYS_IN_ENGLISH, KEYS_IN_CHINESE = 160, 200
"""ux.md §11.2, goal 1: the script of §11.1 with every required answer and two ticks a step."""
KEYS_A_CHARACTER = 3.6
"""Key presses a Chinese character takes with a Pinyin input method (ux.md §11.1)."""


@pytest.fixture
def window(app: App, qtbot: QtBot) -> Iterator[Shell]:
    window = open_window(app)
    window.resize(1366, 728)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    shut(window)
    i18n.use("en")


class Writer:
    """Writes the words of the script with an English keyboard."""

    def story(self, hand: Hand) -> None:
        hand.type("The kettle leaks at the base, second time, bought last week.")

    def name(self, hand: Hand) -> None:
        hand.type("Sam Sample")

    def product(self, hand: Hand) -> None:
        hand.type("Kettle KX-22")


class ChineseWriter(Writer):
    """Writes the words of the script with an input method."""

    def story(self, hand: Hand) -> None:
        self._compose(hand, "上周买的热水壶底座漏水，换过一个，今天又漏了一桌子")

    def name(self, hand: Hand) -> None:
        self._compose(hand, "王样本")

    def product(self, hand: Hand) -> None:
        self._compose(hand, "热水壶二号型")

    def _compose(self, hand: Hand, text: str) -> None:
        hand.compose(text, round(len(text) * KEYS_A_CHARACTER))


def take_a_simple_complaint(hand: Hand, write: Writer) -> None:
    """The script of ux.md §11.1: kettle leaks, new customer, exchange at once, paper in hand."""
    hand.press(Qt.Key.Key_F2)
    write.story(hand)
    hand.on()
    for digits in ("1", "", "1", "2"):
        hand.choose(digits)
        hand.on()
    hand.choose("4")
    tick(hand, "16")
    hand.commit()
    hand.on()
    for digits in ("1", "1", "", "1"):
        hand.choose(digits)
        hand.on()
    hand.type("55501170000")
    hand.on()
    write.name(hand)
    hand.on()
    hand.choose("1")
    tick(hand, "13")
    hand.commit()
    write.product(hand)
    hand.on()
    hand.on()
    for digits in ("2", "1", "1"):
        hand.choose(digits)
        hand.on()
    tick(hand, "13")
    hand.commit()
    hand.choose("4")
    hand.on()
    hand.on()
    hand.choose("1")
    hand.on()
    hand.choose("1")
    tick(hand, "17")
    hand.commit()
    hand.commit()


def tick(hand: Hand, digits: str) -> None:
    hand.press(Qt.Key.Key_F6)
    hand.choose(digits)


@pytest.mark.parametrize(
    ("language", "writer", "most"),
    [("en", Writer(), KEYS_IN_ENGLISH), ("zh_CN", ChineseWriter(), KEYS_IN_CHINESE)],
)
def test_a_simple_complaint_needs_few_keys_and_no_mouse(
    app: App, window: Shell, qtbot: QtBot, language: str, writer: Writer, most: int
) -> None:
    if language == "zh_CN":
        Hand(window).press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hand = Hand(window)
    take_a_simple_complaint(hand, writer)
    whole = app.complaints.whole("BR01-26-0001")
    assert whole.complaint.stage is Stage.CLOSED
    assert whole.complaint.language == language
    assert len(whole.ticks) == 8
    qtbot.waitUntil(lambda: len(app.complaints.papers(whole.complaint.id)) == 1, timeout=5000)
    assert hand.presses <= most, hand.presses


def test_the_receipt_the_letter_and_the_week_tell_what_was_done(
    app: App, window: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    take_a_simple_complaint(Hand(window), Writer())
    complaint = app.complaints.whole("BR01-26-0001").complaint
    qtbot.waitUntil(lambda: len(app.complaints.papers(complaint.id)) == 1, timeout=5000)
    (receipt,) = app.complaints.papers(complaint.id)
    assert receipt.kind is PaperKind.RECEIPT
    text = PdfReader(app.config.papers / receipt.file).pages[0].extract_text()
    assert "BR01-26-0001" in text
    letter = app.papers.write("BR01-26-0001", PaperKind.LETTER, tmp_path / "letter.pdf")
    assert "Sam Sample" in PdfReader(letter).pages[0].extract_text()
    book = tmp_path / "week.xlsx"
    app.week.workbook(Period.of(app.complaints.today()), book, "en")
    register = load_workbook(book)["Register"]
    assert any("BR01-26-0001" in map(str, row) for row in register.iter_rows(values_only=True))
    assert app.check.run() == ()
