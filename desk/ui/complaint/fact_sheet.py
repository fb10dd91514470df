"""The answers of a complaint as a page to read; very long ones open on a page of their own."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.domain.text import shortened
from desk.i18n import _
from desk.ui.complaint.facts import Fact, FactGroup
from desk.ui.widgets.tag import Tag

SHOWN_CHARACTERS = 600
"""What of one answer stands on the page; laying out more would hold the window up."""

BLOCK = 1000


class FactSheet(QScrollArea):
    """Scrolled by keys; Ctrl+C copies all of it."""

    whole_wanted = Signal(str, str)
    """The label and the whole text of an answer too long for the page."""

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("facts")
        self.setAccessibleName(_("What is known"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._groups: tuple[FactGroup, ...] = ()

    def show_groups(self, groups: Sequence[FactGroup]) -> None:
        """Show what is known; the place on the page stays when nothing changed."""
        if tuple(groups) == self._groups:
            return
        self._groups = tuple(groups)
        page = QWidget()
        page.setObjectName("fact_page")
        page.setBackgroundRole(QPalette.ColorRole.Base)
        page.setAutoFillBackground(True)
        grid = QGridLayout(page)
        grid.setContentsMargins(12, 8, 12, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for group in groups:
            heading = _label(group.title, "heading")
            heading.setContentsMargins(0, 8, 0, 0)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for fact in group.facts:
                self._add(grid, fact)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(page)
        self._fit()
        self.setAccessibleDescription(_("{count} answers").format(count=len(list(self._facts()))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy by Ctrl+C; scroll by Space too."""
        if event.matches(QKeySequence.StandardKey.Copy):
            lines = (f"{fact.label}\t{' '.join(fact.words.split())}" for fact in self._facts())
            QGuiApplication.clipboard().setText("\n".join(lines) + "\n")
            self.copied.emit()
        elif event.key() == Qt.Key.Key_Space:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + bar.pageStep())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the column of questions in step with the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _facts(self) -> Iterator[Fact]:
        return (fact for group in self._groups for fact in group.facts)

    def _fit(self) -> None:
        """Give all questions one width: a wrapped label asks for any width it can get."""
        page = self.widget()
        if page is not None:
            for question in page.findChildren(QLabel, "question"):
                question.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 26)

    def _add(self, grid: QGridLayout, fact: Fact) -> None:
        row = grid.rowCount()
        question = _label(fact.label, "muted")
        question.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        question.setObjectName("question")
        grid.addWidget(question, row, 0)
        is_long = len(fact.words) > SHOWN_CHARACTERS
        answer = _label(shortened(fact.words, SHOWN_CHARACTERS) if is_long else fact.words, "")
        answer.setObjectName(f"fact_{fact.name}")
        answer.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        answer.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lead = Qt.AlignmentFlag.AlignLeading
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(answer)
        if is_long:
            cell.addWidget(self._way_to_whole(fact), alignment=lead)
        if fact.inside:
            cell.addWidget(Tag(_("inside only"), parent=self), alignment=lead)
        grid.addLayout(cell, row, 1)

    def _way_to_whole(self, fact: Fact) -> QPushButton:
        words = _("Show all {count} characters").format(count=f"{len(fact.words):,}")
        button = QPushButton(words, self)
        button.setObjectName(f"show_{fact.name}")
        button.setProperty("link", "true")
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.whole_wanted.emit(fact.label, fact.words))
        return button


class WholeText(QPlainTextEdit):
    """A text of any length to read: cut into blocks, so that only what is seen is laid out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("whole_text")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    def show_text(self, label: str, text: str) -> None:
        """Show a text from its beginning."""
        self.setAccessibleName(label)
        self.setPlainText("\n".join(blocks(text)))


def blocks(text: str) -> Iterator[str]:
    """Cut long paragraphs where a word ends, at most `BLOCK` characters apart."""
    for paragraph in text.split("\n"):
        rest = paragraph
        while len(rest) > BLOCK:
            at = rest.rfind(" ", BLOCK // 2, BLOCK) + 1 or BLOCK
            yield rest[:at]
            rest = rest[at:]
        yield rest


def _label(words: str, role: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(words)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if role:
        label.setProperty("role", role)
    return label
