"""The figures of whose time a complaint took: ours, and how long its customer waited."""

from desk.domain.figure_line import FigureLine, Measure, Section
from desk.domain.label import N_


def _days(seconds: float | None) -> float | None:
    return None if seconds is None else seconds / 86400


_AS_ABOVE = N_("As above: nine in ten took no longer (90th percentile, nearest rank).")

WAITING_LINES: tuple[FigureLine, ...] = (
    FigureLine(
        Section.FINAL, Measure.DAYS, lambda f: _days(f.handling.ours.median),
        N_("Our time in days, median"),
        N_(
            "From arriving, or being opened again, to closing, less all the time we waited for "
            "somebody, of those closed in the week: half took no longer. Calendar days."
        ),
    ),
    FigureLine(
        Section.FINAL, Measure.DAYS, lambda f: _days(f.handling.ours.p90),
        N_("Our time in days, nine in ten"), _AS_ABOVE,
    ),
    FigureLine(
        Section.FINAL, Measure.DAYS, lambda f: _days(f.handling.customers.median),
        N_("Customer's waiting time in days, median"),
        N_(
            "From arriving, or being opened again, to closing, less only the time we waited for "
            "the customer, of those closed in the week: half took no longer. Waiting for a "
            "supplier, a lab or head office counts, as the customer waits."
        ),
    ),
    FigureLine(
        Section.FINAL, Measure.DAYS, lambda f: _days(f.handling.customers.p90),
        N_("Customer's waiting time in days, nine in ten"), _AS_ABOVE,
    ),
)  # fmt: skip
