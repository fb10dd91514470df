"""What the straight road of the guide does not hold: contacts, promises, facts, people, side paths.

Self-contained, as every revision.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

RECORD = sa.LargeBinary(16)
BYTES = sa.LargeBinary()
TEXT = sa.Text()
CODE = sa.String(40)
SMALL = sa.SmallInteger()
BIG = sa.BigInteger()
MAYBE = sa.Boolean()
DAY = sa.Date()
MOMENT = sa.DateTime(timezone=True)
# The same, where something is always said.
STATE = sa.String(40)
NUMBER = sa.BigInteger()
BOOL = sa.Boolean()
SAID = (TEXT, STATE, NUMBER, BOOL)
NEXT = [
    "arrived_at", "id", "stage", "category", "priority", "first_word_due_at", "acknowledged_at",
    "final_due_at", "finding", "responded_at", "next_on", "done", "done_on", "check_back_on",
    "progress_due_at", "statutory_due_at", "paused_at", "first_word_at",
]  # fmt: skip

GUARDS = (
    ("update", "new.heads = old.heads", "write without an op"),
    ("insert", "length(new.heads) = 0", "write without an op"),
    ("delete", "", "records are never deleted"),
)


def upgrade() -> None:
    """Add to complaints what is new about them, and make the tables beside them."""
    complaints()
    beside_complaints()
    organisation()


def complaints() -> None:
    """What a complaint says besides."""
    say_more(
        "online_via:code source_number:text source_due_on:day source_demand:text form_number:text "
        "visited_at:moment complainant:text tier:text guide:text subcategory:text "
        "affected_name:text relation:text authority:code undisputed:text person_staff:text "
        "immediate:code supervisor_told_at:moment refusal:text refusal_basis:text "
        "refusal_next:text pace_end:small priority_by_hand:small priority_reason:text "
        "repeat:code statutory_due_at:moment first_word_at:moment reopened_at:moment"
    )
    helped = sa.Column("help_needed", TEXT, nullable=False, server_default="[]")
    op.add_column("complaint", helped)
    say_more("paused_at:moment help_consent:code passed_on_by:text")
    op.drop_index("complaint_open", "complaint")
    is_open = sa.text("closed_at IS NULL")
    op.create_index(
        "complaint_open", "complaint", NEXT, sqlite_where=is_open, postgresql_where=is_open
    )


def beside_complaints() -> None:
    """What happens while a complaint is handled, and how it ends."""
    of_a_complaint(
        "contact", direction=CODE, way=CODE, reached=CODE, words=TEXT, made_at=MOMENT, made_by=TEXT
    )
    of_a_complaint(
        "promise",
        kind=CODE,
        what=TEXT,
        by=TEXT,
        due_on=DAY,
        at_time=TEXT,
        state=STATE,
        ended_on=DAY,
        reason=TEXT,
        proof=TEXT,
        made_on=DAY,
    )
    op.create_index("promise_by_state", "promise", ["state", "due_on"])
    of_a_complaint("later_change", change_reason=CODE, fields=TEXT)
    of_a_complaint("fact", source=CODE, shows=TEXT, seen_by=TEXT, seen_on=DAY)
    of_a_complaint(
        "kept_item",
        what=TEXT,
        condition=TEXT,
        place=TEXT,
        batch=TEXT,
        on_shelf=CODE,
        kept_on=DAY,
        kept_by=TEXT,
        back_on=DAY,
        back_to=TEXT,
        signed=CODE,
    )
    op.create_index("kept_item_by_back_on", "kept_item", ["back_on"])
    of_a_complaint(
        "task", kind=CODE, question=TEXT, asked_of=TEXT, due_on=DAY, answer=TEXT, answered_on=DAY
    )
    op.create_index("task_by_answered_on", "task", ["answered_on", "due_on"])
    of_a_complaint(
        "offer",
        number=NUMBER,
        offer=TEXT,
        offered=TEXT,
        amount=BIG,
        answer=CODE,
        offered_at=MOMENT,
        offered_by=TEXT,
        staff=TEXT,
    )
    op.create_index("offer_by_staff", "offer", ["staff", "offered_at"])
    of_a_complaint(
        "approval",
        amount=BIG,
        offered=TEXT,
        asked_by=TEXT,
        decided_by=TEXT,
        granted=MAYBE,
        reason=TEXT,
        decided_at=MOMENT,
        staff=TEXT,
    )
    op.create_index("approval_by_staff", "approval", ["staff", "decided_at"])
    of_a_complaint(
        "referral",
        level=CODE,
        where=TEXT,
        reason=TEXT,
        referred_at=MOMENT,
        referred_by=TEXT,
        their_number=TEXT,
        their_due_on=DAY,
        result=TEXT,
        ended_on=DAY,
    )
    op.create_index("referral_by_ended_on", "referral", ["ended_on", "their_due_on"])
    of_a_complaint(
        "closing",
        outcome=CODE,
        answer=CODE,
        words=TEXT,
        closed_at=MOMENT,
        closed_by=TEXT,
        reopened_at=MOMENT,
        reopened_by=TEXT,
        reopened_for=CODE,
        reopened_words=TEXT,
        told=CODE,
        since_at=MOMENT,
        due_at=MOMENT,
    )
    of_a_complaint("pause", waiting_for=CODE, reason=TEXT, from_at=MOMENT, until_at=MOMENT)
    of_a_complaint(
        "rating",
        occasion=CODE,
        asked=CODE,
        result=BIG,
        handling=BIG,
        words=TEXT,
        asked_at=MOMENT,
        asked_by=TEXT,
    )
    of_a_complaint(
        "side_path",
        path=SMALL,
        words=TEXT,
        person=TEXT,
        lines=TEXT,
        opened_at=MOMENT,
        opened_by=TEXT,
    )
    of_a_complaint("override", gate=TEXT, reason=TEXT, passed_at=MOMENT, passed_by=TEXT)
    of_a_complaint(
        "matter",
        number=NUMBER,
        category=CODE,
        summary=TEXT,
        finding=CODE,
        found=TEXT,
        offer=TEXT,
        offered=TEXT,
        amount=BIG,
        answer=CODE,
        done=CODE,
        done_on=DAY,
        done_by=TEXT,
    )
    of_a_complaint(
        "attachment",
        name=TEXT,
        media_type=TEXT,
        size=NUMBER,
        sha256=TEXT,
        width=BIG,
        height=BIG,
        words=TEXT,
        added_at=MOMENT,
        added_by=TEXT,
    )
    of_a_complaint("link", other=TEXT, why=CODE, on=BOOL)
    op.create_index("link_by_other", "link", ["other"])
    of_a_complaint("own_value", field=TEXT, value=TEXT)
    op.create_index("own_value_by_field", "own_value", ["field", "value"])


def organisation() -> None:
    """What holds for all complaints, and the people."""
    of_all(
        "own_field",
        code=TEXT,
        form=STATE,
        en=TEXT,
        zh=TEXT,
        options=TEXT,
        position=NUMBER,
        retired=BOOL,
    )
    of_all(
        "category_node",
        code=TEXT,
        parent=TEXT,
        en=TEXT,
        zh=TEXT,
        valid_from=DAY,
        valid_to=DAY,
        department=TEXT,
        asks_product=BOOL,
        position=NUMBER,
    )
    of_all(
        "staff", name=TEXT, role=STATE, pin=TEXT, limit_complaint=BIG, limit_month=BIG, left=BOOL
    )
    of_all("content_version", language=TEXT, version=TEXT, text=TEXT, words=TEXT)
    of_all("calendar_day", day=DAY, kind=TEXT, words=TEXT)
    of_all(
        "complainant",
        name=TEXT,
        phones=TEXT,
        email=TEXT,
        address=TEXT,
        language=TEXT,
        tier=TEXT,
    )
    of_all(
        "merge", kept=TEXT, merged=TEXT, taken=TEXT, undone=BOOL, merged_at=MOMENT, merged_by=TEXT
    )
    of_all("unmasking", person=TEXT, shown_at=MOMENT, shown_by=TEXT)


def say_more(columns: str) -> None:
    """Add columns to complaints, in their order; texts of old ones are empty."""
    kinds = dict[str, Any](code=CODE, text=TEXT, day=DAY, moment=MOMENT, small=SMALL)
    for column in columns.split():
        name, _colon, kind = column.partition(":")
        empty = "" if kind == "text" else None
        added = sa.Column(name, kinds[kind], nullable=kind != "text", server_default=empty)
        op.add_column("complaint", added)


def of_a_complaint(table: str, **columns: Any) -> None:  # noqa: ANN401 - the same
    """Make a guarded table of records that belong to a complaint."""
    make(table, sa.Column("complaint", RECORD, nullable=False), columns)
    op.create_index(f"ix_{table}_complaint", table, ["complaint"])


def of_all(table: str, **columns: Any) -> None:  # noqa: ANN401 - the same
    """Make a guarded table of records that belong to no complaint."""
    make(table, None, columns)


def make(table: str, of: sa.Column[bytes] | None, columns: dict[str, Any]) -> None:
    """Make a table: its id and root, what it belongs to, its own columns, its heads."""
    op.create_table(
        table,
        sa.Column("id", RECORD, primary_key=True),
        sa.Column("root", RECORD, nullable=False),
        *([] if of is None else [of]),
        *(
            sa.Column(name, kind, nullable=not any(kind is one for one in SAID))
            for name, kind in columns.items()
        ),
        sa.Column("heads", BYTES, nullable=False),
    )
    sqlite = op.get_bind().dialect.name == "sqlite"
    for what, when, words in GUARDS:
        head = f"create trigger {table}_{what} before {what} on {table}"
        if sqlite:
            refused = f" when {when}" if when else ""
            op.execute(f"{head}{refused} begin select raise(abort, '{words}'); end")
        else:  # 0001 made the functions
            refused = f" when ({when})" if when else ""
            op.execute(f"{head} for each row{refused} execute function desk_refuse_{what}()")
