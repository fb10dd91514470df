"""F1: photos and files come beside a complaint by keys, by drop, by paste, and from the scanner."""

import time
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.documents.picture import cleaned
from desk.domain.attachment import MOST, Attachment
from desk.services.attachments import Source
from desk.ui.cards.attachment import MOST_LISTED
from desk.ui.guide.view import GuideView
from desk.ui.shell import Shell
from desk.ui.watchdog import Watchdog
from desk.ui.widgets.text import TextField
from tests.documents.pictures import encoded, from_a_phone, halves
from tests.ui.walking import notice, press

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    file = tmp_path / "IMG_0001.jpg"
    file.write_bytes(from_a_phone())
    return file


def guide(shell: Shell) -> GuideView:
    view = shell.stage.view()
    assert isinstance(view, GuideView)
    return view


def begun(shell: Shell, words: str = "The kettle leaks at the base.") -> GuideView:
    """A complaint begun by keyboard."""
    press(shell, Qt.Key.Key_F2)
    focused = shell.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)
    return guide(shell)


def kept(shell: Shell) -> list[Attachment]:
    app = shell.parts.app
    with app.database.reading() as tx:
        return tx.records(Attachment).all()


def wait_for(shell: Shell, qtbot: QtBot, count: int) -> list[Attachment]:
    qtbot.waitUntil(lambda: len(kept(shell)) == count)
    return kept(shell)


def chosen(view: GuideView, *files: Path) -> None:
    view.cards.choose = lambda parent: list(files)


def carried(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def drop(target: QWidget, mime: QMimeData) -> bool:
    """Let go of something over a widget, as a window system would; tell whether it was taken."""
    at = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(5, 5), *at)
    QApplication.sendEvent(target, entering)
    if not entering.isAccepted():
        return False
    dropping = QDropEvent(QPointF(5, 5), *at)
    QApplication.sendEvent(target, dropping)
    return dropping.isAccepted()


def test_ctrl_o_keeps_a_photo_while_typing_goes_on(shell: Shell, qtbot: QtBot, photo: Path) -> None:
    """F1, by keyboard alone in the real window."""
    view = begun(shell)
    chosen(view, photo)
    press(shell, Qt.Key.Key_O, CONTROL)
    story = shell.focusWidget()
    assert isinstance(story, TextField)
    QTest.keyClicks(story, " Twice.")
    (attachment,) = wait_for(shell, qtbot, 1)
    assert (attachment.name, attachment.width, attachment.height) == ("IMG_0001.jpg", 40, 80)
    qtbot.waitUntil(lambda: "1 file is with the complaint now." in notice(shell))
    assert story.text() == "The kettle leaks at the base. Twice."
    assert story.hasFocus()
    assert shell.parts.app.check.run() == ()


def test_before_a_word_is_written_there_is_nothing_to_keep_it_beside(
    shell: Shell, qtbot: QtBot, photo: Path
) -> None:
    view = begun(shell, "")
    asked: list[QWidget] = []

    def choose(parent: QWidget) -> list[Path]:
        asked.append(parent)
        return [photo]

    view.cards.choose = choose
    press(shell, Qt.Key.Key_O, CONTROL)
    assert asked == []
    assert "Write down first what happened" in notice(shell)


def test_the_card_takes_a_caption_and_lists_what_is_kept(
    shell: Shell, qtbot: QtBot, photo: Path
) -> None:
    """F1: Ctrl+G, the card's key, a caption, Ctrl+Enter."""
    view = begun(shell)
    chosen(view, photo)
    view.open_card("attachment")
    qtbot.waitUntil(lambda: shell.focusWidget().objectName() == "words")
    QTest.keyClicks(shell.focusWidget(), "The cracked base")
    press(shell, Qt.Key.Key_Return, CONTROL)
    (attachment,) = wait_for(shell, qtbot, 1)
    assert attachment.words == "The cracked base"
    screen = view.cards.panel
    qtbot.waitUntil(lambda: "IMG_0001.jpg" in str(_lines(screen)))
    assert _lines(screen) == ["IMG_0001.jpg: The cracked base (1 KB)"]
    press(shell, Qt.Key.Key_Escape)
    assert notice(shell) == ""
    press(shell, Qt.Key.Key_Escape)
    assert not view.cards.is_open


def _lines(panel: QWidget) -> list[str]:
    from desk.ui.widgets.checklist import Checklist

    checklist = panel.findChild(Checklist, "card_lines")
    assert checklist is not None
    return [
        child.accessibleName() for child in checklist.children()
        if isinstance(child, QWidget) and child.isVisible()
    ]  # fmt: skip


def test_what_the_scanner_put_is_offered_and_kept_by_one_key(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    """F1: scan folder."""
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "scan 1.png").write_bytes(encoded(halves(), "PNG"))
    shell.parts.app.settings.change(scan_folder=str(folder))
    view = begun(shell)
    view.open_card("attachment")
    qtbot.waitUntil(lambda: shell.focusWidget().objectName() == "card_lines")
    assert _lines(view.cards.panel) == ["From the scanner: scan 1.png"]
    QTest.keyClicks(shell.focusWidget(), "1")
    (attachment,) = wait_for(shell, qtbot, 1)
    assert attachment.name == "scan 1.png"
    view.cards.step_back()
    view.open_card("attachment")
    assert _lines(view.cards.panel) == ["scan 1.png (1 KB)"]


