"""Every verb of every service with the right it needs, and things to call any of them with."""

import inspect
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from desk.domain.card_questions import PAPER_FORM
from desk.domain.complaint_choices import Known
from desk.domain.complaint_list import ComplaintFilter
from desk.domain.contact import Contact
from desk.domain.paper import PaperKind
from desk.domain.pause import Pause
from desk.domain.report import Period
from desk.domain.rights import Right
from desk.domain.staff import Role
from desk.domain.undo import Step
from desk.services.app import App
from desk.services.ending import Farewell
from tests.make import a_draft

BY_HAND = {"priority_by_hand": ("2",), "priority_reason": "third time"}

CLOSING = {
    "outcome": ("withdrawn",), "words": "Never mind.", "reopened_for": ("other",),
    "asked": ("not_asked",), "repeat": ("once",),
}  # fmt: skip

NEEDED: dict[str, dict[Right | None, str]] = {
    "complaints": {
        None: "now today calendar",
        Right.READ_ALL: "count ending find get like_it page papers ticks whole",
        Right.TAKE_IN: "new_draft",
        Right.HANDLE: "acknowledge add_note close leave park receive record_finding respond save",
    },
    "besides": {None: "now today as_answers", Right.READ_ALL: "of", Right.HANDLE: "add end put"},
    "contacts": {Right.READ_ALL: "tried", Right.HANDLE: "add"},
    "promises": {
        None: "today",
        Right.READ_ALL: "follow_ups of",
        Right.HANDLE: "break_off give keep move",
    },
    "undo": {Right.HANDLE: "take_back"},
    "offers": {Right.READ_ALL: "like_this of"},
    "text_messages": {Right.READ_ALL: "of"},
    "approvals": {
        None: "who_may",
        Right.READ_ALL: "is_covered of",
        Right.HANDLE: "ask decide decide_here",
    },
    "assessments": {Right.READ_ALL: "effort looked_at", Right.HANDLE: "weigh_by_hand"},
    "watch": {None: "look"},
    "pauses": {Right.READ_ALL: "of", Right.HANDLE: "begin end"},
    "side_paths": {
        None: "today",
        Right.READ_ALL: "links of on",
        Right.HANDLE: "leave link refer tick write",
    },
    "intake": {Right.HANDLE: "came_at needs_help complete decide further"},
    "drafts": {Right.READ_ALL: "all", Right.HANDLE: "resume"},
    "papers": {
        None: "queues news",
        Right.READ_ALL: "render waiting",
        Right.HANDLE: "make write send",
    },
    "people": {
        None: "choices lock named sign_in sign_in_as who_may",
        Right.READ_ALL: "all change_own_pin confirm",
        Right.MANAGE_STAFF: "add change set_pin",
    },
    "handover": {
        None: "takers",
        Right.READ_ALL: "open_of",
        Right.HANDLE: "hand_over",
        Right.HAND_OVER: "hand_over_all",
    },
    "take": {Right.TAKE_REGISTER: "read take"},
    "check": {None: "run orphans", Right.MEND: "mend"},
    "backup": {Right.BACKUP: "write"},
    "week": {
        None: "this_week last_week",
        Right.SEE_REPORTS: "figures",
        Right.EXPORT_WEEK: "workbook everything",
    },
    "today": {None: "now", Right.READ_ALL: "read"},
    "customers": {
        Right.READ_ALL: "earlier find merges past person unmask",
        Right.HANDLE: "begin change link same_person unlink",
        Right.MERGE_CUSTOMERS: "merge merge_again unmerge",
    },
    "categories": {
        None: "begun today",
        Right.READ_ALL: "tree preview export",
        Right.CHANGE_GUIDE: "add bring_back change put retire take",
    },
    "kinds": {Right.HANDLE: "change"},
    "escalations": {Right.READ_ALL: "suggested"},
    "closings": {
        Right.READ_ALL: "of",
        Right.HANDLE: "close_exhausted close_no_contact close_withdrawn end rate say_repeat",
        Right.REOPEN: "reopen",
    },
    "own_fields": {
        Right.READ_ALL: "answers fields questions raw said",
        Right.HANDLE: "answer",
        Right.CHANGE_SETTINGS: "add bring_back change move put retire",
    },
    "attachments": {
        None: "close doubts offered is_there",
        Right.READ_ALL: "of content open_copy small",
        Right.HANDLE: "add caption",
    },
    "guides": {None: "in_force of path text"},
    "guide_files": {
        None: "export is_shipped said weigh look",
        Right.CHANGE_GUIDE: "take",
    },
    "guide_edits": {None: "lines", Right.CHANGE_GUIDE: "put drop"},
    "settings_history": {Right.READ_ALL: "changes end since", Right.CHANGE_SETTINGS: "undo"},
    "policy": {
        None: "own_days",
        Right.READ_ALL: "look look_at_day",
        Right.CHANGE_SETTINGS: "apply",
    },
    "settings": {
        None: "current begin forget remember remembered",
        Right.CHANGE_SETTINGS: "change",
        Right.CHANGE_GUIDE: "reword",
    },
}
"""By service and right. A new verb is named here; None: it shows and changes nothing of anybody's.
"""

