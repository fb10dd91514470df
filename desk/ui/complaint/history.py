"""What happened to a complaint, newest first: who did what, when, and what changed from what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.attachment import shown_name
from desk.domain.besides import BY_ENTITY
from desk.domain.complaint_choices import Repeat
from desk.domain.field_labels import NOT_ASKED, field_label, question_of
from desk.domain.options import label
from desk.domain.own_field import question_name
from desk.domain.questions import BY_NAME
from desk.domain.response import Outcome
from desk.domain.text import shortened
from desk.domain.timeline import Change, Entry, Happening, Paper, PaperKind
from desk.i18n import N_, _
from desk.ui import moments
from desk.ui.complaint.facts import plain_in_words

CHANGE_LIMIT = 160
NOTE_LIMIT = 2000
MOST_CHANGES = 24

_WHAT = {
    Happening.RECEIVED: N_("Received"),
    Happening.ACKNOWLEDGED: N_("Acknowledged"),
    Happening.ASSESSED: N_("Assessed"),
    Happening.INVESTIGATED: N_("Investigated"),
    Happening.RESPONDED: N_("Responded"),
    Happening.CLOSED: N_("Closed"),
    Happening.REOPENED: N_("Opened again"),
    Happening.CHANGED: N_("Changed"),
    Happening.TICKED: N_("Checked: {item}"),
    Happening.UNTICKED: N_("Check taken back: {item}"),
    Happening.NOTED: N_("Note"),
    Happening.PAPER: N_("Paper made"),
    Happening.ADDED: N_("Written down"),
}

_ORDER = {name: place for place, name in enumerate(BY_NAME)}
_FOR_MACHINES = {
    ("attachment", field)
    for field in ("sha256", "media_type", "size", "width", "height", "added_at", "added_by")
} | {("later_change", "fields"), ("closing", "since_at"), ("closing", "due_at")}
"""Fields nobody reads in a timeline: its line says when and by whom, prints say the rest."""
_UNBROKEN = re.compile(r"[^\s\u2e80-\uffff]{40}")


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry: `head` says when, who and what, `lines` what changed; `paper` is a kept file."""

    head: str
    lines: tuple[str, ...]
    paper: str = ""

    def spoken(self) -> str:
        """Give the whole entry as text."""
        return "\n".join((self.head, *self.lines))


def history(
    entries: tuple[Entry, ...],
    papers: tuple[Paper, ...],
    items: Mapping[str, str],
    now: datetime,
    currency: str,
) -> tuple[Happened, ...]:
    """Tell the timeline, newest first.

    `items` are the words of checklist items, category codes and questions of own fields.
    """
    kept = sorted(papers, key=lambda p: (p.made_at is not None, p.made_at))
    told = []
    for entry in entries:
        paper = _paper_of(entry, kept)
        told.append(_happened(entry, paper, items, now, currency))
    return tuple(reversed(told))


def _happened(
    entry: Entry, paper: Paper | None, items: Mapping[str, str], now: datetime, currency: str
) -> Happened:
    what = _(_WHAT[entry.what])
    lines: tuple[str, ...] = ()
    match entry.what:
        case Happening.TICKED | Happening.UNTICKED:
            what = what.format(item=items.get(entry.subject, entry.subject))
        case Happening.NOTED:
            lines = (breakable(entry.subject[:NOTE_LIMIT]),)
        case Happening.PAPER:
            what = _paper_words(entry, paper)
        case _:
            what = _beside(entry) or what
            if entry.subject:  # an own field, which needs no line for its name
                name = items.get(question_name(entry.subject), entry.subject)
                what = _("{what}: {name}").format(what=what, name=name)
            changes = sorted(
                (
                    _named(change, items, entry.entity)
                    for change in entry.changes
                    if change.field != "field" and (entry.entity, change.field) not in _FOR_MACHINES
                ),
                key=lambda change: _ORDER.get(change.field, len(_ORDER)),
            )
            told = [_change(change, entry.entity, now, currency) for change in changes]
            lines = tuple(breakable(line) for line in told if line)[:MOST_CHANGES]
    head = _("{when}  {who}: {what}").format(
        when=moments.full(entry.at, now), who=entry.by or _("no name given"), what=what
    )
    return Happened(head, lines, paper.file if paper is not None else "")


