"""The mark on words that are shown to people and translated where they are shown."""

LANGUAGES = {"en": "English", "zh_CN": "中文"}
"""The languages desk speaks, each by its own name."""


def N_(text: str) -> str:  # noqa: N802 - gettext's customary name, which extractors look for
    """Return `text` unchanged; catalogue extraction finds it here, display translates it."""
    return text


class Coded(str):
    """Words that a branch may have replaced by its own: `key` tells which (``cause.mix_up``)."""

    __slots__ = ("key",)
    key: str

    def __new__(cls, words: str, key: str) -> "Coded":
        """Make words that know their key."""
        made = super().__new__(cls, words)
        made.key = key
        return made
