"""What a guide's file changes, line by line, and whether the languages still belong together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from desk.domain.label import LANGUAGES, N_
from desk.services.content_file import ContentFile, Entry

LACKING = N_("“{name}” is missing in the guide in {language}.")
_OTHERWISE = N_("“{name}” is not the same in the guide in {language}: “{key}”.")
_COUNTS = N_("the guide in {language} has another number of [[{name}]].")

_TOLD_BY = {"purpose": ("step",), "aside": ("minutes",)}
_ALIKE = {"phrase": ("step", "path"), "check": ("step", "proof", "retired"), "card": ()}
"""What tells entries apart in every language, and what must be the same in each."""


class Changed(StrEnum):
    """What became of one line of the guide."""

    ADDED = "added"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideChange:
    """One line: what became of it, in which language, what kind of line, its name, its words."""

    what: Changed
    language: str
    kind: str
    name: str
    before: str = ""
    after: str = ""


def differences(language: str, before: ContentFile, after: ContentFile) -> Iterator[GuideChange]:
    """Tell what is added, changed and gone, in the order of the files."""
    old, new = dict(_lines(before)), dict(_lines(after))
    for (kind, name), words in new.items():
        was = old.get((kind, name))
        if was != words:
            yield GuideChange(
                what=Changed.ADDED if was is None else Changed.CHANGED,
                language=language,
                kind=kind,
                name=name,
                before=was or "",
                after=words,
            )
    for (kind, name), words in old.items():
        if (kind, name) not in new:
            yield GuideChange(
                what=Changed.GONE, language=language, kind=kind, name=name, before=words
            )


def must_belong_together(files: Mapping[str, ContentFile]) -> None:
    """Raise ContentBroken where a line of one language has no fellow in another."""
    for language, file in files.items():
        for other, theirs in files.items():
            if other != language:
                _must_have(file, theirs, LANGUAGES[other])


def _must_have(file: ContentFile, other: ContentFile, language: str) -> None:
    for kind, alike in _ALIKE.items():
        theirs = {e.values.get("id"): e for e in other.entries(kind)}
        for entry in file.entries(kind):
            name = str(entry.values.get("id"))
            fellow = theirs.get(name)
            if fellow is None:
                entry.broken(LACKING, name=name, language=language)
            for key in alike:
                if entry.values.get(key) != fellow.values.get(key):
                    entry.broken(_OTHERWISE, key, name=name, key=key, language=language)
    for kind in ("avoid", "aside", "prefill"):
        entries = file.entries(kind)
        if len(entries) > len(other.entries(kind)):
            entries[-1].broken(_COUNTS, "", name=kind, language=language)


def _lines(file: ContentFile) -> Iterator[tuple[tuple[str, str], str]]:
    for kind in ("purpose", "phrase", "check", "card", "avoid", "aside", "prefill"):
        for entry in file.entries(kind):
            yield (kind, _name(kind, entry)), _words(entry)


def _name(kind: str, entry: Entry) -> str:
    if kind == "avoid":
        return str(entry.values["say"])
    if kind == "prefill":
        keys = ("id", "cause", "finding", "remedy")
        return " ".join(str(entry.values[key]) for key in keys if key in entry.values)
    return " ".join(str(entry.values[key]) for key in _TOLD_BY.get(kind, ("id",)))


def _words(entry: Entry) -> str:
    said = [entry.values.get(key) for key in ("text", "better", "why", "lines")]
    words = [" / ".join(s) if isinstance(s, list) else str(s) for s in said if s]
    marks = [
        f"{key} = {entry.values[key]}"
        for key in ("step", "path", "proof", "retired")
        if key in entry.values and key != "id"
    ]
    return " · ".join([*words, *marks])
