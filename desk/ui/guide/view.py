"""The guide's view: header, stage bar, form and coach, and the one big button."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desk.domain.draft import ParkReason
from desk.i18n import _
from desk.ui.cards.carrying import FileDrop
from desk.ui.cards.side import CardSide
from desk.ui.guide.actions import GuideActions
from desk.ui.guide.check import PaperPreview, Recap
from desk.ui.guide.coach import Coach
from desk.ui.guide.customer_cover import CustomerCover
from desk.ui.guide.customer_page import customer_page
from desk.ui.guide.form import StepForm
from desk.ui.guide.going_on import go_on_anyway
from desk.ui.guide.header import GuideHeader
from desk.ui.guide.park import GONE, ParkSheet
from desk.ui.guide.peek import Peek, peek_lines
from desk.ui.guide.phrase import PhraseSheet
from desk.ui.guide.presenter import GuidePresenter
from desk.ui.guide.screen import GuideScreen, StageScreen
from desk.ui.screen_view import ScreenView
from desk.ui.widgets.error_summary import ErrorSummary
from desk.ui.widgets.notice import notice_of
from desk.ui.widgets.stage_bar import Stage, StageBar, Standing

FORM_SHARE, COACH_SHARE = 65, 35
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own word for no limit; PySide6 does not export it."""
_CHOICE_HEIGHT = 110
"""Pixels the choice of paper takes on the last page, on up to two lines."""


