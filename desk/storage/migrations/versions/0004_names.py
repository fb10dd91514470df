"""Finding people: names by any of their words and by sound, customers, and who was merged.

What the new tables hold is worked out after the migration, by `storage/migrate.py`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

RECORD = sa.LargeBinary(16)


def upgrade() -> None:
    """Make the tables of names, and the indexes a customer's history is read by."""
    for table, of in (("search_name", "complaint"), ("search_person", "complainant")):
        op.create_table(
            table,
            sa.Column("key", sa.String(60), primary_key=True),
            sa.Column(of, RECORD, primary_key=True),
            sqlite_with_rowid=False,
        )
    said = sa.text("complainant <> ''")
    op.create_index(
        "complaint_complainant",
        "complaint",
        ["complainant", "arrived_at"],
        sqlite_where=said,
        postgresql_where=said,
    )
    op.create_index("merge_by_kept", "merge", ["kept"])
    op.create_index("merge_by_merged", "merge", ["merged"])
    op.create_index("unmasking_by_person", "unmasking", ["person"])
