"""Tables of what is kept beside complaints, made from the records' own declarations.

Imported when such a record is first asked for: the first picture of the window needs none.
"""

import types
from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

import sqlalchemy as sa

from desk.domain.besides import BESIDES, REFERENCE, Beside
from desk.domain.complainant import Merge
from desk.storage.columns import Coded, Codes, Moment, OpNames, RecordName, Texts
from desk.storage.guards import guard
from desk.storage.tables import SYNCED, metadata

_PLAIN: dict[Any, Callable[[], sa.types.TypeEngine[Any]]] = {
    str: sa.Text,
    int: sa.BigInteger,
    bool: sa.Boolean,
    date: sa.Date,
    datetime: Moment,
}


def _column(name: str, hint: Any) -> sa.Column[Any]:  # noqa: ANN401 - a type, as declared
    """Declare the column of one field. Raises KeyError for a type no record holds."""
    if name == "id":
        return sa.Column(name, RecordName, primary_key=True)
    if name == "heads":
        return sa.Column(name, OpNames, nullable=False)
    if name == "complaint":
        return sa.Column(name, RecordName, nullable=False, index=True)
    if get_origin(hint) is tuple:
        (item, _) = get_args(hint)
        return sa.Column(name, Texts() if item is str else Codes(item), nullable=False)
    nullable = isinstance(hint, types.UnionType)
    plain = next(kind for kind in get_args(hint) if kind is not type(None)) if nullable else hint
    if issubclass(plain, Enum):
        return sa.Column(name, Coded(plain), nullable=nullable)
    return sa.Column(name, _PLAIN[plain](), nullable=nullable)


INDEXES = {
    "promise": ("state", "due_on"),
    "task": ("answered_on", "due_on"),
    "kept_item": ("back_on",),
    "referral": ("ended_on", "their_due_on"),
    "link": ("other",),
    "own_value": ("field", "value"),
    "offer": ("staff", "offered_at"),
    "approval": ("staff", "decided_at"),
    "merge": ("kept",),
    "unmasking": ("person",),
}
"""What lists ask for across all complaints."""


def _table(beside: Beside) -> sa.Table:
    hints = get_type_hints(beside.kind)
    columns = [_column(name, hints[name]) for name in beside.kind.__dataclass_fields__]
    root = sa.Column("root", RecordName, nullable=False)
    table = sa.Table(beside.entity, metadata, columns[0], root, *columns[1:])
    if asked := INDEXES.get(beside.entity):
        sa.Index(f"{beside.entity}_by_{asked[0]}", *(table.c[name] for name in asked))
    guard(table)
    return table


TABLES: dict[type[Any], sa.Table] = {b.kind: _table(b) for b in (*BESIDES, *REFERENCE)}
"""The table of each kind of record."""

sa.Index("merge_by_merged", TABLES[Merge].c.merged)

ALL_SYNCED: tuple[sa.Table, ...] = (*SYNCED, *TABLES.values())
"""Every table that is a fold of the op log: guarded by triggers, compared by `desk check`."""
