"""Alembic's room: one script a revision, self-contained, never changed once released."""
