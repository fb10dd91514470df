"""The category tree as a workbook: written out, looked at row by row, taken whole or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desk.domain.errors import DeskError
from desk.explain import explain
from desk.i18n import N_, _, ngettext
from desk.ui.settings.page import Page, press_button, words_label
from desk.ui.settings.presenter import SettingsPresenter
from desk.ui.settings.screen import SettingsScreen
from desk.ui.widgets.announce import announce
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.text import LineField

if TYPE_CHECKING:
    from desk.domain.category_change import CategoryDifference, NodeChange

FIELDS = {
    "en": N_("English"),
    "zh": N_("Chinese"),
    "valid_from": N_("Valid from"),
    "valid_to": N_("Valid to"),
    "department": N_("Department"),
}


class CategoryFilePage(Page):
    """A path, three buttons, and the difference row by row."""

    def __init__(self, presenter: SettingsPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._categories = presenter.app.categories
        self._looked: CategoryDifference | None = None
        self._path = LineField("category_path", _("File"))
        self._path.set_text(str(presenter.app.config.data / "categories.xlsx"))
        self._path.edited.connect(lambda _text: self._forget())
        box = FieldBox(_("File"), self._path)
        box.show_hint(_("A workbook with code, parent, both names, days and department."))
        self._said = words_label("", self)
        self._lines = QListWidget(self)
        self._lines.setObjectName("category_difference")
        self._lines.setAccessibleName(_("What the file changes"))
        self._lines.setWordWrap(True)
        self._choose = press_button("choose_categories", _("Choose…"), self._ask, self)
        self._export = press_button(
            "export_categories", _("Write the categories out"), self._write_out, self
        )
        self._look = press_button("look_at_categories", _("Look at a file"), self._look_at, self)
        self._take = press_button(
            "take_categories", f"{_('Take these categories')}  (Ctrl+Enter)", self.commit, self
        )
        self._take.setProperty("primary", "true")
        buttons = QHBoxLayout()
        for button in (self._choose, self._export, self._look):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(box)
        column.addLayout(buttons)
        column.addWidget(self._said)
        column.addWidget(self._lines, 1)
        column.addStretch(0)
        self._forget()

    def show_screen(self, screen: SettingsScreen) -> None:
        """Draw nothing anew: what the page shows is the file."""
        del screen

    def take_focus(self) -> None:
        """Put the keys on the path."""
        self._path.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take the file that was looked at; look first where none was."""
        looked = self._looked
        if looked is None:
            self._look_at()
            return
        if not looked.can_be_taken:
            return
        self._presenter.keep(_("Categories"), lambda: self._categories.take(looked))
        self._forget()
        self.take_focus()

    def step_back(self) -> bool:
        """Put the difference away; False when none is shown."""
        if self._looked is None:
            return False
        self._forget()
        self.take_focus()
        return True

    def _write_out(self) -> None:
        path = self._where()
        self._forget()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._categories.export(path)
        except DeskError as error:
            self._tell(explain(error))
        except OSError as error:
            self._tell(str(error.strerror or error))
        else:
            self._tell(_("Written: {names}").format(names=path.name))

    def _look_at(self) -> None:
        self._forget()
        try:
            looked = self._categories.preview(self._where())
        except DeskError as error:
            self._tell(explain(error))
            return
        if not looked.changes and not looked.refused:
            self._tell(_("The file says what holds already. There is nothing to take."))
            return
        self._looked = looked
        self._tell(_words(looked))
        for row in looked.refused:
            text = _("! row {row}: {reason}").format(row=row.number, reason=row.reason.said(_))
            self._lines.addItem(text)
        self._lines.addItems([change_words(change) for change in looked.changes])
        self._lines.setVisible(True)
        self._lines.setCurrentRow(0)
        self._take.setVisible(looked.can_be_taken)

    def _ask(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Look at a file"), filter="*.xlsx")
        if path:
            self._path.set_text(path)
            self._look_at()

    def _where(self) -> Path:
        return Path(self._path.text().strip()).expanduser()

    def _forget(self) -> None:
        self._looked = None
        self._lines.clear()
        self._lines.setVisible(False)
        self._take.setVisible(False)
        self._said.setVisible(False)

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(True)
        announce(self, words)


def _words(looked: "CategoryDifference") -> str:
    if looked.refused:
        n = len({row.number for row in looked.refused})
        return ngettext(
            "{n} row cannot be taken, so nothing is. Put it right in the file, then look again.",
            "{n} rows cannot be taken, so nothing is. Put them right in the file, then look again.",
            n,
        ).format(n=n)
    n = len(looked.changes)
    return ngettext(
        "{n} category would change. Nothing holds until you take it.",
        "{n} categories would change. Nothing holds until you take them.",
        n,
    ).format(n=n)


def change_words(change: "NodeChange") -> str:
    """Say one row of the difference: new or changed, its code, and what from what."""
    after, before = change.after, change.before
    if before is None:
        names = " · ".join(filter(None, (after.en, after.zh)))
        return _("+ new: {code}  {names}").format(code=after.code, names=names)
    lines = [_("~ changed: {code}").format(code=after.code)]
    for name in change.fields:
        said, was = getattr(after, name) or "–", getattr(before, name) or "–"
        lines.append(f"     {_(FIELDS[name])}: {was} → {said}")
    return "\n".join(lines)
