"""Valid values in one line each; name only what a test is about."""

import dataclasses
from datetime import UTC, datetime
from typing import Any

from desk.domain.answers import Raw
from desk.domain.complaint import Complaint
from desk.domain.draft import Draft
from desk.domain.identity import derived_id

ARRIVED = datetime(2026, 11, 23, 2, 42, tzinfo=UTC)

LISTENED: dict[str, Raw] = {
    "story": "The kettle leaks at the base for the second time, bought last week.",
    "category": ("product",),
    "safety": ("no",),
    "pace": ("2",),
    "wish": ("exchange",),
}
EMPATHISED: dict[str, Raw] = {
    "summary": "The kettle leaks at the base for the second time.",
    "agreed": ("yes",),
    "apology": ("trouble",),
    "language": ("en",),
    "channel": ("phone",),
    "phone": "555-0117",
    "name": "Sam Example",
    "consent": ("yes",),
}
INVESTIGATED: dict[str, Raw] = {
    "product": "kettle KX-2",
    "checked": ("item", "receipt"),
    "finding": ("confirmed",),
    "cause": ("product",),
    "severity": ("2",),
    "parts": ("1",),
    "affected": ("1",),
    "found": "The base seal is worn; we saw the water ourselves.",
}
RESOLVED: dict[str, Raw] = {
    "offer": ("exchange",),
    "offered": "Exchange for a new kettle today.",
    "answer": ("accepts",),
    "done": ("now",),
}
WHOLE: dict[str, Raw] = {**LISTENED, **EMPATHISED, **INVESTIGATED, **RESOLVED}


def a_draft(
    answers: dict[str, Raw] | None = None,
    **changes: Any,  # noqa: ANN401 - any field of Draft
) -> Draft:
    """A draft of a whole, simple complaint; `changes` are fields of Draft."""
    number = changes.pop("number", 1)
    draft = Draft(
        id=derived_id("draft", str(number)),
        opened_at=ARRIVED,
        answers=WHOLE if answers is None else answers,
    )
    return dataclasses.replace(draft, **changes)


def a_complaint(**changes: Any) -> Complaint:  # noqa: ANN401 - any field of Complaint
    """A complaint of which only the reference is known."""
    return dataclasses.replace(
        Complaint(
            id=derived_id("complaint"),
            reference="BR01-26-0001",
            branch="BR01",
            handler="Lin",
            arrived_at=ARRIVED,
        ),
        **changes,
    )
