"""Which characters of a text reach paper: all that print, and none that do not.

Dropped, because they print nothing by themselves: control characters other than line ends and
tabs, format characters (zero-width joiners, byte order marks, soft hyphens, direction overrides)
and variation selectors. A lone surrogate becomes U+FFFD, blanks of odd width become a plain
blank, a tab four of them, and every kind of line end becomes ``\\n``.
"""

import unicodedata

_LINE_ENDS = frozenset("\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029")
_SELECTORS = frozenset(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x180B, 0x1810), 0x34F))
)
# Format characters by class, yet with ink: the signs that span Arabic, Syriac and Kaithi numbers.
_INKED_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
_KEPT_BLANKS = frozenset(" \u00a0\u3000")


def printable(text: str) -> str:
    """Give the text as paper shows it. Nothing that has ink is lost."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n")
    changed = {ord(c): shown for c in set(text) if (shown := _on_paper(c)) != c}
    return text.translate(changed) if changed else text


def _on_paper(character: str) -> str:
    if character in _LINE_ENDS:
        return "\n"
    if character == "\t":
        return "    "
    if character in _SELECTORS:
        return ""
    match unicodedata.category(character):
        case "Cc":
            return ""
        case "Cf":
            return character if character in _INKED_FORMATS else ""
        case "Cs":
            return "\N{REPLACEMENT CHARACTER}"
        case "Zs":
            if character in _KEPT_BLANKS:
                return character
            return "\u00a0" if character == "\u202f" else " "
    return character
