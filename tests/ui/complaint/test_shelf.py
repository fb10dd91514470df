"""F1, F2: the attachments of a complaint are seen, named and opened by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk.services.app import App
from desk.services.attachments import Source
from desk.ui.complaint.view import ComplaintView
from desk.ui.shell import Shell
from desk.ui.widgets.notice import Notice
from tests.documents.pictures import from_a_phone
from tests.ui.saved import closed
from tests.ui.walking import notice, press, settled

PDF = b"%PDF-1.7 receipt"


class Opened:
    """A machine's viewer that only writes down what it was given."""

    def __init__(self, can: bool = True) -> None:
        self.paths: list[Path] = []
        self.can = can

    def __call__(self, path: str) -> bool:
        self.paths.append(Path(path))
        return self.can


def shown(shell: Shell, qtbot: QtBot, *files: tuple[str, bytes]) -> ComplaintView:
    """A closed complaint with attachments in front, the keys in their row."""
    app = shell.parts.app
    complaint = closed(app)
    for name, content in files:
        app.attachments.add(complaint.id, Source(name, content=content))
    shell.go("complaint", complaint.reference)
    settled(shell, qtbot)
    view = shell.stage.view()
    assert isinstance(view, ComplaintView)
    view.shelf.show_file = Opened()
    if files:
        assert view.timeline.hasFocus(), shell.focusWidget()
        press(shell, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        assert view.shelf.row.hasFocus()
    return view


def go_to(shell: Shell, view: ComplaintView, name: str) -> int:
    """Go to an attachment by keys; those of one millisecond have no order. Give its place."""
    places = {
        view.shelf.row.item(n).text().split("\n")[0]: n for n in range(view.shelf.row.count())
    }
    press(shell, Qt.Key.Key_Home)
    for _ in range(places[name]):
        press(shell, Qt.Key.Key_Right)
    return places[name]


def opened(view: ComplaintView) -> list[Path]:
    assert isinstance(view.shelf.show_file, Opened)
    return view.shelf.show_file.paths


def blob(app: App) -> Path:
    (file,) = (path for path in app.config.attachments.rglob("*") if path.is_file())
    return file


def test_a_complaint_without_attachments_shows_no_shelf(shell: Shell, qtbot: QtBot) -> None:
    view = shown(shell, qtbot)
    assert not view.shelf.isVisible()
    assert len(view.panes()) == 3


def test_f6_and_enter_open_a_read_only_copy(shell: Shell, qtbot: QtBot) -> None:
    """F1, F2: by keyboard alone, in the real window."""
    view = shown(shell, qtbot, ("IMG 1.jpg", from_a_phone()), ("receipt.pdf", PDF))
    assert view.shelf.row.count() == 2
    picture = view.shelf.row.item(go_to(shell, view, "IMG 1.jpg"))
    qtbot.waitUntil(lambda: picture.icon().availableSizes()[0].height() == 80)
    place = go_to(shell, view, "receipt.pdf")
    press(shell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened(view)))
    (path,) = opened(view)
    assert path.read_bytes() == PDF
    assert path != blob_of(shell, place)
    assert not path.stat().st_mode & 0o222


def blob_of(shell: Shell, place: int) -> Path:
    app = shell.parts.app
    reference = shell.stage.title()
    kept = app.attachments.of(app.complaints.whole(reference).complaint.id)[place]
    return app.config.attachments / kept.sha256[:2] / kept.sha256


def test_a_caption_is_typed_below_and_kept(shell: Shell, qtbot: QtBot) -> None:
    """F1."""
    view = shown(shell, qtbot, ("IMG 1.jpg", from_a_phone()), ("receipt.pdf", PDF))
    place = go_to(shell, view, "receipt.pdf")
    press(shell, Qt.Key.Key_Tab)
    caption = shell.focusWidget()
    assert isinstance(caption, QLineEdit)
    QTest.keyClicks(caption, "The receipt")
    press(shell, Qt.Key.Key_Return)
    app = shell.parts.app
    of = app.complaints.whole(shell.stage.title()).complaint.id
    qtbot.waitUntil(lambda: app.attachments.of(of)[place].words == "The receipt")
    assert app.attachments.of(of)[1 - place].words == ""
    qtbot.waitUntil(lambda: "The receipt" in view.shelf.row.item(place).text())
    assert "IMG 1.jpg" in view.shelf.row.item(1 - place).text()


