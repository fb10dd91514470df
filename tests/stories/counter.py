"""A counter to tell stories at: the real window, a pair of hands, and what was kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from desk.domain.answers import Raw
from desk.domain.complaint import Complaint
from desk.domain.staff import Role, Staff
from desk.services.app import App
from desk.services.complaints import Whole
from desk.ui.cards.desk import CardDesk
from desk.ui.cards.menu import KEYS
from desk.ui.cards.panel import CardPanel
from desk.ui.cards.registry import BESIDE, PATHS
from desk.ui.hand import Hand
from desk.ui.shell import Shell
from desk.ui.start import open_window, shut
from desk.ui.walk import answer_page
from desk.ui.widgets.checklist import Checklist
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.notice import Notice
from tests.conftest import StandingClock

CONTROL = Qt.KeyboardModifier.ControlModifier
PIN = "246810"
"""Everybody's in these stories."""
MOST_STOPS = 80
K = TypeVar("K")


@dataclass
class Counter:
    """Everything is done by keys; what was kept is read from the services."""

    app: App
    window: Shell
    clock: StandingClock
    qtbot: QtBot

    @property
    def hand(self) -> Hand:
        return Hand(self.window)

    def customer_comes(self, answers: Mapping[str, Raw]) -> None:
        """F2, and the first page answered."""
        self.hand.press(Qt.Key.Key_F2)
        self.page(answers)

    def page(self, answers: Mapping[str, Raw]) -> None:
        """Answer the page in front and go on."""
        answer_page(self.hand, dict(answers))
        self.hand.wait(20)
        self.hand.commit()
        QCoreApplication.processEvents()

    def pages(self, *each: Mapping[str, Raw]) -> None:
        """Answer one page after the other."""
        for answers in each:
            self.page(answers)

    def end(self) -> None:
        """Look at the last page and commit it; its papers are made."""
        self.hand.wait(50)
        self.hand.commit()
        self.settle()

    def card(self, name: str, answers: Mapping[str, Raw] | None = None) -> None:
        """Open a card by its keys and, with answers, fill it in and save it."""
        on_path = name in [e.name for e in PATHS]
        entries = PATHS if on_path else BESIDE
        place = [entry.name for entry in entries].index(name)
        self.hand.press(Qt.Key.Key_E if on_path else Qt.Key.Key_G, CONTROL)
        self.hand.type(KEYS[place])
        if answers is not None:
            self.fill(answers)
            self.hand.commit()
            QCoreApplication.processEvents()

    def fill(self, answers: Mapping[str, Raw]) -> None:
        """Answer the questions of the card in front."""
        screen = self.cards().screen()
        assert screen is not None, "no card is open"
        digits = {f.name: {o.code: o.digit for o in f.options} for row in screen.rows for f in row}
        for name, raw in answers.items():
            editor = self._of_card(name)
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(editor, ChoiceGroup):
                for code in (raw,) if isinstance(raw, str) else raw:
                    self.hand.type(digits[name][code])
            else:
                self.write(str(raw))
            self.hand.on()

    def line(self, number: int) -> None:
        """Choose a line of the card in front by its digit."""
        self._of_card("card_lines").setFocus(Qt.FocusReason.OtherFocusReason)
        self.hand.type(str(number))

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        self.hand.press(key, held)
        QCoreApplication.processEvents()
        if QApplication.activeWindow() is None:
            # The offscreen platform has no window manager to give the keys back after a sheet.
            self.window.activateWindow()
            self.qtbot.waitUntil(self.window.isActiveWindow)

    def write(self, text: str) -> None:
        """Type a text where the keys are; Chinese comes through an input method."""
        self.hand.type(text) if text.isascii() else self.hand.compose(text, len(text))

    def tab_to(self, name: str) -> None:
        """Go on by Tab until the part of this name has the keys."""
        for _stop in range(MOST_STOPS):
            if self.focused() == name:
                return
            self.hand.on()
        raise AssertionError(f"Tab never comes to {name}")

    def works_here(self, **roles: Role) -> None:
        """Enter people, the supervisor first; nobody is signed in after."""
        for name, role in roles.items():
            self.app.people.add(name, role, PIN)

    def person(self, name: str) -> Staff:
        """Somebody who works here."""
        return self.app.people.named(name)

    def sits_down(self, name: str) -> None:
        """F12, the digit of a name, the PIN."""
        self.hand.press(Qt.Key.Key_F12)
        who = self.window.findChild(QListWidget, "who")
        assert who is not None
        names = [who.item(row).text().split()[-1] for row in range(who.count())]
        self.hand.type(str(names.index(name) + 1))
        self.hand.type(PIN)
        self.hand.press(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not self.window.locking.is_covered)
        self.settle()

    def starts_again(self) -> None:
        """Close the window, and open desk once more."""
        shut(self.window)
        self.window = open_window(self.app)
        self.window.resize(1366, 728)
        self.window.show()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def screen(self) -> str:
        """Every word that can be read on the screen in front."""
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def _of_card(self, name: str) -> QWidget:
        panel = self.window.stage.view().findChild(CardPanel)
        found = panel.findChild(QWidget, name) if panel is not None else None
        assert found is not None, f"no card with {name} is open"
        return found

    def cards(self) -> CardDesk:
        """The cards of the screen in front."""
        presenter: Any = self.window.stage.presenter(self.window.stage.current)
        found: CardDesk = presenter.cards
        return found

    def news(self) -> str:
        """What the notice line says."""
        notice = self.window.findChild(Notice)
        return notice.text() if notice is not None else ""

    def checks(self) -> list[str]:
        """The checklist beside the form."""
        found = self.window.stage.view().findChild(Checklist, "checks")
        assert found is not None
        return [row.accessibleName() for row in found.findChildren(QAbstractButton)]

    def focused(self) -> str:
        """The name of what has the keys."""
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def settle(self) -> None:
        """Let papers be made and lists be read."""
        for jobs in (self.window.parts.reads, self.window.parts.jobs):
            done: list[int] = []
            jobs.run(lambda progress: 1, done.append, lambda error: None)
            self.qtbot.waitUntil(partial(bool, done), timeout=20_000)
        self.qtbot.wait(20)

    def complaint(self, reference: str = "") -> Complaint:
        """The newest complaint, or one by its reference, as it is kept."""
        return self.whole(reference).complaint

    def whole(self, reference: str = "") -> Whole:
        """Everything kept of it."""
        wanted = reference or self.app.today.read().opened[0].reference
        return self.app.complaints.whole(wanted)

    def kept(self, kind: type[K], reference: str = "") -> list[K]:
        """Its records of a kind."""
        records: Any = self.app.besides.of(kind, self.complaint(reference).id)
        return list(records)

    def read(self, reference: str) -> None:
        """Find a complaint by its number and open it to be read."""
        self.press(Qt.Key.Key_F3)
        self.hand.type(reference)
        self.press(Qt.Key.Key_Return)
        self.settle()
