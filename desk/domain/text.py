"""Customer text at the entrance: anything may come; only what no database can hold is replaced."""

import re
import unicodedata

MARK = "\N{REPLACEMENT CHARACTER}"
STORY_LIMIT = 100_000
LINE_LIMIT = 4_000

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_FIRST_SENTENCE = re.compile(r".*?(?:[。！？!?]+[”」』\"']*|\.(?=\s|$)|\n|$)", re.DOTALL)


def storable(text: str) -> str:
    """Replace NUL and lone surrogates (PostgreSQL refuses both) and make line ends ``\\n``."""
    return _UNSTORABLE.sub(MARK, text.replace("\r\n", "\n").replace("\r", "\n"))


def first_sentence(text: str, limit: int) -> str:
    """Give the first sentence of a story, cut to `limit` characters with an ellipsis."""
    text = " ".join(text.split())
    found = _FIRST_SENTENCE.match(text)
    sentence = (found.group() if found else text).strip()
    return sentence if len(sentence) <= limit else sentence[: limit - 1].rstrip() + "…"


def shortened(text: str, limit: int) -> str:
    """Give a text as one line of at most `limit` characters, for lists."""
    line = " ".join(text[: limit * 4].split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def is_han(character: str) -> bool:
    """Tell whether a character is a Chinese character of any plane."""
    return "CJK" in unicodedata.name(character, "") and character.isalpha()


def says_enough(story: str) -> bool:
    """Tell whether a story has at least 4 Chinese characters or 10 others."""
    head = story.strip()[:200]
    return sum(map(is_han, head)) >= 4 or len(head) >= 10


def initials(name: str) -> str:
    """Give a name as letters for a screen others may read: ``Wei Lin`` -> ``WL``, 王小明 -> 王."""
    words = name.split()
    if not words:
        return ""
    if is_han(words[0][0]):
        return words[0][0]
    return "".join(word[0].upper() for word in words)[:3]


def digits(text: str) -> str:
    """Give only the decimal digits of a phone number, as ASCII, for finding."""
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdigit())
