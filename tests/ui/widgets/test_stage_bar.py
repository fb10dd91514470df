"""The stage bar says how far each stage is, and opens any by key or click."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desk.ui.widgets.stage_bar import Stage, StageBar, Standing

Show = Callable[..., QWidget]
STAGES = [
    Stage("Listen", Standing.DONE),
    Stage("Empathise", Standing.NEEDS, 2),
    Stage("Investigate", Standing.NOT_STARTED),
    Stage("Resolve", Standing.NOT_STARTED),
]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


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
