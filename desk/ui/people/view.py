"""Draws the people: the list at the left, who is in front at the right."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desk.i18n import _
from desk.ui.people.presenter import PeoplePresenter
from desk.ui.people.screen import ENTERED, OWN, PINS, PeopleScreen, roles
from desk.ui.screen_view import ScreenView
from desk.ui.shortcuts import keys_text
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.text import LineField

LINE = 30
"""Pixels of a line: large enough to be hit by a finger (WCAG 2.5.8)."""


class PeopleView(ScreenView):
    """A list and a form; nothing typed as a PIN is ever shown."""

    def __init__(self, presenter: PeoplePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("people")
        self._list = QListWidget(self)
        self._list.setObjectName("people_list")
        self._list.setAccessibleName(_("People"))
        self._new = _button("new_person", _("Somebody new"), self)
        self._title = QLabel(self)
        self._title.setProperty("role", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._note = _words(self)
        self._open = _words(self)
        self._role = ChoiceGroup("role", _("Role"), roles())
        self._role_box = FieldBox(_("Role"), self._role, beside=True)
        self._taker = ChoiceGroup("taker", _("Hand all of them over to"), ())
        self._taker_box = FieldBox(_("Hand all of them over to"), self._taker, beside=True)
        self._hand_over = _button("hand_over", _("Hand over"), self)
        self._left = _button("left", _("No longer works here"), self)
        self._back = _button("came_back", _("Is back"), self)
        save = f"{_('Save')}  ({keys_text('continue')})"
        self._save = _button("save_person", save, self)
        self._save.setProperty("primary", "true")
        self._editors = {name: self._editor(name) for name in dict.fromkeys((*OWN, *ENTERED))}
        self._boxes = {
            name: FieldBox(_label(name), editor, beside=True, optional=name.startswith("limit"))
            for name, editor in self._editors.items()
        }
        for name in ("limit_complaint", "limit_month"):
            self._boxes[name].show_hint(_("Empty: the limit of the role"))
        self._build()
        self._connect()
        self.show_screen(presenter.screen)

    def show_screen(self, screen: PeopleScreen) -> None:
        """Draw everything; may be called any number of times."""
        with QSignalBlocker(self._list):
            self._list.clear()
            for line in screen.lines:
                QListWidgetItem(line, self._list).setSizeHint(QSize(0, LINE))
            self._list.setCurrentRow(screen.chosen)
        self._new.setVisible(screen.manages)
        self._title.setText(screen.title)
        self._note.setText(screen.note)
        for name, box in self._boxes.items():
            box.setVisible(name in screen.fields)
            if name in screen.fields:
                self._editors[name].set_text(screen.texts[name])
                box.show_problem(screen.problems.get(name))
        self._role_box.setVisible(screen.manages)
        self._role.set_value((screen.role,))
        self._open.setText(screen.open_words)
        self._taker.set_options(screen.takers, _("Hand all of them over to"))
        for part in (self._taker_box, self._hand_over):
            part.setVisible(bool(screen.takers))
        self._left.setVisible(screen.manages and screen.is_entered and not screen.left)
        self._back.setVisible(screen.manages and screen.left)
        self._save.setEnabled(not screen.looking)

    def take_focus(self) -> None:
        """Put the keys on the name of somebody new, else on the list."""
        if self._presenter.screen.chosen < 0 and self._presenter.screen.manages:
            self._editors["name"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        first = self._presenter.screen.fields[0]
        return [self._list, self._editors[first], self._save]

    def hints(self) -> str:
        """Say the keys of this screen."""
        keys = keys_text("continue")
        return _("{keys} save   F6 next part   F12 switch   Esc back").format(keys=keys)

    def commit(self) -> None:
        """Save who is in front."""
        self._presenter.save()

    def _editor(self, name: str) -> LineField:
        editor = LineField(name, _label(name))
        if name in PINS:
            editor.setEchoMode(QLineEdit.EchoMode.Password)
            editor.setMaxLength(80)
        return editor

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_screen)
        self._list.currentRowChanged.connect(presenter.choose)
        self._new.clicked.connect(self._begin)
        for name, editor in self._editors.items():
            editor.edited.connect(partial(presenter.edit, name))
        self._role.chosen.connect(lambda codes: presenter.edit("role", codes[0] if codes else ""))
        self._save.clicked.connect(presenter.save)
        self._left.clicked.connect(lambda: presenter.gone(left=True))
        self._back.clicked.connect(lambda: presenter.gone(left=False))
        self._hand_over.clicked.connect(self._give)

    def _begin(self) -> None:
        self._presenter.new()
        self.take_focus()

    def _give(self) -> None:
        if self._taker.value:
            self._presenter.hand_over(self._taker.value[0])
        else:
            self._taker_box.show_problem(_("Choose who takes them over."))

    def _build(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._list, 1)
        left.addWidget(self._new)
        page = QWidget()
        form = QVBoxLayout(page)
        form.setContentsMargins(8, 0, 8, 0)
        form.setSpacing(8)
        parts = [self._title, self._note, self._boxes["old_pin"], self._boxes["name"]]
        parts += [self._role_box, self._boxes["limit_complaint"], self._boxes["limit_month"]]
        parts += [self._boxes["pin"], self._boxes["pin_again"]]
        for part in parts:
            form.addWidget(part)
        form.addWidget(self._save, 0, Qt.AlignmentFlag.AlignRight)
        form.addSpacing(12)
        for part in (self._open, self._taker_box):
            form.addWidget(part)
        row = QHBoxLayout()
        for button in (self._hand_over, self._left, self._back):
            row.addWidget(button)
        row.addStretch(1)
        form.addLayout(row)
        form.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(16, 12, 16, 12)
        whole.setSpacing(24)
        whole.addLayout(left, 2)
        whole.addWidget(area, 3)


def _label(name: str) -> str:
    return {
        "name": _("Name"),
        "limit_complaint": _("Limit for one complaint"),
        "limit_month": _("Limit for a month"),
        "old_pin": _("PIN until now"),
        "pin": _("New PIN"),
        "pin_again": _("The same PIN again"),
    }[name]


def _button(name: str, words: str, parent: QWidget) -> QPushButton:
    button = QPushButton(words, parent)
    button.setObjectName(name)
    button.setAutoDefault(True)
    return button


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "muted")
    return label
