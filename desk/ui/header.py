"""The line on top: practice or real, find, date and time, whether all is saved, who sits here."""

from datetime import datetime
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desk.i18n import _
from desk.ui import moments
from desk.ui.shortcuts import keys_text
from desk.ui.widgets.announce import announce
from desk.ui.widgets.tag import Tag, Tone
from desk.ui.widgets.text import LineField


class Header(QFrame):
    """Shows what is told; knows no service."""

    asked = Signal(str)
    """The words in the find box, when staff pressed Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        label = QLabel(_("Find {keys}").format(keys=keys_text("find")), self)
        label.setProperty("role", "muted")
        self.find_box = LineField("find", _("Find a complaint"), self)
        self.find_box.setPlaceholderText(_("Reference, name, end of the phone number, words"))
        self.find_box.setMinimumWidth(240)
        self.find_box.setMaximumWidth(520)
        self.find_box.setClearButtonEnabled(True)
        label.setBuddy(self.find_box)
        self.find_box.setAccessibleName(_("Find a complaint"))
        # Queued: the field first moves the focus on, then the answer takes it where it belongs.
        self.find_box.returnPressed.connect(self._ask, Qt.ConnectionType.QueuedConnection)
        self._practice = Tag("", Tone.WARNING, self)
        self._practice.setObjectName("practice")
        self._practice.setAccessibleDescription(_("Nothing here is a real complaint."))
        self._practice.setToolTip(_("Nothing here is a real complaint."))
        self._clock = _quiet(self, "clock")
        self._saved = Tag("", Tone.PLAIN, self)
        self._saved.setObjectName("saved")
        self._handler = _quiet(self, "handler_name")
        self._name = ""
        self._handler.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._handler.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 12, 5)
        row.setSpacing(10)
        row.addWidget(self._practice)
        row.addWidget(label)
        row.addWidget(self.find_box, 3)
        row.addStretch(1)
        row.addWidget(self._clock)
        row.addWidget(self._saved)
        row.addWidget(self._handler, 1)

    def show_practice(self, *, on: bool) -> None:
        """Say that this is practice, or nothing where complaints are real."""
        self._practice.say(_("PRACTICE") if on else "", Tone.WARNING)

    def show_time(self, now: datetime) -> None:
        """Show a local moment, without a name of anybody."""
        self._clock.setText(moments.full(now, now))

    def show_handler(self, name: str, *, switches: bool = False) -> None:
        """Show who sits here, cut when it is long; with the keys that switch, where they do."""
        self._name = f"{name} ({keys_text('switch')})" if name and switches else name
        self._fit_handler()

    def show_saved(self, at: datetime) -> None:
        """Say that everything is on disk; it is read out only after trouble."""
        was_trouble = self._saved.property("tag") == Tone.DANGER.value
        self._saved.say(_("Saved {time}").format(time=f"{at:%H:%M:%S}"), Tone.PLAIN)
        if was_trouble:
            announce(self._saved, self._saved.text())

    def show_not_saved(self, why: str) -> None:
        """Say that something is not on disk yet and that desk tries again."""
        self._saved.say(_("! Not saved: {why}").format(why=why), Tone.DANGER)
        announce(self._saved, self._saved.text(), at_once=True)

    def take_focus(self) -> None:
        """Bring the keys to the find box, what stands there chosen."""
        self.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.find_box.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name to what room there is."""
        super().resizeEvent(event)
        self._fit_handler()

    def _fit_handler(self) -> None:
        metrics = self._handler.fontMetrics()
        cut = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, self._handler.width())
        self._handler.setText(cut)
        self._handler.setAccessibleName(self._name)
        self._handler.setToolTip(escape(self._name) if cut != self._name else "")

    def _ask(self) -> None:
        self.asked.emit(self.find_box.text().strip())


def _quiet(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
