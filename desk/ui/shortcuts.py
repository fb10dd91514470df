"""The one table of commands and keys: menus, tooltips and the F1 page are all made from it."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from desk.i18n import N_, _


class Scope(StrEnum):
    """Where keys act. Keys of `LIST` and `TEXT` act only inside the widget that has the focus."""

    ANYWHERE = "anywhere"
    GUIDE = "guide"
    LIST = "list"
    TEXT = "text"


class Menu(StrEnum):
    """The menus of the menu bar, in order; the value is the title to translate."""

    COMPLAINT = N_("&Complaint")
    GUIDE = N_("G&uide")
    GO = N_("&Go")
    VIEW = N_("&View")
    HELP = N_("&Help")


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A command, its keys (portable text, the first is the one shown), its label and its menu."""

    command: str
    keys: tuple[str, ...]
    label: str
    menu: Menu
    scope: Scope = Scope.ANYWHERE


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A line of the F1 page, translated: where the command is, what it does, its keys."""

    menu: str
    label: str
    keys: str


SHORTCUTS: tuple[Shortcut, ...] = (
    Shortcut("new_complaint", ("F2",), N_("New complaint"), Menu.COMPLAINT),
    Shortcut("find", ("F3", "Ctrl+F"), N_("Find"), Menu.COMPLAINT),
    Shortcut("park", ("F7",), N_("Park"), Menu.COMPLAINT),
    Shortcut("print", ("Ctrl+P",), N_("Print the paper"), Menu.COMPLAINT),
    Shortcut("add_note", ("N",), N_("Add a note"), Menu.COMPLAINT, Scope.LIST),
    Shortcut("reopen", ("O",), N_("Open again"), Menu.COMPLAINT, Scope.LIST),
    Shortcut("copy", ("Ctrl+C",), N_("Copy the chosen lines"), Menu.COMPLAINT, Scope.LIST),
    Shortcut("show_contact", ("S",), N_("Show the contact in full"), Menu.COMPLAINT, Scope.LIST),
    Shortcut("change_customer", ("C",), N_("Change the customer"), Menu.COMPLAINT, Scope.LIST),
    Shortcut("merge_customers", ("M",), N_("Merge two customers"), Menu.COMPLAINT, Scope.LIST),
    Shortcut("unmerge_customers", ("U",), N_("Take a merge back"), Menu.COMPLAINT, Scope.LIST),
    Shortcut("keep_customer", ("L",), N_("Make a customer record"), Menu.COMPLAINT, Scope.LIST),
    Shortcut("promise_kept", ("K",), N_("The promise is kept"), Menu.COMPLAINT, Scope.LIST),
    Shortcut("promise_moved", ("M",), N_("Move the promise"), Menu.COMPLAINT, Scope.LIST),
    Shortcut(
        "promise_broken", ("B",), N_("The promise cannot be kept"), Menu.COMPLAINT, Scope.LIST
    ),
    Shortcut("quit", ("Ctrl+Q",), N_("Quit"), Menu.COMPLAINT),
    Shortcut("continue", ("Ctrl+Enter", "Ctrl+Return"), N_("Continue"), Menu.GUIDE),
    Shortcut("stage_1", ("Alt+1",), N_("1 Listen"), Menu.GUIDE, Scope.GUIDE),
    Shortcut("stage_2", ("Alt+2",), N_("2 Empathise"), Menu.GUIDE, Scope.GUIDE),
    Shortcut("stage_3", ("Alt+3",), N_("3 Investigate"), Menu.GUIDE, Scope.GUIDE),
    Shortcut("stage_4", ("Alt+4",), N_("4 Resolve"), Menu.GUIDE, Scope.GUIDE),
    Shortcut(
        "next_unanswered", ("Ctrl+J",), N_("Next unanswered question"), Menu.GUIDE, Scope.GUIDE
    ),
    Shortcut("other_path", ("Ctrl+E",), N_("Another path"), Menu.GUIDE),
    Shortcut("write_down", ("Ctrl+G",), N_("Write down"), Menu.GUIDE),
    Shortcut("promise", ("Ctrl+T",), N_("Promise or follow-up"), Menu.GUIDE),
    Shortcut("add_file", ("Ctrl+O",), N_("Photo or file"), Menu.GUIDE),
    Shortcut("paste", ("Ctrl+V",), N_("Paste a picture or file"), Menu.GUIDE),
    Shortcut("phrases", ("F4",), N_("Phrases"), Menu.GUIDE, Scope.GUIDE),
    Shortcut("stamp", ("Ctrl+N",), N_("Insert date and time"), Menu.GUIDE, Scope.TEXT),
    Shortcut("today", ("Ctrl+1",), N_("Today"), Menu.GO),
    Shortcut("complaints", ("Ctrl+2",), N_("Complaints"), Menu.GO),
    Shortcut("customers", ("Ctrl+3",), N_("Customers"), Menu.GO),
    Shortcut("follow_ups", ("Ctrl+4",), N_("Follow-ups"), Menu.GO),
    Shortcut("reports", ("Ctrl+5",), N_("Reports"), Menu.GO),
    Shortcut("settings", ("Ctrl+7",), N_("Settings"), Menu.GO),
    Shortcut("people", ("Ctrl+8",), N_("People"), Menu.GO),
    Shortcut("undo", ("Ctrl+Z",), N_("Take the last action back"), Menu.COMPLAINT),
    Shortcut("redo", ("Ctrl+Y",), N_("Do it again"), Menu.COMPLAINT),
    Shortcut("back", ("Esc",), N_("Back"), Menu.GO),
    Shortcut("next_pane", ("F6",), N_("Next pane"), Menu.GO),
    Shortcut("previous_pane", ("Shift+F6",), N_("Previous pane"), Menu.GO),
    Shortcut("customer_view", ("F8",), N_("Customer view"), Menu.GUIDE, Scope.GUIDE),
    Shortcut("peek", ("Alt+0",), N_("Peek while held"), Menu.GUIDE, Scope.GUIDE),
    Shortcut("shield", ("F9",), N_("Hide everything"), Menu.VIEW),
    Shortcut("switch", ("F12",), N_("Switch handler or lock"), Menu.VIEW),
    Shortcut("theme", ("Ctrl+D",), N_("Light, dark or system"), Menu.VIEW),
    Shortcut("language", ("Ctrl+L",), N_("English / 中文"), Menu.VIEW),
    Shortcut("larger", ("Ctrl+=", "Ctrl++"), N_("Larger text"), Menu.VIEW),
    Shortcut("smaller", ("Ctrl+-",), N_("Smaller text"), Menu.VIEW),
    Shortcut("help", ("F1",), N_("Help and all keys"), Menu.HELP),
    Shortcut("palette", ("Ctrl+K",), N_("All commands"), Menu.HELP),
    Shortcut("menu", ("F10",), N_("Menu bar"), Menu.HELP),
)

_BY_COMMAND = {shortcut.command: shortcut for shortcut in SHORTCUTS}
_OF_WIDGETS = {Scope.LIST, Scope.TEXT}
_PORTABLE = QKeySequence.SequenceFormat.PortableText
_NATIVE = QKeySequence.SequenceFormat.NativeText


def install(
    window: QMainWindow, commands: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Give a window its keys and menus: one action for each command in `commands`.

    Call it again after a change of language or of commands; what it made before is replaced.
    Raises KeyError for a command the table does not know.
    """
    for command in commands:
        _BY_COMMAND[command]
    _remove_old(window)
    known = {"menu": lambda: _open_menu(window), **commands}
    actions: dict[str, QAction] = {}
    for menu in Menu:
        rows = [row for row in SHORTCUTS if row.menu is menu and row.command in known]
        if not rows:
            continue
        titled = window.menuBar().addMenu(_(menu.value))
        for row in rows:
            action = _action(row, window)
            action.triggered.connect(_press(known[row.command]))
            if row.scope not in _OF_WIDGETS:
                window.addAction(action)
            titled.addAction(action)
            actions[row.command] = action
    return actions


