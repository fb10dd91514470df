"""A labelled question: label, editor, a hint, and below it what is wrong, in words."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from desk.i18n import _
from desk.ui.theme import tokens_of
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.tag import restyle

LABEL_CHARACTERS = 22
"""Width of the column of labels that stand beside their editors, in digits."""

_BAR = 8  # room at the left for the mark of a question with a problem
_DROP = 5  # brings a label to the height of the first line of an editor beside it


class FieldBox(QWidget):
    """Puts a label above (or `beside`) an editor, and problem and hint lines below it.

    The label is the editor's buddy and its accessible name. Optional questions, and those needed
    only `for_closing`, say so in words; what is needed now carries no mark.
    """

    def __init__(
        self,
        label: str,
        editor: QWidget,
        *,
        optional: bool = False,
        for_closing: bool = False,
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self.setObjectName(f"{editor.objectName()}_box")
        self._optional = optional
        self._for_closing = for_closing
        self._beside = beside
        self._label = _line(self, "heading" if not beside else "")
        self._label.setBuddy(editor)
        self._hint = _line(self, "muted")
        self._problem = _line(self, "problem")
        self._said = ""

        grid = QGridLayout(self)
        grid.setContentsMargins(_BAR, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        row, column = (0, 1) if beside else (1, 0)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(editor, row, column)
        grid.addWidget(self._hint, row + 1, column)
        grid.addWidget(self._problem, row + 2, column)
        grid.setColumnStretch(column, 1)
        if beside:
            self._label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            self._label.setContentsMargins(0, _DROP, 0, 0)
        self.set_label(label)
        self._fit_label()

    def set_label(self, label: str) -> None:
        """Ask in other words, as after a change of language."""
        words = label
        if self._optional:
            words = _("{label} (optional)").format(label=label)
        elif self._for_closing:
            words = _("{label} (needed for closing)").format(label=label)
        self._label.setText(words.replace("&", "&&"))
        self.editor.setAccessibleName(words if self._for_closing else label)

    def show_hint(self, words: str) -> None:
        """Show a help or a suggestion below the editor; nothing for an empty string."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def show_problem(self, words: str | None) -> None:
        """Say below the editor what is to be done; None when all is well."""
        words = words or ""
        if words == self._said:
            return
        self._said = words
        self._problem.setText(f"! {words}" if words else "")
        self.update()
        self._problem.setVisible(bool(words))
        if isinstance(self.editor, ChoiceGroup):
            self.editor.show_problem(words)
            return
        self.editor.setAccessibleDescription(words)
        self.editor.setProperty("problem", "true" if words else "false")
        restyle(self.editor)

    def problem(self) -> str:
        """Give the words of the problem, empty when there is none."""
        return self._said

    def changeEvent(self, event: QEvent) -> None:
        """Keep the column of labels in step with the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_label()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark the whole question at its left while something is wrong."""
        if self._said:
            QPainter(self).fillRect(0, 0, 3, self.height(), QColor(tokens_of(self).danger))

    def _fit_label(self) -> None:
        if self._beside:
            self._label.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * LABEL_CHARACTERS)


def _line(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if role:
        label.setProperty("role", role)
    label.setVisible(role not in {"muted", "problem"})
    return label
