"""One line of news with at most one thing to do about it; stays until the next or until closed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desk.i18n import _
from desk.ui.widgets.announce import announce
from desk.ui.widgets.tag import Tone, restyle

_SIGNS = {Tone.DONE: "✓ ", Tone.WARNING: "! ", Tone.DANGER: "! "}


class Notice(QFrame):
    """Says what happened. It never takes the focus and never goes away by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._press: Callable[[], object] | None = None
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._act = QPushButton(self)
        self._act.setObjectName("notice_action")
        self._act.clicked.connect(self._pressed)
        self._close = QPushButton(self)
        self._close.setObjectName("notice_close")
        self._close.setProperty("quiet", "true")
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self._words, 1)
        row.addWidget(self._act)
        row.addWidget(self._close)
        self.hide()

    def say(
        self,
        words: str,
        tone: Tone = Tone.INFO,
        *,
        action: str = "",
        press: Callable[[], object] | None = None,
    ) -> None:
        """Show news, and read it out; with `action` and `press` also a button."""
        self._press = press
        self._words.setText(_SIGNS.get(tone, "") + words)
        self._act.setText(action.replace("&", "&&"))
        self._act.setAccessibleName(action)
        self._act.setVisible(press is not None)
        self._close.setText(_("Close"))
        self._close.setAccessibleName(_("Close this message"))
        self.setProperty("panel", tone.value)
        restyle(self)
        self.setAccessibleName(words)
        self.show()
        announce(self, words, at_once=tone is Tone.DANGER)

    def text(self) -> str:
        """Give the words shown, empty when there is no news."""
        return self._words.text() if not self.isHidden() else ""

    def let_go(self) -> None:
        """Take away news that asks for nothing and warns of nothing: somebody has gone on."""
        if self._press is None and self.property("panel") == Tone.INFO.value:
            self.clear()

    def take_back(self, words: str) -> None:
        """Take news away where it says just this: it is so no longer."""
        if self.accessibleName() == words:
            self.clear()

    def clear(self) -> None:
        """Take the news away."""
        self._press = None
        self.hide()

    def _pressed(self) -> None:
        press = self._press
        self.clear()
        if press is not None:
            press()


def notice_of(widget: QWidget) -> Notice | None:
    """Give the line of news of the window a widget is in."""
    return widget.window().findChild(Notice)
