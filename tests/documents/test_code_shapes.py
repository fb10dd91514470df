"""Codes as shapes: bar for bar and module for module what the standards' encoders say."""

from typing import Any

import pytest
from reportlab.graphics.barcode.code128 import Code128
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Path

from desk.documents.code_shapes import bar_widths, bars, qr_code


def boxes(path: Path) -> list[tuple[float, float, float, float]]:
    """Left, low, right, high of each box of a path."""
    points: list[float] = path.points
    corners = [(points[i : i + 2], points[i + 4 : i + 6]) for i in range(0, len(points), 8)]
    return [(low[0], low[1], high[0], high[1]) for low, high in corners]


@pytest.mark.parametrize("text", ["BR01-26-0118", "A", "a b~c", "0123456789"])
def test_bars_are_as_wide_as_the_encoder_says(text: str) -> None:
    widths = bar_widths(text)
    assert sum(widths) == pytest.approx(Code128(text, barWidth=1, quiet=False).width)
    assert len(widths) % 2 == 1  # begins and ends with a bar
    drawn = boxes(bars(widths, x=10, y=5, module=2, height=30))
    assert len(drawn) == (len(widths) + 1) // 2
    assert drawn[0][:2] == (10, 5)
    assert drawn[-1][2:] == (10 + 2 * sum(widths), 35)


@pytest.mark.parametrize("text", ["", "甲", "a\nb"])
def test_what_code_128_cannot_hold_has_no_bars(text: str) -> None:
    assert bar_widths(text) == ()


def test_a_qr_code_has_every_dark_module_once() -> None:
    widget: Any = QrCodeWidget("BR01-26-0118-E", barLevel="M")
    widget.qr.make()
    rows = widget.qr.modules
    size = float(len(rows))
    found = set()
    for left, low, right, high in boxes(qr_code("BR01-26-0118-E", x=0, y=0, size=size)):
        assert high - low == pytest.approx(1)
        found |= {(round(size - high), place) for place in range(round(left), round(right))}
    assert found == {(r, c) for r, row in enumerate(rows) for c, dark in enumerate(row) if dark}
