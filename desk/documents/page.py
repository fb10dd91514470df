"""Puts the blocks of a paper on pages and gives the PDF: the same values, the same bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from io import BytesIO
from pathlib import Path

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desk.documents.blocks import BODY, SMALL, Align, Block
from desk.documents.fonts import FontSet, Role, load
from desk.documents.pagination import Placed, paginate
from desk.documents.printable import printable
from desk.documents.text_flow import TextFlow
from desk.documents.typeset import Typesetter

# The longest page a PDF may have is 14,400 points (PDF 32000-1, C.2).
_LONGEST_ROLL = 14_000.0
_SHORTEST_ROLL = 50 * mm
_NAME = replace(BODY, role=Role.HEADING, size=13.0, leading=18.0, space_after=1.0)
_EDGE = replace(SMALL, size=8.0, leading=11.0, ink=0.35, space_after=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A size of paper in millimetres; height None is a roll, cut where the text ends."""

    width: float
    height: float | None
    top: float
    side: float
    bottom: float
    scale: float = 1.0


class Paper(Enum):
    """The papers desk prints on."""

    A4 = Sheet(width=210, height=297, top=22, side=24, bottom=22)
    LETTER = Sheet(width=215.9, height=279.4, top=22, side=26, bottom=20)
    A5 = Sheet(width=148, height=210, top=17, side=16, bottom=17, scale=0.92)
    ROLL_80 = Sheet(width=80, height=None, top=5, side=4, bottom=8, scale=0.86)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes, at the top of the first page: a name, and lines such as address and phone."""

    name: str
    lines: tuple[str, ...] = ()
    field: str = "letterhead"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """The frame round a paper's text. `language` is en or zh_CN; `created_at` is aware.

    `footer` makes the words at the bottom from page and pages ("page 2 of 3"); a roll of one
    page has none. `running_head` stands on top of the second page and the following, `mark`
    (such as "inside only") on top of every page, `watermark` in light grey behind its text.
    """

    language: str
    title: str
    author: str
    created_at: datetime
    paper: Paper = Paper.A4
    letterhead: Letterhead | None = None
    footer: Callable[[int, int], str] | None = None
    running_head: str = ""
    mark: str = ""
    watermark: str = ""


def render(
    story: Sequence[Block], page: PageSpec, *, fonts: Path, closer: Sequence[Block] = ()
) -> bytes:
    """Make the PDF of a paper from the faces in the folder `fonts`.

    `closer` is the same story, drawn instead where it makes one page of two. Raises MissingGlyph
    with field and character when no font of this machine shows a text.
    """
    printing = _Printing(story, page, load(fonts))
    if closer and printing.count == 2:
        tighter = _Printing(closer, page, load(fonts))
        printing = tighter if tighter.count == 1 else printing
    return printing.pdf()


class _Printing:
    def __init__(self, story: Sequence[Block], page: PageSpec, fonts: FontSet) -> None:
        self._page = page
        self._sheet = sheet = page.paper.value
        self._setter = Typesetter(fonts=fonts, language=page.language, scale=sheet.scale)
        self._width = sheet.width * mm
        self._measure = (sheet.width - 2 * sheet.side) * mm
        self._out = BytesIO()
        self._canvas = self._opened(fonts)
        self._head = self._letterhead()
        self._pages = self._paginated(story)
        self._height = self._page_height()

    @property
    def count(self) -> int:
        return len(self._pages)

    def pdf(self) -> bytes:
        self._canvas.setPageSize((self._width, self._height))
        for number, placed in enumerate(self._pages, start=1):
            self._draw_watermark()
            self._draw_edges(number)
            top = self._height - self._sheet.top * mm
            if number == 1:
                top -= self._draw_letterhead(top)
            for item in placed:
                item.flowable.drawOn(
                    self._canvas, self._sheet.side * mm, top - item.top - item.height
                )
            self._canvas.showPage()
        self._canvas.save()
        return self._out.getvalue()

    def _opened(self, fonts: FontSet) -> Canvas:
        page = self._page
        canvas = Canvas(
            self._out,
            pagesize=(self._width, 1.0),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.face(Role.BODY).fontName,  # type: ignore[arg-type]  # not a float
            lang=page.language.replace("_", "-"),
        )
        canvas.setTitle(printable(page.title))
        canvas.setAuthor(printable(page.author))
        canvas.setCreator("desk")
        moment = page.created_at.strftime("D:%Y%m%d%H%M%S%z")
        stamp = f"{moment[:-2]}'{moment[-2:]}'"
        canvas.setDateFormatter(lambda *_: stamp)
        return canvas

    def _paginated(self, story: Sequence[Block]) -> list[list[Placed]]:
        used = sum(height for _, height in self._head)
        room = self._room()
        return paginate(
            self._setter.flowables(story),
            self._canvas,
            width=self._measure,
            first=room - used,
            following=room,
        )

    def _room(self) -> float:
        height = self._sheet.height
        whole = _LONGEST_ROLL if height is None else height * mm
        return whole - (self._sheet.top + self._sheet.bottom) * mm

    def _page_height(self) -> float:
        if self._sheet.height is not None:
            return self._sheet.height * mm
        if len(self._pages) > 1:
            return _LONGEST_ROLL
        last = self._pages[0][-1] if self._pages[0] else None
        text = last.top + last.height if last else 0.0
        margins = (self._sheet.top + self._sheet.bottom) * mm
        return max(_SHORTEST_ROLL, text + margins + sum(height for _, height in self._head))

    def _letterhead(self) -> list[tuple[TextFlow, float]]:
        """Set the letterhead; each text with its height and the space below it."""
        head = self._page.letterhead
        if head is None:
            return []
        align = Align.CENTRE if self._sheet.height is None else Align.LEFT
        texts = [(head.name, replace(_NAME, align=align))]
        texts += [(line, replace(SMALL, align=align, space_after=0.0)) for line in head.lines]
        flows = [self._setter.flow(text, style, head.field) for text, style in texts if text]
        heights = [flow.wrap(self._measure, 0)[1] for flow in flows]
        if heights:
            heights[-1] += 20.0 * self._sheet.scale  # the rule under it, and air
        return list(zip(flows, heights, strict=True))

    def _draw_letterhead(self, top: float) -> float:
        used = 0.0
        for flow, height in self._head:
            flow.drawOn(self._canvas, self._sheet.side * mm, top - used - flow.height)
            used += height
        if self._head:
            rule = top - used + 14.0 * self._sheet.scale
            self._canvas.setStrokeGray(0.2)
            self._canvas.setLineWidth(0.7)
            self._canvas.line(
                self._sheet.side * mm, rule, self._width - self._sheet.side * mm, rule
            )
        return used

    def _draw_edges(self, number: int) -> None:
        page, pages = self._page, len(self._pages)
        over = self._height - self._sheet.top * mm * 0.62
        if page.running_head and number > 1:
            self._draw_edge(page.running_head, "running_head", Align.LEFT, over)
        if page.mark:
            self._draw_edge(page.mark, "mark", Align.RIGHT, over, ink=0.0)
        if page.footer is not None and (self._sheet.height is not None or pages > 1):
            words = page.footer(number, pages)
            self._draw_edge(words, "footer", Align.CENTRE, self._sheet.bottom * mm * 0.45)

    def _draw_edge(
        self, text: str, field: str, align: Align, y: float, *, ink: float = _EDGE.ink
    ) -> None:
        flow = self._setter.flow(text, replace(_EDGE, align=align, ink=ink), field)
        flow.wrap(self._measure, 0)
        flow.drawOn(self._canvas, self._sheet.side * mm, y)

    def _draw_watermark(self) -> None:
        if not self._page.watermark:
            return
        style = replace(
            _EDGE, size=100.0, leading=100.0, ink=0.88, align=Align.CENTRE, role=Role.HEADING
        )
        widest = self._setter.flow(self._page.watermark, style, "watermark")
        wanted = 0.85 * self._width
        natural = widest.natural_width() or 1.0
        size = min(100.0, 100.0 * wanted / natural)
        flow = self._setter.flow(
            self._page.watermark, replace(style, size=size, leading=size), "watermark"
        )
        flow.wrap(2 * wanted, 0)
        self._canvas.saveState()
        self._canvas.translate(self._width / 2, self._height / 2)
        self._canvas.rotate(40)
        flow.drawOn(self._canvas, -wanted, -flow.height / 2)
        self._canvas.restoreState()
