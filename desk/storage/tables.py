"""Every table: synced ones are folds of the op log, local ones stay on this desk.

Columns are named as the fields of their dataclass; a test holds the two equal.
"""

from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Column, Named, TypedColumns

from desk.domain.assessment import Affected, Help, Parts, Safety, Severity
from desk.domain.complaint import (
    Agreed,
    Category,
    Channel,
    Kind,
    Known,
    OnlineVia,
    ReceivedVia,
    Repeat,
    Stage,
)
from desk.domain.draft import ParkReason
from desk.domain.guide import Step
from desk.domain.investigation import Cause, Checked, Finding
from desk.domain.response import Answer, Apology, Done, Outcome, Remedy
from desk.domain.timeline import PaperKind
from desk.storage.columns import Coded, Codes, Moment, OpName, OpNames, RecordName
from desk.storage.guards import ddl, guard

metadata = sa.MetaData()

_counting = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


class OpColumns(TypedColumns):
    arr: Named[int] = Column(_counting, primary_key=True, autoincrement=True)
    id: Named[str] = Column(OpName, unique=True, nullable=False)
    root: Named[str] = Column(RecordName, nullable=False)
    record: Named[str] = Column(RecordName, nullable=False, index=True)
    entity: Named[str] = Column(sa.String(20), nullable=False)
    site: Named[str] = Column(sa.String(20), nullable=False)
    via: Named[str] = Column(sa.String(20), nullable=False)
    line: Named[bytes] = Column(sa.LargeBinary, nullable=False)


op = sa.Table("op", metadata, OpColumns, sa.Index("op_root", "root", "arr"))


class SyncedColumns(TypedColumns):
    id: Named[str] = Column(RecordName, primary_key=True)
    root: Named[str] = Column(RecordName, nullable=False)
    heads: Named[tuple[str, ...]] = Column(OpNames, nullable=False)


def _coded(kind: type[Any]) -> Column[Any]:
    return Column(Coded(kind), nullable=True)


