"""The first tables: the op log, the synced records with their guards, and what stays on a desk.

Self-contained, as every revision: it must still run when the code around it has changed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

RECORD = sa.LargeBinary(16)
OP = sa.LargeBinary(15)
BYTES = sa.LargeBinary()
TEXT = sa.Text()
CODE = sa.String(40)
SMALL = sa.SmallInteger()
BIG = sa.BigInteger()
DAY = sa.Date()
MOMENT = sa.DateTime(timezone=True)
NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

SYNCED = ("complaint", "tick", "note", "paper", "setting")
GUARDS = (
    ("update", "new.heads = old.heads", "write without an op"),
    ("insert", "length(new.heads) = 0", "write without an op"),
    ("delete", "", "records are never deleted"),
)


def upgrade() -> None:
    """Make every table of the first release."""
    log()
    complaints()
    belonging()
    this_desk()
    search()
    if op.get_bind().dialect.name == "sqlite":
        guards_of_sqlite()
    else:
        guards_of_postgresql()


def guards_of_sqlite() -> None:
    """Refuse every write that bypasses the log."""
    for table in SYNCED:
        for what, when, words in GUARDS:
            refused = f" when {when}" if when else ""
            op.execute(
                f"create trigger {table}_{what} before {what} on {table}{refused} "
                f"begin select raise(abort, '{words}'); end"
            )


def guards_of_postgresql() -> None:
    """Refuse the same writes there; each kind of refusal is one function."""
    for what, _, words in GUARDS:
        op.execute(
            f"create function desk_refuse_{what}() returns trigger language plpgsql as "
            f"$$ begin raise exception '{words}'; end $$"
        )
    for table in SYNCED:
        for what, when, _ in GUARDS:
            refused = f" when ({when})" if when else ""
            op.execute(
                f"create trigger {table}_{what} before {what} on {table} for each row{refused} "
                f"execute function desk_refuse_{what}()"
            )


def log() -> None:
    """The log of saves: what the synced tables are the fold of."""
    op.create_table(
        "op",
        sa.Column("arr", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("id", OP, nullable=False, unique=True),
        sa.Column("root", RECORD, nullable=False),
        sa.Column("record", RECORD, nullable=False),
        sa.Column("entity", sa.String(20), nullable=False),
        sa.Column("site", sa.String(20), nullable=False),
        sa.Column("via", sa.String(20), nullable=False),
        sa.Column("line", BYTES, nullable=False),
    )
    op.create_index("ix_op_record", "op", ["record"])
    op.create_index("op_root", "op", ["root", "arr"])


def complaints() -> None:
    """The complaint as it stands."""
    op.create_table(
        "complaint",
        sa.Column("id", RECORD, primary_key=True),
        sa.Column("root", RECORD, nullable=False),
        sa.Column("heads", BYTES, nullable=False),
        sa.Column("reference", CODE, nullable=False),
        sa.Column("branch", sa.String(20), nullable=False),
        sa.Column("handler", TEXT, nullable=False),
        sa.Column("arrived_at", MOMENT, nullable=False),
        sa.Column("stage", CODE, nullable=False),
        sa.Column("kind", CODE),
        sa.Column("received_via", CODE),
        sa.Column("source", TEXT, nullable=False),
        sa.Column("story", TEXT, nullable=False),
        sa.Column("category", CODE),
        sa.Column("category_other", TEXT, nullable=False),
        sa.Column("safety", CODE),
        sa.Column("pace", SMALL),
        sa.Column("wish", TEXT, nullable=False),
        sa.Column("wish_other", TEXT, nullable=False),
        sa.Column("happened_on", DAY),
        sa.Column("place", TEXT, nullable=False),
        sa.Column("paid", BIG),
        sa.Column("proof", CODE),
        sa.Column("summary", TEXT, nullable=False),
        sa.Column("agreed", CODE),
        sa.Column("apology", CODE),
        sa.Column("language", sa.String(20), nullable=False),
        sa.Column("channel", CODE),
        sa.Column("phone", TEXT, nullable=False),
        sa.Column("email", TEXT, nullable=False),
        sa.Column("address", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("consent", CODE),
        sa.Column("product", TEXT, nullable=False),
        sa.Column("receipt", TEXT, nullable=False),
        sa.Column("bought_on", DAY),
        sa.Column("checked", TEXT, nullable=False),
        sa.Column("checked_other", TEXT, nullable=False),
        sa.Column("finding", CODE),
        sa.Column("cause", CODE),
        sa.Column("severity", SMALL),
        sa.Column("parts", SMALL),
        sa.Column("affected", SMALL),
        sa.Column("found", TEXT, nullable=False),
        sa.Column("person", TEXT, nullable=False),
        sa.Column("next_on", DAY),
        sa.Column("next_by", TEXT, nullable=False),
        sa.Column("offer", TEXT, nullable=False),
        sa.Column("offer_other", TEXT, nullable=False),
        sa.Column("amount", BIG),
        sa.Column("offered", TEXT, nullable=False),
        sa.Column("answer", CODE),
        sa.Column("done", CODE),
        sa.Column("done_on", DAY),
        sa.Column("done_by", TEXT, nullable=False),
        sa.Column("check_back_on", DAY),
        sa.Column("check_back_via", CODE),
        sa.Column("rating_result", SMALL),
        sa.Column("rating_handling", SMALL),
        sa.Column("lesson", TEXT, nullable=False),
        sa.Column("priority", SMALL),
        sa.Column("first_word_due_at", MOMENT),
        sa.Column("progress_due_at", MOMENT),
        sa.Column("final_due_at", MOMENT),
        sa.Column("policy", CODE, nullable=False),
        sa.Column("received_at", MOMENT),
        sa.Column("acknowledged_at", MOMENT),
        sa.Column("investigated_at", MOMENT),
        sa.Column("responded_at", MOMENT),
        sa.Column("closed_at", MOMENT),
        sa.Column("outcome", CODE),
    )
    op.create_index("complaint_final_due", "complaint", ["closed_at", "final_due_at"])
    op.create_index(
        "complaint_list", "complaint", ["arrived_at", "id", "stage", "category", "final_due_at"]
    )
    op.create_index("complaint_product", "complaint", ["product", "arrived_at"])
    op.create_index("complaint_stage", "complaint", ["stage", "arrived_at", "id"])
    op.create_index("ix_complaint_reference", "complaint", ["reference"])


def belonging() -> None:
    """What belongs to a complaint, and the settings."""
    op.create_table(
        "tick",
        sa.Column("id", RECORD, primary_key=True),
        sa.Column("root", RECORD, nullable=False),
        sa.Column("heads", BYTES, nullable=False),
        sa.Column("complaint", RECORD, nullable=False),
        sa.Column("item", sa.String(60), nullable=False),
        sa.Column("on", sa.Boolean(), nullable=False),
        sa.Column("guide", CODE, nullable=False),
    )
    op.create_index("ix_tick_complaint", "tick", ["complaint"])
    op.create_table(
        "note",
        sa.Column("id", RECORD, primary_key=True),
        sa.Column("root", RECORD, nullable=False),
        sa.Column("heads", BYTES, nullable=False),
        sa.Column("complaint", RECORD, nullable=False),
        sa.Column("text", TEXT, nullable=False),
    )
    op.create_index("ix_note_complaint", "note", ["complaint"])
    op.create_table(
        "paper",
        sa.Column("id", RECORD, primary_key=True),
        sa.Column("root", RECORD, nullable=False),
        sa.Column("heads", BYTES, nullable=False),
        sa.Column("complaint", RECORD, nullable=False),
        sa.Column("kind", CODE),
        sa.Column("language", sa.String(20), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("file", TEXT, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.Column("made_at", MOMENT),
        sa.Column("printer", TEXT, nullable=False),
    )
    op.create_index("ix_paper_complaint", "paper", ["complaint"])
    op.create_table(
        "setting",
        sa.Column("id", RECORD, primary_key=True),
        sa.Column("root", RECORD, nullable=False),
        sa.Column("heads", BYTES, nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("value", TEXT, nullable=False),
    )


def this_desk() -> None:
    """What stays on this desk."""
    op.create_table(
        "draft",
        sa.Column("id", RECORD, primary_key=True),
        sa.Column("reference", CODE, nullable=False),
        sa.Column("opened_at", MOMENT, nullable=False),
        sa.Column("step", SMALL, nullable=False),
        sa.Column("field", sa.String(60), nullable=False),
        sa.Column("cursor", sa.Integer(), nullable=False),
        sa.Column("answers", TEXT, nullable=False),
        sa.Column("ticks", TEXT, nullable=False),
        sa.Column("parked_at", MOMENT),
        sa.Column("parked_for", CODE),
        sa.Column("saved_at", MOMENT),
    )
    op.create_table(
        "counter",
        sa.Column("branch", sa.String(20), primary_key=True),
        sa.Column("year", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("last", sa.Integer(), nullable=False),
    )
    op.create_table(
        "desk_state",
        sa.Column("name", sa.String(60), primary_key=True),
        sa.Column("value", TEXT, nullable=False),
    )


def search() -> None:
    """The search index; its words lie in a full-text table of SQLite's."""
    op.create_table(
        "search_text",
        sa.Column("n", NUMBER, primary_key=True, autoincrement=True),
        sa.Column("complaint", RECORD, nullable=False, unique=True),
        sa.Column("body", TEXT, nullable=False),
    )
    op.create_table(
        "search_tail",
        sa.Column("tail", CODE, primary_key=True),
        sa.Column("complaint", RECORD, primary_key=True),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "create virtual table search_word using fts5("
            "words, tokenize = 'unicode61 remove_diacritics 0')"
        )
