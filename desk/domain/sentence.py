"""A sentence kept apart from its facts, so that it can be said in any language."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """A marked message with ``{slots}``, and what stands in them.

    A fact that is a sentence (or a part of one, such as a field's label) is translated too;
    any other stands as it is, whatever it says.
    """

    text: str
    facts: "tuple[tuple[str, Fact], ...]" = ()

    def __str__(self) -> str:
        """Say it in English."""
        return self.said(lambda text: text)

    def said(self, translate: Callable[[str], str]) -> str:
        """Say it through a language's ``gettext``."""
        return translate(self.text).format(
            **{
                name: fact.said(translate) if isinstance(fact, Sentence) else fact
                for name, fact in self.facts
            }
        )


Fact = str | int | Sentence


def sentence(text: str, /, **facts: Fact) -> Sentence:
    """Make a sentence of a marked message and its facts."""
    return Sentence(text, tuple(facts.items()))
