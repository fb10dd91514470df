"""How text becomes search words: the same for what is stored and for what is asked.

Every Han or kana character is a word of its own, letters and digits run together, and a run of
punctuation is one mark, so that 漏。水 is not found by 漏水. Nothing else reaches the index, so
no text can be search syntax.
"""

import re
import unicodedata

PUNCTUATION = "\ue000"
"""Stands for any run of punctuation; a private-use character no text can bring (it is one too)."""

_EACH = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_EACH}]|[^\W_{_EACH}]+|[^\w\s]+|_+")


def folded(text: str) -> str:
    """Make full and half width, and capital and small letters, the same (NFKC, case folded)."""
    return unicodedata.normalize("NFKC", text).casefold()


def words(text: str) -> list[str]:
    """Cut folded text into search words."""
    return [found if found[0].isalnum() else PUNCTUATION for found in _WORD.findall(folded(text))]


def phrase(text: str) -> str:
    """Write a text as one FTS5 phrase whose last word may go on (``"identity theft" *``).

    Empty when the text has nothing to search for.
    """
    found = words(text)
    while found and found[-1] == PUNCTUATION:
        found.pop()
    while found and found[0] == PUNCTUATION:
        found.pop(0)
    if not found:
        return ""
    return f'"{" ".join(found)}"' + ("" if _is_single(found[-1]) else " *")


def _is_single(word: str) -> bool:
    return re.fullmatch(f"[{_EACH}]", word) is not None
