"""Draws a list a supervisor edits: its lines, and beside them what the chosen one says."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk.i18n import _
from desk.ui.settings.entries import Entries, EntryField
from desk.ui.settings.page import Page, press_button, words_label
from desk.ui.settings.presenter import SettingsPresenter
from desk.ui.settings.screen import SettingsScreen
from desk.ui.widgets.announce import announce
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import Option
from desk.ui.widgets.text import LineField

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class EntriesPage(Page):
    """A list left, the chosen line right. Enter goes to its fields, Ctrl+Enter saves them."""

    def __init__(self, presenter: SettingsPresenter, entries: Entries, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._entries = entries
        self._chosen = ""
        self._is_new = False
        self._editors: dict[str, LineField | ChoiceGroup] = {}
        self._hint = words_label(entries.hint(), self, "muted")
        self._empty = words_label(entries.empty(), self, "muted")
        self._list = QListWidget(self)
        self._list.setObjectName(entries.name)
        self._list.setAccessibleName(entries.title())
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._choose)
        self._list.installEventFilter(self)
        self._problem = words_label("", self, "problem")
        save, drop = f"{_('Save')}  (Ctrl+Enter)", f"{entries.drop()}  (Delete)"
        self._save = press_button("save_line", save, self.commit, self)
        self._save.setProperty("primary", "true")
        self._new = press_button("new_line", entries.add(), self._begin, self)
        self._drop = press_button("drop_line", drop, self._take_away, self)
        self._drop.setVisible(bool(entries.drop()))
        self._lay_out()
        self._fill()

    def show_screen(self, screen: SettingsScreen) -> None:
        """Read the list again; what is being changed keeps what is typed."""
        del screen
        self._fill()

    def take_focus(self) -> None:
        """Put the keys on the list, or on the button that begins one."""
        at = self._list if self._list.count() else self._new
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    def order(self) -> list[QWidget]:
        """Give the list, the fields, the buttons."""
        return [self._list, *self._editors.values(), self._new, self._drop, self._save]

    def go_to(self, name: str) -> None:
        """Put the keys on a field of the chosen line."""
        self._editors.get(name, self._list).setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Save the line, and say what is wrong with it where it cannot be."""
        if not self._editors:
            self._take_away()
            return
        known = {line.id for line in self._entries.lines()}
        line_id = "" if self._is_new else self._chosen
        self._tell(self._presenter.save_line(self._entries, line_id, self._values()))
        if self._problem.isVisible():
            return
        if self._is_new:
            self._is_new = False
            added = [line.id for line in self._entries.lines() if line.id not in known]
            self._chosen = added[0] if added else self._chosen
        self._fill(anew=True)
        self.take_focus()

    def step_back(self) -> bool:
        """Put back what a line says; False when nothing is being changed."""
        if not self._is_new and self._values() == self._held():
            return False
        self._is_new = False
        self._tell("")
        self._fill(anew=True)
        self.take_focus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the fields by Enter, take the line out by Delete."""
        is_press = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is not self._list or not is_press:
            return False
        key = event.key() if isinstance(event, QKeyEvent) and not event.modifiers() else 0
        if key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_Delete:
            self._take_away()
        else:
            return False
        return True

    def _enter(self) -> None:
        if self._editors:
            next(iter(self._editors.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._take_away()

    def _begin(self) -> None:
        self._is_new = True
        self._tell("")
        self._show(self._entries.values(""))
        self._enter()

    def _take_away(self) -> None:
        if self._chosen and self._entries.drop():
            self._is_new = False
            self._tell(self._presenter.drop_line(self._entries, self._chosen))
            self._fill(anew=True)
            self.take_focus()

    def _choose(self, item: QListWidgetItem | None) -> None:
        chosen = str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""
        if chosen != self._chosen:
            self._chosen = chosen
            self._is_new = False
            self._tell("")
            self._show(self._held())

    def _fill(self, *, anew: bool = False) -> None:
        """Read the list; `anew` also shows again what the chosen line says."""
        lines = self._entries.lines()
        is_kept = not anew and self._values() != self._held()
        chosen = self._chosen
        self._list.blockSignals(True)
        self._list.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.before}\n{line.words}" if line.before else line.words)
            item.setData(Qt.ItemDataRole.UserRole, line.id)
            self._list.addItem(item)
        ids = [line.id for line in lines]
        row = ids.index(chosen) if chosen in ids else 0
        self._list.setCurrentRow(row if lines else -1)
        self._list.blockSignals(False)
        self._chosen = ids[row] if lines else ""
        self._list.setVisible(bool(lines))
        self._empty.setVisible(not lines)
        self._drop.setEnabled(bool(lines))
        if not self._is_new and not is_kept:
            self._show(self._held())

    def _held(self) -> dict[str, str]:
        values = self._entries.values(self._chosen) if self._chosen or self._is_new else {}
        return {name: values.get(name, "") for name in self._editors}

    def _values(self) -> dict[str, str]:
        return {
            name: "".join(e.value) if isinstance(e, ChoiceGroup) else e.text()
            for name, e in self._editors.items()
        }

    def _show(self, values: object) -> None:
        said = dict(values) if isinstance(values, dict) else {}
        for name, editor in self._editors.items():
            if isinstance(editor, ChoiceGroup):
                editor.set_value((said.get(name, ""),))
            else:
                editor.set_text(said.get(name, ""))

    def _tell(self, problem: str) -> None:
        self._problem.setText(f"! {problem}" if problem else "")
        self._problem.setVisible(bool(problem))
        if problem:
            announce(self, problem, at_once=True)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        for field in self._entries.fields():
            right.addWidget(self._box(field))
        right.addWidget(self._problem)
        buttons = QHBoxLayout()
        for button in (self._new, self._drop):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._save)
        right.addLayout(buttons)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self._hint)
        left.addWidget(self._empty)
        left.addWidget(self._list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addLayout(left, 3)
        row.addLayout(right, 2)
        self._new.setVisible(bool(self._entries.add()))
        self._save.setVisible(bool(self._editors))
        self._hint.setVisible(bool(self._entries.hint()))

    def _box(self, field: EntryField) -> FieldBox:
        if field.choices:
            options = [Option(code, words) for code, words in field.choices]
            self._editors[field.name] = ChoiceGroup(field.name, field.label, options)
        else:
            self._editors[field.name] = LineField(field.name, field.label)
        box = FieldBox(field.label, self._editors[field.name])
        box.show_hint(field.hint)
        return box
