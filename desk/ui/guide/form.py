"""The form of one step: its questions in rows, shown from values, telling what was answered."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.domain.questions import Form
from desk.ui.guide.field_screen import FieldScreen
from desk.ui.guide.fields import PAPER, PHONE
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.masked import PhoneField
from desk.ui.widgets.option import Option
from desk.ui.widgets.text import LineField, TextField

Editor = ChoiceGroup | LineField | TextField
STORY_LINES = 3


class StepForm(QScrollArea):
    """Builds the boxes of a step once, then shows values in them as often as they change."""

    answered = Signal(str, object)
    """A field's name and its raw answer, when staff changed it."""
    stood = Signal(str, int)
    """The field that has the focus now, and the cursor's place in it."""

    def __init__(self, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        """Make an empty form; `stacked` puts every label above its answer, for narrow places."""
        super().__init__(parent)
        self._stacked = stacked
        self.setObjectName("form")
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._boxes: dict[str, FieldBox] = {}
        self._editors: dict[str, Editor] = {}
        self._options: dict[str, object] = {}
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._last = ""

    def show_rows(self, rows: tuple[tuple[FieldScreen, ...], ...]) -> None:
        """Show a step's questions; other questions than before are built anew."""
        names = tuple(tuple(field.name for field in row) for row in rows)
        if names != self._rows:
            self._rows = names
            self._build(rows)
        for row in rows:
            for field in row:
                self._show(field)

    def editors(self) -> list[Editor]:
        """Give the places to answer in, in reading order."""
        return [self._editors[name] for row in self._rows for name in row]

    def focus_field(self, name: str, cursor: int) -> None:
        """Put the focus into a field; into the first one for an unknown name."""
        shown = [n for row in self._rows for n in row if not self._boxes[n].isHidden()]
        editor = self._editors[name if name in shown else shown[0]]
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, LineField):
            editor.setCursorPosition(cursor or len(editor.text()))
        elif isinstance(editor, TextField):
            place = editor.textCursor()
            place.setPosition(min(cursor or len(editor.text()), len(editor.text())))
            editor.setTextCursor(place)
        self.ensureWidgetVisible(self._boxes[editor.objectName()])

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Hand the focus to the field that had it last."""
        del reason
        self.focus_field(self._last, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice which field has the focus, and bring all of it into sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            name = watched.objectName()
            if name in self._boxes:
                self._last = name
                self.ensureWidgetVisible(self._boxes[name], 0, 8)
                self.stood.emit(name, _cursor(self._editors[name]))
        return super().eventFilter(watched, event)

    def _build(self, rows: tuple[tuple[FieldScreen, ...], ...]) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        self._boxes.clear()
        self._editors.clear()
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(12)
            for field in row:
                line.addWidget(self._box(field), 1)
            column.addLayout(line)
        column.addStretch(1)
        self.setWidget(page)
        self._keep_width()

    def changeEvent(self, event: QEvent) -> None:
        """Take the room larger letters need from the coach, never from the answers."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._keep_width()

    def _keep_width(self) -> None:
        if (page := self.widget()) is not None:
            bar = self.verticalScrollBar().sizeHint().width()
            self.setMinimumWidth(page.minimumSizeHint().width() + bar)

    def _box(self, field: FieldScreen) -> FieldBox:
        editor = self._editor(field)
        editor.installEventFilter(self)
        box = FieldBox(
            field.label,
            editor,
            optional=field.optional,
            for_closing=field.for_closing,
            beside=not self._stacked and field.form is not Form.STORY and field.name != PAPER,
        )
        self._boxes[field.name] = box
        self._editors[field.name] = editor
        return box

    def _editor(self, field: FieldScreen) -> Editor:
        name = field.name
        editor: Editor
        match field.form:
            case Form.STORY:
                editor = TextField(name, field.label, lines=STORY_LINES)
                editor.edited.connect(lambda text: self._tell(name, text))
            case Form.PIN:
                editor = LineField(name, field.label)
                editor.setEchoMode(LineField.EchoMode.Password)
                editor.edited.connect(lambda text: self._tell(name, text))
            case Form.LINE if name == PHONE:
                editor = PhoneField(name, field.label)
                editor.edited.connect(lambda text: self._tell(name, text))
            case Form.LINE | Form.DAY | Form.MONEY | Form.TIME | Form.NUMBER:
                editor = LineField(name, field.label)
                editor.edited.connect(lambda text: self._tell(name, text))
            case _:
                self._options[name] = field.options
                editor = ChoiceGroup(name, field.label, _as_options(field), most=field.most)
                editor.chosen.connect(lambda codes: self._tell(name, codes))
        return editor

    def _tell(self, name: str, raw: str | tuple[str, ...]) -> None:
        self.stood.emit(name, _cursor(self._editors[name]))
        self.answered.emit(name, raw)

    def _show(self, field: FieldScreen) -> None:
        box, editor = self._boxes[field.name], self._editors[field.name]
        if isinstance(editor, ChoiceGroup):
            if field.options != self._options[field.name]:
                self._options[field.name] = field.options
                editor.set_options(_as_options(field), field.label)
            editor.set_value(tuple(field.value), suggested=field.suggested)
        else:
            editor.set_text(str(field.value or ""))
        box.show_problem(field.problem or None)
        box.show_hint(field.hint)
        box.setVisible(field.asked)


def _as_options(field: FieldScreen) -> list[Option]:
    return [Option(o.code, o.label, o.digit) for o in field.options]


def _cursor(editor: Editor) -> int:
    if isinstance(editor, LineField):
        return editor.cursorPosition()
    if isinstance(editor, TextField):
        return editor.textCursor().position()
    return 0
