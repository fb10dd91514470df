"""Records of every synced table: one plain one each, and whatever Hypothesis can think of."""

import dataclasses
import types
import typing
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from desk.domain.besides import BESIDES, BY_ENTITY, REFERENCE
from desk.domain.complaint import Complaint
from desk.domain.guide import Tick
from desk.domain.identity import derived_id, new_id
from desk.domain.settings import Setting
from desk.domain.text import storable
from desk.domain.timeline import Note, Paper, PaperKind
from desk.storage.beside_tables import ALL_SYNCED
from desk.storage.transaction import Transaction
from tests.make import ARRIVED, a_complaint

KINDS: dict[str, type[Any]] = {
    "complaint": Complaint, "tick": Tick, "note": Note, "paper": Paper, "setting": Setting,
    **{beside.entity: beside.kind for beside in (*BESIDES, *REFERENCE)},
}  # fmt: skip
"""The dataclass of each synced table; a test holds this list and `ALL_SYNCED` equal."""

A_TEXT = {
    "complaint": "name", "tick": "item", "note": "text", "paper": "file", "setting": "value",
    "contact": "words", "promise": "what", "fact": "shows", "kept_item": "what",
    "task": "question", "offer": "offered", "approval": "reason", "referral": "reason",
    "closing": "words", "later_change": "fields", "pause": "reason", "rating": "words",
    "side_path": "words", "override": "reason", "matter": "summary", "attachment": "name",
    "link": "other",
    "own_value": "value", "own_field": "zh", "category_node": "zh", "staff": "name",
    "content_version": "text", "calendar_day": "words", "complainant": "name",
    "merge": "merged_by", "unmasking": "shown_by",
}  # fmt: skip
"""A field of each that any text may stand in."""

NAMES = tuple(table.name for table in ALL_SYNCED)


def repository(tx: Transaction, name: str) -> Any:  # noqa: ANN401 - of any record
    """The repository of a synced table."""
    if name in BY_ENTITY:
        return tx.records(BY_ENTITY[name].kind)
    return getattr(tx, f"{name}s")


def plain_one(name: str) -> Any:  # noqa: ANN401 - of any table
    """One record of a table."""
    of = derived_id("complaint")
    if name in BY_ENTITY:
        kind = BY_ENTITY[name].kind
        belongs = {"complaint": of} if "complaint" in kind.__dataclass_fields__ else {}
        return kind(id=derived_id(name), **belongs, **{A_TEXT[name]: "The kettle leaks."})
    return {
        "complaint": a_complaint(story="The kettle leaks.", phone="555-0117"),
        "tick": Tick(id=derived_id("tick"), complaint=of, item="let_finish", on=True),
        "note": Note(id=derived_id("note"), complaint=of, text="Rang; nobody answered."),
        "paper": Paper(id=derived_id("paper"), complaint=of, kind=PaperKind.SLIP),
        "setting": Setting(id=derived_id("setting"), name="shop", value="Kettles & Sons"),
    }[name]


texts = st.text(max_size=200).map(storable)
ids = st.binary(min_size=10, max_size=10).map(lambda random: new_id(ARRIVED, random))
moments = st.datetimes(
    min_value=datetime(1000, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC)  # noqa: DTZ001 - the zone is beside it
)  # fmt: skip
BY_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: st.integers(-(2**15), 2**15 - 1),
    bool: st.booleans(),
    date: st.dates(),
    datetime: moments,
}


def anything_for(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - a type
    """Any value a field of this type may have."""
    if hint in BY_TYPE:
        return BY_TYPE[hint]
    if isinstance(hint, types.UnionType):
        kinds = [kind for kind in typing.get_args(hint) if kind is not types.NoneType]
        return st.none() | st.one_of(*map(anything_for, kinds))
    if typing.get_origin(hint) is tuple:
        return st.lists(anything_for(typing.get_args(hint)[0]), max_size=4).map(tuple)
    assert issubclass(hint, Enum), hint
    return st.sampled_from(hint)


def anything(name: str) -> st.SearchStrategy[Any]:
    """Any record of a table that has not been saved yet."""
    kind = KINDS[name]
    hints = typing.get_type_hints(kind)
    fields = {field.name: anything_for(hints[field.name]) for field in dataclasses.fields(kind)}
    fields |= {"id": ids, "heads": st.just(())}
    if "complaint" in fields:
        fields["complaint"] = ids
    return st.builds(kind, **fields)
