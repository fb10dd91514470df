"""What is still missing, on top of a page: takes the focus, digits jump to the questions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.i18n import _, ngettext
from desk.ui.widgets.announce import announce


class ErrorSummary(QFrame):
    """Lists problems as numbered links, in the very words that stand at the fields."""

    jump = Signal(str)
    """The name of the field that staff want to go to."""
    anyway = Signal()
    """Staff want to go on without what is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("error_summary")
        self.setProperty("panel", "danger")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._links: list[QPushButton] = []
        self._fields: tuple[str, ...] = ()
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setProperty("role", "problem")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(0)
        self._column.addWidget(self._heading)
        self._way_on = QLabel(self)
        self._way_on.setProperty("role", "muted")
        self._way_on.hide()
        self._column.addWidget(self._way_on)
        self.setAccessibleName(_("There is a problem"))
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, str]], unreadable: int = 0) -> None:
        """List ``(field, words)`` in the order of the page; nothing to list hides the summary.

        `unreadable` of them are answers that were given but cannot be read.
        """
        for link in self._links:
            self._column.removeWidget(link)
            link.deleteLater()
        self._fields = tuple(field for field, _words in problems)
        self._links = [self._link(place, *problem) for place, problem in enumerate(problems, 1)]
        for before, link in zip([self, *self._links], self._links, strict=False):
            QWidget.setTabOrder(before, link)
        self._heading.setText(_heading(len(problems) - unreadable, unreadable))
        said = "; ".join(words for _field, words in problems)
        self.setAccessibleName(self._heading.text().removeprefix("! "))
        self.setAccessibleDescription(said)
        self.setVisible(bool(problems))

    def offer_way_on(self) -> None:
        """Say that 0 goes on anyway, where it does."""
        self._way_on.setText(_("0  Go on anyway, with a reason"))
        self._way_on.show()

    def take_focus(self) -> None:
        """Bring staff here and have the problems read out."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.accessibleName()}. {self.accessibleDescription()}", at_once=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Jump by digit; Enter jumps to the first."""
        text = event.text()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._fields:
            self.jump.emit(self._fields[0])
        elif text == "0":
            self.anyway.emit()
        elif text.isascii() and text.isdigit() and 0 < int(text) <= len(self._fields):
            self.jump.emit(self._fields[int(text) - 1])
        else:
            event.ignore()

    def _link(self, place: int, field: str, words: str) -> QPushButton:
        link = QPushButton(f"{place}  {words}".replace("&", "&&"), self)
        link.setObjectName(f"jump_{field}")
        link.setAccessibleName(words)
        link.setProperty("link", "true")
        link.setAutoDefault(True)
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.clicked.connect(partial(self._jump, field))
        self._column.addWidget(link, alignment=Qt.AlignmentFlag.AlignLeading)
        return link

    def _jump(self, field: str, _checked: bool = False) -> None:
        self.jump.emit(field)


def _heading(missing: int, unreadable: int) -> str:
    lacks = ngettext("{count} answer missing", "{count} answers missing", missing)
    garbled = ngettext(
        "{count} answer cannot be read", "{count} answers cannot be read", unreadable
    )
    counted = [
        words.format(count=count)
        for words, count in ((lacks, missing), (garbled, unreadable))
        if count
    ]
    return _("! There is a problem: {what}").format(what=_(", ").join(counted))
