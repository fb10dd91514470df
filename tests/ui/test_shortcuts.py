"""One table of keys: no clashes, no unknown commands, menus and help made from it."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk import i18n
from desk.ui.shortcuts import (
    SHORTCUTS,
    Menu,
    Scope,
    enable,
    help_rows,
    install,
    install_in_list,
    keys_text,
    tooltip,
    without_access_key,
)
from desk.ui.widgets.text import LineField, TextField

PORTABLE = QKeySequence.SequenceFormat.PortableText
# Windows, macOS and the usual Chinese input methods keep these for themselves.
TAKEN = {"Ctrl+Space", "Ctrl+.", "Shift", "Ctrl+Shift", "Alt+Tab", "Alt+F4", "Alt+Space"}


def portable(keys: str) -> str:
    return QKeySequence.fromString(keys, PORTABLE).toString(PORTABLE)


def pressing(calls: list[str], command: str) -> Callable[[], None]:
    return lambda: calls.append(command)


def window_with(qtbot: QtBot, *fields: QWidget) -> QMainWindow:
    window = QMainWindow()
    middle = QWidget()
    column = QVBoxLayout(middle)
    for field in fields:
        column.addWidget(field)
    window.setCentralWidget(middle)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_no_two_commands_share_keys_where_both_can_act() -> None:
    everywhere = Counter(
        portable(keys)
        for row in SHORTCUTS
        if row.scope in {Scope.ANYWHERE, Scope.GUIDE}
        for keys in row.keys
    )
    assert [keys for keys, times in everywhere.items() if times > 1] == []
    for row in SHORTCUTS:
        if row.scope in {Scope.LIST, Scope.TEXT}:
            assert not {portable(keys) for keys in row.keys} & set(everywhere)


def test_every_key_is_one_qt_knows_and_is_written_the_portable_way() -> None:
    for row in SHORTCUTS:
        assert row.keys
        for keys in row.keys:
            assert portable(keys) == keys, f"{row.command}: write {portable(keys)!r}"


def test_no_key_is_taken_from_input_methods_or_the_system() -> None:
    for row in SHORTCUTS:
        for keys in row.keys:
            assert keys not in TAKEN
            assert not keys.startswith(("Ctrl+Shift+", "Ctrl+Alt+", "Meta+"))


def test_single_characters_act_only_in_lists() -> None:
    for row in SHORTCUTS:
        if any(len(keys) == 1 for keys in row.keys):
            assert row.scope is Scope.LIST


def test_commands_and_labels_are_each_given_once() -> None:
    assert max(Counter(row.command for row in SHORTCUTS).values()) == 1
    assert max(Counter(row.label for row in SHORTCUTS).values()) == 1


def test_the_keys_of_the_design_are_there() -> None:
    table = {row.command: row.keys for row in SHORTCUTS}
    assert table["new_complaint"] == ("F2",)
    assert table["find"] == ("F3", "Ctrl+F")
    assert table["continue"][0] == "Ctrl+Enter"
    assert [table[f"stage_{n}"] for n in (1, 2, 3, 4)] == [(f"Alt+{n}",) for n in (1, 2, 3, 4)]
    assert table["back"] == ("Esc",)
    assert table["shield"] == ("F9",)


@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
def test_access_keys_of_the_menus_differ(language: str) -> None:
    words = i18n.catalogue(language)
    keys = []
    for menu in Menu:
        title = words.gettext(menu.value)
        assert "&" in title
        keys.append(title[title.index("&") + 1].lower())
    assert len(set(keys)) == len(keys)


def test_an_unknown_command_is_refused(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    with pytest.raises(KeyError):
        install(window, {"no_such_command": lambda: None})
    with pytest.raises(KeyError):
        install_in_list(window, {"find": lambda: None})


def test_keys_press_their_command_and_only_it(qtbot: QtBot) -> None:
    field = QLineEdit()
    window = window_with(qtbot, field)
    calls: list[str] = []
    install(window, {c: pressing(calls, c) for c in ("find", "new_complaint", "continue")})
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F2)
    QTest.keyClick(field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_F3)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert calls == ["new_complaint", "find", "find", "continue"]


def test_installing_again_replaces_menus_and_keys(qtbot: QtBot) -> None:
    field = QLineEdit()
    window = window_with(qtbot, field)
    calls: list[str] = []
    install(window, {"park": pressing(calls, "old"), "find": pressing(calls, "find")})
    install(window, {"park": pressing(calls, "new")})
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F7)
    QTest.keyClick(field, Qt.Key.Key_F3)
    assert calls == ["new"]
    titles = [action.text() for action in window.menuBar().actions()]
    assert titles == [Menu.COMPLAINT.value, Menu.HELP.value]


def test_every_command_can_be_reached_in_the_menus(qtbot: QtBot) -> None:
    window = window_with(qtbot)
    commands = {row.command for row in SHORTCUTS}
    actions = install(window, {command: lambda: None for command in commands})
    in_menus = set()
    for entry in window.menuBar().actions():
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        in_menus |= {action.objectName() for action in menu.actions()}
    assert in_menus == commands == set(actions)


def test_f10_opens_the_menu_bar(qtbot: QtBot) -> None:
    field = QLineEdit()
    window = window_with(qtbot, field)
    install(window, {"find": lambda: None})
    opened: list[str] = []
    first = window.menuBar().actions()[0].menu()
    assert isinstance(first, QMenu)
    first.aboutToShow.connect(lambda: opened.append(first.title()))
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F10)
    assert opened == [Menu.COMPLAINT.value]
    first.close()


def test_guide_commands_can_be_switched_off_as_one(qtbot: QtBot) -> None:
    field = QLineEdit()
    window = window_with(qtbot, field)
    calls: list[str] = []
    actions = install(window, {c: pressing(calls, c) for c in ("stage_2", "find")})
    enable(actions, Scope.GUIDE, on=False)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field, Qt.Key.Key_F3)
    assert calls == ["find"]


def test_a_single_key_of_a_list_does_nothing_elsewhere(qtbot: QtBot) -> None:
    listing, field = QPushButton("list"), QLineEdit()
    window = window_with(qtbot, listing, field)
    calls: list[str] = []
    install(window, {"add_note": pressing(calls, "menu")})
    install_in_list(listing, {"add_note": pressing(calls, "key")})
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_N)
    assert (calls, field.text()) == ([], "n")
    listing.setFocus()
    QTest.keyClick(listing, Qt.Key.Key_N)
    assert calls == ["key"]


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (Qt.Key.Key_K, "palette"),
        (Qt.Key.Key_D, "theme"),
        (Qt.Key.Key_L, "language"),
        (Qt.Key.Key_P, "print"),
        (Qt.Key.Key_J, "next_unanswered"),
        (Qt.Key.Key_1, "today"),
        (Qt.Key.Key_Enter, "continue"),
    ],
)
@pytest.mark.parametrize("kind", [LineField, TextField])
def test_fields_leave_command_keys_to_the_window(
    qtbot: QtBot, kind: type[LineField | TextField], key: Qt.Key, command: str
) -> None:
    field = kind("story", "Story")
    window = window_with(qtbot, field)
    field.set_text("kettle leaks")
    calls: list[str] = []
    install(window, {command: pressing(calls, command)})
    field.setFocus()
    QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert calls == [command]
    assert field.text() == "kettle leaks"


def test_help_lists_every_command_with_its_keys() -> None:
    rows = help_rows()
    assert len(rows) == len(SHORTCUTS)
    assert all(row.menu and row.label and row.keys for row in rows)
    assert rows[0].menu == "Complaint"
    assert without_access_key("投诉(&C)") == "投诉"


def test_a_tooltip_says_what_and_by_which_key() -> None:
    assert keys_text("park") == "F7"
    assert tooltip("park") == "Park (F7)"


def test_the_two_enters_of_a_keyboard_are_listed_as_one() -> None:
    keys = {row.label: row.keys for row in help_rows()}
    assert keys["Continue"] == keys_text("continue")
    assert keys["Find"] == "F3  Ctrl+F"
