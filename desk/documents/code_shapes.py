"""Code 128 and QR codes as one filled shape each: quick to make, and no hairlines in between."""

from typing import Any

from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Path


class Shape:
    """Boxes gathered into one path; x and y, in points, are where it stands in its drawing."""

    def __init__(self, x: float = 0.0, y: float = 0.0) -> None:
        self._x = x
        self._y = y
        self.path = Path(strokeColor=None, strokeWidth=0)

    def box(self, x: float, y: float, width: float, height: float) -> None:
        """Add a box."""
        left, low = self._x + x, self._y + y
        self.path.moveTo(left, low)
        self.path.lineTo(left + width, low)
        self.path.lineTo(left + width, low + height)
        self.path.lineTo(left, low + height)
        self.path.closePath()


def bar_widths(text: str) -> tuple[int, ...]:
    """Give the widths of bars and gaps in turn, in modules; none for what Code 128 cannot hold."""
    if not text or not all(" " <= character <= "~" for character in text):
        return ()
    code = Code128(text, quiet=False)
    code.validate()
    code.encode()
    # reportlab writes a bar of three modules as C, a gap of three as c.
    return tuple(ord(letter.upper()) - ord("A") + 1 for letter in code.decompose())


def bars(widths: tuple[int, ...], *, x: float, y: float, module: float, height: float) -> Path:
    """Draw the bars of a code with its left bottom corner at x, y; `module` is in points."""
    shape = Shape(x, y)
    place = 0
    for number, width in enumerate(widths):
        if number % 2 == 0:
            shape.box(place * module, 0.0, width * module, height)
        place += width
    return shape.path


def qr_code(text: str, *, x: float, y: float, size: float) -> Path:
    """Draw a QR code of `size` points (error correction M), its quiet zone not included."""
    widget: Any = QrCodeWidget(text, barLevel="M")
    widget.qr.make()
    rows: list[list[bool]] = widget.qr.modules
    module = size / len(rows)
    shape = Shape(x, y)
    for number, row in enumerate(rows, start=1):
        start = None
        for place, dark in enumerate([*row, False]):
            if dark and start is None:
                start = place
            elif not dark and start is not None:
                width = (place - start) * module
                shape.box(start * module, size - number * module, width, module)
                start = None
    return shape.path
