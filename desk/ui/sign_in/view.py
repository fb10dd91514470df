"""Draws the cover: who, then the PIN; nothing of anybody's is seen behind it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.i18n import _
from desk.ui.sign_in.presenter import SignInPresenter, SignInScreen
from desk.ui.widgets.announce import announce
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.text import LineField

WIDTH = 420
ROWS = 9
LINE = 30
"""Pixels of a name: large enough to be hit by a finger (WCAG 2.5.8)."""
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class SignInCover(QWidget):
    """Lies over `window`; while it is there no key and no click reaches what lies below."""

    def __init__(self, presenter: SignInPresenter, window: QWidget) -> None:
        super().__init__(window)
        self._presenter = presenter
        self._window = window
        self.setObjectName("sign_in")
        self.setAutoFillBackground(True)
        self.setAccessibleName(_("Sign in"))
        self._title = QLabel(_("Who is at the desk?"), self)
        self._title.setProperty("role", "title")
        self._shop = QLabel(self)
        self._shop.setTextFormat(Qt.TextFormat.PlainText)
        self._shop.setProperty("role", "muted")
        self.people = _People(self)
        self.pin = LineField("pin", _("PIN"), self)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(80)
        self._box = FieldBox(_("PIN"), self.pin)
        self._go = QPushButton(_("Sign in"), self)
        self._go.setObjectName("sign_in_now")
        self._go.setProperty("primary", "true")
        self._go.setAutoDefault(True)
        self._build()
        self.people.picked.connect(self._pick)
        self.people.currentRowChanged.connect(presenter.choose)
        self.pin.returnPressed.connect(self._give)
        self._go.clicked.connect(self._give)
        presenter.changed.connect(self.show_screen)
        for number, name in enumerate(presenter.screen.people, 1):
            QListWidgetItem(_numbered(number, name), self.people).setSizeHint(QSize(0, LINE))
        self.show_screen(presenter.screen)
        window.installEventFilter(self)
        self.setGeometry(window.rect())

    def show_screen(self, screen: SignInScreen) -> None:
        """Draw everything; may be called any number of times."""
        self._shop.setText(screen.shop)
        self.people.setCurrentRow(screen.chosen)
        if screen.looking:
            words = _("One moment …")
        else:
            words = _("Six digits or more. Forgotten: a supervisor sets a new one.")
        self._box.show_hint(words)
        if screen.problem is None:
            self._box.show_problem(None)
            return
        from desk.explain import explain  # with every question of the guide; no start waits for it

        said = explain(screen.problem)
        self._box.show_problem(said)
        announce(self.pin, said, at_once=True)
        self.pin.clear()
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def raise_cover(self) -> None:
        """Cover the window at once."""
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.people.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the window when its size changes."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        return False

    def event(self, event: QEvent) -> bool:
        """Keep every shortcut of the window from acting behind the cover."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Quit by Ctrl+Q, go back to the names by Esc; swallow the rest."""
        if event.key() == Qt.Key.Key_Q and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._window.close()
        elif event.key() == Qt.Key.Key_Escape:
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Swallow clicks: what lies below must not be pressed."""
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus among names, PIN and button."""
        stops: list[QWidget] = [self.people, self.pin, self._go]
        at = next((n for n, stop in enumerate(stops) if stop.hasFocus()), 0)
        step = 1 if forward else -1
        stops[(at + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _pick(self) -> None:
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        self._presenter.give(self.pin.text())

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addStretch(2)
        for part in (self._shop, self._title, self.people, self._box, self._go):
            column.addWidget(part)
        column.addStretch(3)
        within = QWidget(self)
        within.setLayout(column)
        within.setFixedWidth(WIDTH)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(within)
        row.addStretch(1)


class _People(QListWidget):
    """The names; a digit chooses one and goes on to the PIN, Enter goes on with the one marked."""

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("who")
        self.setAccessibleName(_("Who is at the desk?"))
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setFixedHeight(ROWS * LINE + 4)
        self.itemClicked.connect(self.picked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit."""
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < min(ROWS, self.count()):
            self.setCurrentRow(place)
            self.picked.emit()
        elif event.key() in _ENTER:
            self.picked.emit()
        else:
            super().keyPressEvent(event)


def _numbered(number: int, name: str) -> str:
    return f"{number}  {name}" if number <= ROWS else f"    {name}"
