"""The three triggers of a synced table that refuse a write which bypasses the op log."""

import sqlalchemy as sa

GUARDS = (
    ("update", " when new.heads = old.heads", "write without an op"),
    ("insert", " when length(new.heads) = 0", "write without an op"),
    ("delete", "", "records are never deleted"),
)


def ddl(text: str) -> sa.DDL:
    """Make a statement that defines something."""
    return sa.DDL(text)  # type: ignore[no-untyped-call] # SQLAlchemy leaves DDL's constructor untyped


def guard(table: sa.Table) -> None:
    """Have a table guarded as soon as it is made."""
    for what, refused, words in GUARDS:
        text = (
            f"create trigger {table.name}_{what} before {what} on {table.name}{refused} "
            f"begin select raise(abort, '{words}'); end"
        )
        sa.event.listen(table, "after_create", ddl(text).execute_if(dialect="sqlite"))
