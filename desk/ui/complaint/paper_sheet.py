"""The papers of a complaint over its timeline: choose by digit, look, print."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.domain.options import choices
from desk.domain.timeline import PaperKind
from desk.explain import explain
from desk.i18n import _
from desk.ui.complaint.paper_work import PaperScreen, PaperWork
from desk.ui.guide.check import PaperPreview
from desk.ui.widgets.choice import ChoiceGroup
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.option import Option


class PaperSheet(QWidget):
    """Draws PaperScreens."""

    def __init__(self, work: PaperWork, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.setObjectName("papers")
        options = [Option(c.code, _(c.label), c.digit) for c in choices(PaperKind)]
        self.kinds = ChoiceGroup("paper_kind", _("Paper"), options)
        self.kinds.chosen.connect(self._choose)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._preview = PaperPreview(self)
        self._print = QPushButton(_("Keep and print"), self)
        self._print.setObjectName("print")
        self._print.setProperty("primary", "true")
        self._print.setAutoDefault(True)
        self._print.clicked.connect(work.print_chosen)
        self._done = QPushButton(_("Back to the timeline (Esc)"), self)
        self._done.setObjectName("close_papers")
        self._done.setAutoDefault(True)
        self._done.clicked.connect(work.close)
        row = QHBoxLayout()
        row.addWidget(self._done)
        row.addStretch(1)
        row.addWidget(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(FieldBox(_("Which paper?"), self.kinds))
        column.addWidget(self._said)
        column.addWidget(self._preview, 1)
        column.addLayout(row)
        work.changed.connect(self.show_screen)
        self.show_screen(work.screen)

    def show_screen(self, screen: PaperScreen) -> None:
        """Draw everything; may be called any number of times."""
        self.kinds.set_value((screen.kind.value,) if screen.kind is not None else ())
        if screen.trouble is not None:
            words = explain(screen.trouble)
        elif screen.kept:
            words = _("Kept as {file}, exactly as it was made.").format(file=screen.kept)
        elif screen.kind is not None and not screen.pdf:
            words = _("Being drawn…")
        else:
            words = "" if screen.pdf else _("Choose a paper to look at it. Nothing prints yet.")
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._preview.show_pdf(screen.pdf)
        self._print.setEnabled(screen.kind is not None and bool(screen.pdf))

    def _choose(self, codes: tuple[str, ...]) -> None:
        if codes:
            self._work.choose(PaperKind(codes[0]))
