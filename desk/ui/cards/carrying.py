"""Files and pictures on their way to a complaint: chosen, dropped on its screen, or pasted."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QDateTime, QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QWidget

from desk.i18n import _
from desk.services.attachments import Source, source_of
from desk.ui.widgets.carried import is_for_the_complaint, local_files

Take = Callable[[list[Source]], object]
Choose = Callable[[QWidget], list[Path]]


def choose_files(parent: QWidget) -> list[Path]:
    """Let people choose files in the system's own window."""
    names, _filter = QFileDialog.getOpenFileNames(parent, _("Choose photos or files"))
    return [Path(name) for name in names]


def carried_sources(carried: QMimeData) -> list[Source]:
    """Give what a clipboard or a drag carries for a complaint; a picture is encoded later."""
    if files := local_files(carried):
        return [source_of(path) for path in files]
    if not carried.hasImage():
        return []
    name = _("pasted {when}").format(
        when=QDateTime.currentDateTime().toString("yyyy-MM-dd HH.mm.ss")
    )
    image = QImage(carried.imageData())
    return [] if image.isNull() else [Source(f"{name}.png", reader=partial(_png, image))]


class FileDrop(QObject):
    """Takes files and pictures that are dropped anywhere on a screen."""

    def __init__(self, screen: QWidget, take: Take) -> None:
        super().__init__(screen)
        self._take = take
        screen.setAcceptDrops(True)
        screen.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show that files may come, and take them; words are left to the fields."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if is_for_the_complaint(event.mimeData()):
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent) and is_for_the_complaint(event.mimeData()):
            self._take(carried_sources(event.mimeData()))
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"PNG")
    writer.setQuality(100)  # fast and large: it is encoded anew for keeping
    writer.write(image)
    return bytes(buffer.data().data())
