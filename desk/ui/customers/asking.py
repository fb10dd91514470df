"""Two pages that ask: which detail holds when two are merged, and what is stored anew."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desk.domain.complainant import DETAILS, Detail
from desk.domain.options import languages
from desk.i18n import _
from desk.ui.customers.merging import Choice
from desk.ui.shortcuts import keys_text
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import Option
from desk.ui.widgets.text import LineField


class _Page(QScrollArea):
    """A title, questions, one button."""

    pressed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        self.title = QLabel(page)
        self.title.setProperty("role", "title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.button = QPushButton(page)
        self.button.setProperty("primary", "true")
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.pressed)
        self.column = QVBoxLayout(page)
        self.column.setContentsMargins(12, 4, 8, 4)
        self.column.setSpacing(10)
        self.column.addWidget(self.title)
        self.column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignTrailing)
        self.column.addStretch(1)
        self.setWidget(page)

    def say(self, title: str, verb: str) -> None:
        self.title.setText(title)
        self.button.setText(f"{verb}  {keys_text('continue')}")
        self.button.setAccessibleName(verb)

    def put(self, box: FieldBox) -> None:
        self.column.insertWidget(self.column.count() - 2, box)


class Asking(_Page):
    """Asks choices and tells when staff have decided."""

    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("customer_choices", parent)
        self.button.setObjectName("decide")
        self._asked: tuple[Choice, ...] | None = None
        self._groups: dict[str, ChoiceGroup] = {}
        self._boxes: list[FieldBox] = []
        self.pressed.connect(self.decided)

    def ask(self, title: str, verb: str, choices: tuple[Choice, ...]) -> None:
        """Ask; the same question again keeps what was chosen."""
        self.say(title, verb)
        if choices == self._asked:
            return
        self._asked = choices
        for old in self._boxes:
            self.column.removeWidget(old)
            old.deleteLater()
        self._boxes, self._groups = [], {}
        for choice in choices:
            options = [Option(code, words) for code, words in choice.options]
            group = ChoiceGroup(choice.name, choice.label, options)
            if choice.proposed:
                group.set_value((choice.proposed,), suggested=True)
            self._groups[choice.name] = group
            self._boxes.append(FieldBox(choice.label, group))
            self.put(self._boxes[-1])

    def take_focus(self) -> None:
        """Put the keys on the first question."""
        first: QWidget = next(iter(self._groups.values()), None) or self.button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> dict[str, str]:
        """Give what is chosen, proposals too, by the name of the question."""
        return {name: group.value[0] for name, group in self._groups.items() if group.value}


class Changing(_Page):
    """Asks for everything that is stored of a customer."""

    saved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("customer_details", parent)
        self.button.setObjectName("save_customer")
        self.say(_("What is stored of this customer"), _("Save"))
        self._lines: dict[Detail, LineField] = {}
        self._language = ChoiceGroup(
            "customer_language", _(DETAILS[Detail.LANGUAGE]),
            [Option(c.code, c.label, c.digit) for c in languages()],
        )  # fmt: skip
        for detail, words in DETAILS.items():
            if detail is Detail.LANGUAGE:
                self.put(FieldBox(_(words), self._language, optional=True, beside=True))
                continue
            field = LineField(f"customer_{detail}", _(words))
            self._lines[detail] = field
            box = FieldBox(_(words), field, optional=True, beside=True)
            if detail is Detail.PHONES:
                box.show_hint(_("Several numbers: put a semicolon between them"))
            self.put(box)
        self.pressed.connect(self.saved)

    def fill(self, texts: Sequence[tuple[Detail, str]]) -> None:
        """Begin with what is stored."""
        for detail, text in texts:
            if detail is Detail.LANGUAGE:
                self._language.set_value((text,) if text else ())
            else:
                self._lines[detail].set_text(text)

    def take_focus(self) -> None:
        """Put the keys on the name."""
        self._lines[Detail.NAME].setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> dict[Detail, str]:
        """Give everything as it stands in the fields."""
        said = {detail: field.text() for detail, field in self._lines.items()}
        return {**said, Detail.LANGUAGE: next(iter(self._language.value), "")}
