"""The settings on a screen, and keys for them."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.services.app import App
from desk.ui.settings.groups import GROUPS, Found
from desk.ui.settings.presenter import SettingsPresenter
from desk.ui.settings.view import SettingsView
from tests.ui.settings.test_presenter import Changed


def opened(app: App, qtbot: QtBot, presenter: SettingsPresenter | None = None) -> SettingsView:
    view = SettingsView(presenter or Changed(app).presenter)
    qtbot.addWidget(view)
    view.resize(1180, 640)
    view.show()
    qtbot.waitUntil(view.isActiveWindow)
    view.take_focus()
    return view


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(*wanted: Qt.Key) -> None:
    for key in wanted:
        QTest.keyClick(focused(), key)


def typed(words: str) -> None:
    box = QApplication.focusWidget()
    assert isinstance(box, QLineEdit)
    box.selectAll()
    if words.isascii():
        QTest.keyClicks(box, words)
    else:
        box.insert(words)  # as an input method does; keys have no Chinese


def page_of(view: SettingsView, name: str) -> QWidget:
    """Open a page by its name."""
    for place, group in enumerate(GROUPS):
        for number, part in enumerate(group.parts):
            if part.name == name:
                view.open_part(Found(place, number, "", ""))
    found = view.findChild(QWidget, f"page_{name}")
    assert found is not None
    return found


def line(view: SettingsView, name: str) -> QLineEdit:
    found = view.findChild(QLineEdit, name)
    assert found is not None
    return found


def words_of(page: QWidget) -> str:
    return "\n".join(q.text() for q in page.findChildren(QLabel) if q.isVisible())
