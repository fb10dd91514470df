"""Draws the settings: the shop and who sits here, the rules, the look of this desk."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desk.domain.options import languages
from desk.i18n import _
from desk.ui.screen_view import ScreenView
from desk.ui.settings.fields import RULES, SHOP, SettingField
from desk.ui.settings.presenter import SettingsPresenter, SettingsScreen
from desk.ui.theme import LARGEST, SMALLEST, Mode
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import Option
from desk.ui.widgets.text import LineField, TextField


class SettingsView(ScreenView):
    """A form that saves each field when it is left."""

    def __init__(self, presenter: SettingsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("settings")
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._editors: dict[str, LineField | TextField] = {}
        self._boxes: dict[str, FieldBox] = {}
        self._language = _group("language", _("Language"), _languages())
        self._mode = _group("theme", _("Colours"), _modes())
        self._size = _group("text_size", _("Text size in points"), _sizes())
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(32)
        row.addLayout(self._column([(_("The shop, as papers show it"), SHOP)]), 1)
        right = self._column([(_("Deadlines and region"), RULES)])
        right.insertWidget(right.count() - 1, _heading(_("This desk")))
        for words, group in (
            (_("Language"), self._language), (_("Colours"), self._mode),
            (_("Text size in points"), self._size),
        ):  # fmt: skip
            right.insertWidget(right.count() - 1, FieldBox(words, group, beside=True))
        row.addLayout(right, 1)
        area.setWidget(page)
        self._connect()
        self.show_screen(presenter.screen)

    def show_screen(self, screen: SettingsScreen) -> None:
        """Draw everything; a field being typed in keeps what is typed."""
        for name, editor in self._editors.items():
            if not editor.hasFocus():
                editor.set_text(screen.texts[name])
            self._boxes[name].show_problem(screen.problems.get(name))
        self._language.set_value((screen.language,))
        self._mode.set_value((screen.mode.value,))
        self._size.set_value((str(screen.size),))

    def take_focus(self) -> None:
        """Put the keys on the first setting."""
        self._editors[SHOP[0].name].setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        return [self._editors[SHOP[0].name], self._editors[RULES[0].name], self._language]

    def hints(self) -> str:
        """Say the keys of this screen."""
        return _("Each setting is saved when you leave its field   F6 next part   Esc back")

    def _column(self, parts: Sequence[tuple[str, Sequence[SettingField]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        for title, fields in parts:
            column.addWidget(_heading(title))
            for field in fields:
                column.addWidget(self._box(field))
        column.addStretch(1)
        return column

    def _box(self, field: SettingField) -> FieldBox:
        words = _(field.label)
        editor = (
            LineField(field.name, words)
            if field.lines == 1
            else TextField(field.name, words, lines=field.lines)
        )
        self._editors[field.name] = editor
        box = FieldBox(words, editor, beside=True)
        box.show_hint(_(field.hint) if field.hint else "")
        self._boxes[field.name] = box
        return box

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_screen)
        for name, editor in self._editors.items():
            leaving = _Leaving(editor)
            leaving.left.connect(partial(self._save, name))
        self._language.chosen.connect(lambda codes: presenter.choose_language(codes[0]))
        self._mode.chosen.connect(lambda codes: presenter.choose_mode(Mode(codes[0])))
        self._size.chosen.connect(lambda codes: presenter.choose_size(int(codes[0])))

    def _save(self, name: str) -> None:
        editor = self._editors[name]
        self._presenter.change(name, editor.text())


class _Leaving(QObject):
    """Tells when a field was left."""

    left = Signal()

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor)
        editor.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "title")
    label.setContentsMargins(0, 4, 0, 2)
    return label


def _group(name: str, label: str, options: list[Option]) -> ChoiceGroup:
    return ChoiceGroup(name, label, options)


def _languages() -> list[Option]:
    return [Option(c.code, c.label, c.digit) for c in languages()]


def _modes() -> list[Option]:
    return [
        Option(Mode.LIGHT.value, _("Light")),
        Option(Mode.DARK.value, _("Dark")),
        Option(Mode.SYSTEM.value, _("As the system")),
    ]


def _sizes() -> list[Option]:
    return [Option(str(size), str(size)) for size in range(SMALLEST, LARGEST + 1)]
