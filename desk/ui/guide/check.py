"""The last page: the paper exactly as it will print, before anything is committed."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from desk.i18n import _


class PaperPreview(QWidget):
    """Shows a PDF; QtPdf is loaded when the first one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self._stack = QStackedLayout(self)
        self._none = QLabel(_("No paper chosen."), self)
        self._stack.addWidget(self._none)
        self._pages: QWidget | None = None
        self._buffer = QBuffer(self)

    def show_pdf(self, pdf: bytes) -> None:
        """Show these very bytes; nothing for no bytes."""
        if not pdf:
            self._stack.setCurrentWidget(self._none)
            return
        from PySide6.QtPdf import QPdfDocument  # the first paper pays for it, not the start
        from PySide6.QtPdfWidgets import QPdfView

        if not isinstance(self._pages, QPdfView):
            view = QPdfView(self)
            view.setAccessibleName(_("The paper as it will print"))
            view.setPageMode(QPdfView.PageMode.MultiPage)
            view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            view.setDocument(QPdfDocument(view))
            self._pages = view
            self._stack.addWidget(view)
        document = self._pages.document()
        document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document.load(self._buffer)
        self._stack.setCurrentWidget(self._pages)
