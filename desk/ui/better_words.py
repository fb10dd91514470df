"""What to write instead of words that harm, as a line below a field; a warning only."""

from collections.abc import Iterable

from desk.domain.guide import Avoid
from desk.domain.wording import harmful
from desk.i18n import _

TOLD_CUSTOMER = frozenset({"found", "offered", "refusal", "refusal_basis", "refusal_next"})
"""Answers in words that a customer hears or reads on paper (features.md G8)."""


def better_words(text: str, avoid: Iterable[Avoid]) -> str:
    """Give a line for each word to avoid that is in a text; empty where there is none."""
    return "\n".join(
        _("! “{say}” may hurt. Better: {better} {why}")
        .format(say=hit.say, better=hit.better, why=hit.why)
        .strip()
        for hit in harmful(text, dict.fromkeys(avoid))
    )
