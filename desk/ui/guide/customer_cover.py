"""The screen turned to the customer: large letters, their own complaint, and nothing else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desk.ui.guide.customer_page import CustomerPage
from desk.ui.widgets.announce import announce
from desk.ui.widgets.cover import Cover

LARGE = 20
"""Points of the words (ux.md 3.6)."""
_SMALL = 12
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -4, Qt.Key.Key_PageDown: 4}


class CustomerCover(Cover):
    """F8 and Esc leave; a digit answers the question that is asked; arrows move a long page."""

    leaves = frozenset({Qt.Key.Key_F8, Qt.Key.Key_Escape})
    answered = Signal(str, str)
    """A field and its raw answer."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("customer_view")
        self._page: CustomerPage | None = None
        self._at = 0
        self._shop = _label(self, _SMALL)
        self._told = QScrollArea(self)
        self._told.setFrameShape(QFrame.Shape.NoFrame)
        self._told.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._told.setWidgetResizable(True)
        self._told.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._asked = _label(self, LARGE)
        self._way_back = _label(self, _SMALL)
        self._way_back.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, 16)
        column.setSpacing(12)
        column.addWidget(self._shop)
        column.addWidget(self._told, 1)
        column.addWidget(self._asked)
        column.addWidget(self._way_back)

    def show_page(self, page: CustomerPage) -> None:
        """Cover the window with a page, its first question asked."""
        self._page, self._at = page, 0
        self._shop.setText(page.shop)
        self._way_back.setText(page.back)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        for heading, words in page.parts:
            small = _label(inside, _SMALL)
            small.setProperty("role", "muted")
            small.setText(heading)
            large = _label(inside, LARGE)
            large.setText(words)
            column.addWidget(small)
            column.addWidget(large)
            column.addSpacing(10)
        column.addStretch(1)
        self._told.setWidget(inside)
        self.setAccessibleName("\n".join(f"{h}: {w}" for h, w in page.parts))
        self._ask()
        self.cover()

    def texts(self) -> list[str]:
        """Give every text that can be read on the page, by eye or by a screen reader."""
        shown = [label.text() for label in self.findChildren(QLabel)]
        return [*shown, self.accessibleName(), self.accessibleDescription()]

    def answer(self, key: Qt.Key, text: str) -> None:
        """Take a digit as the answer to what is asked; move a long page by arrows."""
        if key in _STEPS:
            bar = self._told.verticalScrollBar()
            bar.setValue(bar.value() + _STEPS[key] * bar.singleStep() * 3)
        page = self._page
        if page is None or self._at >= len(page.asked) or not (text.isascii() and text.isdigit()):
            return
        asked = page.asked[self._at]
        if 0 < int(text) <= len(asked.choices):
            self.answered.emit(asked.field, asked.choices[int(text) - 1][1])
            self._at += 1
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit once, however long it is held: it answers one question, not the next too."""
        if event.isAutoRepeat() and event.text().isdigit():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        page = self._page
        if page is None or not page.asked:
            self._asked.hide()
            return
        words = page.thanks
        if self._at < len(page.asked):
            asked = page.asked[self._at]
            told = "   ".join(
                str(n) if said == str(n) else f"{n} {said}"
                for n, (said, _code) in enumerate(asked.choices, 1)
            )
            words = f"{asked.words}\n{told}"
        self._asked.setText(words)
        self._asked.show()
        self.setAccessibleDescription(words)
        announce(self, words)


def _label(parent: QWidget, points: int) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    font = label.font()
    font.setPointSize(points)
    label.setFont(font)
    return label
