"""Turns the blocks of a paper into reportlab flowables in desk's faces."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from desk.documents import blocks
from desk.documents.blocks import BODY, SECTION, SMALL, SUBSECTION, TITLE, Align, Block, TextStyle
from desk.documents.fonts import FontSet, Role
from desk.documents.grid import Grid, GridLook, Row
from desk.documents.marks import (
    BarcodeMark,
    FigureMark,
    FramedText,
    Mark,
    QrMark,
    RuleMark,
    SignatureLines,
    TickBox,
)
from desk.documents.text_flow import TextFlow
from desk.documents.text_layout import Text
from desk.domain.errors import MissingGlyph

_LABEL = replace(SMALL, size=9.0, leading=16.5, align=Align.LEFT, space_after=0.0)
_CELL = replace(BODY, space_after=0.0, paragraph_gap=2.0)
_TABLE_HEADING = replace(SMALL, leading=12.5, ink=0.0, align=Align.LEFT, space_after=0.0)
_TABLE_CELL = replace(BODY, size=9.0, leading=13.5, space_after=0.0, paragraph_gap=1.0)
_NOTICE = replace(BODY, role=Role.HEADING, align=Align.LEFT, space_after=0.0)
_CAPTION = replace(SMALL, size=9.0, align=Align.LEFT, ink=0.0, space_after=0.0)


class NewPage(Mark):
    """What follows begins a new page."""

    def __init__(self) -> None:
        super().__init__(0)


class Kept(Flowable):
    """Flowables that stay on one page when a page can hold them; drawn one by one."""

    def __init__(self, flowables: Sequence[Flowable]) -> None:
        super().__init__()
        self.flowables = flowables


@dataclass(frozen=True, slots=True, kw_only=True)
class Typesetter:
    """Sets blocks for one paper: its faces, its language, and how large its type is."""

    fonts: FontSet
    language: str
    scale: float = 1.0

    def flow(self, text: str, style: TextStyle, field: str) -> TextFlow:
        """Set one text."""
        return TextFlow(
            Text(text, self._scaled(style), field=field, fonts=self.fonts, language=self.language)
        )

    def flowables(self, story: Iterable[Block]) -> list[Flowable]:
        """Set a whole story. Nothing is broken into lines yet, so MissingGlyph comes later."""
        return [self.flowable(block) for block in story]

    def flowable(self, block: Block) -> Flowable:
        """Set one block; raise MissingGlyph for a bar code that is not printable ASCII."""
        match block:
            case blocks.Passage(text, field, style):
                return self.flow(text, style, field)
            case blocks.Heading(text, field, level):
                return self.flow(text, {1: TITLE, 2: SECTION}.get(level, SUBSECTION), field)
            case blocks.Facts():
                return self._facts(block)
            case blocks.Table():
                return self._table(block)
            case blocks.Ticks():
                return self._ticks(block)
            case blocks.Notice(text, field):
                return FramedText(self.flow(text, _NOTICE, field))
            case blocks.Signatures(labels, field):
                return SignatureLines([self.flow(label, _LABEL, field) for label in labels])
            case blocks.Barcode(text, field, height):
                for character in text:
                    if not " " <= character <= "~":
                        raise MissingGlyph(field, character)
                return BarcodeMark(text, self.flow(text, _CAPTION, field), height=height * mm)
            case blocks.QrCode(text, size):
                return QrMark(text, size=size * mm)
            case blocks.Figure(drawing):
                return FigureMark(drawing, self.fonts.face(Role.HEADING).fontName)
            case blocks.Rule():
                return RuleMark()
            case blocks.Gap(height):
                return Mark(height * mm)
            case blocks.PageBreak():
                return NewPage()
            case blocks.Together(inner):
                return Kept(self.flowables(inner))

    def _scaled(self, style: TextStyle) -> TextStyle:
        if self.scale == 1.0:
            return style
        return replace(
            style,
            size=style.size * self.scale,
            leading=style.leading * self.scale,
            paragraph_gap=style.paragraph_gap * self.scale,
            space_before=style.space_before * self.scale,
            space_after=style.space_after * self.scale,
        )

    def _facts(self, facts: blocks.Facts) -> Flowable:
        rows: list[Row] = []
        widest = 0.0
        for fact in facts.rows:
            label = Text(
                fact.label,
                self._scaled(_LABEL),
                field=fact.field,
                fonts=self.fonts,
                language=self.language,
            )
            widest = max(widest, label.widest())
            rows.append((TextFlow(label), self.flow(fact.value, _CELL, fact.field)))
        gutter = 14.0 * self.scale
        look = GridLook(
            columns=partial(_label_and_value, widest + 0.1, gutter),
            gutter=gutter,
            padding=2.5 * self.scale,
            ruled=facts.ruled,
        )
        return Grid(rows, look)

    def _table(self, table: blocks.Table) -> Flowable:
        heading = tuple(
            self.flow(c.heading, replace(_TABLE_HEADING, align=c.align), table.field)
            for c in table.columns
        )
        cells = [
            tuple(
                self.flow(cell, replace(_TABLE_CELL, align=column.align), table.field)
                for cell, column in zip(row, table.columns, strict=True)
            )
            for row in table.rows
        ]
        shares = tuple(column.share for column in table.columns)
        # The heading and the first rows tell how wide dates and amounts are.
        least = tuple(
            max(cell.longest_piece() for cell in column)
            for column in zip(heading, *cells[:50], strict=True)
        )
        look = GridLook(columns=partial(_by_share, shares, least, 8.0), gutter=8.0)
        return Grid(cells, look, heading=heading)

    def _ticks(self, ticks: blocks.Ticks) -> Flowable:
        style = self._scaled(_CELL)
        rows: list[Row] = [
            (
                TickBox(ticked=item.ticked, size=style.size, leading=style.leading),
                self.flow(item.text, replace(_CELL, align=Align.LEFT), ticks.field),
            )
            for item in ticks.items
        ]
        box = style.size * 1.6
        look = GridLook(columns=partial(_box_and_text, box), gutter=0.0, padding=1.5, ruled=False)
        return Grid(rows, look)


def _label_and_value(widest: float, gutter: float, width: float) -> tuple[float, float]:
    label = min(widest, width * 0.36)
    return label, width - label - gutter


def _by_share(
    shares: tuple[float, ...], least: tuple[float, ...], gutter: float, width: float
) -> list[float]:
    """Share out the width; a column whose longest word needs more gets that, if all can."""
    room = width - gutter * (len(shares) - 1)
    fixed: dict[int, float] = {}
    while sum(least) <= room and len(fixed) < len(shares):
        left = room - sum(fixed.values())
        whole = sum(share for place, share in enumerate(shares) if place not in fixed)
        columns = [fixed.get(place, left * share / whole) for place, share in enumerate(shares)]
        short = [place for place, width in enumerate(columns) if width < least[place] - 1e-6]
        if not short:
            return columns
        fixed.update({place: least[place] + 1e-3 for place in short})
    return [room * share / sum(shares) for share in shares]


def _box_and_text(box: float, width: float) -> tuple[float, float]:
    return box, width - box
