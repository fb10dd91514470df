"""The mark on words that are shown to people and translated where they are shown."""

LANGUAGES = {"en": "English", "zh_CN": "中文"}
"""The languages desk speaks, each by its own name."""


def N_(text: str) -> str:  # noqa: N802 - gettext's customary name, which extractors look for
    """Return `text` unchanged; catalogue extraction finds it here, display translates it."""
    return text
