"""Reads from a TrueType font which other glyphs it keeps for a character (OpenType ``GSUB``).

A Chinese face draws quotation marks and dots as wide as a Han character. English needs the narrow
forms (feature ``pwid``), a Chinese dash the joined one (``fwid``); no code point leads to them.
Layout of the table: OpenType specification, "GSUB - Glyph Substitution Table".
"""

import struct

_SINGLE, _EXTENSION = 1, 7


def single_substitutions(gsub: bytes, feature: str) -> dict[int, int]:
    """Map glyph number -> glyph number for a feature's one-to-one substitutions, else empty."""
    if len(gsub) < 10:
        return {}
    _, _, feature_list, lookup_list = struct.unpack_from(">HHHH", gsub, 2)
    swaps: dict[int, int] = {}
    for lookup in sorted(_lookups_of(gsub, feature_list, feature.encode("ascii"))):
        at = lookup_list + _u16(gsub, lookup_list + 2 + 2 * lookup)
        kind, count = _u16(gsub, at), _u16(gsub, at + 4)
        for index in range(count):
            table = at + _u16(gsub, at + 6 + 2 * index)
            table_kind = kind
            if kind == _EXTENSION:
                table_kind = _u16(gsub, table + 2)
                table += struct.unpack_from(">I", gsub, table + 4)[0]
            if table_kind == _SINGLE:
                swaps.update(_swaps(gsub, table))
    return swaps


def _u16(data: bytes, at: int) -> int:
    value: int = struct.unpack_from(">H", data, at)[0]
    return value


def _lookups_of(gsub: bytes, feature_list: int, tag: bytes) -> set[int]:
    found: set[int] = set()
    for index in range(_u16(gsub, feature_list)):
        record = feature_list + 2 + 6 * index
        if gsub[record : record + 4] == tag:
            at = feature_list + _u16(gsub, record + 4)
            count = _u16(gsub, at + 2)
            found.update(struct.unpack_from(f">{count}H", gsub, at + 4))
    return found


def _swaps(gsub: bytes, table: int) -> dict[int, int]:
    covered = _covered(gsub, table + _u16(gsub, table + 2))
    if _u16(gsub, table) == 1:
        delta = _u16(gsub, table + 4)
        return {glyph: (glyph + delta) & 0xFFFF for glyph in covered}
    count = _u16(gsub, table + 4)
    return dict(zip(covered, struct.unpack_from(f">{count}H", gsub, table + 6), strict=False))


def _covered(gsub: bytes, at: int) -> list[int]:
    count = _u16(gsub, at + 2)
    if _u16(gsub, at) == 1:
        return list(struct.unpack_from(f">{count}H", gsub, at + 4))
    glyphs: list[int] = []
    for index in range(count):
        first, last = struct.unpack_from(">HH", gsub, at + 4 + 6 * index)
        glyphs.extend(range(first, last + 1))
    return glyphs