# PySide6 marks the only constructor of this event as deprecated.
@pytest.mark.filterwarnings("ignore:Function. 'QDrag")
@pytest.mark.filterwarnings("ignore:Function. 'QDrop")
def test_files_dropped_on_a_field_or_beside_it_are_kept(
    shell: Shell, qtbot: QtBot, photo: Path, tmp_path: Path
) -> None:
    """F1: drop."""
    view = begun(shell)
    receipt = tmp_path / "receipt.pdf"
    receipt.write_bytes(b"%PDF-1.7")
    story = shell.focusWidget()
    assert isinstance(story, TextField)
    assert drop(story.viewport(), carried(photo)), "the field leaves files to the screen"
    assert drop(view, carried(receipt))
    assert {each.name for each in wait_for(shell, qtbot, 2)} == {"IMG_0001.jpg", "receipt.pdf"}
    assert story.text() == "The kettle leaks at the base."
    words = QMimeData()
    words.setText("only words")
    assert not drop(view, words)
    assert drop(story.viewport(), words)


def test_a_picture_on_the_clipboard_is_kept_and_words_go_into_the_field(
    shell: Shell, qtbot: QtBot, photo: Path
) -> None:
    """F1: paste, with the keys in a text field."""
    begun(shell)
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    story = shell.focusWidget()
    assert isinstance(story, TextField)
    QGuiApplication.clipboard().setImage(image)
    press(shell, Qt.Key.Key_V, CONTROL)
    (attachment,) = wait_for(shell, qtbot, 1)
    assert attachment.name.startswith("pasted 20")
    assert (attachment.width, attachment.media_type) == (60, "image/png")
    QGuiApplication.clipboard().setMimeData(carried(photo))
    press(shell, Qt.Key.Key_V, CONTROL)
    wait_for(shell, qtbot, 2)
    assert story.text() == "The kettle leaks at the base."
    QGuiApplication.clipboard().setText(" Words.")
    press(shell, Qt.Key.Key_V, CONTROL)
    qtbot.waitUntil(lambda: story.text().endswith(" Words."))
    assert len(kept(shell)) == 2


def test_what_is_refused_or_doubtful_is_said_in_words_and_the_rest_is_kept(
    shell: Shell, qtbot: QtBot, photo: Path, tmp_path: Path
) -> None:
    """F2: several at once."""
    view = begun(shell)
    cut = tmp_path / "cut.jpg"
    cut.write_bytes(photo.read_bytes()[:200])
    program = tmp_path / "photo.jpg.exe"
    program.write_bytes(b"MZ")
    chosen(view, cut, photo, program, photo)
    press(shell, Qt.Key.Key_O, CONTROL)
    wait_for(shell, qtbot, 2)
    qtbot.waitUntil(lambda: "2 files are with the complaint now." in notice(shell))
    said = notice(shell)
    assert "“cut.jpg” was not kept: it is cut short, damaged" in said
    assert "“photo.jpg.exe”: It can run as a program" in said
    assert "“IMG_0001.jpg” was with it already." in said


def test_a_full_card_lists_the_newest_and_counts_the_rest(shell: Shell, qtbot: QtBot) -> None:
    """F1: 20 per complaint, on a small screen."""
    app = shell.parts.app
    view = begun(shell)
    view.open_card("attachment")
    (draft,) = app.drafts.all()
    for n in range(MOST):
        app.attachments.add(draft.id, Source(f"{n}.pdf", content=b"%PDF" + bytes([n])))
    view.step_back()
    view.open_card("attachment")
    lines = _lines(view.cards.panel)
    assert len(lines) == MOST_LISTED + 1
    assert lines[-1] == f"and {MOST - MOST_LISTED} more"
    assert shell.height() <= 728


@pytest.mark.alone
def test_typing_never_waits_while_large_photos_are_kept(
    shell: Shell, qtbot: QtBot, tmp_path: Path
) -> None:
    """F1: three photos of 12 million pixels each, with the keys in the story."""
    view = begun(shell)
    large = Image.effect_noise((1000, 750), 80).resize((4000, 3000)).convert("RGB")
    photos = []
    for n in range(3):
        photos.append(tmp_path / f"{n}.jpg")
        large.putpixel((n, 0), (255, 0, 0))
        photos[-1].write_bytes(encoded(large.rotate(n), quality=90))
    start = time.perf_counter()
    cleaned(photos[0].read_bytes(), "0.jpg", 1600)
    one_photo = time.perf_counter() - start
    chosen(view, *photos)
    press(shell, Qt.Key.Key_O, CONTROL)
    story = shell.focusWidget()
    assert isinstance(story, TextField)
    with Watchdog() as dog:
        while len(kept(shell)) < len(photos):
            QTest.keyClicks(story, "x")
            qtbot.wait(5)
    assert dog.worst < one_photo, "the window's own thread had a photo in hand"
    assert "x" in story.text()
