"""By what keys a name is found: as written, from any of its words on, and by its sound."""

from functools import cache
from itertools import islice, product

from desk.config import resources
from desk.domain.text import is_han
from desk.storage.words import folded

LONGEST_KEY = 60
MOST_KEYS = 16
"""A key is cut, and keys beyond these left out: what is found is read again before it is shown."""


def asked_name(text: str) -> str:
    """Write what was asked as keys are written: folded, single blanks, cut."""
    return " ".join(folded(text[: 4 * LONGEST_KEY]).split())[:LONGEST_KEY]


def name_keys(name: str, *, inner: bool = False) -> frozenset[str]:
    """Give the keys a name is found by: `Wei Lin` by *wei lin* and *lin*, 张伟 also by *zw*.

    With `inner` a Chinese name is found from any of its characters on, 王小明 by 小明.
    """
    whole = asked_name(name)
    if not whole:
        return frozenset()
    words = whole.split()[:MOST_KEYS]
    keys = [" ".join(words[n:]) for n in range(len(words))]
    if inner:
        keys += [whole[n:] for n, character in enumerate(whole) if is_han(character)]
    return frozenset((*keys[:MOST_KEYS], *_sounds(whole)))


def _sounds(name: str) -> tuple[str, ...]:
    """Give the initials a Chinese name may be typed by; none for any other."""
    han = [character for character in name if is_han(character)][:6]
    if not han:
        return ()
    table = _table()
    read = [table.get(character, "") for character in han]
    if not all(read):
        return ()
    return tuple("".join(letters) for letters in islice(product(*read), MOST_KEYS))


@cache
def _table() -> dict[str, str]:
    """Read the built table: character -> every first letter it is read with."""
    file = resources() / "pinyin.txt"
    if not file.is_file():  # a checkout nobody has built yet
        return {}
    lines = (line.split(" ", 1) for line in file.read_text("utf-8").splitlines())
    return {character: letters for letters, characters in lines for character in characters}
