"""What is drawn and not written: rules, boxes to tick, lines to sign on, bar and QR codes."""

from copy import copy
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qr import QrCode
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desk.documents.text_flow import TextFlow

# Width of the thinnest bar of a code.
_MODULE = 0.33 * mm


class Mark(Flowable):
    """Something of a fixed height, in points, that is never parted."""

    def __init__(self, height: float, *, before: float = 0.0, after: float = 0.0) -> None:
        super().__init__()
        self._tall = height
        self.spaceBefore = before
        self.spaceAfter = after

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - reportlab
        """Take the width that is there."""
        self.width, self.height = aW, self._tall
        return self.width, self.height

    def draw(self) -> None:
        """Draw nothing: empty space."""


class RuleMark(Mark):
    """A thin line across."""

    def __init__(self) -> None:
        super().__init__(0.5, before=5, after=7)

    def draw(self) -> None:
        """Draw the line."""
        self.canv.setStrokeGray(0.45)
        self.canv.setLineWidth(0.5)
        self.canv.line(0, 0, self.width, 0)


class TickBox(Mark):
    """A box as high as a capital letter, on the middle of a line of text."""

    def __init__(self, *, ticked: bool, size: float, leading: float) -> None:
        super().__init__(leading)
        self._ticked = ticked
        self._size = size

    def draw(self) -> None:
        """Draw the box, and the tick when it is ticked."""
        side = 0.86 * self._size
        low = (self.height - side) / 2 + 0.02 * self._size
        self.canv.setStrokeGray(0)
        self.canv.setLineWidth(0.6)
        self.canv.rect(0.4, low, side, side)
        if self._ticked:
            self.canv.setLineWidth(1.1)
            tick = self.canv.beginPath()
            tick.moveTo(0.4 + side * 0.2, low + side * 0.5)
            tick.lineTo(0.4 + side * 0.43, low + side * 0.24)
            tick.lineTo(0.4 + side * 0.82, low + side * 0.8)
            self.canv.drawPath(tick)


class SignatureLines(Mark):
    """Lines side by side with room to sign above and a label below each."""

    def __init__(self, labels: list[TextFlow]) -> None:
        super().__init__(0, before=14, after=6)
        self._labels = labels
        self._heights: list[float] = []
        self._each = 0.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Share the width; the height is 12 mm and the highest label."""
        self.width = aW
        count = len(self._labels)
        self._each = (aW - 10 * mm * (count - 1)) / count if count else aW
        self._heights = [label.wrap(self._each, aH)[1] for label in self._labels]
        self.height = 12 * mm + max(self._heights, default=0.0)
        return self.width, self.height

    def draw(self) -> None:
        """Draw lines and labels."""
        self.canv.setStrokeGray(0)
        self.canv.setLineWidth(0.5)
        line = self.height - 12 * mm + 3
        for place, (label, height) in enumerate(zip(self._labels, self._heights, strict=True)):
            left = place * (self._each + 10 * mm)
            self.canv.line(left, line, left + self._each, line)
            label.drawOn(self.canv, left, line - 3 - height)


class FramedText(Mark):
    """A short text in a frame."""

    _inner = 7.0

    def __init__(self, text: TextFlow) -> None:
        super().__init__(0, before=4, after=10)
        self._inside = text

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Take the width; the height follows from the text."""
        self.width = aW
        self.height = self._inside.wrap(aW - 4 * self._inner, aH)[1] + 2 * self._inner
        return self.width, self.height

    def draw(self) -> None:
        """Draw frame and text."""
        self.canv.setStrokeGray(0)
        self.canv.setLineWidth(0.8)
        self.canv.rect(0.4, 0.4, self.width - 0.8, self.height - 0.8)
        self._inside.drawOn(self.canv, 2 * self._inner, self._inner)


class BarcodeMark(Mark):
    """Code 128, flush left (the margin is its quiet zone), with its text below."""

    def __init__(self, text: str, caption: TextFlow, *, height: float) -> None:
        super().__init__(0, before=6, after=8)
        self._value = text
        self._bars = height
        self._caption = caption
        self._code = self._coded(_MODULE)

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: N803 - reportlab's names
        """Take modules of 0.33 mm, or what the width allows."""
        code = self._coded(_MODULE)
        self._code = code if code.width <= aW else self._coded(_MODULE * aW / code.width)
        self.width = aW
        self.height = self._bars + 2 + self._caption.wrap(aW, aH)[1]
        return self.width, self.height

    def _coded(self, module: float) -> Code128:
        return Code128(self._value, barWidth=module, barHeight=self._bars, quiet=False)

    def draw(self) -> None:
        """Draw bars and text."""
        self.canv.setFillGray(0)
        self._code.drawOn(self.canv, 0, self.height - self._bars)
        self._caption.drawOn(self.canv, 0, 0)


class QrMark(Mark):
    """A QR code at the left; the space around it is its quiet zone."""

    def __init__(self, text: str, *, size: float) -> None:
        super().__init__(size, before=10, after=10)
        self._code: Any = QrCode(text, width=size, height=size, qrBorder=0, qrLevel="M")

    def draw(self) -> None:
        """Draw the code."""
        self.canv.setFillGray(0)
        self._code.drawOn(self.canv, 0, 0)


class FigureMark(Mark):
    """A chart, made smaller when it is wider than the page."""

    def __init__(self, drawing: Drawing, font: str) -> None:
        super().__init__(drawing.height, before=6, after=8)
        # Else renderPDF begins with Times-Roman, which would not be embedded.
        own = {"initialFontName": getattr(drawing, "initialFontName", None) or font}
        self._drawing = copy(drawing)
        self._drawing.setProperties(own)
        self._scale = 1.0

    def wrap(self, aW: float, aH: float) -> tuple[float, float]:  # noqa: ARG002, N803 - reportlab
        """Give the size after scaling."""
        self._scale = min(1.0, aW / self._drawing.width)
        self.width = aW
        self.height = self._drawing.height * self._scale
        return self.width, self.height

    def draw(self) -> None:
        """Draw the chart."""
        self.canv.saveState()
        self.canv.scale(self._scale, self._scale)
        renderPDF.draw(self._drawing, self.canv, 0, 0)
        self.canv.restoreState()
