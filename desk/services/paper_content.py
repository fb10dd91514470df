"""The words of the papers: read from their files of one language and checked whole."""

from pathlib import Path

from desk.documents.paper_words import SCHEMAS, SLOT, Schema, Words
from desk.domain.guide import Guide
from desk.domain.investigation import Finding
from desk.domain.label import N_
from desk.domain.timeline import PaperKind
from desk.services.content import load_guide
from desk.services.content_file import NO_SLOT, NO_TEXT, OPEN_BRACE, ContentFile, Entry


def load_words(folder: Path, language: str, kind: PaperKind) -> Words:
    """Read one paper's words, and those all papers share, from ``<folder>/<language>/papers``.

    What the guide suggests for a finding comes with them, so that a paper says it once.
    Raises ContentBroken at the line of a sentence that is unknown, missing, or has slots other
    than its fellow in every language.
    """
    texts: dict[str, str] = {}
    for name in ("frame", kind.value):
        texts |= _read(folder / language / "papers" / f"{name}.toml", SCHEMAS[name])
    return Words(language, texts, _stock(load_guide(folder / language)))


def load_text_words(folder: Path, language: str) -> Words:
    """Read the words of text messages. Raises ContentBroken as `load_words` does."""
    file = folder / language / "papers" / "text_message.toml"
    return Words(language, _read(file, SCHEMAS["text_message"]))


def _stock(guide: Guide) -> dict[Finding, tuple[str, ...]]:
    """Give the sentences the guide suggests for each finding."""
    return {
        finding: tuple(p.text for p in guide.prefills if p.id == "found" and p.finding is finding)
        for finding in Finding
    }


def _read(path: Path, schema: Schema) -> dict[str, str]:
    entry = ContentFile(path).top()
    entry.allow(*schema)
    return {key: _sentence(entry, key, slots) for key, slots in schema.items()}


def _sentence(entry: Entry, key: str, slots: tuple[str, ...]) -> str:
    text = entry.values.get(key)
    if not isinstance(text, str) or not text.strip():
        entry.broken(NO_TEXT, key, name=key)
    found = SLOT.findall(text)
    for slot in found:
        if slot not in slots:
            entry.broken(NO_SLOT, key, slot=f"{{{slot}}}")
    for slot in slots:
        if slot not in found:
            entry.broken(N_("the slot {slot} is missing."), key, slot=f"{{{slot}}}")
    if set("{}") & set(SLOT.sub("", text)):
        entry.broken(OPEN_BRACE, key)
    return text
