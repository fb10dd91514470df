"""An index of open complaints alone, with every day and moment their customers wait for.

It answers what the index by final answers was made for, and what was promised besides.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

NEXT = [
    "arrived_at", "id", "stage", "category", "priority", "first_word_due_at", "acknowledged_at",
    "final_due_at", "finding", "responded_at", "next_on", "done", "done_on", "check_back_on",
]  # fmt: skip


def upgrade() -> None:
    """Put the one in the place of the other."""
    op.drop_index("complaint_final_due", "complaint")
    is_open = sa.text("closed_at IS NULL")
    op.create_index(
        "complaint_open", "complaint", NEXT, sqlite_where=is_open, postgresql_where=is_open
    )
