"""The guide in a real window: keys, input methods, what fits, what a screen reader is told."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.domain.draft import ParkReason
from desk.domain.guide import Step
from desk.services.app import App
from desk.ui.guide.presenter import GuidePresenter
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from desk.ui.start import open_window, shut
from desk.ui.theme import Mode
from desk.ui.widgets.text import LEAST_LINE, LineField
from tests.make import WHOLE


@pytest.fixture
def window(app: App, qtbot: QtBot) -> Iterator[Shell]:
    app.settings.change(shop="City Store", handler="Lin")
    window = open_window(app)
    window.resize(1366, 728)
    window.show()
    qtbot.waitUntil(window.isActiveWindow)
    window.new_complaint()
    yield window
    shut(window)


def presenter(window: Shell) -> GuidePresenter:
    guide = window.stage.presenter("guide")
    assert isinstance(guide, GuidePresenter)
    return guide


def compose(text: str = "", *, commit: str = "") -> None:
    event = QInputMethodEvent(text, [])
    event.setCommitString(commit)
    target = QApplication.focusWidget()
    assert target is not None
    QCoreApplication.sendEvent(target, event)
    QCoreApplication.processEvents()


def test_while_an_input_method_composes_no_key_goes_on_and_nothing_is_saved_half(
    app: App, window: Shell, qtbot: QtBot
) -> None:
    hand = Hand(window)
    assert hand.focused() == "story"
    compose("ni'hao")
    hand.commit()
    hand.press(Qt.Key.Key_F2)
    qtbot.wait(400)
    assert app.drafts.all() == []
    guide = window.findChild(QWidget, "error_summary")
    assert guide is not None
    assert not guide.isVisible()
    compose(commit="你好")
    qtbot.waitUntil(lambda: bool(app.drafts.all()), timeout=1000)
    assert app.drafts.all()[0].answers == {"story": "你好"}
    hand.commit()
    assert guide.isVisible()


def test_the_list_of_problems_takes_the_focus_and_a_digit_jumps_to_the_field(
    window: Shell,
) -> None:
    hand = Hand(window)
    hand.commit()
    assert hand.focused() == "error_summary"
    hand.type("2")
    assert hand.focused() == "category"


def test_alt_and_a_digit_opens_any_step_at_any_time(window: Shell) -> None:
    hand = Hand(window)
    hand.press(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert hand.focused() == "offer"
    hand.press(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert hand.focused() == "story"


@pytest.mark.parametrize(
    ("digit", "key", "kept"),
    [
        ("", Qt.Key.Key_F7, (None,)),
        ("", Qt.Key.Key_Return, (None,)),
        ("3", Qt.Key.Key_F7, (ParkReason.QUEUE,)),
        ("6", Qt.Key.Key_Return, ()),
    ],
)
def test_f7_asks_why_by_one_digit_and_f7_or_enter_alone_is_enough(
    app: App,
    window: Shell,
    qtbot: QtBot,
    digit: str,
    key: Qt.Key,
    kept: tuple[ParkReason | None, ...],
) -> None:
    hand = Hand(window)
    hand.type("The kettle leaks")
    hand.wait(500)
    hand.press(Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: hand.focused() == "parked_for")
    hand.type(digit)
    hand.press(key)
    assert window.stage.current == "today"
    assert tuple(draft.parked_for for draft in app.drafts.all()) == kept
    assert app.complaints.whole("BR01-26-0001").complaint.story == "The kettle leaks"


def test_changing_the_language_in_the_middle_loses_nothing(app: App, window: Shell) -> None:
    hand = Hand(window)
    hand.type("The kettle leaks")
    hand.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert i18n.language() == "zh_CN"
    assert hand.focused() == "story"
    hand.type(" at the base")
    presenter(window).park()
    (draft,) = app.drafts.all()
    assert draft.answers["story"] == "The kettle leaks at the base"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("mode", [Mode.LIGHT, Mode.DARK])
@pytest.mark.parametrize("size", [10, 14])
def test_every_step_fits_and_every_input_is_named(
    window: Shell, qtbot: QtBot, language: str, mode: Mode, size: int
) -> None:
    window.parts.look.choose(mode=mode, size=size)
    if language != i18n.language():
        window.change_language(language)
    guide = presenter(window)
    for name, raw in WHOLE.items():
        guide.edit(name, raw)
    qtbot.waitUntil(lambda: guide.title() == "BR01-26-0001")
    for step in Step:
        guide.go_to(step)
        qtbot.wait(20)
        view = window.stage.view()
        form = view.findChild(QScrollArea, "form")
        assert form is not None
        assert form.horizontalScrollBar().maximum() == 0
        if size == 10:
            assert form.verticalScrollBar().maximum() == 0, step
        assert [w.objectName() for w in inputs(view) if not spoken_name(w)] == []
        digit = view.fontMetrics().horizontalAdvance("0")
        assert [f for f in view.findChildren(LineField) if f.width() < LEAST_LINE * digit] == []
        least = window.minimumSizeHint()
        assert least.width() <= (1024 if size == 10 else 1366)
        assert least.height() <= 560
        assert [label.text() for label in view.findChildren(QLabel) if is_cut(label)] == []


@pytest.mark.parametrize("size", [10, 14])
def test_the_last_page_with_long_answers_is_cut_nowhere_and_the_window_stays_as_large(
    window: Shell, qtbot: QtBot, size: int
) -> None:
    window.parts.look.choose(size=size)
    guide = presenter(window)
    long = "We could confirm part of what you told us, and for the rest there is no record. " * 2
    for name, raw in WHOLE.items():
        guide.edit(name, raw)
    guide.edit("found", long)
    guide.edit("offered", long)
    guide.edit("done", ("by_date",))
    guide.go_to(4)
    qtbot.wait(20)
    guide.commit()
    qtbot.wait(20)
    view = window.stage.view()
    recap = view.findChild(QScrollArea, "recap")
    assert recap is not None
    assert recap.isVisible()
    qtbot.waitUntil(lambda: not [w for w in recap.findChildren(QLabel) if is_cut(w)])
    assert recap.horizontalScrollBar().maximum() == 0
    assert window.minimumSizeHint().height() <= 560


def inputs(view: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in view.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def spoken_name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def is_cut(label: QLabel) -> bool:
    if not label.isVisible() or not label.text():
        return False
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    return label.height() < needed or (
        not label.wordWrap() and label.width() < label.sizeHint().width()
    )