def test_a_missing_file_is_shown_as_missing_and_its_record_stays(
    shell: Shell, qtbot: QtBot
) -> None:
    """F2."""
    view = shown(shell, qtbot, ("IMG 1.jpg", from_a_phone()))
    blob(shell.parts.app).unlink()
    view._presenter.reload()  # noqa: SLF001 - as any news does
    assert "file missing" in view.shelf.row.item(0).text()
    press(shell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "“IMG 1.jpg” cannot be shown: its file is missing" in notice(shell))
    assert opened(view) == []


def test_a_damaged_picture_is_shown_without_its_picture(shell: Shell, qtbot: QtBot) -> None:
    """F2."""
    app = shell.parts.app
    of = closed(app, 2)
    app.attachments.add(of.id, Source("IMG 1.jpg", content=from_a_phone()))
    blob(app).write_bytes(b"no picture any more")
    shell.go("complaint", of.reference)
    settled(shell, qtbot)
    view = shell.stage.view()
    assert isinstance(view, ComplaintView)
    view.shelf.show_file = Opened()
    view.shelf.row.setFocus()
    press(shell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "“IMG 1.jpg” was not opened" in notice(shell))
    assert opened(view) == []


@pytest.mark.parametrize("name", ["photo.jpg.exe", "list.js", "start.lnk"])
def test_a_program_is_never_handed_to_the_machine(shell: Shell, qtbot: QtBot, name: str) -> None:
    """F2: never run."""
    view = shown(shell, qtbot, (name, b"MZ"))
    press(shell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "desk never runs one" in notice(shell))
    assert opened(view) == []


def test_macros_are_warned_of_first_and_opened_only_by_a_second_word(
    shell: Shell, qtbot: QtBot
) -> None:
    """F2: macros warned."""
    view = shown(shell, qtbot, ("list.xlsm", b"PK"))
    press(shell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "“list.xlsm”: It holds macros" in notice(shell))
    assert opened(view) == []
    found = shell.findChild(Notice)
    assert found is not None
    found._act.click()  # noqa: SLF001 - its button, whatever it is called
    assert [path.suffix for path in opened(view)] == [".xlsm"]


def test_a_kind_desk_does_not_know_is_shown_in_its_folder(shell: Shell, qtbot: QtBot) -> None:
    """F2."""
    view = shown(shell, qtbot, ("data.xyz", b"1"))
    press(shell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened(view)))
    (folder,) = opened(view)
    assert folder.is_dir()
    assert [path.read_bytes() for path in folder.iterdir()] == [b"1"]
    assert "desk does not know this kind of file" in notice(shell)


def test_where_no_program_opens_it_that_is_said(shell: Shell, qtbot: QtBot) -> None:
    view = shown(shell, qtbot, ("receipt.pdf", PDF))
    view.shelf.show_file = Opened(can=False)
    press(shell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "No program on this machine opens “receipt.pdf”" in notice(shell))


def test_the_timeline_tells_a_name_as_it_ends_and_nothing_for_machines(
    shell: Shell, qtbot: QtBot
) -> None:
    """F2: a name that reads backwards cannot pass for a picture."""
    view = shown(shell, qtbot, ("photo\u202egpj.exe", b"MZ"))
    told = view._presenter.screen.happened[0]  # noqa: SLF001 - what the view draws
    assert told.lines == ("File: photo\ufffdgpj.exe",)
    assert "\u202e" not in view.shelf.row.item(0).text()
