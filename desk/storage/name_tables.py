"""Tables in which people are found by name, by the sound of it, and by the end of a number."""

import sqlalchemy as sa
from sqlalchemy import Column, Named, TypedColumns

from desk.storage.columns import RecordName
from desk.storage.tables import metadata


class SearchNameColumns(TypedColumns):
    key: Named[str] = Column(sa.String(60), primary_key=True)
    complaint: Named[str] = Column(RecordName, primary_key=True)


search_name = sa.Table("search_name", metadata, SearchNameColumns, sqlite_with_rowid=False)
"""The names in complaints, as `storage/names.py` cuts them into keys."""


class SearchPersonColumns(TypedColumns):
    key: Named[str] = Column(sa.String(60), primary_key=True)
    complainant: Named[str] = Column(RecordName, primary_key=True)


search_person = sa.Table("search_person", metadata, SearchPersonColumns, sqlite_with_rowid=False)
"""The names of customers, and their numbers last digit first."""

NAME_TABLES = (search_name, search_person)
"""Tables that stay on this desk and are rebuilt from the records."""
