"""A customer's tier: shown, and able to shorten the first reply's clock, never to lengthen one."""

import re

_PAIR = re.compile(r"\s*(.+?)\s*[=:：]\s*(\d{1,2})\s*")


def days_by_tier(said: str) -> dict[str, int]:
    """Read a setting such as ``gold=1, silver=2``; what cannot be read counts for nothing."""
    parts = re.split(r"[,;，；、\n]", said)
    found = (_PAIR.fullmatch(part) for part in parts)
    return {pair[1].casefold(): max(1, int(pair[2])) for pair in found if pair}


def first_word_days(ordinary: int, tier: str, said: str) -> int:
    """Give the working days until a first reply: those of the tier where they are fewer."""
    return min(ordinary, days_by_tier(said).get(tier.strip().casefold(), ordinary))
