"""The guide as a file: written out, looked at line by line, and taken whole or not at all."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from desk.domain.errors import DeskError
from desk.domain.label import LANGUAGES
from desk.explain import explain
from desk.i18n import N_, _, ngettext
from desk.services.guide_difference import Changed, GuideChange
from desk.ui.settings.page import Page, press_button, words_label
from desk.ui.settings.presenter import SettingsPresenter
from desk.ui.settings.screen import SettingsScreen
from desk.ui.widgets.announce import announce
from desk.ui.widgets.field import FieldBox
from desk.ui.widgets.text import LineField

if TYPE_CHECKING:
    from desk.services.guide_files import GuidePreview

SIGNS = {
    Changed.ADDED: N_("+ added"),
    Changed.CHANGED: N_("~ changed"),
    Changed.GONE: N_("− gone"),
}


class GuideFilePage(Page):
    """A path, three buttons, and the difference line by line."""

    def __init__(self, presenter: SettingsPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._files = presenter.app.guide_files
        self._preview: GuidePreview | None = None
        self._version = words_label("", self)
        self._path = LineField("guide_path", _("File or folder"))
        self._path.set_text(str(presenter.app.config.data / "guide"))
        self._path.edited.connect(lambda _text: self._forget())
        box = FieldBox(_("File or folder"), self._path)
        box.show_hint(
            _("One file a language, guide.en.toml, guide.zh_CN.toml; a folder's together.")
        )
        self._said = words_label("", self)
        self._lines = QListWidget(self)
        self._lines.setObjectName("guide_difference")
        self._lines.setAccessibleName(_("What the file changes"))
        self._lines.setWordWrap(True)
        self._export = press_button("export_guide", _("Write the guide out"), self._write_out, self)
        self._look = press_button("look_at_guide", _("Look at a guide"), self._look_at, self)
        self._choose = press_button("choose_guide", _("Choose…"), self._ask, self)
        self._take = press_button(
            "take_guide", f"{_('Take this guide')}  (Ctrl+Enter)", self.commit, self
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
        for part in (self._version, box):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self._said)
        column.addWidget(self._lines, 1)
        column.addStretch(0)
        self._forget()

    def show_screen(self, screen: SettingsScreen) -> None:
        """Say which guide is in force."""
        del screen
        version = self._presenter.app.guides.in_force()
        words = (
            _("In force: the guide desk came with.")
            if self._files.is_shipped()
            else _("In force: version {version}.").format(version=version)
        )
        self._version.setText(words)
        self._version.setVisible(True)

    def take_focus(self) -> None:
        """Put the keys on the path."""
        self._path.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Take the guide that was looked at; look first where none was."""
        if self._preview is None:
            self._look_at()
            return
        preview = self._preview
        problem = self._presenter.keep(_("Guide"), lambda: self._files.take(preview))
        self._forget()
        if problem:
            self._tell(problem)
        self.take_focus()

    def step_back(self) -> bool:
        """Put the difference away; False when none is shown."""
        if self._preview is None:
            return False
        self._forget()
        self.take_focus()
        return True

    def _write_out(self) -> None:
        try:
            files = self._files.export(self._where())
        except DeskError as error:
            self._tell(explain(error))
            return
        names = _(", ").join(file.name for file in files)
        self._forget()
        self._tell(_("Written: {names}").format(names=names))

    def _look_at(self) -> None:
        self._forget()
        try:
            preview = self._files.look(self._where())
        except DeskError as error:
            self._tell(explain(error))
            return
        count = len(preview.changes)
        if not count:
            self._tell(_("The file says what the guide in force says. There is nothing to take."))
            return
        self._preview = preview
        self._tell(
            ngettext(
                "{n} line differs. Nothing holds until you take it; open complaints keep theirs.",
                "{n} lines differ. Nothing holds until you take it; open complaints keep theirs.",
                count,
            ).format(n=count)
        )
        self._lines.addItems([change_words(change) for change in preview.changes])
        self._lines.setVisible(True)
        self._lines.setCurrentRow(0)
        self._take.setVisible(True)

    def _ask(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("Look at a guide"), filter="*.toml")
        if path:
            self._path.set_text(path)
            self._look_at()

    def _where(self) -> Path:
        return Path(self._path.text().strip()).expanduser()

    def _forget(self) -> None:
        self._preview = None
        self._lines.clear()
        self._lines.setVisible(False)
        self._take.setVisible(False)
        self._said.setVisible(False)

    def _tell(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(True)
        announce(self, words)


def change_words(change: GuideChange) -> str:
    """Say one line of the difference: sign, language, name, from what to what."""
    head = f"{_(SIGNS[change.what])}  {LANGUAGES[change.language]}  {change.name}"
    return "\n".join(filter(None, (head, change.before and f"  − {change.before}",
                                   change.after and f"  + {change.after}")))  # fmt: skip
