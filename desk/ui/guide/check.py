"""The last page: what will be committed, and the paper exactly as it will print."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desk.i18n import _


class PaperPreview(QWidget):
    """Shows a PDF; QtPdf is loaded when the first one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._stack = QStackedLayout(self)
        self._none = QLabel(self)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setProperty("role", "muted")
        self._stack.addWidget(self._none)
        self._pages: QWidget | None = None

    def wait(self) -> None:
        """Say that a paper is being drawn; the one before is shown no longer."""
        self._none.setText(_("Drawing the paper…"))
        self._stack.setCurrentWidget(self._none)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these very bytes; nothing for no bytes."""
        if not pdf:
            self._none.setText(_("No paper to show."))
            self._stack.setCurrentWidget(self._none)
            return
        from PySide6.QtPdf import QPdfDocument  # the first paper pays for it, not the start
        from PySide6.QtPdfWidgets import QPdfView

        if not isinstance(self._pages, QPdfView):
            # The document is made first so that it is destroyed first: one destroyed after its
            # view tells a view that is gone, and the process dies (QtPdf 6.12).
            document = QPdfDocument(self)
            view = QPdfView(self)
            view.setAccessibleName(_("The paper as it will print"))
            view.setPageMode(QPdfView.PageMode.MultiPage)
            view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            view.setDocument(document)
            self._buffer = QBuffer(document)
            self._pages = view
            self._stack.addWidget(view)
        document = self._pages.document()
        document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(self._buffer)
        self._stack.setCurrentWidget(self._pages)


class Recap(QScrollArea):
    """The answers that decide how this ends, one line each; scrolled where there are many."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recap")
        self.setAccessibleName(_("What is known"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget(self)
        self.setWidget(page)
        self._lines = QVBoxLayout(page)
        self._lines.setContentsMargins(20, 0, 20, 8)
        self._lines.setSpacing(0)
        self._shown: tuple[tuple[str, str], ...] = ()

    def show_lines(self, lines: tuple[tuple[str, str], ...]) -> None:
        """Show labels, and the words given under each."""
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for asked, words in lines:
            self._lines.addWidget(_plain(asked, "muted"))
            self._lines.addWidget(_plain(words, ""))
            self._lines.addSpacing(6)
        self._lines.addStretch(1)


def _plain(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
