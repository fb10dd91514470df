"""The only room that speaks SQL: tables, transactions, the op log, and the questions lists ask.

It takes and gives frozen dataclasses of ``desk.domain``; no row, cursor or connection leaves it.
What should happen when staff press something belongs to ``services``.
"""
