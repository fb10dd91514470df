"""Text messages to copy into a phone: short enough for one message, the reference always whole."""

import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from desk.domain.label import N_

MOST_LATIN = 160
MOST_OTHERS = 70
"""Characters of one message: in the phone alphabet (3GPP TS 23.038), and in any other."""

_PLAIN = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_DOUBLE = frozenset("^{}\\[~]|€\f")
_JOINER = "\N{ZERO WIDTH JOINER}"


class Occasion(StrEnum):
    """What a message tells."""

    RECEIVED = "received"
    PROGRESS = "progress"
    READY = "ready"


LABELS: dict[Occasion, str] = {
    Occasion.RECEIVED: N_("Received"),
    Occasion.PROGRESS: N_("How it stands"),
    Occasion.READY: N_("Answer ready"),
}


def fits(text: str) -> bool:
    """Tell whether a text is one message."""
    if _PLAIN.union(_DOUBLE).issuperset(text):
        return len(text) + sum(text.count(sign) for sign in _DOUBLE) <= MOST_LATIN
    return len(text.encode("utf-16-le", "surrogatepass")) // 2 <= MOST_OTHERS


def composed(before: str, core: str, after: str, reference: str) -> str:
    """Put a message together: the core always, what stands around it only where it fits.

    A core that is too long by itself loses its end, never a part of a character and never the
    reference, which then stands alone if nothing else fits.
    """
    for whole in (before + core + after, before + core, core + after, core):
        if fits(whole):
            return whole
    head, found, tail = core.partition(reference)
    if not found or not fits(head + reference):
        return reference
    kept = head + reference
    for cluster in _clusters(tail):
        if not fits(kept + cluster + "…"):
            return kept + "…" if fits(kept + "…") else kept
        kept += cluster
    return kept


def _clusters(text: str) -> Iterator[str]:
    """Take a text apart into what a reader takes for one character."""
    cluster = ""
    for character in text:
        joins = unicodedata.category(character) in {"Mn", "Me", "Mc", "Cf", "Sk"}
        if cluster and not joins and not cluster.endswith(_JOINER):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster
