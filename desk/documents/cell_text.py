"""Text as a workbook's cell can hold it: never a formula, nothing that breaks the file."""

import re

LONGEST = 32_767
"""What Excel holds in a cell, counted in UTF-16 units; the rest it drops, or calls damage."""
MARK = "\N{REPLACEMENT CHARACTER}"

# XML 1.0 has no place for these, and Excel refuses a file that holds one.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads "_x0041_" in a file as "A", so the first underscore of such a run is written as one.
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")

FORMULA_STARTS = ("=", "+", "-", "@", "\t")
"""What makes a spreadsheet take typed text for a formula."""


class CellText:
    """Makes texts fit for cells and counts the characters it had to replace.

    `cut_mark` is put where a text was cut; the whole text stays in the database.
    """

    def __init__(self, cut_mark: str) -> None:
        self._cut_mark = cut_mark
        self.replaced = 0

    def fit(self, text: str) -> str:
        """Give a text that any cell can hold."""
        if len(text) > LONGEST // 2:
            text = self._cut(text)
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        if _UNWRITABLE.search(text):
            text, replaced = _UNWRITABLE.subn(MARK, text)
            self.replaced += replaced
        return text

    def _cut(self, text: str) -> str:
        room = LONGEST - len(self._cut_mark)
        # Lone surrogates are replaced later; here each counts as the one unit it becomes.
        units = text.encode("utf-16-le", "surrogatepass")
        if len(units) <= 2 * LONGEST:
            return text
        kept = units[: 2 * room]
        if 0xD8 <= kept[-1] <= 0xDB:  # never half of a pair
            kept = kept[:-2]
        return kept.decode("utf-16-le", "surrogatepass") + self._cut_mark


def as_xml(text: str) -> str:
    """Write a fitting text as XML that spreadsheets read back unchanged."""
    if "_x" in text:
        text = _LOOKS_ESCAPED.sub("_x005F_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def sheet_name(wanted: str, taken: list[str]) -> str:
    """Give a name a sheet may have: at most 31 characters, none forbidden, not taken yet."""
    plain = _NOT_IN_SHEET_NAMES.sub(" ", wanted).strip(" '") or "-"
    name, n = plain[:31], 1
    while name.casefold() in {other.casefold() for other in taken}:
        n += 1
        name = f"{plain[: 31 - len(str(n)) - 1]} {n}"
    return name


def columns_wide(text: str) -> int:
    """Give how many digits wide a text is shown: East Asian characters take two."""
    return sum(2 if character > "\u2e7f" else 1 for character in text)
