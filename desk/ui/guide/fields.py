"""How the questions of each step lie on the page: rows, top to bottom; some share a row."""

from desk.domain.guide import Step

PHONE = "phone"
"""The one answer that others at the counter may not read (ux.md §3.6)."""
PAPER = "paper"
"""The choice of paper on the last page; an answer of the draft, not of the complaint."""

ROWS: dict[Step, tuple[tuple[str, ...], ...]] = {
    Step.LISTEN: (
        ("story",),
        ("category",),
        ("subcategory",),
        ("category_other",),
        ("safety",),
        ("pace",),
        ("wish",),
        ("wish_other",),
        ("happened_on", "place"),
        ("kind",),
    ),
    Step.EMPATHISE: (
        ("summary",),
        ("agreed",),
        ("apology",),
        ("language",),
        ("channel",),
        ("phone", "name"),
        ("email",),
        ("address",),
        ("consent",),
        ("paid", "proof"),
        ("received_via",),
    ),
    Step.INVESTIGATE: (
        ("product", "receipt"),
        ("checked",),
        ("checked_other",),
        ("finding",),
        ("cause",),
        ("severity",),
        ("parts",),
        ("affected",),
        ("found",),
        ("undisputed",),
        ("next_on", "next_by"),
        ("bought_on", "person"),
    ),
    Step.RESOLVE: (
        ("offer",),
        ("offer_other", "amount"),
        ("offered",),
        ("answer",),
        ("done",),
        ("done_on", "done_by"),
        ("check_back_on",),
        ("check_back_via",),
        ("rating_result",),
        ("rating_handling",),
        ("lesson",),
    ),
}

ORDER: tuple[str, ...] = tuple(name for rows in ROWS.values() for row in rows for name in row)
"""Every field in reading order."""

STEP_OF: dict[str, Step] = {
    name: step for step, rows in ROWS.items() for row in rows for name in row
}
"""The step on whose page each field stands."""