class GuideView(ScreenView):
    """Draws GuideScreens; every press goes to the presenter."""

    def __init__(self, presenter: GuidePresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guide")
        self._presenter = presenter
        self._screen: GuideScreen | None = None
        self._header = GuideHeader(self)
        self._stages = StageBar(self)
        self._summary = ErrorSummary(self)
        self._form = StepForm(self)
        self._coach = Coach(self)
        self._preview = PaperPreview(self)
        self._recap = Recap(self)
        self._phrases = PhraseSheet(self)
        self._park_sheet = ParkSheet(self)
        self._actions = GuideActions(self)
        self._lay_out()
        self._connect()
        presenter.reload()

    def panes(self) -> list[QWidget]:
        """The panes F6 walks through, as the widgets that take the focus."""
        beside = self.cards.front if self.cards.is_open else self._coach.checklist
        return [self._form, beside, self._stages]

    def take_focus(self) -> None:
        """Put the keys on the field staff were at, else on the first one."""
        self._form.focus_field(*self._presenter.place())

    def hints(self) -> str:
        """Say the keys of this screen."""
        return _("Digits choose   Tab goes on   F6 next part   F4 what to say   F7 park   Esc back")

    def step_back(self) -> bool:
        """Close what lies on top: news, a card, problems, the last page; else keep all, go back."""
        notice = notice_of(self)
        if notice is not None and not notice.isHidden():
            had_keys = notice.isAncestorOf(QApplication.focusWidget() or self)
            notice.clear()
            if had_keys:
                self.take_focus()
            return True
        if self.cards.step_back():
            return True
        return self._presenter.step_back() or not self._presenter.set_down()

    def print_paper(self) -> None:
        """Make and print the paper of this page."""
        self._presenter.print_paper()

    def park(self) -> None:
        """Ask why the complaint is set aside; an empty one needs no reason."""
        if self._screen is None or self._screen.is_empty:
            self._presenter.asked.emit("today", "")
        else:
            self._park_sheet.ask()

    def commit(self) -> None:
        """Save the card the keys are in, else make this step's commitment."""
        if not self.cards.commit():
            self._presenter.commit()

    def open_paths(self) -> None:
        """Offer the side paths."""
        self.cards.ask_path()

    def open_beside(self) -> None:
        """Offer what can be written down beside the complaint."""
        self.cards.ask_beside()

    def add_files(self) -> None:
        """Choose photos or files for the complaint."""
        self.cards.add_files()

    def paste(self) -> None:
        """Keep the picture or files of the clipboard beside the complaint."""
        self.cards.paste()

    def open_card(self, name: str) -> None:
        """Open one card."""
        self.cards.open(name)

    def open_step(self, step: int) -> None:
        """Open another step."""
        self._presenter.go_to(step)

    def next_unanswered(self) -> None:
        """Go to the next question without an answer."""
        self._presenter.next_unanswered()

    def show_phrases(self) -> None:
        """Show the phrases large, to be read."""
        if self._screen is not None:
            self._phrases.show_phrases(self._screen.phrases)

    def show_to_customer(self) -> None:
        """Turn the screen to the customer."""
        situation = self._presenter.in_front()
        if situation is None:
            return
        cover = CustomerCover(self.window())
        cover.answered.connect(lambda name, code: self._presenter.edit(name, (code,)))
        cover.left.connect(cover.lower_cover)
        cover.left.connect(cover.deleteLater)
        cover.show_page(customer_page(situation))

    def peek(self) -> None:
        """Show what only staff may read, as long as the keys are held."""
        situation = self._presenter.in_front()
        if situation is not None and self.window().findChild(Peek) is None:
            Peek(self.window(), peek_lines(situation.complaint))

    def show_screen(self, screen: GuideScreen) -> None:
        """Draw a screen; may be called any number of times."""
        self._screen = screen
        self._header.show_screen(screen)
        self._stages.show_stages([_stage(s) for s in screen.stages], int(screen.step))
        self._summary.show_problems(screen.problems, screen.unreadable)
        self._summary.setVisible(bool(screen.problems))
        self._form.show_rows(screen.rows)
        self._show_side(checking=screen.checking)
        self._recap.show_lines(screen.recap)
        self._coach.show_screen(screen)
        self._actions.show_screen(screen, in_card=self.cards.is_open)
        self._rule.setText(screen.rule)
        self._rule.setVisible(bool(screen.rule))

    def _show_commit(self) -> None:
        if self._screen is not None:
            self._actions.show_commit(self._screen, in_card=self.cards.is_open)

    def _set_aside(self, why: str) -> None:
        if why == GONE:
            self._presenter.let_go()
        else:
            self._presenter.park(ParkReason(why) if why else None)
        self._presenter.asked.emit("today", "")

    def _take_back(self, words: str) -> None:
        if (notice := notice_of(self)) is not None:
            notice.take_back(words)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rule = QLabel(self)
        self._rule.setTextFormat(Qt.TextFormat.PlainText)
        self._rule.setProperty("role", "muted")
        self._rule.setContentsMargins(12, 0, 12, 4)
        column.addWidget(self._summary)
        column.addWidget(self._form, 1)
        column.addWidget(self._recap, 1)
        column.addWidget(self._rule)
        self._side = QStackedWidget(self)
        self._beside = QScrollArea(self)
        self._beside.setObjectName("beside")
        self._beside.setFrameShape(QFrame.Shape.NoFrame)
        self._beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._beside.setWidgetResizable(True)
        self._beside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._beside.setWidget(self._coach)
        self._side.addWidget(self._beside)
        self._side.addWidget(self._preview)
        presenter = self._presenter
        self.cards = CardSide(
            presenter.cards, presenter.app, stack=self._side, complaint=presenter.write_beside
        )
        self._split = split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self._side)
        split.setStretchFactor(0, FORM_SHARE)
        split.setStretchFactor(1, COACH_SHARE)
        split.setChildrenCollapsible(False)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._header)
        page.addWidget(self._stages)
        page.addWidget(split, 1)
        page.addWidget(self._actions)

    def _show_side(self, *, checking: bool) -> None:
        """Give the last page's paper the larger share; the coach has the smaller one."""
        if checking:
            self.cards.step_back()
        elif self.cards.is_open:
            return
        wanted = self._preview if checking else self._beside
        if self._side.currentWidget() is wanted and self._recap.isVisibleTo(self) is checking:
            return
        self._side.setCurrentWidget(wanted)
        self._recap.setVisible(checking)
        self._form.setMinimumHeight(_CHOICE_HEIGHT if checking else 0)
        self._form.setMaximumHeight(_CHOICE_HEIGHT if checking else QWIDGETSIZE_MAX)
        shares = (COACH_SHARE, FORM_SHARE) if checking else (FORM_SHARE, COACH_SHARE)
        self._split.setSizes([share * 10 for share in shares])

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_screen)
        self.cards.closed.connect(self._show_commit)
        self.cards.closed.connect(self.take_focus)
        self.cards.panel.opened.connect(self._show_commit)
        FileDrop(self, self.cards.take)
        presenter.focus_wanted.connect(self._form.focus_field)
        presenter.summary_wanted.connect(self._summary.take_focus)
        presenter.preview_asked.connect(self._preview.wait)
        presenter.preview.connect(self._preview.show_pdf)
        presenter.untrue.connect(self._take_back)
        presenter.paths.card_wanted.connect(self.cards.offer)
        self._form.answered.connect(presenter.edit)
        self._form.stood.connect(presenter.stand_at)
        self._coach.ticked.connect(presenter.tick)
        self._stages.opened.connect(presenter.go_to)
        self._summary.jump.connect(presenter.jump)
        self._summary.offer_way_on()
        self._summary.anyway.connect(lambda: go_on_anyway(presenter))
        self._actions.park.clicked.connect(self.park)
        self._park_sheet.chosen.connect(self._set_aside)
        self._actions.print.clicked.connect(presenter.print_paper)
        self._actions.commit.clicked.connect(presenter.commit)


def _stage(stage: StageScreen) -> Stage:
    if stage.missing is None:
        return Stage(stage.title, Standing.NOT_STARTED)
    standing = Standing.NEEDS if stage.missing else Standing.DONE
    return Stage(stage.title, standing, stage.missing)
