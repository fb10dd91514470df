"""Words that harm at the counter: found in what is written for a customer, with better ones."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from desk.domain.guide import Avoid
from desk.domain.text import is_han

_GAP = re.compile("…+")
_SOFT = r"[\s,;:、\-–—\"“”'‘’「」]*"
"""What may stand between two words without parting them; a full stop does part them."""
_BETWEEN = 30
"""The most characters an ellipsis within words to avoid stands for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words to avoid that were found: as the list has them, what to say instead, and why."""

    say: str
    better: str
    why: str = ""


def harmful(text: str, avoid: Iterable[Avoid]) -> tuple[Hit, ...]:
    """Find words to avoid in a text, in the order of the list; each is told once.

    Case and width do not matter. Chinese words are found within a sentence, others as whole
    words; 你 and 您 are the same. An ellipsis at the end of words to avoid stands for anything.
    """
    folded = _folded(text)
    return tuple(
        Hit(one.say, one.better, one.why) for one in avoid if _pattern(one.say).search(folded)
    )


def _folded(text: str) -> str:
    said = unicodedata.normalize("NFKC", text).casefold()
    return said.replace("’", "'").replace("你", "您")


@cache
def _pattern(say: str) -> re.Pattern[str]:
    parts = [_part(_folded(part)) for part in _GAP.split(say) if part.strip()]
    return re.compile(f".{{0,{_BETWEEN}}}?".join(filter(None, parts)) or r"(?!)")


def _part(folded: str) -> str:
    """Write one stretch of words to avoid as a pattern."""
    if any(map(is_han, folded)):
        marks = re.findall(r"\w", folded)
        return _SOFT.join(map(re.escape, marks))
    words = re.findall(r"\w+(?:'\w+)*", folded)
    return rf"(?<!\w){(_SOFT[:-1] + '+').join(map(re.escape, words))}(?!\w)" if words else ""
