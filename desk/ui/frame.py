"""What stands round every screen: rail, header, one line of news, footer."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.errors import DatabaseBusy, DatabaseReadOnly, DeskError, DiskFull
from desk.i18n import _
from desk.ui.footer import Footer
from desk.ui.header import Header
from desk.ui.navigation import Place, Rail
from desk.ui.parts import Parts, Said
from desk.ui.screens import SCREENS
from desk.ui.stage import Stage
from desk.ui.widgets.notice import Notice
from desk.ui.widgets.tag import Tone

_SECOND_MS = 1000
_NOT_ON_DISK = (DiskFull, DatabaseBusy, DatabaseReadOnly)
_ON_DISK = {"draft", "complaint", "note", "setting"}


class Frame(QWidget):
    """Lays the parts out and keeps them true: practice, clock, what is saved, handler, news."""

    def __init__(self, parts: Parts, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = parts.app
        places = [Place("new_complaint", _("New"), "new")]
        places += [Place(s.name, _(s.title), s.icon, s.name) for s in SCREENS if s.icon]
        self.rail = Rail(places, self)
        self.header = Header(self)
        self._notice = Notice(self)
        self._footer = Footer(self)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.header)
        right.addWidget(stage.rebuild(), 1)
        right.addWidget(self._notice)
        right.addWidget(self._footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        stage.working.connect(self._footer.show_work)
        stage.progressed.connect(self._footer.show_progress)
        stage.said.connect(self.say)
        stage.failed.connect(self.fail)
        parts.refresh.changed.connect(self._on_news)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._clock.timeout.connect(self._show_desk)
        self._clock.start()
        self._show_desk()

    def settle(self, screen: str, hints: str) -> None:
        """Mark the screen that is open, and say its keys."""
        self._show_desk()
        self.rail.mark(screen)
        self._footer.show_hints(hints)

    def around(self) -> list[QWidget]:
        """Give the parts that F6 reaches on every screen."""
        return [self._notice, self.rail, self.header]

    @Slot(object)
    def say(self, said: Said) -> None:
        """Show one line of news."""
        words = said.words
        if said.can_be_undone:
            words = _("{news} Ctrl+Z takes it back.").format(news=words)
        self._notice.say(words, Tone(said.tone), action=said.action, press=said.press)

    def let_news_go(self) -> None:
        """Take away news that is no longer true once another complaint or screen is opened."""
        self._notice.let_go()

    @Slot(object)
    def fail(self, error: DeskError) -> None:
        """Say what went wrong, why, what to do, and what is safe."""
        from desk.explain import explain  # with every question of the guide; no start waits for it

        if isinstance(error, _NOT_ON_DISK):
            self.header.show_not_saved(_("the disk does not take it"))
        self.say(Said(explain(error), Tone.DANGER))

    @Slot(frozenset)
    def _on_news(self, tables: frozenset[str]) -> None:
        if tables & _ON_DISK:
            self.header.show_saved(self._app.today.now())
        if "setting" in tables:
            self._show_desk()

    @Slot()
    def _show_desk(self) -> None:
        self.header.show_time(self._app.today.now())
        settings = self._app.settings.current()
        self.header.show_handler(settings.handler, switches=self._app.settings.gate.has_people)
        self.header.show_practice(on=settings.practice)
