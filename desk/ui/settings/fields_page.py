"""Settings of one value each, saved when their field is left; and the look of this desk."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.domain.options import languages
from desk.i18n import _
from desk.ui.settings.fields import SettingField
from desk.ui.settings.page import Page
from desk.ui.settings.presenter import SettingsPresenter
from desk.ui.settings.screen import SettingsScreen
from desk.ui.theme import LARGEST, SMALLEST, Mode
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import Option
from desk.ui.widgets.text import LineField


class FieldsPage(Page):
    """A form that saves each field when it is left."""

    def __init__(
        self, presenter: SettingsPresenter, fields: Sequence[SettingField], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._editors: dict[str, LineField | ChoiceGroup] = {}
        self._boxes: dict[str, FieldBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for field in fields:
            column.addWidget(self._box(field))
        column.addStretch(1)

    def show_screen(self, screen: SettingsScreen) -> None:
        """Draw everything; a field being typed in keeps what is typed."""
        for name, editor in self._editors.items():
            if isinstance(editor, ChoiceGroup):
                editor.set_value(tuple(screen.texts[name]))
            elif not editor.hasFocus():
                editor.set_text(screen.texts[name])
            self._boxes[name].show_problem(screen.problems.get(name))

    def take_focus(self) -> None:
        """Put the keys on the first field."""
        self.go_to(next(iter(self._editors)))

    def go_to(self, name: str) -> None:
        """Put the keys on a field."""
        self._editors[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Save the field that is being typed in."""
        for name, editor in self._editors.items():
            if editor.hasFocus() and isinstance(editor, LineField):
                self._presenter.change(name, editor.text())

    def _box(self, field: SettingField) -> FieldBox:
        words = _(field.label)
        if field.choices:
            options = [Option(code, _(label)) for code, label in field.choices]
            group = ChoiceGroup(field.name, words, options, most=len(options))
            save = partial(self._presenter.change, field.name)
            group.chosen.connect(lambda codes: save("".join(codes)))
            self._editors[field.name] = group
        else:
            line = LineField(field.name, words)
            self._editors[field.name] = line
            leaving = _Leaving(line)
            leaving.left.connect(lambda: self._presenter.change(field.name, line.text()))
        box = FieldBox(words, self._editors[field.name], beside=True)
        box.show_hint(_(field.hint) if field.hint else "")
        self._boxes[field.name] = box
        return box


class LookPage(Page):
    """How this desk looks: language, colours, text size."""

    def __init__(self, presenter: SettingsPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = ChoiceGroup("language", _("Language"), _languages())
        self._mode = ChoiceGroup("theme", _("Colours"), _modes())
        self._size = ChoiceGroup("text_size", _("Text size in points"), _sizes())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for words, group in (
            (_("Language"), self._language), (_("Colours"), self._mode),
            (_("Text size in points"), self._size),
        ):  # fmt: skip
            column.addWidget(FieldBox(words, group, beside=True))
        column.addStretch(1)
        self._language.chosen.connect(lambda codes: presenter.choose_language(codes[0]))
        self._mode.chosen.connect(lambda codes: presenter.choose_mode(Mode(codes[0])))
        self._size.chosen.connect(lambda codes: presenter.choose_size(int(codes[0])))

    def show_screen(self, screen: SettingsScreen) -> None:
        """Draw how the desk looks now."""
        self._language.set_value((screen.language,))
        self._mode.set_value((screen.mode.value,))
        self._size.set_value((str(screen.size),))

    def take_focus(self) -> None:
        """Put the keys on the language."""
        self._language.setFocus(Qt.FocusReason.OtherFocusReason)


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
