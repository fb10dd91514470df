"""The page of one customer: what is stored, what happened, the complaints, what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desk.domain.complaint_list import ComplaintSummary
from desk.i18n import _
from desk.ui.customers.sheet import Sheet
from desk.ui.shortcuts import keys_text
from desk.ui.table_model import PagedTableModel
from desk.ui.widgets.flow import FlowLayout
from desk.ui.widgets.table import Table


class PersonPage(QFrame):
    """Everything here may be seen by the customer: neutral counts, contact details masked."""

    def __init__(
        self, complaints: PagedTableModel[ComplaintSummary], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("customer_page")
        self._title = _label(self, "title")
        self._title.setObjectName("customer_name")
        self._choosing = _label(self, "")
        self._choosing.setObjectName("merge_with_whom")
        self._stored = QGridLayout()
        self._stored.setHorizontalSpacing(12)
        self._stored.setVerticalSpacing(3)
        self._stored.setColumnStretch(1, 1)
        self._counts = _label(self, "muted")
        self._counts.setObjectName("customer_counts")
        self.complaints = Table(
            "customer_complaints", _("The customer's complaints"), complaints, parent=self
        )
        self.buttons = {
            command: _button(self, command, words)
            for command, words in (
                ("show_contact", _("Show contact")),
                ("change_customer", _("Change")),
                ("merge_customers", _("Merge")),
                ("unmerge_customers", _("Take a merge back")),
                ("keep_customer", _("Make a customer record")),
            )
        }
        self._row, self._loose = QWidget(self), QWidget(self)
        rows = {True: FlowLayout(self._row), False: FlowLayout(self._loose)}
        for command, button in self.buttons.items():
            rows[command != "keep_customer"].addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._choosing)
        column.addWidget(self._title)
        column.addLayout(self._stored)
        column.addWidget(self._counts)
        column.addWidget(self._row)
        column.addWidget(self._loose)
        column.addWidget(self.complaints, 1)

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Draw a customer, or nobody."""
        for part in (self._title, self._counts, self.complaints):
            part.setVisible(sheet is not None)
        self._row.setVisible(sheet is not None and sheet.is_person)
        self._loose.setVisible(sheet is not None and not sheet.is_person)
        while (item := self._stored.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if sheet is None:
            return
        self._title.setText(sheet.title)
        for row, (words, text) in enumerate(sheet.lines):
            self._stored.addWidget(_label(self, "muted", words), row, 0, Qt.AlignmentFlag.AlignTop)
            said = _label(self, "", text)
            said.setObjectName(f"stored_{row}")
            self._stored.addWidget(said, row, 1)
        self._counts.setText("   ·   ".join(sheet.counts))
        show = _("Show contact") if sheet.is_masked else _("Mask contact")
        _say(self.buttons["show_contact"], "show_contact", show)
        self.buttons["unmerge_customers"].setVisible(sheet.merged > 0)

    def say_choosing(self, name: str) -> None:
        """Say that the other customer is to be chosen, or nothing."""
        words = _("Merge {name} with whom? Find the other customer and press Enter. Esc: no merge.")
        self._choosing.setText(words.format(name=name) if name else "")
        self._choosing.setVisible(bool(name))


def _label(parent: QWidget, role: str, words: str = "") -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def _button(parent: QWidget, command: str, words: str) -> QPushButton:
    button = QPushButton(parent)
    button.setObjectName(command)
    button.setAutoDefault(True)
    _say(button, command, words)
    return button


def _say(button: QPushButton, command: str, words: str) -> None:
    button.setText(f"{words}  {keys_text(command)}")
    button.setAccessibleName(words)
