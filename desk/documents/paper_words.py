"""The words of the papers: which sentences each paper has, and how facts are put into them."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.domain.complaint import Channel, Kind
from desk.domain.investigation import Checked, Finding
from desk.domain.response import Remedy
from desk.domain.timeline import PaperKind

SLOT = re.compile(r"\{([^{}]*)\}")

Schema = Mapping[str, tuple[str, ...]]
"""The keys of a words file, and for each the slots its sentence has."""


def _plain(*keys: str) -> dict[str, tuple[str, ...]]:
    return dict.fromkeys(keys, ())


def _each(prefix: str, codes: type[Kind | Remedy | Checked | Finding | Channel]) -> list[str]:
    return [f"{prefix}_{code.value}" for code in codes]


FRAME: Schema = {
    **_plain("practice", "not_known", "between", "last_between", *_each("remedy", Remedy)),
    "page": ("page", "pages"),
    "copy": ("copy",),
    "running_head": ("title", "reference"),
    "phone": ("phone",),
    "hours": ("hours",),
    "in_capitals": ("amount", "words"),
}
SLIP: Schema = {
    **_plain("number", "received", "in_short", "wish", "spoke_with", "next", "no_clock"),
    **_plain("how_to_ask", "ask_desk", "thanks", *_each("title", Kind), *_each("by", Channel)),
    "first_word": ("date",),
    "final": ("date",),
    "first_word_here": ("date",),
    "final_here": ("date",),
    "progress": ("date",),
    "progress_here": ("date",),
    "ask_phone": ("phone",),
}
RECEIPT: Schema = {
    **_plain("title_agreed", "title_offer", "number", "date", "told", "found", "offer"),
    **_plain("amount", "when", "who", "goodwill", "next", "next_settled"),
    **_plain("next_open", "accepted", "accepted_part", "handed", "sign_customer", "sign_shop"),
    **_plain("routes", *_each("verdict", Finding)),
    "when_now": ("date",),
    "when_by": ("date",),
    "check_back": ("date",),
    "next_open_until": ("date",),
}
LETTER: Schema = {
    **_plain("salutation_neutral", "opening", "opening_pending", "told", "checked"),
    **_plain("opening_suggestion", "opening_praise", "opening_question", "answered", "do"),
    **_plain("sorry_mistake", "sorry_trouble", "goodwill", "done_now", "next", "cannot"),
    **_plain("routes", "routes_inside", "routes_outside", "thanks", "closing"),
    **_plain(*_each("check", Checked), *_each("verdict", Finding)),
    **dict.fromkeys(_each("subject", Kind), ("date",)),
    **dict.fromkeys(("declined_agreed", *_each("declined", Finding)), ("wishes",)),
    "reference": ("reference",),
    "salutation": ("name",),
    "looked_at": ("checks", "verdict"),
    "looked_only": ("checks",),
    "amount": ("amount",),
    "done_by": ("who", "date"),
    "check_back": ("date",),
    "pending": ("date",),
    "pending_who": ("who", "date"),
    "contact_phone": ("phone", "reference"),
    "contact_desk": ("reference",),
    "rests_on": ("basis",),
    "you_can": ("next",),
}
TEXT_MESSAGE: Schema = {
    "shop": ("shop",),
    "received": ("reference", "day"),
    "progress": ("reference", "day"),
    "ready": ("reference",),
    "call": ("phone",),
}
SCHEMAS: Mapping[str, Schema] = {
    "frame": FRAME,
    PaperKind.SLIP.value: SLIP,
    PaperKind.RECEIPT.value: RECEIPT,
    PaperKind.LETTER.value: LETTER,
    "text_message": TEXT_MESSAGE,
}
"""Words files by name. `frame` holds what all papers share."""


@dataclass(frozen=True, slots=True)
class Words:
    """One paper's sentences in one language, those of the frame among them.

    `stock` holds, by finding, the sentences the guide suggests for what was found.
    """

    language: str
    texts: Mapping[str, str]
    stock: Mapping[Finding, tuple[str, ...]] = field(default_factory=dict)

    def say(self, key: str, **slots: str) -> str:
        """Give a sentence with its slots filled; a value is never read for slots of its own."""
        return SLOT.sub(lambda found: slots[found.group(1)], self.texts[key])

    def verdict(self, finding: Finding, found: str) -> str:
        """Give the sentence for a finding; none where what was found says the same already."""
        verdict = self.say(f"verdict_{finding.value}")
        said = _bare(found)
        same = (verdict, *self.stock.get(finding, ()))
        return "" if any(_bare(sentence) in said for sentence in same) else verdict

    def listed(self, items: list[str]) -> str:
        """Join things as the language does: a, b and c."""
        *most, last = items
        if not most:
            return last
        return self.texts["between"].join(most) + self.texts["last_between"] + last

    def joined(self, *sentences: str) -> str:
        """Put sentences one behind the other: with a blank between, in Chinese without."""
        return ("" if self.language.startswith("zh") else " ").join(filter(None, sentences))

    def remedies(self, remedies: tuple[Remedy, ...], other: str) -> str:
        """Name remedies in the middle of a sentence; `other` says what the last one is."""
        names = [
            other if r is Remedy.OTHER and other else self.say(f"remedy_{r}") for r in remedies
        ]
        return self.listed(names)


def _bare(sentence: str) -> str:
    """Write a sentence so that it is found whatever its capitals, blanks and full stop."""
    plain = " ".join(unicodedata.normalize("NFKC", sentence).casefold().split())
    return plain.rstrip(".。!")
