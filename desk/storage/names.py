"""By what keys a name is found: as written, from any of its words on, and by its sound."""

from functools import cache
from itertools import islice, product

from desk.config import resources
from desk.domain.text import is_han
from desk.storage.words import folded

LONGEST_KEY = 60
MOST_KEYS = 16
"""A key is cut, and keys beyond these left out: what is found is read again before it is shown."""
MOST_SOUNDED = 6
MOST_READINGS = 8


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
    """Give what a Chinese name may be typed by, none for any other: *zhangwei* and *zw*.

    Found by the beginning of it, so *zhangw* finds it too.
    """
    han = [character for character in name if is_han(character)][:MOST_SOUNDED]
    read = [_table().get(character, ()) for character in han]
    if not read or not all(read):
        return ()
    whole = ["".join(said) for said in islice(product(*read), MOST_READINGS)]
    short = [dict.fromkeys(syllable[0] for syllable in said) for said in read]
    first = ["".join(said) for said in islice(product(*short), MOST_READINGS)]
    return tuple(key[:LONGEST_KEY] for key in (*whole, *first))


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Read the built table: character -> every syllable it is read as, the commonest first."""
    file = resources() / "pinyin.txt"
    if not file.is_file():  # a checkout nobody has built yet
        return {}
    lines = (line.split(" ", 1) for line in file.read_text("utf-8").splitlines())
    rows = ((tuple(said.split(",")), characters) for said, characters in lines)
    return {character: said for said, characters in rows for character in characters}