class ComplaintColumns(SyncedColumns):
    reference: Named[str] = Column(sa.String(40), nullable=False, index=True)
    branch: Named[str] = Column(sa.String(20), nullable=False)
    handler: Named[str] = Column(sa.Text, nullable=False)
    arrived_at: Named[datetime] = Column(Moment, nullable=False)
    stage: Named[Stage] = Column(Coded(Stage), nullable=False)
    kind: Named[Kind | None] = _coded(Kind)
    received_via: Named[ReceivedVia | None] = _coded(ReceivedVia)
    source: Named[str] = Column(sa.Text, nullable=False)
    story: Named[str] = Column(sa.Text, nullable=False)
    category: Named[Category | None] = _coded(Category)
    category_other: Named[str] = Column(sa.Text, nullable=False)
    safety: Named[Safety | None] = _coded(Safety)
    pace: Named[int | None] = Column(sa.SmallInteger, nullable=True)
    wish: Named[tuple[Remedy, ...]] = Column(Codes(Remedy), nullable=False)
    wish_other: Named[str] = Column(sa.Text, nullable=False)
    happened_on: Named[date | None] = Column(sa.Date, nullable=True)
    place: Named[str] = Column(sa.Text, nullable=False)
    paid: Named[int | None] = Column(sa.BigInteger, nullable=True)
    proof: Named[Known | None] = _coded(Known)
    summary: Named[str] = Column(sa.Text, nullable=False)
    agreed: Named[Agreed | None] = _coded(Agreed)
    apology: Named[Apology | None] = _coded(Apology)
    language: Named[str] = Column(sa.String(20), nullable=False)
    channel: Named[Channel | None] = _coded(Channel)
    phone: Named[str] = Column(sa.Text, nullable=False)
    email: Named[str] = Column(sa.Text, nullable=False)
    address: Named[str] = Column(sa.Text, nullable=False)
    name: Named[str] = Column(sa.Text, nullable=False)
    consent: Named[Known | None] = _coded(Known)
    product: Named[str] = Column(sa.Text, nullable=False)
    receipt: Named[str] = Column(sa.Text, nullable=False)
    bought_on: Named[date | None] = Column(sa.Date, nullable=True)
    checked: Named[tuple[Checked, ...]] = Column(Codes(Checked), nullable=False)
    checked_other: Named[str] = Column(sa.Text, nullable=False)
    finding: Named[Finding | None] = _coded(Finding)
    cause: Named[Cause | None] = _coded(Cause)
    severity: Named[Severity | None] = _coded(Severity)
    parts: Named[Parts | None] = _coded(Parts)
    affected: Named[Affected | None] = _coded(Affected)
    found: Named[str] = Column(sa.Text, nullable=False)
    person: Named[str] = Column(sa.Text, nullable=False)
    next_on: Named[date | None] = Column(sa.Date, nullable=True)
    next_by: Named[str] = Column(sa.Text, nullable=False)
    offer: Named[tuple[Remedy, ...]] = Column(Codes(Remedy), nullable=False)
    offer_other: Named[str] = Column(sa.Text, nullable=False)
    amount: Named[int | None] = Column(sa.BigInteger, nullable=True)
    offered: Named[str] = Column(sa.Text, nullable=False)
    answer: Named[Answer | None] = _coded(Answer)
    done: Named[Done | None] = _coded(Done)
    done_on: Named[date | None] = Column(sa.Date, nullable=True)
    done_by: Named[str] = Column(sa.Text, nullable=False)
    check_back_on: Named[date | None] = Column(sa.Date, nullable=True)
    check_back_via: Named[Channel | None] = _coded(Channel)
    rating_result: Named[int | None] = Column(sa.SmallInteger, nullable=True)
    rating_handling: Named[int | None] = Column(sa.SmallInteger, nullable=True)
    lesson: Named[str] = Column(sa.Text, nullable=False)
    priority: Named[int | None] = Column(sa.SmallInteger, nullable=True)
    first_word_due_at: Named[datetime | None] = Column(Moment, nullable=True)
    progress_due_at: Named[datetime | None] = Column(Moment, nullable=True)
    final_due_at: Named[datetime | None] = Column(Moment, nullable=True)
    policy: Named[str] = Column(sa.String(40), nullable=False)
    received_at: Named[datetime | None] = Column(Moment, nullable=True)
    acknowledged_at: Named[datetime | None] = Column(Moment, nullable=True)
    investigated_at: Named[datetime | None] = Column(Moment, nullable=True)
    responded_at: Named[datetime | None] = Column(Moment, nullable=True)
    closed_at: Named[datetime | None] = Column(Moment, nullable=True)
    outcome: Named[Outcome | None] = _coded(Outcome)
    online_via: Named[OnlineVia | None] = _coded(OnlineVia)
    source_number: Named[str] = Column(sa.Text, nullable=False, server_default="")
    source_due_on: Named[date | None] = Column(sa.Date, nullable=True)
    source_demand: Named[str] = Column(sa.Text, nullable=False, server_default="")
    form_number: Named[str] = Column(sa.Text, nullable=False, server_default="")
    visited_at: Named[datetime | None] = Column(Moment, nullable=True)
    complainant: Named[str] = Column(sa.Text, nullable=False, server_default="")
    tier: Named[str] = Column(sa.Text, nullable=False, server_default="")
    guide: Named[str] = Column(sa.Text, nullable=False, server_default="")
    subcategory: Named[str] = Column(sa.Text, nullable=False, server_default="")
    affected_name: Named[str] = Column(sa.Text, nullable=False, server_default="")
    relation: Named[str] = Column(sa.Text, nullable=False, server_default="")
    authority: Named[Known | None] = _coded(Known)
    undisputed: Named[str] = Column(sa.Text, nullable=False, server_default="")
    person_staff: Named[str] = Column(sa.Text, nullable=False, server_default="")
    immediate: Named[Known | None] = _coded(Known)
    supervisor_told_at: Named[datetime | None] = Column(Moment, nullable=True)
    refusal: Named[str] = Column(sa.Text, nullable=False, server_default="")
    refusal_basis: Named[str] = Column(sa.Text, nullable=False, server_default="")
    refusal_next: Named[str] = Column(sa.Text, nullable=False, server_default="")
    pace_end: Named[int | None] = Column(sa.SmallInteger, nullable=True)
    priority_by_hand: Named[int | None] = Column(sa.SmallInteger, nullable=True)
    priority_reason: Named[str] = Column(sa.Text, nullable=False, server_default="")
    repeat: Named[Repeat | None] = _coded(Repeat)
    statutory_due_at: Named[datetime | None] = Column(Moment, nullable=True)
    first_word_at: Named[datetime | None] = Column(Moment, nullable=True)
    reopened_at: Named[datetime | None] = Column(Moment, nullable=True)
    help_needed: Named[tuple[Help, ...]] = Column(Codes(Help), nullable=False, server_default="[]")
    paused_at: Named[datetime | None] = Column(Moment, nullable=True)
    help_consent: Named[Known | None] = _coded(Known)
    passed_on_by: Named[str] = Column(sa.Text, nullable=False, server_default="")


_IS_OPEN = sa.text("closed_at IS NULL")
_LINKED = sa.text("complainant <> ''")
_NEXT = (
    "arrived_at", "id", "stage", "category", "priority", "first_word_due_at", "acknowledged_at",
    "final_due_at", "finding", "responded_at", "next_on", "done", "done_on", "check_back_on",
    "progress_due_at", "statutory_due_at", "paused_at", "first_word_at",
)  # fmt: skip

