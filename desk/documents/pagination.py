"""Decides what stands on which page, before anything is drawn: so "page 1 of 3" is known."""

from collections import deque
from collections.abc import Iterable
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desk.documents.grid import Grid
from desk.documents.marks import Mark, SignatureLines
from desk.documents.text_flow import TextFlow
from desk.documents.typeset import Kept, NewPage


class Placed(NamedTuple):
    """A flowable, the distance of its top from the top of the page's text, and its height."""

    flowable: Flowable
    top: float
    height: float


def paginate(
    story: Iterable[Flowable], canvas: Canvas, *, width: float, first: float, following: float
) -> list[list[Placed]]:
    """Fill pages of `width` points; the first has `first` points of height, others `following`.

    Headings stay with the beginning of what they head, signatures with the end of what is
    signed, and long texts and tables run on.
    """
    filling = _Filling(canvas, width, first, following)
    filling.fill(deque(story))
    return filling.pages


def _stays(item: Flowable) -> bool:
    """Tell whether a flowable stays on the page of the one after it."""
    return bool(getattr(item, "keepWithNext", 0))


class _Filling:
    def __init__(self, canvas: Canvas, width: float, first: float, following: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._canvas = canvas
        self._width = width
        self._heights = (first, following)
        self._used = 0.0

    def fill(self, waiting: deque[Flowable]) -> None:
        while waiting:
            item = waiting.popleft()
            if isinstance(item, Kept):
                self._keep(item.flowables, waiting)
            elif isinstance(item, NewPage):
                if self._page:
                    self._turn()
            elif type(item) is Mark and not self._page:
                continue  # a gap at the top of a page
            else:
                self._put(item, waiting)

    @property
    def _page(self) -> list[Placed]:
        return self.pages[-1]

    def _room(self) -> float:
        return self._heights[0 if len(self.pages) == 1 else 1] - self._used

    def _turn(self) -> None:
        self.pages.append([])
        self._used = 0.0

    def _gap(self, item: Flowable, after: Flowable | None) -> float:
        return max(after.getSpaceAfter(), item.getSpaceBefore()) if after else 0.0

    def _height(self, item: Flowable) -> float:
        height: float = item.wrapOn(self._canvas, self._width, self._room())[1]
        return height

    def _keep(self, items: Iterable[Flowable], waiting: deque[Flowable]) -> None:
        items = list(items)
        needed, before = 0.0, self._page[-1].flowable if self._page else None
        for item in items:
            needed += self._gap(item, before) + self._height(item)
            before = item
        if self._page and self._room() < needed <= self._heights[1]:
            self._turn()
        waiting.extendleft(reversed(items))

    def _put(self, item: Flowable, waiting: deque[Flowable]) -> None:
        if self._page and _stays(item) and self._needed(item, waiting) > self._room():
            self._turn()
        gap = self._gap(item, self._page[-1].flowable if self._page else None)
        height = self._height(item)
        if gap + height <= self._room() + 1e-6:
            self._place(item, gap, height)
            return
        parts = item.splitOn(self._canvas, self._width, self._room() - gap)
        if len(parts) > 1:
            self._place(parts[0], gap, self._height(parts[0]))
            self._turn()
            waiting.extendleft(reversed(parts[1:]))
        elif self._page:
            waiting.appendleft(item)
            if isinstance(item, SignatureLines):
                waiting.extendleft(reversed(self._company()))
            self._turn()
        else:  # higher than a page and cannot be parted
            self._place(item, gap, height)
            self._turn()

    def _place(self, item: Flowable, gap: float, height: float) -> None:
        self._page.append(Placed(item, self._used + gap, height))
        self._used += gap + height

    def _needed(self, item: Flowable, waiting: deque[Flowable]) -> float:
        """Give the height of a heading with the beginning of what it heads."""
        before = self._page[-1].flowable
        needed = 0.0
        for following in (item, *waiting):
            height = self._height(following) if not isinstance(following, Kept) else 0.0
            needed += self._gap(following, before)
            if not _stays(following):
                if isinstance(following, TextFlow | Grid):
                    height = following.least()
                return needed + height
            needed += height
            before = following
        return needed

    def _company(self) -> list[Flowable]:
        """Take from the page what goes along with signatures that do not fit on it."""
        while self._page and type(self._page[-1].flowable) is Mark:
            self._page.pop()
        if len(self._page) < 2 and not isinstance(self._page[-1].flowable, TextFlow):
            return []
        last = self._page.pop()
        taken = [last.flowable]
        if isinstance(last.flowable, TextFlow):
            parts = last.flowable.with_tail()
            if len(parts) > 1:
                self._page.append(Placed(parts[0], last.top, self._height(parts[0])))
                return parts[1:]
        while len(self._page) > 1 and _stays(self._page[-1].flowable):
            taken.insert(0, self._page.pop().flowable)
        if not self._page:  # it was all the page had: a page of its own is no help
            self._page.append(last)
            return []
        return taken
