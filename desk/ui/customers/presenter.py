"""Finds customers, shows one, and merges two; what is asked next stands in `screen.mode`."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desk.domain.complainant import Detail
from desk.domain.errors import DeskError, NotFound
from desk.domain.past import Found, Past
from desk.i18n import _, ngettext
from desk.services.app import App
from desk.ui.customers.columns import FOUND, complaints
from desk.ui.customers.merging import differences, merge_choices, taken
from desk.ui.customers.screen import CustomersScreen, Mode, Rows
from desk.ui.customers.sheet import loose_sheet, person_sheet
from desk.ui.parts import Said
from desk.ui.refresh import Refresh
from desk.ui.screen_presenter import ScreenPresenter
from desk.ui.table_model import PagedTableModel

TYPING_MS = 150
_SHOWN = {"complaint", "complainant", "merge", "promise"}
T = TypeVar("T")


class CustomersPresenter(ScreenPresenter):
    """Nothing is linked or merged but by a key staff pressed; each can be taken back."""

    changed = Signal(object)

    def __init__(self, app: App, refresh: Refresh, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._lines: tuple[Found, ...] = ()
        self._at = ""
        self._past: Past | None = None
        self._kept: Past | None = None
        self._is_masked = True
        self._is_shown = False
        self.screen = CustomersScreen()
        self.model: PagedTableModel[Found] = PagedTableModel(FOUND, Rows(()), lambda f: f.id)
        self.complaints = PagedTableModel(
            complaints(app.complaints.now), Rows(()), lambda c: c.reference
        )  # fmt: skip
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.reload)
        refresh.changed.connect(self._on_news)

    def enter(self, argument: str = "") -> bool:
        """Come into view; with an argument, show that customer."""
        self._is_shown = True
        if argument:
            self._at = argument
            self._is_masked = True
        self.reload()
        return True

    def leave(self) -> bool:
        """Go out of view; what was shown in full is masked again."""
        self._is_shown = False
        self._is_masked = True
        self._kept = None
        self.screen = replace(self.screen, mode=Mode.READ)
        return True

    def type_words(self, words: str) -> None:
        """Look for people as their name or number is typed, once the typing rests."""
        if words != self.screen.words:
            self._show(words=words)
            self._typing.start()

    @Slot()
    def reload(self) -> None:
        """Find and read again."""
        self._typing.stop()
        found = self._tried(partial(self._app.customers.find, self.screen.words))
        self._lines = found or ()
        self.model.reload(Rows(self._lines))
        if self._at not in {line.id for line in self._lines} and self._lines:
            self._at = self._lines[0].id
            self._is_masked = True
        self._read()

    def stand_on(self, line: str) -> None:
        """Show the line the keys stand on."""
        if line and line != self._at:
            self._at = line
            self._is_masked = True
            if self.screen.mode is not Mode.CHOOSE:  # what was asked was about another one
                mode = Mode.CHOOSE if self.screen.mode is Mode.COMPARE else Mode.READ
                self.screen = replace(self.screen, mode=mode)
            self._read()

    def open(self, line: str) -> bool:
        """Do what Enter does on a line: compare it while merging, else open a lone complaint.

        Tells whether the keys shall go to the customer's complaints.
        """
        self.stand_on(line)
        if self.screen.mode is Mode.CHOOSE:
            self._compare()
            return False
        loose = self._loose()
        if loose is not None and loose.complaint is not None:
            self.open_complaint(loose.complaint.reference)
        return loose is None and self._past is not None

    def open_complaint(self, reference: str) -> None:
        """Show one complaint."""
        self.asked.emit("complaint", reference)

    def show_contact(self) -> None:
        """Show phones and addresses in full, which is written down; else mask them again."""
        if self._past is None:
            return
        was_masked, self._is_masked = self._is_masked, True
        if was_masked:
            shown = self._tried(partial(self._app.customers.unmask, self._past.person.id))
            self._is_masked = shown is None
        self._show()

    def keep_customer(self) -> None:
        """Make a customer record from a complaint that is linked to nobody."""
        loose = self._loose()
        if loose is not None and loose.complaint is not None:
            past = self._tried(partial(self._app.customers.begin, loose.complaint.id))
            if past is not None:
                self._at = past.person.id
                undo = partial(self._undo, partial(self._app.customers.unlink, loose.complaint.id))
                self.said.emit(Said(_("Customer record made."), "done", _("Undo"), undo))
                self.reload()

    def begin_change(self) -> None:
        """Ask for what is stored anew; it must be seen in full for that, which is written down."""
        if self._past is None:
            return
        person = self._tried(partial(self._app.customers.unmask, self._past.person.id))
        if person is not None:
            texts = {d: getattr(person, d) for d in Detail}
            texts[Detail.PHONES] = "; ".join(person.phones)
            self._show(mode=Mode.CHANGE, texts=tuple(texts.items()))

    def save_change(self, texts: dict[Detail, str]) -> None:
        """Store what was written; phones are parted by semicolons."""
        if self._past is None:
            return
        phones = texts[Detail.PHONES].replace("；", ";").split(";")
        said = {d.value: text for d, text in texts.items() if d is not Detail.PHONES}
        changed = partial(self._app.customers.change, self._past.person.id, phones=phones, **said)
        if self._tried(changed) is not None:
            self.said.emit(Said(_("Saved."), "done"))
            self._show(mode=Mode.READ)
            self.reload()

    def begin_merge(self) -> None:
        """Ask with whom the customer shown is one person."""
        if self._past is not None:
            self._kept = self._past
            self._show(mode=Mode.CHOOSE)

    def merge(self, chosen: dict[str, str]) -> None:
        """Merge as chosen field by field."""
        kept, other = self._kept, self._past
        if kept is None or other is None or self.screen.mode is not Mode.COMPARE:
            return
        wanted = taken(kept.person, other.person, chosen)
        do = partial(self._app.customers.merge, kept.person.id, other.person.id, wanted)
        merge = self._tried(do)
        if merge is not None:
            undo = partial(self._undo, partial(self._app.customers.unmerge, merge.id))
            self.said.emit(Said(_("Merged into one customer."), "done", _("Undo"), undo))
            self._at = kept.person.id
            self._kept = None
            self._show(mode=Mode.READ)
            self.reload()

    def begin_unmerge(self) -> None:
        """Take the only merge back, or ask which one."""
        if self._past is None or not self._past.person.merges:
            return
        merges = self._tried(partial(self._app.customers.merges, self._past.person.id)) or ()
        if len(merges) == 1:
            self.unmerge(merges[0][0].id)
        elif merges:
            self._show(mode=Mode.UNMERGE, choices=merge_choices(merges, self._app.complaints.now()))

    def unmerge(self, merge_id: str) -> None:
        """Take a merge back; both records are as they were, with what was changed since."""
        service = self._app.customers

        def do() -> bool:
            service.unmerge(merge_id)
            return True

        if self._tried(do):
            undo = partial(self._undo, partial(service.merge_again, merge_id))
            self.said.emit(Said(_("Two customers again."), "done", _("Undo"), undo))
            self._show(mode=Mode.READ)
            self.reload()

    def step_back(self) -> bool:
        """Leave what is asked, else empty the find field; tell whether anything was left."""
        if self.screen.mode is not Mode.READ:
            self._kept = None
            self._show(mode=Mode.READ)
            return True
        if self.screen.words:
            self._at = ""
            self._show(words="")
            self.reload()
            return True
        return False

    def _compare(self) -> None:
        kept, other = self._kept, self._past
        if kept is None or other is None or other.person.id == kept.person.id:
            self.said.emit(Said(_("Choose another customer than the one you began with.")))
            return
        choices = differences(kept.person, other.person)
        self._show(mode=Mode.COMPARE, choices=choices)

    def _undo(self, do: Callable[[], object]) -> None:
        self._tried(do)
        self.reload()

    def _loose(self) -> Found | None:
        """Give the line the keys stand on, if it is a complaint that is nobody's."""
        line = next((line for line in self._lines if line.id == self._at), None)
        return line if line is not None and line.person is None else None

    def _read(self) -> None:
        loose = self._loose()
        past = None
        if self._at and loose is None:
            try:
                past = self._app.customers.past(self._at)
            except NotFound:
                self._at = ""
            except DeskError as error:
                self.failed.emit(error)
        self._past = past
        rows = past.complaints if past else ()
        if loose is not None and loose.complaint is not None:
            rows = (loose.complaint,)
        self.complaints.reload(Rows(rows))
        self._show()

    def _show(self, **changes: object) -> None:
        screen = replace(self.screen, **changes)  # type: ignore[arg-type] # fields of the screen by name
        loose, words = self._loose(), screen.words.strip()
        sheet = loose_sheet(loose) if loose is not None else None
        if self._past is not None:
            sheet = person_sheet(self._past, is_masked=self._is_masked)
        found = ngettext("{count} line", "{count} lines", len(self._lines))
        empty = (
            ""
            if self._lines
            else _("Nobody found.")
            if words
            else _("Type the last four digits or a name.")
        )
        kept = person_sheet(self._kept, is_masked=True).title if self._kept else ""
        self.screen = replace(
            screen,
            at=self._at,
            found=found.format(count=len(self._lines)) if words else "",
            empty=empty,
            sheet=sheet,
            kept=kept,
        )
        self.changed.emit(self.screen)

    def _tried(self, do: Callable[[], T]) -> T | None:
        """Do something, or say why it was refused."""
        try:
            return do()
        except DeskError as error:
            self.failed.emit(error)
            return None

    @Slot(frozenset)
    def _on_news(self, tables: frozenset[str]) -> None:
        if self._is_shown and tables & _SHOWN:
            self.reload()
