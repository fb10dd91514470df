"""The guide's content: read from one language's file, checked whole, and filled for speaking."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from desk.domain.guide import (
    PROOF_NAMES,
    Aside,
    Avoid,
    ChecklistItem,
    Guide,
    Phrase,
    Prefill,
    Step,
)
from desk.domain.investigation import Cause, Finding
from desk.domain.label import N_
from desk.domain.response import MONEY, Remedy
from desk.domain.text import is_han
from desk.services.content_file import NO_SLOT, NOT_ONE, OPEN_BRACE, ContentFile, Entry

PHRASE_LENGTH = 100
"""Characters that fit two lines of the coach panel, and one breath."""
PREFILL_LENGTH = 300
PHRASES_A_STEP = 6
CHECKS_A_STEP = 7
"""A checklist longer than 60 to 90 seconds is not read."""

SLOTS = frozenset(
    {
        *("summary", "reference", "n", "minutes", "record", "name", "date", "remedy", "wish"),
        *("reason", "offer", "thing", "what_happened", "amount"),
    }
)
"""The names that may stand in braces."""

PATHS = frozenset(
    {
        *("safety", "abuse", "refuses", "supervisor", "left", "came_before", "cannot_meet"),
        *("lawyer", "needs_help", "waiting"),
    }
)
"""Where a phrase without a step belongs: the nine other paths of the guide, and waiting."""

TOO_MANY_CHECKS = N_(
    "step {step} has more than {most} checks: a list that takes longer than 60 to 90 seconds is "
    "not read. Take one out first."
)
_TWICE = N_("“{name}” stands here twice.")

_SLOT = re.compile(r"\{([^{}]*)\}")
KINDS = ("purpose", "phrase", "check", "card", "avoid", "aside", "prefill")

E = TypeVar("E", Cause, Finding, Remedy)


def load_guide(folder: Path) -> Guide:
    """Read ``guide.toml`` of one language's folder.

    Raises ContentBroken with the line of the entry's id (of the key, where a key is unknown):
    one broken entry refuses the whole file, so that a handler never meets half a guide.
    """
    return read_guide(ContentFile(folder / "guide.toml"))


def read_guide(file: ContentFile) -> Guide:
    """Read a guide's file. Raises ContentBroken as `load_guide` does."""
    top = file.top(*KINDS)
    top.allow("version")
    return Guide(
        version=top.text("version"),
        purposes=_purposes(file, top),
        phrases=_phrases(file),
        checklist=_checklist(file),
        cards=_cards(file),
        avoid=_avoid(file),
        asides=_asides(file),
        prefills=_prefills(file),
    )


def fill(text: str, slots: Mapping[str, str]) -> str:
    """Put values into ``{slots}``, each as it is; an unknown or empty one shows as a gap.

    The gap is ``……`` in a Chinese text, ``…`` in any other. A value is never read for slots of
    its own, whatever a customer said.
    """
    gap = "……" if any(map(is_han, text)) else "…"
    return _SLOT.sub(lambda found: slots.get(found.group(1)) or gap, text)


def _purposes(file: ContentFile, top: Entry) -> tuple[str, ...]:
    purposes: dict[Step, str] = {}
    for entry in file.entries("purpose"):
        entry.allow("step", "text")
        step = _step(entry)
        if step in purposes:
            entry.broken(N_("step {step} has two purposes."), "step", step=step)
        purposes[step] = _sentence(entry)
    for step in Step:
        if step not in purposes:
            top.broken(N_("step {step} has no purpose."), step=step)
    return tuple(purposes[step] for step in Step)


def _phrases(file: ContentFile) -> tuple[Phrase, ...]:
    entries = file.entries("phrase")
    phrases = []
    for entry in entries:
        entry.allow("id", "step", "path", "text")
        if ("step" in entry.values) == ("path" in entry.values):
            entry.broken(N_("a phrase has either a step or a path."))
        step = _step(entry) if "step" in entry.values else None
        path = entry.text("path") if step is None else ""
        if path and path not in PATHS:
            entry.broken(NOT_ONE, name="path", value=path)
        phrases.append(Phrase(entry.text("id"), step, _sentence(entry), path))
    _once(entries)
    _at_most(PHRASES_A_STEP, N_("step {step} has more than {most} phrases."), entries)
    return tuple(phrases)


