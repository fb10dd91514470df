"""For tests of single parts: a window in front that holds them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.ui import theme


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> Iterator[None]:
    """No part is made without one; what Python put on the clipboard does not outlive Python."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., QWidget]]:
    """Put parts into a window one below the other, and bring it to the front."""
    kept = []  # qtbot closes windows but does not keep them alive
    theme.apply(qapp, theme.Mode.LIGHT, theme.USUAL)

    def put(*parts: QWidget, width: int = 800, height: int = 600) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        for part in parts:
            column.addWidget(part)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield put
    kept.clear()