complaint = sa.Table(
    "complaint",
    metadata,
    ComplaintColumns,
    # Lists walk these two alone, whatever is filtered: a row lies on pages of its own.
    sa.Index("complaint_list", "arrived_at", "id", "stage", "category", "final_due_at"),
    sa.Index("complaint_stage", "stage", "arrived_at", "id"),
    # What is overdue or due is asked of open complaints only, and answered from here.
    sa.Index("complaint_open", *_NEXT, sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN),
    sa.Index("complaint_product", "product", "arrived_at"),
    sa.Index(
        "complaint_complainant", "complainant", "arrived_at",
        sqlite_where=_LINKED, postgresql_where=_LINKED,
    ),
)  # fmt: skip


class TickColumns(SyncedColumns):
    complaint: Named[str] = Column(RecordName, nullable=False, index=True)
    item: Named[str] = Column(sa.String(60), nullable=False)
    on: Named[bool] = Column(sa.Boolean, nullable=False)
    guide: Named[str] = Column(sa.String(40), nullable=False)


tick = sa.Table("tick", metadata, TickColumns)


class NoteColumns(SyncedColumns):
    complaint: Named[str] = Column(RecordName, nullable=False, index=True)
    text: Named[str] = Column(sa.Text, nullable=False)


note = sa.Table("note", metadata, NoteColumns)


class PaperColumns(SyncedColumns):
    complaint: Named[str] = Column(RecordName, nullable=False, index=True)
    kind: Named[PaperKind | None] = _coded(PaperKind)
    language: Named[str] = Column(sa.String(20), nullable=False)
    copy: Named[int] = Column(sa.Integer, nullable=False)
    file: Named[str] = Column(sa.Text, nullable=False)
    sha256: Named[str] = Column(sa.String(64), nullable=False)
    pages: Named[int] = Column(sa.Integer, nullable=False)
    made_at: Named[datetime | None] = Column(Moment, nullable=True)
    printer: Named[str] = Column(sa.Text, nullable=False)


paper = sa.Table("paper", metadata, PaperColumns)


class SettingColumns(SyncedColumns):
    name: Named[str] = Column(sa.String(60), nullable=False)
    value: Named[str] = Column(sa.Text, nullable=False)


setting = sa.Table("setting", metadata, SettingColumns)


SYNCED = (complaint, tick, note, paper, setting)
"""Tables that are folds of the op log; those of `beside_tables` are the others."""


class DraftColumns(TypedColumns):
    id: Named[str] = Column(RecordName, primary_key=True)
    reference: Named[str] = Column(sa.String(40), nullable=False)
    opened_at: Named[datetime] = Column(Moment, nullable=False)
    step: Named[Step] = Column(Coded(Step), nullable=False)
    field: Named[str] = Column(sa.String(60), nullable=False)
    cursor: Named[int] = Column(sa.Integer, nullable=False)
    answers: Named[str] = Column(sa.Text, nullable=False)
    ticks: Named[str] = Column(sa.Text, nullable=False)
    parked_at: Named[datetime | None] = Column(Moment, nullable=True)
    parked_for: Named[ParkReason | None] = _coded(ParkReason)
    saved_at: Named[datetime | None] = Column(Moment, nullable=True)


draft = sa.Table("draft", metadata, DraftColumns)


class CounterColumns(TypedColumns):
    branch: Named[str] = Column(sa.String(20), primary_key=True)
    year: Named[int] = Column(sa.Integer, primary_key=True, autoincrement=False)
    last: Named[int] = Column(sa.Integer, nullable=False)


counter = sa.Table("counter", metadata, CounterColumns)


class DeskStateColumns(TypedColumns):
    name: Named[str] = Column(sa.String(60), primary_key=True)
    value: Named[str] = Column(sa.Text, nullable=False)


desk_state = sa.Table("desk_state", metadata, DeskStateColumns)


class SearchTextColumns(TypedColumns):
    n: Named[int] = Column(_counting, primary_key=True, autoincrement=True)
    complaint: Named[str] = Column(RecordName, unique=True, nullable=False)
    body: Named[str] = Column(sa.Text, nullable=False)


search_text = sa.Table("search_text", metadata, SearchTextColumns)


class SearchTailColumns(TypedColumns):
    tail: Named[str] = Column(sa.String(40), primary_key=True)
    complaint: Named[str] = Column(RecordName, primary_key=True)


search_tail = sa.Table("search_tail", metadata, SearchTailColumns, sqlite_with_rowid=False)

LOCAL = (op, draft, counter, desk_state, search_text, search_tail)
"""Tables that stay on this desk or are rebuilt from the log."""

WORDS = "search_word"
search_word = sa.table(WORDS, sa.column("rowid", sa.Integer), sa.column("words", sa.Text))
"""The full-text table beside `search_text`: the words of the row whose `n` is its `rowid`."""


for _table in SYNCED:
    guard(_table)

sa.event.listen(
    search_text,
    "after_create",
    ddl(
        f"create virtual table {WORDS} using fts5("
        "words, tokenize = 'unicode61 remove_diacritics 0')"
    ).execute_if(dialect="sqlite"),
)