def breakable(text: str) -> str:
    """Let very long words break: a zero-width space after every 40 characters of one."""
    return _UNBROKEN.sub(lambda found: found[0] + "\u200b", text)


def _paper_of(entry: Entry, kept: list[Paper]) -> Paper | None:
    """Take the oldest paper of this kind that is not told yet: ops and records come in order."""
    if entry.what is not Happening.PAPER:
        return None
    for place, paper in enumerate(kept):
        if paper.kind == entry.subject:
            return kept.pop(place)
    return None


def _paper_words(entry: Entry, paper: Paper | None) -> str:
    if paper is None:
        return (
            _(label(PaperKind(entry.subject)))
            if entry.subject in set(PaperKind)
            else _("Paper sent to the printer")
        )
    kind = _(label(paper.kind)) if paper.kind is not None else _("Paper")
    words = _("{kind}, copy {copy}").format(kind=kind, copy=paper.copy)
    if not paper.printer:
        return words
    return _("{paper}, sent to {printer}").format(paper=words, printer=paper.printer)


def _beside(entry: Entry) -> str:
    """Name a record that is kept beside the complaint; nothing for the complaint itself."""
    if entry.entity not in BY_ENTITY:
        return ""
    record = _(BY_ENTITY[entry.entity].label)
    if entry.what is Happening.ADDED:
        return record
    return _("{record}, changed").format(record=record)


def _named(change: Change, items: Mapping[str, str], entity: str) -> Change:
    """Give a change of the kind of a complaint by its names; others as they are.

    What an attachment was called where it came from is shown as it really ends.
    """
    if entity == "attachment" and change.field == "name":
        before, after = (shown_name(str(n)) if n else None for n in (change.before, change.after))
        return Change(change.field, before, after)
    if change.field != "subcategory":
        return change
    before, after = str(change.before or ""), str(change.after or "")
    return Change(change.field, items.get(before, before), items.get(after, after))


def _change(change: Change, entity: str, now: datetime, currency: str) -> str:
    before = _words(change.field, change.before, entity, now, currency)
    after = _words(change.field, change.after, entity, now, currency)
    name = _name(change.field, entity)
    if not name or (not before and not after):
        return ""
    if not before:
        return _("{field}: {after}").format(field=name, after=after)
    if not after:
        return _("{field}: taken away (was {before})").format(field=name, before=before)
    return _("{field}: {after} (was {before})").format(field=name, after=after, before=before)


def _name(field: str, entity: str) -> str:
    if entity in BY_ENTITY:
        return _(field_label(field, entity)).rstrip("?？")
    if field == "complainant":
        return _("Customer record")
    if field in BY_NAME:
        return _(BY_NAME[field].label).rstrip("?？")
    return _(NOT_ASKED[field]) if field in NOT_ASKED else ""


def _words(field: str, held: object, entity: str, now: datetime, currency: str) -> str:
    if held is None:
        return ""
    if field == "complainant":  # the name of a record tells nobody anything
        return _("linked") if held else ""
    if question := question_of(field, entity):
        plain = held if isinstance(held, str | int | bool | list) else str(held)
        return shortened(plain_in_words(question, plain, now.date(), currency), CHANGE_LIMIT)
    if field == "priority":
        return f"P{held}"
    if field == "repeat":
        return _(label(Repeat(str(held))))
    if field == "outcome" and isinstance(held, str) and held in set(Outcome):
        return _(label(Outcome(held)))
    if field.endswith("_at"):
        return moments.full(datetime.fromisoformat(str(held)), now)
    if field.endswith("_on") and held:
        return moments.plain_day(date.fromisoformat(str(held)), now.date())
    return shortened(str(held), CHANGE_LIMIT)
