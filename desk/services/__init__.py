"""Use cases: one method is one thing staff do, in one transaction. Knows no widget and no SQL.

Services open transactions, ask the domain what may happen, and call the rooms that make files.
"""