def install_in_list(
    widget: QWidget, commands: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """Give a list its own single keys; they act only while the list itself has the focus.

    Raises KeyError for a command that is not one of a list.
    """
    rows = {row.command: row for row in SHORTCUTS if row.scope is Scope.LIST}
    actions = {}
    for command, press in commands.items():
        action = QAction(_(rows[command].label), widget)
        action.setShortcuts(_sequences(rows[command]))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(_press(press))
        widget.addAction(action)
        actions[command] = action
    return actions


def enable(actions: Mapping[str, QAction], scope: Scope, on: bool) -> None:
    """Switch all commands of one scope on or off, as when the guide is entered or left."""
    for command, action in actions.items():
        if _BY_COMMAND[command].scope is scope:
            action.setEnabled(on)


def keys_text(command: str) -> str:
    """Write the first keys of a command as this system writes them. KeyError when unknown."""
    return _sequences(_BY_COMMAND[command])[0].toString(_NATIVE)


def tooltip(command: str) -> str:
    """Say what a command does and by which keys: ``Park (F7)``. KeyError when unknown."""
    return f"{_(_BY_COMMAND[command].label)} ({keys_text(command)})"


def help_rows(shortcuts: Iterable[Shortcut] = SHORTCUTS) -> tuple[HelpRow, ...]:
    """Write the table for the F1 page in the language of the screen."""
    return tuple(
        HelpRow(
            without_access_key(_(row.menu.value)),
            _(row.label),
            "  ".join(_told_apart(row)),
        )
        for row in shortcuts
    )


def _told_apart(row: Shortcut) -> list[str]:
    """Write a command's keys; the two Enters of a keyboard are one to whoever reads."""
    keys = dict.fromkeys(each.replace("Return", "Enter") for each in row.keys)
    return [QKeySequence.fromString(each, _PORTABLE).toString(_NATIVE) for each in keys]


def without_access_key(title: str) -> str:
    """Write a menu's title as words: ``&Go`` is Go, ``前往(&G)`` is 前往."""
    return re.sub(r"\(&\w\)|&", "", title)


def _action(row: Shortcut, window: QMainWindow) -> QAction:
    action = QAction(_(row.label), window)
    action.setObjectName(row.command)
    if row.scope in _OF_WIDGETS:
        # Shown in the menu, but only the focused widget may take these keys.
        keys = _sequences(row)[0].toString(_NATIVE)
        action.setText(f"{action.text()}\t{keys}")
    else:
        action.setShortcuts(_sequences(row))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.setToolTip(tooltip(row.command))
    return action


def _sequences(row: Shortcut) -> list[QKeySequence]:
    return [QKeySequence.fromString(keys, _PORTABLE) for keys in row.keys]


def _press(command: Callable[[], object]) -> Callable[[], None]:
    """Drop the `checked` that Qt would hand to the command."""

    def pressed() -> None:
        command()

    return pressed


def _remove_old(window: QMainWindow) -> None:
    for action in window.actions():
        if action.objectName() in _BY_COMMAND:
            window.removeAction(action)
            action.deleteLater()
    for entry in window.menuBar().actions():
        menu = entry.menu()
        if menu is not None:
            menu.deleteLater()
    window.menuBar().clear()


def _open_menu(window: QMainWindow) -> None:
    first = next(iter(window.menuBar().actions()), None)
    if first is not None:
        window.menuBar().setActiveAction(first)
