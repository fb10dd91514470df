"""Icons: own one-colour drawings from ``resources/icons``, painted in the colour of the look."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desk.config import resources

SIZE = QSize(20, 20)
_SCALES = (1.0, 1.5, 2.0)


@cache
def icon(name: str, colour: str) -> QIcon:
    """Draw ``resources/icons/<name>.svg`` in `colour` (``#RRGGBB``), sharp up to 200 %.

    Raises FileNotFoundError for a name without a drawing.
    """
    drawing = (resources() / "icons" / f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    result = QIcon()
    for scale in _SCALES:
        pixmap = QPixmap(SIZE * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, SIZE.width(), SIZE.height()))
        painter.end()
        result.addPixmap(pixmap)
    return result
