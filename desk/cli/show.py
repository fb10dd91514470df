"""``desk show``: everything known about one complaint, with its timeline."""

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from datetime import tzinfo

from desk.cli.arguments import Parser
from desk.cli.call import Call
from desk.cli.output import complain, say, say_json
from desk.cli.wording import field_label, happening, line_of, moment, own_words, worded
from desk.domain.complaint import Complaint, ComplaintSummary
from desk.domain.field_labels import NOT_ASKED
from desk.domain.op import NEVER_IN_OPS, Plain, plain, says_something
from desk.domain.options import label
from desk.domain.own_field import OwnField, name_of, question_name
from desk.domain.questions import BY_NAME
from desk.domain.text import storable
from desk.domain.timeline import Entry, Happening, Paper, PaperKind
from desk.i18n import LANGUAGES, N_, _, language
from desk.services.complaints import Whole

Own = Sequence[tuple[OwnField, str]]
"""Own fields with what was answered."""

HELP = N_("everything known about a complaint, with its timeline")


def arguments(parser: Parser) -> None:
    """Declare what the command is asked with."""
    parser.named.add_argument(
        "reference",
        metavar="REFERENCE",
        help=_("the number on the customer's slip, or its last four to six digits"),
    )
    parser.options.add_argument("--json", action="store_true", help=_("print one JSON document"))


def run(call: Call) -> int:
    """Print one complaint; 1 when several end in the digits asked, which are listed then."""
    with call.app() as app:
        asked = storable(call.asked.reference)
        ending = app.complaints.ending(asked)
        if len(ending) > 1:
            _tell_apart(asked, ending, app.complaints.now().tzinfo)
            return 1
        whole = app.complaints.whole(ending[0].reference if ending else asked)
        currency = app.settings.current().currency
        zone = app.complaints.now().tzinfo
        names = {item.id: item.text for item in app.guides.of(language()).checklist}
        tree = app.categories.tree()
        names |= {node.code: tree.name(node.code, language()) for node in tree.nodes}
        names |= {question_name(f.code): name_of(f, language()) for f in app.own_fields.fields()}
        own = app.own_fields.said(whole.complaint.id)
    if call.asked.json:
        say_json(_document(whole, own))
    else:
        say("\n".join(_lines(whole, own, names, currency, zone)))
    return 0


def _tell_apart(asked: str, lines: Sequence[ComplaintSummary], zone: tzinfo | None) -> None:
    complain(_("Several complaints end in {digits}. Name one of them:").format(digits=asked))
    for line in lines:
        complain(line_of(line, zone))


def _document(whole: Whole, own: Own) -> dict[str, object]:
    return {
        **_values(whole.complaint),
        "own": {field.code: value for field, value in own},
        "ticks": sorted(whole.ticks),
        "notes": [note.text for note in whole.notes],
        "papers": [_fields(paper) for paper in whole.papers],
        "timeline": [
            {
                "at": entry.at.isoformat(),
                "by": entry.by,
                "branch": entry.branch,
                "what": entry.what.value,
                "subject": entry.subject,
                "changes": [dataclasses.asdict(change) for change in entry.changes],
            }
            for entry in whole.entries
        ],
    }


def _values(complaint: Complaint) -> dict[str, Plain]:
    return {"id": complaint.id, **_fields(complaint)}


def _fields(record: Complaint | Paper) -> dict[str, Plain]:
    names = (field.name for field in dataclasses.fields(record))
    return {name: plain(getattr(record, name)) for name in names if name not in NEVER_IN_OPS}


def _lines(
    whole: Whole, own: Own, names: Mapping[str, str], currency: str, zone: tzinfo | None
) -> Iterator[str]:
    complaint = whole.complaint
    arrived = moment(complaint.arrived_at, zone)
    head = (complaint.reference, arrived, _(label(complaint.stage)), complaint.handler)
    yield "  ".join(filter(None, head))
    yield ""
    values = _fields(complaint)
    for name in (*BY_NAME, *NOT_ASKED):
        if says_something(values[name]):
            yield _said(name, worded(name, _named(name, values[name], names), currency, zone))
    for field, value in own:
        words = own_words(field, value)
        yield _("{field}: {value}").format(field=name_of(field, language()), value=words)
    if whole.papers:
        yield ""
        yield _("Papers")
        for paper in whole.papers:
            yield f"  {_paper(paper, zone)}"
    yield ""
    yield _("Timeline")
    for entry in whole.entries:
        yield from _entry(entry, names, currency, zone)


def _paper(paper: Paper, zone: tzinfo | None) -> str:
    kind = _(label(paper.kind)) if paper.kind else ""
    made = moment(paper.made_at, zone) if paper.made_at else ""
    spoken = LANGUAGES.get(paper.language, paper.language)
    return f"{kind} {paper.copy}  {spoken}  {made}  {paper.file}"


def _entry(
    entry: Entry, names: Mapping[str, str], currency: str, zone: tzinfo | None
) -> Iterator[str]:
    what, subject = happening(entry.what, entry.entity), entry.subject
    match entry.what:
        case Happening.PAPER if subject:
            subject = _kind_of_paper(subject)
        case Happening.TICKED | Happening.UNTICKED:
            subject = names.get(subject, subject)
        case _ if entry.entity == "own_value":
            subject = names.get(question_name(subject), subject)
    head = "  ".join(filter(None, (moment(entry.at, zone), entry.by, what, subject)))
    yield f"  {head}"
    for change in entry.changes:
        if (entry.entity, change.field) == ("own_value", "field"):
            continue  # the line itself names it
        said = _named(change.field, change.after, names)
        after = worded(change.field, said, currency, zone, entry.entity)
        if says_something(change.before):
            said = _named(change.field, change.before, names)
            before = worded(change.field, said, currency, zone, entry.entity)
            after = _("{after} (before: {before})").format(after=after, before=before)
        yield "      " + _said(change.field, after, entry.entity)


def _named(field: str, value: Plain, names: Mapping[str, str]) -> Plain:
    """Give the kind of a complaint by its name; any other value as it is."""
    return names.get(str(value), value) if field == "subcategory" else value


def _said(field: str, value: str, entity: str = "complaint") -> str:
    """Put a label before a value; a label that is a question needs no colon."""
    words = field_label(field, entity)
    if words.endswith(("?", "？")):
        return f"{words} {value}"
    return _("{field}: {value}").format(field=words, value=value)


def _kind_of_paper(kind: str) -> str:
    known = {member.value: member for member in PaperKind}
    return _(label(known[kind])) if kind in known else kind  # a newer desk may know more