def _checklist(file: ContentFile) -> tuple[ChecklistItem, ...]:
    entries = file.entries("check")
    items = []
    for entry in entries:
        entry.allow("id", "step", "text", "proof", "retired")
        proof = entry.text("proof") if "proof" in entry.values else ""
        if proof and proof not in PROOF_NAMES:
            entry.broken(NOT_ONE, name="proof", value=proof)
        items.append(
            ChecklistItem(
                id=entry.text("id"),
                step=_step(entry),
                text=_sentence(entry, slots=()),
                proof=proof,
                retired=entry.values.get("retired") is True,
            )
        )
    _once(entries)
    _at_most(CHECKS_A_STEP, TOO_MANY_CHECKS, entries)
    return tuple(items)


def _cards(file: ContentFile) -> tuple[tuple[str, tuple[str, ...]], ...]:
    entries = file.entries("card")
    cards = []
    for entry in entries:
        entry.allow("id", "lines")
        lines = entry.texts("lines")
        if not 1 <= len(lines) <= CHECKS_A_STEP:
            entry.broken(N_("a card has 1 to {most} lines."), most=CHECKS_A_STEP)
        cards.append((entry.text("id"), lines))
    _once(entries)
    return tuple(cards)


def _avoid(file: ContentFile) -> tuple[Avoid, ...]:
    entries = file.entries("avoid")
    for entry in entries:
        entry.allow("say", "better", "why")
    _once(entries, "say")
    return tuple(
        Avoid(e.text("say"), e.text("better"), e.text("why") if "why" in e.values else "")
        for e in entries
    )


def _asides(file: ContentFile) -> tuple[Aside, ...]:
    entries = file.entries("aside")
    for entry in entries:
        entry.allow("minutes", "text")
    _once(entries, "minutes")
    return tuple(Aside(e.whole("minutes"), _sentence(e)) for e in entries)


def _prefills(file: ContentFile) -> tuple[Prefill, ...]:
    entries = file.entries("prefill")
    _once(entries, "id", "cause", "finding", "remedy")
    return tuple(map(_prefill, entries))


def _prefill(entry: Entry) -> Prefill:
    name = entry.text("id")
    if name == "offered":
        entry.allow("id", "remedy", "text")
        remedy = _code(entry, "remedy", Remedy)
        slots = ("amount",) if remedy in MONEY else ()
        return Prefill(name, _sentence(entry, limit=PREFILL_LENGTH, slots=slots), remedy=remedy)
    if name != "found":
        entry.broken(NOT_ONE, name="id", value=name)
    entry.allow("id", "cause", "finding", "text")
    return Prefill(
        name,
        _sentence(entry, limit=PREFILL_LENGTH, slots=()),
        cause=_code(entry, "cause", Cause) if "cause" in entry.values else None,
        finding=_code(entry, "finding", Finding),
    )


def _sentence(entry: Entry, *, limit: int = PHRASE_LENGTH, slots: Iterable[str] = SLOTS) -> str:
    text = entry.text("text")
    if len(text) > limit:
        entry.broken(N_("{count} characters are more than {most}."), count=len(text), most=limit)
    for slot in _SLOT.findall(text):
        if slot not in slots:
            entry.broken(NO_SLOT, slot=f"{{{slot}}}")
    if set("{}") & set(_SLOT.sub("", text)):
        entry.broken(OPEN_BRACE)
    return text


def _step(entry: Entry) -> Step:
    number = entry.whole("step")
    try:
        return Step(number)
    except ValueError:
        entry.broken(NOT_ONE, name="step", value=number)


def _code(entry: Entry, key: str, codes: type[E]) -> E:
    value = entry.text(key)
    try:
        return codes(value)
    except ValueError:
        entry.broken(NOT_ONE, name=key, value=value)


def _once(entries: tuple[Entry, ...], *keys: str) -> None:
    seen = set()
    for entry in entries:
        named = tuple(str(entry.values.get(key, "")) for key in keys or ("id",))
        if named in seen:
            entry.broken(_TWICE, (keys or ("id",))[0], name=" ".join(filter(None, named)))
        seen.add(named)


def _at_most(limit: int, text: str, entries: tuple[Entry, ...]) -> None:
    counts: Counter[object] = Counter()
    for entry in entries:
        step = entry.values.get("step")
        counts[step] += step is not None and entry.values.get("retired") is not True
        if counts[step] > limit:
            entry.broken(text, step=str(step), most=limit)
