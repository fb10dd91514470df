"""What a paper is made of: plain values, from which page.py makes the PDF.

Every text carries the name of its field, so that a character no font shows can be named with it.
Text is text: nothing in it is markup. Lengths are millimetres, type sizes points.
"""

from dataclasses import dataclass, replace
from enum import Enum

from reportlab.graphics.shapes import Drawing

from desk.documents.fonts import Role


class Align(Enum):
    """How lines fill their width. NATURAL justifies Chinese and leaves Latin text ragged."""

    NATURAL = "natural"
    LEFT = "left"
    JUSTIFY = "justify"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a text is set. Space, leading and paragraph gap are points; indent counts ems."""

    role: Role = Role.BODY
    size: float = 10.5
    leading: float = 16.5
    align: Align = Align.NATURAL
    space_before: float = 0.0
    space_after: float = 6.0
    paragraph_gap: float = 5.0
    first_indent: float = 0.0
    ink: float = 0.0
    """0 is black, 1 is white."""
    keep_together: bool = False
    keep_with_next: bool = False


BODY = TextStyle()
LETTER = replace(BODY, first_indent=2.0, paragraph_gap=3.0)
"""Chinese letters: paragraphs begin two characters in. Latin paragraphs are not indented."""
SMALL = replace(BODY, role=Role.HEADING, size=8.5, leading=12.5, ink=0.3, space_after=4.0)
QUOTED = replace(BODY, size=10.0, leading=15.5, ink=0.15)
TITLE = TextStyle(
    role=Role.HEADING,
    size=17.0,
    leading=24.0,
    align=Align.LEFT,
    space_after=8.0,
    keep_together=True,
    keep_with_next=True,
)
SECTION = replace(TITLE, size=11.5, leading=17.0, space_before=12.0, space_after=4.0)
SUBSECTION = replace(TITLE, size=10.0, leading=15.0, space_before=6.0, space_after=2.0, ink=0.25)


@dataclass(frozen=True, slots=True)
class Passage:
    """Plain text; every line end begins a new paragraph, empty lines widen the gap."""

    text: str
    field: str
    style: TextStyle = BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """Level 1 is the paper's title, 2 a section, 3 a part of one. Stays with what follows."""

    text: str
    field: str = "heading"
    level: int = 2


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says; `field` names the value."""

    label: str
    value: str
    field: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels left, values right, a hairline under each row. A long value runs over pages."""

    rows: tuple[Fact, ...]
    ruled: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading, its share of the width, and how its cells are aligned."""

    heading: str
    share: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column headings that come again on each page; `field` names all of its texts."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    field: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One line of a checklist."""

    text: str
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class Ticks:
    """A checklist with boxes drawn as shapes, to be ticked by pen or already ticked."""

    items: tuple[Tick, ...]
    field: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A short text in a frame, such as "inside only"; never parted by a page end."""

    text: str
    field: str


@dataclass(frozen=True, slots=True)
class Signatures:
    """Lines to sign on, side by side, each with its label below; never alone on a page."""

    labels: tuple[str, ...]
    field: str = "signatures"


@dataclass(frozen=True, slots=True)
class Barcode:
    """Code 128 of a printable ASCII text, such as a reference, with the text below it."""

    text: str
    field: str = "reference"
    height: float = 10.0


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code, `size` millimetres square, at most 500 bytes of UTF-8."""

    text: str
    size: float = 25.0


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, as wide as it is or made smaller to fit.

    Its maker sets every fontName to that of a face (`fonts.load(...).face(...).fontName`), or the
    file holds a font that is not embedded, and asks `FontSet.missing` about its texts.
    """

    drawing: Drawing


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across the page."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Empty space; none at the top of a page."""

    height: float = 5.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page when a page can hold them."""

    blocks: "tuple[Block, ...]"


Block = (
    Passage
    | Heading
    | Facts
    | Table
    | Ticks
    | Notice
    | Signatures
    | Barcode
    | QrCode
    | Figure
    | Rule
    | Gap
    | PageBreak
    | Together
)
