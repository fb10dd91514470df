"""Draws Today: a banner after a stop, a quiet hint, and the board."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.i18n import _
from desk.ui.screen_view import ScreenView
from desk.ui.today.board import Board
from desk.ui.today.presenter import TodayPresenter, TodayScreen


class TodayView(ScreenView):
    """The home of the desk."""

    def __init__(self, presenter: TodayPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setObjectName("today")
        self._banner = _Banner(self)
        self._banner.resume.clicked.connect(presenter.resume_stopped)
        self._banner.later.clicked.connect(self._put_off)
        self._hint = QLabel(self)
        self._hint.setObjectName("hint")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "muted")
        self._warnings = QLabel(self)
        self._warnings.setObjectName("warnings")
        self._warnings.setTextFormat(Qt.TextFormat.PlainText)
        self._warnings.setWordWrap(True)
        self._warnings.setProperty("panel", "warning")
        self._warnings.setContentsMargins(8, 4, 8, 4)
        self.board = Board(self)
        self.board.opened.connect(presenter.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self._banner)
        column.addWidget(self._warnings)
        column.addWidget(self._hint)
        column.addWidget(self.board, 1)
        presenter.changed.connect(self.show_screen)
        self.show_screen(presenter.screen)

    def show_screen(self, screen: TodayScreen) -> None:
        """Draw everything; may be called any number of times."""
        self._banner.say(screen.banner)
        self._warnings.setText("\n".join(screen.warnings))
        self._warnings.setVisible(bool(screen.warnings))
        self._hint.setText(screen.hint)
        self._hint.setVisible(bool(screen.hint))
        self.board.show_sections(screen.sections, screen.empty)

    def take_focus(self) -> None:
        """Put the keys where Enter does the next thing."""
        target = self._banner.resume if self._presenter.screen.banner else self.board
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> list[QWidget]:
        """Give the parts F6 goes through."""
        return [self.board]

    def hints(self) -> str:
        """Say the keys of this screen."""
        return _("Enter open   F7 resume what is parked   F2 new complaint   F1 help")

    def park(self) -> None:
        """Resume the parked complaint the keys stand on."""
        self._presenter.resume(self.board.current())

    def print_paper(self) -> None:
        """Print the waiting paper the keys stand on."""
        self._presenter.print_paper(self.board.current())

    def _put_off(self) -> None:
        self._presenter.later()
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)


class _Banner(QFrame):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setProperty("panel", "warning")
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self.resume = _button(self, "resume", _("Resume"), _("Resume it (Enter)"))
        self.resume.setProperty("primary", "true")
        self.later = _button(self, "later", _("Later"), _("Later; it stays in the list"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self.resume)
        row.addWidget(self.later)

    def say(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.resume.setAccessibleDescription(words)
        self.setVisible(bool(words))


def _button(parent: QWidget, name: str, words: str, tip: str) -> QPushButton:
    button = QPushButton(words, parent)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAutoDefault(True)
    return button