NOT_VERBS = {
    "settings.author": "gives who acts; asks for the right it is told",
    "settings.must": "asks for the right it is told",
    "contacts.keep": "works in a transaction of a verb that asked",
    "contacts.hear": "works in a transaction of a verb that asked",
    "settings.write": "works in a transaction of a verb that asked",
    "drafts.keep": "keeps what was typed before the desk was locked; has a test of its own",
}


def right_of(verb: str) -> Right | None:
    """The right a verb needs. KeyError for one that NEEDED does not name."""
    service, name = verb.split(".")
    for right, names in NEEDED[service].items():
        if name in names.split():
            return right
    raise KeyError(verb)


def services(app: App) -> Iterator[tuple[str, Any]]:
    """Every service of the program by name."""
    held = {n: v for kind in reversed(App.__mro__) for n, v in vars(kind).items()}
    lazy = [n for n, v in held.items() if isinstance(v, cached_property)]
    for name in (*lazy, "today", "settings"):
        if not name.startswith("_"):
            yield name, getattr(app, name)


def verbs(app: App) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public verb of every service."""
    for name, service in services(app):
        for verb, _function in inspect.getmembers(type(service), inspect.isfunction):
            if not verb.startswith("_") and f"{name}.{verb}" not in NOT_VERBS:
                yield f"{name}.{verb}", getattr(service, verb)


def things(app: App, folder: Path) -> dict[str, Any]:
    """Something for every name of a parameter; complaints and people are real ones."""
    app.settings.change(handler=Role.HANDLER.value)
    saved = app.complaints.receive(a_draft())
    chen = app.people.add("Chen", Role.SUPERVISOR, "246810")
    lin = app.people.add("Lin", Role.HANDLER, "135791")
    contact = Contact(id=saved.id, complaint=saved.id)
    register = folder / "register.csv"
    register.write_text("story,date\nThe kettle leaks.,2026-11-20\n", "utf-8")
    return {
        "draft": a_draft(), "complaint_id": saved.id, "complaint": saved,
        "reference": saved.reference, "text": "Rang; nobody answered.", "tail": "0001",
        "wanted": ComplaintFilter(), "words": "kettle", "limit": 5, "offset": 0,
        "product": "kettle", "without": "", "kind": Contact, "record": contact,
        "answers": {"words": "Rang."}, "language": "en", "path": folder / "week.xlsx",
        "out": folder / "slip.pdf", "target": folder / "copy.sqlite",
        "period": Period.parse("2026-W47"),
        "staff_id": lin.id, "from_id": chen.id, "name": "Zhao", "role": Role.HANDLER,
        "pin": "135791", "old": "135791", "new": "135791", "right": Right.READ_ALL,
        "region": "CN", "currency": "CNY", "asked": "kettle", "phone": "0117", "step": Step(()),
    } | {
        "pause": Pause(id=saved.id, complaint=saved.id), "answers of assessments": BY_HAND,
        "staff_id of approvals": chen.id, "pin of approvals": "246810", "questions": PAPER_FORM,
        "answers of pauses": {"waiting_for": ("lab",), "reason": "the test report"},
        "answers of closings": CLOSING, "farewell": Farewell(told=Known.YES),
    } | {"path of take": register, "day": date(2026, 12, 24), "kind of policy": "rest"}  # fmt: skip


def arguments(verb: str, call: Callable[..., Any], known: dict[str, Any]) -> dict[str, Any]:
    """What to call a verb with; what is not known is None."""
    given: dict[str, Any] = {}
    for parameter in inspect.signature(call).parameters.values():
        name = parameter.name
        if parameter.kind is parameter.VAR_KEYWORD:
            given |= {
                "settings.change": {"shop": "Kettles"},
                "people.change": {"name": "Linlin"},
            }.get(verb, {})
        elif (
            parameter.kind is not parameter.VAR_POSITIONAL and parameter.default is parameter.empty
        ):
            given[name] = known.get(f"{name} of {verb.split('.')[0]}", known.get(name))
    if verb == "papers.make" or verb in {"papers.render", "papers.write"}:
        given["kind"] = PaperKind.SLIP
    return given
