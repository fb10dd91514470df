"""The check character behind a reference in a machine-readable code: a misread one is noticed."""

import re

from desk.domain.errors import Misread, NotFound

_SCANNED = re.compile(r"[0-9A-Z]{2,6}-[0-9]{2}-[0-9]{4,}-[0-9A-Z]")
"""A reference with one character behind it: nobody types that, a scanner does."""

_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def with_check(reference: str) -> str:
    """Write a reference with its check character: ``BR01-26-0118`` -> ``BR01-26-0118-E``."""
    return f"{reference}-{check_character(reference)}"


def without_check(scanned: str) -> str | None:
    """Give the reference of a scanned code; None when it was misread or has no check character."""
    reference, _, check = scanned.strip().upper().rpartition("-")
    return reference if reference and check == check_character(reference) else None


def is_misread(asked: str) -> bool:
    """Tell whether a text has the form of a scanned code whose check character does not fit."""
    return without_check(asked) is None and bool(_SCANNED.fullmatch(asked.strip().upper()))


def not_found(asked: str) -> NotFound:
    """Say why nothing was found by a reference: it was misread, or there is none."""
    return Misread(asked.strip().upper()) if is_misread(asked) else NotFound(asked)


def check_character(reference: str) -> str:
    """Give the check character of a reference (ISO/IEC 7064, MOD 37,36).

    It notices every single wrong character and nearly every swap of neighbours. Characters
    outside 0-9 and A-Z do not count.
    """
    product = 36
    for character in reference.upper():
        if character in _CHARACTERS:
            total = (product + _CHARACTERS.index(character)) % 36 or 36
            product = total * 2 % 37
    return _CHARACTERS[(37 - product) % 36]
