"""The figures of gates that were passed with a reason, one for each gate that can be (G5)."""

from desk.domain.figure_line import FigureLine, Measure, Section
from desk.domain.gates import Gate
from desk.domain.kind_change import GATE as KIND
from desk.domain.label import N_

GATE_LINES: tuple[FigureLine, ...] = (
    FigureLine(
        Section.GATES, Measure.COUNT, lambda f: f.passed.get(Gate.LISTEN, 0),
        N_("Taken in with answers missing"),
        N_("How often in the week staff went on past Listen and said why, of every kind."),
    ),
    FigureLine(
        Section.GATES, Measure.COUNT, lambda f: f.passed.get(Gate.EMPATHISE, 0),
        N_("Number given with answers missing"),
        N_("How often in the week staff went on past Empathise and said why, of every kind."),
    ),
    FigureLine(
        Section.GATES, Measure.COUNT, lambda f: f.passed.get(Gate.INVESTIGATE, 0),
        N_("Finding kept with answers missing"),
        N_("How often in the week staff went on past Investigate and said why, of every kind."),
    ),
    FigureLine(
        Section.GATES, Measure.COUNT, lambda f: f.passed.get(Gate.RESOLVE, 0),
        N_("Offer made with answers missing"),
        N_("How often in the week staff went on past Resolve and said why, of every kind."),
    ),
    FigureLine(
        Section.GATES, Measure.COUNT, lambda f: f.passed.get(KIND, 0),
        N_("Changed to another kind"),
        N_("How often in the week a record was given another kind, with a reason."),
    ),
)  # fmt: skip
"""Safety and closing have none: nobody passes those."""
