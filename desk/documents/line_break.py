"""Where a line may end: Unicode's rules by ICU, and what Chinese and office practice add to them.

Three levels. A line ends at the best place that fits: where ICU allows it, no closing mark would
begin the next line, no opening mark would end this one (GB/T 15834, 5.1) and no reference,
amount, date, time, phone number or address of a mailbox would be cut. If a single piece is wider
than the line, the inside of such a token is allowed; if that is not enough, any character.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from icu4py.breakers import LineBreaker

NEVER_FIRST = frozenset("，。、；：？！）」』》〉】〕〗］｝”’%％‰·～,.;:?!)]}»›")
"""Marks no line begins with. A dash or an ellipsis may; ICU keeps each of them whole."""
NEVER_LAST = frozenset("（「『《〈【〔〖［｛“‘([{«‹")
"""Marks no line ends with, also where a word is cut because it is wider than the line."""

_MONTHS = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    "Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
)
_UNITS = "[万亿]?(?:美元|元|角|分|块|年|月|日|号|时|点|秒|天|人|个|件|台|次|％|‰|℃|%)"
_NUMBER = r"[0-9]++(?:[.,:/][0-9]++)*+"
# Every alternative is bounded or possessive: customers send 100,000 digits, too.
_WHOLE = re.compile(
    "|".join(
        (
            # 2026年11月23日 14:30
            rf"(?<![0-9.,:/]){_NUMBER}年[0-9]{{1,2}}月(?:[0-9]{{1,2}}[日号])?",
            r"(?<![0-9])[0-9]{1,2}月[0-9]{1,2}[日号]",
            # 23 November 2026, November 23, 2026
            rf"\b[0-9]{{1,2}}\ (?:{_MONTHS})\b(?:,?\ [0-9]{{4}}\b)?",
            rf"\b(?:{_MONTHS})\ [0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,\ [0-9]{{4}}\b)?",
            # +86 10 6552 9988, (010) 6552-9988, 138 0013 8000
            (
                r"(?<![0-9A-Za-z])(?:\+[0-9]{1,3}[ -]?)?(?:\([0-9]{1,5}\)|[0-9]{2,5})"
                r"(?:[ -][0-9]{2,8}){1,4}(?![0-9A-Za-z])"
            ),
            # ¥1,234.50  US$ 12  1,234.50元  50 %
            rf"(?:[A-Z]{{2,3}})?[¥￥$€£]\ ?{_NUMBER}(?:{_UNITS})?",
            rf"(?<![0-9A-Za-z.,:/-]){_NUMBER}\ ?(?:{_UNITS})",
            # somebody@shop.example
            r"(?<![\w.+-])[\w.+-]{1,64}+@[A-Za-z0-9.-]{1,255}+",
            # BR01-26-0118, 2026-11-23, KX-2, 14:30, 1.2.3: joined by marks, with a digit in it
            r"(?<![A-Za-z0-9])[A-Za-z0-9]++(?:[-‐‑–—/.:,_#][A-Za-z0-9]++)++",
        )
    )
)
_DIGIT = re.compile("[0-9]")


class LineEnd(NamedTuple):
    """Places where lines may end, in order, and where the ink before each of them ends."""

    places: list[int]
    inked: list[int]


def whole_tokens(text: str) -> Iterator[tuple[int, int]]:
    """Give the spans that stay on one line: references, amounts, dates, times, phones, mail."""
    return (m.span() for m in _WHOLE.finditer(text) if _DIGIT.search(m.group()) or "@" in m.group())


@lru_cache(maxsize=64)
def line_ends(text: str, language: str) -> tuple[LineEnd, LineEnd]:
    """Find where lines of one paragraph may end: outside of whole tokens, and inside as well.

    Kept for as many paragraphs as a letter has, because it is laid out in two settings.
    """
    tokens = chain(whole_tokens(text), ((len(text) + 1, len(text) + 1),))
    token_start, token_end = next(tokens)
    outside, anywhere = LineEnd([], []), LineEnd([], [])
    last = len(text)
    before = inked_before = 0
    for place in _icu_ends(text, language):
        inked = place
        while inked > before and text[inked - 1].isspace():
            inked -= 1
        if inked == before:
            inked = inked_before
        before, inked_before = place, inked
        # ICU lets ： ； · ～ % begin a line after a blank; it never ends one with an opening mark.
        if place != last and text[place] in NEVER_FIRST:
            continue
        anywhere.places.append(place)
        anywhere.inked.append(inked)
        while token_end <= place:
            token_start, token_end = next(tokens)
        if not token_start < place < token_end:
            outside.places.append(place)
            outside.inked.append(inked)
    return outside, anywhere


def break_lines(
    text: str, stops: Sequence[float], width: float, *, language: str, indent: float = 0.0
) -> list[tuple[int, int]]:
    """Break one paragraph into lines; give start and end of the ink of each.

    `stops` holds the distance of every character's left edge from the start, and the end of the
    last, in the unit of `width`; the first line is shorter by `indent`. Blanks at line ends are
    left out. Takes time in proportion to the length, whatever the text.
    """
    levels = [
        (level.places, [stops[inked] for inked in level.inked])
        for level in line_ends(text, language)
    ]
    lines: list[tuple[int, int]] = []
    start, room = 0, width - indent
    while start < len(text):
        limit = stops[start] + room + 1e-6
        for places, edges in levels:
            fitting = bisect_right(edges, limit) - 1
            if fitting >= 0 and places[fitting] > start:
                end = places[fitting]
                break
        else:
            end = _cut(text, start, bisect_right(stops, limit) - 1)
        lines.append((start, start + len(text[start:end].rstrip())))
        start, room = end, width
    return lines or [(0, 0)]


def _cut(text: str, start: int, fitting: int) -> int:
    """Cut a piece wider than the line, not before an accent, and rather not against the rules."""
    end = max(fitting, start + 1)
    if end == len(text):
        return end
    for place in range(end, max(start, end - 8), -1):
        if (
            text[place] not in NEVER_FIRST
            and text[place - 1] not in NEVER_LAST
            and not unicodedata.combining(text[place])
        ):
            return place
    return end


def _icu_ends(text: str, language: str) -> Iterator[int]:
    ends = (end for _, end in LineBreaker(text, language).segments())
    if max(text, default="") <= "\uffff":
        return ends
    # ICU counts in UTF-16, where a character of the upper planes is two.
    return _in_characters(text, ends)


def _in_characters(text: str, ends: Iterator[int]) -> Iterator[int]:
    units = place = 0
    for end in ends:
        while units < end:
            units += 2 if text[place] > "\uffff" else 1
            place += 1
        yield place
